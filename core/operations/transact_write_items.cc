// TransactWriteItems, step by step.
#include "core/operations/transact_write_items.h"

#include <algorithm>

#include "core/operations/capacity_door.h"
#include "core/operations/transaction_capacity.h"

namespace pixii {
namespace {

// Of an action's content besides its item, as a rule.
constexpr size_t kActionBytes = 256;

void AppendText(std::string& out, std::string_view text) {
  AppendVarint(out, static_cast<uint32_t>(text.size()));
  out.append(text);
}

// JSON leaves the order of members open, so the same request may name its placeholders in another.
void AppendNames(std::string& out, StringMap names) {
  std::vector<MapEntry<std::string_view>> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  AppendVarint(out, static_cast<uint32_t>(sorted.size()));
  for (const auto& [placeholder, name] : sorted) {
    AppendText(out, placeholder);
    AppendText(out, name);
  }
}

// Everything about the actions; what the answer is to tell may change under one token.
std::string ContentOf(Span<TransactionAction> actions) {
  std::string content;
  size_t item_bytes = 0;
  for (const TransactionAction& action : actions) item_bytes += action.request->item.entries.size();
  content.reserve(item_bytes + kActionBytes * actions.count);
  for (const TransactionAction& action : actions) {
    const TransactAction& request = *action.request;
    content.push_back(static_cast<char>(action.kind));
    for (const std::string_view text :
         {request.table_name, request.item.entries, request.key.entries, request.update_expression,
          request.condition_expression, request.expression_attribute_values.entries,
          request.return_values_on_condition_check_failure}) {
      AppendText(content, text);
    }
    AppendNames(content, request.expression_attribute_names);
  }
  return content;
}

TransactionCapacity CapacityOf(Span<TransactionAction> actions) {
  TransactionCapacity capacity(CapacityKind::kWrite);
  for (const TransactionAction& action : actions) {
    capacity.AddItem(*action.write.table, action.request->table_name, action.size_bytes);
  }
  return capacity;
}

void TellUnits(OperationContext& context, const TransactWriteItemsRequest& request,
               Span<TransactionAction> actions, TransactWriteItemsResponse& response) {
  if (!Given(request.return_consumed_capacity)) return;
  TransactionCapacity capacity = CapacityOf(actions);
  capacity.AddIndexes(context.commit);
  response.consumed_capacity = capacity.Tell(context, request.return_consumed_capacity);
}

// API reference: the collections that puts, updates and deletes affected.
void TellWritten(OperationContext& context, const TransactWriteItemsRequest& request,
                 Span<TransactionAction> actions, TransactWriteItemsResponse& response) {
  if (!Given(request.return_item_collection_metrics)) return;
  std::vector<WrittenItem> written;
  for (const TransactionAction& action : actions) {
    if (action.kind == ActionKind::kConditionCheck) continue;
    written.push_back(
        {action.write.table, action.request->table_name, action.write.key_attributes});
  }
  response.item_collection_metrics =
      TellCollections(context, request.return_item_collection_metrics, written);
}

}  // namespace

Result<WriteTransaction> BindWriteTransaction(OperationContext& context,
                                              const TransactWriteItemsRequest& request) {
  WriteTransaction transaction;
  PIXII_ASSIGN_OR_RETURN(transaction.actions, BindActions(context, request.transact_items));
  if (Given(request.client_request_token)) {
    transaction.token =
        MakeTransactionToken(context, TransactWriteItems::kName, request.client_request_token,
                             ContentOf(transaction.actions));
  }
  return transaction;
}

Result<void> PlanWriteTransaction(OperationContext& context, WriteTransaction& transaction,
                                  std::string_view held_id) {
  PIXII_RETURN_IF_ERROR(ResolveActions(context, transaction.actions));
  return PlanActions(context, transaction.actions, held_id);
}

Result<void> CommitWriteTransaction(OperationContext& context,
                                    const TransactWriteItemsRequest& request,
                                    const WriteTransaction& transaction,
                                    TransactWriteItemsResponse& response) {
  if (transaction.token.given()) {
    RememberToken(context, transaction.token, CapacityOf(transaction.actions).TokenReads());
  }
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  ChargeIndexes(context);
  TellUnits(context, request, transaction.actions, response);
  TellWritten(context, request, transaction.actions, response);
  return {};
}

Result<void> TransactWriteItems::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(WriteTransaction transaction, BindWriteTransaction(context, request));
  PIXII_ASSIGN_OR_RETURN(const RequestToken* repeated, FindRepeated(context, transaction.token));
  if (repeated != nullptr) {
    response.consumed_capacity = TellRepeated(context, request.return_consumed_capacity, *repeated);
    return {};
  }
  PIXII_RETURN_IF_ERROR(PlanWriteTransaction(context, transaction, {}));
  return CommitWriteTransaction(context, request, transaction, response);
}

}  // namespace pixii
