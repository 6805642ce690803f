// BatchWriteItem, step by step. Its members become one commit; none of them depends on another.
#include "core/operations/batch_write_item.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/base/messages/requests.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/fault_rules.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/table_lookup.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

Result<void> CheckMember(const WriteRequest& write) {
  if (write.put_request != nullptr && write.delete_request != nullptr) {
    return ValidationError(messages::WriteRequestHasTwoForms());
  }
  if (write.delete_request != nullptr)
    return CheckFault(write.delete_request->key, Envelope::kNone);
  PIXII_RETURN_IF_ERROR(CheckFault(write.put_request->item, Envelope::kNone));
  if (EntriesSizeBytes(write.put_request->item.Entries()) > limits::kItemSizeBytesMax) {
    return ValidationError(messages::ItemTooLarge());
  }
  return {};
}

Result<void> Check(const BatchWriteItemRequest& request) {
  size_t count = 0;
  for (const auto& [name, writes] : request.request_items) {
    for (const WriteRequest& write : writes) {
      if (write.put_request == nullptr && write.delete_request == nullptr) {
        return ValidationError(messages::WriteRequestIsEmpty());
      }
    }
    for (const WriteRequest& write : writes) PIXII_RETURN_IF_ERROR(CheckMember(write));
    count += writes.count;
  }
  if (count > limits::kBatchWriteRequestsMax) {
    return ValidationError(messages::TooManyItems(BatchWriteItem::kName));
  }
  return {};
}

// Where a member's item stands: its table and its encoded key.
using ItemPlace = std::pair<const Table*, std::string>;

// Errors: kValidation if two members of the batch write one item. A table may be there twice, by
// its name and by its ARN.
Result<void> CheckDistinct(const std::vector<ItemPlace>& places) {
  std::vector<std::pair<const Table*, Bytes>> sorted(places.begin(), places.end());
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return {};
  return ValidationError(messages::DuplicateKeysInBatch());
}

// The place of each member's item, in order.
Result<void> ResolveKeys(OperationContext& context, const Table& table,
                         const Span<WriteRequest>& writes, std::vector<ItemPlace>& places) {
  for (const WriteRequest& write : writes) {
    const KeySchema& schema = table.key_schema();
    PIXII_RETURN_IF_ERROR(
        write.put_request != nullptr
            ? PrimaryKeyOfItem(schema, write.put_request->item.Entries(), true, context.key)
            : PrimaryKeyOfKey(schema, write.delete_request->key.Entries(), context.key));
    places.emplace_back(&table, context.key);
    if (write.put_request == nullptr) continue;
    PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(table.definition(), write.put_request->item.Entries()));
  }
  return CheckDistinct(places);
}

// One table's part of the batch.
struct TableWrites {
  const Table* table;
  CapacityTally tally{};
};

// Adds one member's change to the commit, and its cost to the tally. It is charged at once, so that
// the next member finds what it left. Errors: a throttle of the table or of one of its indexes;
// nothing is planned then.
Result<void> Plan(OperationContext& context, TableWrites& writes, const WriteRequest& write,
                  std::string_view key) {
  const Table& table = *writes.table;
  PIXII_RETURN_IF_ERROR(AdmitWrite(context, table, key));
  const Item* old_item = table.items().Find(key);
  Ref<Item> new_item;
  if (write.put_request != nullptr) {
    const Bytes entries = write.put_request->item.entries;
    new_item = Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)));
  }
  const uint64_t units = WriteUnits(std::max(SizeOf(old_item), SizeOf(new_item.get())));
  const std::vector<IndexChange>* index_changes = nullptr;
  if (old_item != nullptr || new_item) {
    ItemChange change = PlanItemChange(table, key, old_item, std::move(new_item));
    PIXII_RETURN_IF_ERROR(AdmitIndexWrites(context, table, change));
    writes.tally.AddIndexChanges(change.index_changes);
    context.commit.items.push_back(std::move(change));
    index_changes = &context.commit.items.back().index_changes;
  }
  writes.tally.table_units += static_cast<double>(units);
  ChargeWrite(context, table, key, units, index_changes);
  return {};
}

// BatchWriteItem has no TransactionConflictException (API reference): a member whose item a
// transaction has locked is handed back, to be sent again. REQUIRES: called table by table.
void TellUnprocessed(OperationContext& context, const MapEntry<Span<WriteRequest>>& table_writes,
                     const WriteRequest& write, BatchWriteItemResponse& response) {
  auto& unprocessed = response.unprocessed_items;
  if (unprocessed.empty() || unprocessed[unprocessed.count - 1].key != table_writes.key) {
    const size_t count = table_writes.value.count;
    unprocessed[unprocessed.count++] = {table_writes.key,
                                        {context.arena.New<WriteRequest>(count), 0}};
  }
  Span<WriteRequest>& writes = unprocessed[unprocessed.count - 1].value;
  writes[writes.count++] = write;
}

// Plans all members; those that are locked, throttled or kept back by a fault are handed back.
// Errors: the first throttle, if every member was throttled (API reference).
Result<void> PlanAll(OperationContext& context, const BatchWriteItemRequest& request,
                     const std::vector<ItemPlace>& places, std::vector<TableWrites>& tables,
                     BatchWriteItemResponse& response) {
  size_t at = 0, throttled = 0;
  Result<void> throttle;
  for (size_t i = 0; i < tables.size(); ++i) {
    for (const WriteRequest& write : request.request_items[i].value) {
      const bool may_take = context.faults.MayTakeBatchItem(at);
      const std::string& key = places[at++].second;
      const bool left = !may_take || context.transactions.Locks(tables[i].table->Key(), key);
      Result<void> outcome;
      if (!left) outcome = Plan(context, tables[i], write, key);
      if (!left && outcome.ok()) continue;
      TellUnprocessed(context, request.request_items[i], write, response);
      if (!outcome.ok() && throttled++ == 0) throttle = std::move(outcome);
    }
  }
  return throttled == places.size() ? std::move(throttle) : Result<void>();
}

void TellUnits(OperationContext& context, const BatchWriteItemRequest& request,
               const std::vector<TableWrites>& tables, BatchWriteItemResponse& response) {
  ConsumedCapacity* capacities = context.arena.New<ConsumedCapacity>(tables.size());
  for (size_t i = 0; i < tables.size(); ++i) {
    const ConsumedCapacity* told =
        TellCapacity(context, request.return_consumed_capacity, request.request_items[i].key,
                     tables[i].table->definition(), tables[i].tally);
    if (told == nullptr) return;
    capacities[i] = *told;
    response.consumed_capacity = {capacities, i + 1};
  }
}

EntryRange KeyAttributesOf(const WriteRequest& write) {
  return write.put_request != nullptr ? write.put_request->item.Entries()
                                      : write.delete_request->key.Entries();
}

// The collections of all items the batch names.
void TellWritten(OperationContext& context, const BatchWriteItemRequest& request,
                 const std::vector<TableWrites>& tables, BatchWriteItemResponse& response) {
  if (request.return_item_collection_metrics != "SIZE") return;
  std::vector<WrittenItem> written;
  for (size_t i = 0; i < tables.size(); ++i) {
    const auto& [name, writes] = request.request_items[i];
    for (const WriteRequest& write : writes) {
      written.push_back({tables[i].table, name, KeyAttributesOf(write)});
    }
  }
  response.item_collection_metrics =
      TellCollections(context, request.return_item_collection_metrics, written);
}

}  // namespace

Result<void> BatchWriteItem::Execute(OperationContext& context, const Request& request,
                                     Response& response) {
  PIXII_RETURN_IF_ERROR(Check(request));
  std::vector<TableWrites> tables;
  std::vector<ItemPlace> places;
  for (const auto& [name, writes] : request.request_items) {
    PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, name));
    PIXII_RETURN_IF_ERROR(ResolveKeys(context, *table, writes, places));
    tables.push_back({table});
  }
  response.unprocessed_items = {
      context.arena.New<MapEntry<Span<WriteRequest>>>(request.request_items.count), 0};
  PIXII_RETURN_IF_ERROR(PlanAll(context, request, places, tables, response));
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  TellWritten(context, request, tables, response);
  TellUnits(context, request, tables, response);
  return {};
}

}  // namespace pixii
