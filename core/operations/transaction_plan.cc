// The steps of a write transaction, each over all of its actions.
#include "core/operations/transaction_plan.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/transactions.h"
#include "core/operations/capacity_door.h"
#include "core/operations/transaction_capacity.h"
#include "core/operations/transaction_reasons.h"

namespace pixii {
namespace {

// The first key that does not fit cancels the transaction; later ones are not told (observed).
Result<void> ResolveKeys(OperationContext& context, Span<TransactionAction> actions) {
  for (size_t i = 0; i < actions.count; ++i) {
    Result<void> outcome = ResolveActionKey(context, actions[i]);
    if (outcome.ok()) continue;
    CancellationReasons reasons(actions.count);
    reasons.Set(i, std::move(outcome).error());
    return reasons.Check();
  }
  return {};
}

Result<void> CheckDistinct(Span<TransactionAction> actions) {
  std::vector<TransactionItem> items;
  for (const TransactionAction& action : actions) {
    items.push_back({action.write.table, action.write.key});
  }
  return CheckDistinctItems(items);
}

Result<void> CheckSize(Span<TransactionAction> actions) {
  uint64_t size_bytes = 0;
  for (const TransactionAction& action : actions) size_bytes += action.size_bytes;
  if (size_bytes <= limits::kTransactionSizeBytesMax) return {};
  return ValidationError(messages::TransactionTooLarge());
}

// Pays for an action at once, so that the next one finds what it left: a transaction that is
// cancelled costs what it would have cost (developer guide, transaction-apis). One that is held was
// paid for when it was planned first.
void Charge(const OperationContext& context, const TransactionAction& action,
            std::string_view held_id) {
  if (!held_id.empty()) return;
  ChargeWrite(context, *action.write.table, action.write.key, WriteUnits(action.size_bytes),
              nullptr, kTransactionFactor);
}

}  // namespace

Result<Span<TransactionAction>> BindActions(OperationContext& context,
                                            Span<TransactWriteItem> asked) {
  const Span<TransactionAction> actions{context.arena.New<TransactionAction>(asked.count),
                                        asked.count};
  for (size_t i = 0; i < asked.count; ++i) {
    PIXII_RETURN_IF_ERROR(BindAction(context, asked[i], actions[i]));
  }
  return actions;
}

Result<void> ResolveActions(OperationContext& context, Span<TransactionAction> actions) {
  for (TransactionAction& action : actions) {
    PIXII_RETURN_IF_ERROR(FindActionTable(context, action));
  }
  for (const TransactionAction& action : actions) {
    PIXII_RETURN_IF_ERROR(CheckActionKeysNotEmpty(action));
  }
  PIXII_RETURN_IF_ERROR(ResolveKeys(context, actions));
  return CheckDistinct(actions);
}

Result<void> PlanActions(OperationContext& context, Span<TransactionAction> actions,
                         std::string_view held_id) {
  CancellationReasons reasons(actions.count);
  for (size_t i = 0; i < actions.count; ++i) {
    Result<void> outcome = PlanAction(context, actions[i], held_id);
    if (!outcome.ok() && actions[i].refuses_request) return outcome;
    if (outcome.ok() || !IsThrottle(outcome.error())) Charge(context, actions[i], held_id);
    if (!outcome.ok()) reasons.Set(i, std::move(outcome).error());
  }
  PIXII_RETURN_IF_ERROR(CheckSize(actions));
  return reasons.Check();
}

Result<void> CheckDistinctItems(std::vector<TransactionItem>& items) {
  std::sort(items.begin(), items.end(), [](const TransactionItem& a, const TransactionItem& b) {
    return a.table != b.table ? std::less<>()(a.table, b.table) : a.key < b.key;
  });
  const auto same = [](const TransactionItem& a, const TransactionItem& b) {
    return a.table == b.table && a.key == b.key;
  };
  if (std::adjacent_find(items.begin(), items.end(), same) == items.end()) return {};
  return ValidationError(messages::TransactionItemTwice());
}

}  // namespace pixii
