// Tokens between requests and the database.
#include "core/operations/transaction_token.h"

#include "core/base/limits.h"
#include "core/base/messages/transactions.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/transaction_capacity.h"

namespace pixii {

TransactionToken MakeTransactionToken(const OperationContext& context, std::string_view operation,
                                      std::string_view token, Bytes content) {
  if (token.data() == nullptr) return {};
  const bool shared = context.options.shared_namespace;
  return {TokenKey(shared ? std::string_view() : context.account,
                   shared ? std::string_view() : context.region, operation, token),
          DigestOf(content)};
}

Result<const RequestToken*> FindRepeated(const OperationContext& context,
                                         const TransactionToken& token) {
  const RequestToken* known = nullptr;
  if (!token.given()) return known;
  known = context.database.tokens().Find(token.key, context.now_ms);
  const HeldTransaction* held = context.transactions.FindToken(token.key);
  if (known == nullptr && held == nullptr) return known;
  if ((known != nullptr ? known->digest() : held->digest) != token.digest) {
    return Error{ErrorType::kIdempotentParameterMismatch, messages::TransactionTokenReused()};
  }
  if (known != nullptr) return known;
  return Error{ErrorType::kTransactionInProgress, messages::TransactionInProgress()};
}

void RememberToken(OperationContext& context, const TransactionToken& token,
                   std::vector<TokenReadUnits> reads) {
  if (!token.given()) return;
  context.commit.token = RequestToken::Make(
      token.key, token.digest, context.now_ms + limits::kRequestTokenLifeMs, std::move(reads));
}

Span<ConsumedCapacity> TellRepeated(OperationContext& context, std::string_view asked,
                                    const RequestToken& token) {
  ChargeRepetition(context, token);
  Span<ConsumedCapacity> told{context.arena.New<ConsumedCapacity>(token.reads().size()), 0};
  const TableDefinition no_indexes;
  for (const TokenReadUnits& read : token.reads()) {
    const ConsumedCapacity* one = TellCapacity(context, asked, context.arena.Copy(read.table_name),
                                               no_indexes, {static_cast<double>(read.units), {}});
    if (one == nullptr) return {};
    told[told.count] = *one;
    TellKind(context, CapacityKind::kRead, told[told.count++]);
  }
  return told;
}

}  // namespace pixii
