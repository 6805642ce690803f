// Holding, committing and cancelling transactions. What is held is the request's text: the commit
// plans it again, since indexes may have come and gone; its items cannot have changed.
#include "core/operations/pixii_transactions.h"

#include "core/base/messages/transactions.h"

namespace pixii {
namespace {

Error NoSuchTransaction(std::string_view id) {
  return {ErrorType::kResourceNotFound, messages::NoSuchTransaction(id)};
}

HeldTransaction Held(const OperationContext& context, const TransactWriteItemsRequest& request,
                     const WriteTransaction& transaction) {
  JsonBuffer text;
  EncodeResponse(HoldTransaction::kRequestShape, &request, text);
  HeldTransaction held{std::string(text.view()),    std::string(context.account),
                       std::string(context.region), transaction.token.key,
                       transaction.token.digest,    {}};
  for (const TransactionAction& action : transaction.actions) {
    held.items.push_back({std::string(action.write.table->Key()), std::string(action.write.key)});
  }
  return held;
}

}  // namespace

Result<void> HoldTransaction::Execute(OperationContext& context, const Request& request,
                                      Response& response) {
  PIXII_ASSIGN_OR_RETURN(WriteTransaction transaction, BindWriteTransaction(context, request));
  PIXII_ASSIGN_OR_RETURN(const RequestToken* repeated, FindRepeated(context, transaction.token));
  if (repeated != nullptr) return ValidationError(messages::NothingToHold());
  PIXII_RETURN_IF_ERROR(PlanWriteTransaction(context, transaction, {}));
  response.id = context.arena.Copy(context.transactions.Hold(Held(context, request, transaction)));
  return {};
}

Result<void> CommitTransaction::Execute(OperationContext& context, const Request& request,
                                        Response& response) {
  const HeldTransaction* held = context.transactions.Find(request.id);
  if (held == nullptr) return NoSuchTransaction(request.id);
  OperationContext asker = context;
  asker.account = held->account;
  asker.region = held->region;
  TransactWriteItemsRequest asked{};
  PIXII_RETURN_IF_ERROR(DecodeRequest(HoldTransaction::kRequestShape,
                                      context.arena.Copy(held->request), context.arena,
                                      context.scratch, &asked));
  PIXII_ASSIGN_OR_RETURN(WriteTransaction transaction, BindWriteTransaction(asker, asked));
  PIXII_RETURN_IF_ERROR(PlanWriteTransaction(asker, transaction, request.id));
  PIXII_RETURN_IF_ERROR(CommitWriteTransaction(asker, asked, transaction, response));
  context.transactions.Release(request.id);
  return {};
}

Result<void> CancelTransaction::Execute(OperationContext& context, const Request& request,
                                        Response&) {
  if (context.transactions.Find(request.id) == nullptr) return NoSuchTransaction(request.id);
  context.transactions.Release(request.id);
  return {};
}

}  // namespace pixii
