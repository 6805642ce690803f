// BatchGetItem, step by step.
#include "core/operations/batch_get_item.h"

#include <optional>
#include <set>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/requests.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/fault_rules.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/lagging_read.h"
#include "core/operations/projection_parameters.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

// One table's part of the batch, ready to be read.
struct TableReads {
  const Table* table;
  Projected projected;
  std::vector<std::string> keys;
};

// Each key by itself, then beside those before it. `count` goes on from table to table.
Result<void> CheckKeys(const Span<AttributeMap>& keys, size_t& count) {
  std::set<Bytes> seen;
  for (const AttributeMap& key : keys) {
    PIXII_RETURN_IF_ERROR(CheckFault(key, Envelope::kNone));
    if (!seen.insert(key.entries).second) {
      return ValidationError(messages::DuplicateKeysInBatch());
    }
    if (++count > limits::kBatchGetKeysMax) {
      return ValidationError(messages::TooManyItems(BatchGetItem::kName));
    }
  }
  return {};
}

// What needs the request alone, table by table.
Result<void> Bind(OperationContext& context, const BatchGetItemRequest& request,
                  std::vector<TableReads>& reads) {
  size_t count = 0;
  for (size_t i = 0; i < reads.size(); ++i) {
    const KeysAndAttributes& part = request.request_items[i].value;
    PIXII_RETURN_IF_ERROR(CheckProjectionParameters(
        part.projection_expression, part.expression_attribute_names, part.attributes_to_get));
    PIXII_RETURN_IF_ERROR(CheckKeys(part.keys, count));
    PIXII_ASSIGN_OR_RETURN(
        reads[i].projected,
        BindOnlyProjection(context, part.projection_expression, part.expression_attribute_names,
                           part.attributes_to_get));
  }
  return {};
}

Result<void> Resolve(OperationContext& context, const MapEntry<KeysAndAttributes>& part,
                     TableReads& reads) {
  PIXII_ASSIGN_OR_RETURN(reads.table, FindDataTable(context, part.key));
  for (const AttributeMap& key : part.value.keys) {
    PIXII_RETURN_IF_ERROR(PrimaryKeyOfKey(reads.table->key_schema(), key.Entries(), context.key));
    reads.keys.push_back(context.key);
  }
  PIXII_RETURN_IF_ERROR(
      CheckKeyPaths(reads.table->definition(), reads.projected.projection.Paths()));
  reads.table = VersionToRead(context, *reads.table, part.value.consistent_read.ValueOr(false));
  return {};
}

// What was read of one table, and what of it did not fit the answer any more or was throttled.
class TableAnswer {
 public:
  TableAnswer(OperationContext& context, const MapEntry<KeysAndAttributes>& part,
              MapEntry<Span<AttributeMap>>& answer, uint64_t& already)
      : context_(context), part_(part), answer_(answer), already_(already) {
    answer_.key = part.key;
    answer_.value = {context.arena.New<AttributeMap>(part.value.keys.count), 0};
    left_ = {context.arena.New<AttributeMap>(part.value.keys.count), 0};
  }

  // Reads until `bytes_left` are used up; they are 0 then. The first throttle goes to `throttle`.
  void Read(const TableReads& reads, uint64_t& bytes_left, std::optional<Error>& throttle) {
    for (size_t i = 0; i < reads.keys.size(); ++i) {
      const Item* item = reads.table->items().Find(reads.keys[i]);
      const uint64_t size = item == nullptr ? 0 : item->SizeBytes();
      if (size > bytes_left || full_ || !context_.faults.MayTakeBatchItem(already_++)) {
        full_ = full_ || size > bytes_left;
        left_[left_.count++] = part_.value.keys[i];
        continue;
      }
      Result<void> admitted = AdmitRead(context_, *reads.table, {}, reads.keys[i]);
      if (!admitted.ok()) {
        left_[left_.count++] = part_.value.keys[i];
        if (!throttle) throttle = std::move(admitted).error();
        continue;
      }
      bytes_left -= size;
      ReadOne(reads, reads.keys[i], item);
    }
    if (full_) bytes_left = 0;
  }

  bool IsWhole() const { return left_.count == 0; }
  size_t ReadCount() const { return part_.value.keys.count - left_.count; }
  double Units() const { return cost_.Units(); }
  // The request again, with the keys that were not read.
  MapEntry<KeysAndAttributes> Unprocessed() const {
    MapEntry<KeysAndAttributes> rest = part_;
    rest.value.keys = left_;
    return rest;
  }

 private:
  void ReadOne(const TableReads& reads, Bytes key, const Item* item) {
    cost_ += ChargeItemRead(context_, *reads.table, key, item,
                            part_.value.consistent_read.ValueOr(false));
    if (item == nullptr) return;
    answer_.value[answer_.value.count++] =
        ProjectItem(context_, reads.projected, item->Attributes());
  }

  OperationContext& context_;
  const MapEntry<KeysAndAttributes>& part_;
  MapEntry<Span<AttributeMap>>& answer_;
  uint64_t& already_;  // keys of the batch, of all tables, that were looked at
  Span<AttributeMap> left_;
  bool full_ = false;
  ReadCost cost_;
};

// Errors: the first throttle, if every key was throttled (API reference).
Result<void> ReadAll(OperationContext& context, const BatchGetItemRequest& request,
                     const std::vector<TableReads>& reads, BatchGetItemResponse& response) {
  const size_t count = reads.size();
  Arena& arena = context.arena;
  response.responses = {arena.New<MapEntry<Span<AttributeMap>>>(count), count};
  response.unprocessed_keys = {arena.New<MapEntry<KeysAndAttributes>>(count), 0};
  ConsumedCapacity* capacities = arena.New<ConsumedCapacity>(count);
  uint64_t bytes_left = limits::kBatchGetAnswerSizeBytesMax;
  std::optional<Error> throttle;
  uint64_t already = 0;
  size_t read = 0;
  for (size_t i = 0; i < count; ++i) {
    const MapEntry<KeysAndAttributes>& part = request.request_items[i];
    TableAnswer answer(context, part, response.responses[i], already);
    answer.Read(reads[i], bytes_left, throttle);
    read += answer.ReadCount();
    if (!answer.IsWhole()) {
      response.unprocessed_keys[response.unprocessed_keys.count++] = answer.Unprocessed();
    }
    const ConsumedCapacity* told = TellCapacity(context, request.return_consumed_capacity, part.key,
                                                reads[i].table->definition(), {answer.Units(), {}});
    if (told == nullptr) continue;
    capacities[i] = *told;
    response.consumed_capacity = {capacities, i + 1};
  }
  if (throttle && read == 0) return *std::move(throttle);
  return {};
}

}  // namespace

Result<void> BatchGetItem::Execute(OperationContext& context, const Request& request,
                                   Response& response) {
  std::vector<TableReads> reads(request.request_items.count);
  PIXII_RETURN_IF_ERROR(Bind(context, request, reads));
  for (size_t i = 0; i < reads.size(); ++i) {
    PIXII_RETURN_IF_ERROR(Resolve(context, request.request_items[i], reads[i]));
  }
  return ReadAll(context, request, reads, response);
}

}  // namespace pixii
