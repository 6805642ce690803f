// TransactGetItems, step by step.
#include "core/operations/transact_get_items.h"

#include "core/base/limits.h"
#include "core/base/messages/transactions.h"
#include "core/operations/capacity_door.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/projection_parameters.h"
#include "core/operations/table_lookup.h"
#include "core/operations/transaction_capacity.h"
#include "core/operations/transaction_plan.h"
#include "core/operations/transaction_reasons.h"

namespace pixii {
namespace {

// One read between its steps.
struct ItemRead {
  const TransactGet* request = nullptr;
  Projected projected{};
  const Table* table = nullptr;
  std::string_view key{};
  const Item* item = nullptr;  // null: none
};

Result<void> Bind(OperationContext& context, const TransactGet& request, ItemRead& read) {
  read.request = &request;
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, Envelope::kNone));
  // Unlike GetItem, names need no projection here.
  PIXII_ASSIGN_OR_RETURN(read.projected,
                         BindOnlyProjection(context, request.projection_expression,
                                            request.expression_attribute_names, {}));
  return {};
}

Result<void> ResolveOne(OperationContext& context, ItemRead& read) {
  PIXII_RETURN_IF_ERROR(
      PrimaryKeyOfKey(read.table->key_schema(), read.request->key.Entries(), context.key));
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(read.table->definition(), read.projected.projection.Paths()));
  read.key = context.arena.Copy(context.key);
  return {};
}

// Tables first, then what refuses the whole request, then what cancels it.
Result<void> Resolve(OperationContext& context, Span<ItemRead> reads) {
  for (ItemRead& read : reads) {
    PIXII_ASSIGN_OR_RETURN(read.table, FindDataTable(context, read.request->table_name));
  }
  for (const ItemRead& read : reads) {
    PIXII_RETURN_IF_ERROR(CheckKeysNotEmpty(read.table->key_schema(), read.request->key.Entries()));
  }
  std::vector<TransactionItem> items;
  for (size_t i = 0; i < reads.count; ++i) {
    Result<void> outcome = ResolveOne(context, reads[i]);
    if (!outcome.ok()) {
      CancellationReasons reasons(reads.count);
      reasons.Set(i, std::move(outcome).error());
      return reasons.Check();
    }
    items.push_back({reads[i].table, reads[i].key});
  }
  return CheckDistinctItems(items);
}

// Whether one item may be read. Unless it is throttled it is paid for at once, so that the next one
// finds what it left: a cancelled transaction costs what it would have cost.
Result<void> Admit(const OperationContext& context, const ItemRead& read) {
  const bool locked = context.transactions.Locks(read.table->Key(), read.key);
  if (!locked) PIXII_RETURN_IF_ERROR(AdmitRead(context, *read.table, {}, read.key));
  ChargeItemRead(context, *read.table, read.key, read.item, /*consistent=*/true,
                 kTransactionFactor);
  if (!locked) return {};
  return Error{ErrorType::kTransactionConflict, messages::TransactionOngoing()};
}

// Errors: kTransactionCanceled for items that a write transaction has locked or whose tables lack
// capacity; kValidation for more than 4 MB.
Result<void> Read(OperationContext& context, Span<ItemRead> reads) {
  CancellationReasons reasons(reads.count);
  uint64_t size_bytes = 0;
  for (size_t i = 0; i < reads.count; ++i) {
    ItemRead& read = reads[i];
    read.item = read.table->items().Find(read.key);
    size_bytes += SizeOf(read.item);
    Result<void> admitted = Admit(context, read);
    if (!admitted.ok()) reasons.Set(i, std::move(admitted).error());
  }
  PIXII_RETURN_IF_ERROR(reasons.Check());
  if (size_bytes <= limits::kTransactionSizeBytesMax) return {};
  return ValidationError(messages::TransactionTooLarge());
}

// API reference, TransactGetItems: no Item where nothing of it is projected.
AttributeMap Tell(OperationContext& context, const ItemRead& read) {
  if (read.item == nullptr) return {};
  const AttributeMap told = ProjectItem(context, read.projected, read.item->Attributes());
  return told.entries.empty() ? AttributeMap() : told;
}

}  // namespace

Result<void> TransactGetItems::Execute(OperationContext& context, const Request& request,
                                       Response& response) {
  const size_t count = request.transact_items.count;
  const Span<ItemRead> reads{context.arena.New<ItemRead>(count), count};
  for (size_t i = 0; i < count; ++i) {
    PIXII_RETURN_IF_ERROR(Bind(context, *request.transact_items[i].get, reads[i]));
  }
  PIXII_RETURN_IF_ERROR(Resolve(context, reads));
  PIXII_RETURN_IF_ERROR(Read(context, reads));
  TransactionCapacity capacity(CapacityKind::kRead);
  response.responses = {context.arena.New<ItemResponse>(count), count};
  for (size_t i = 0; i < count; ++i) {
    response.responses[i].item = Tell(context, reads[i]);
    capacity.AddItem(*reads[i].table, reads[i].request->table_name, SizeOf(reads[i].item));
  }
  response.consumed_capacity = capacity.Tell(context, request.return_consumed_capacity);
  return {};
}

}  // namespace pixii
