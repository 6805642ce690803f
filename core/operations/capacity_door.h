// The one way from operations to meters: admission before, charges after. An operation asks
// AdmitRead or AdmitWrite once it knows the key, and charges what it really took once it is done,
// also for a condition that failed. In report mode admission costs a comparison.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/metering/capacity.h"
#include "core/metering/meters.h"
#include "core/operations/operation.h"
#include "core/values/key_bytes.h"

namespace pixii {

// The place of an index among the table's; absent: the table itself.
using IndexPlace = std::optional<size_t>;

// One charge, for those who ask what a request takes.
struct ChargedUnits {
  std::string table_key;
  IndexPlace index;
  CapacityKind kind = CapacityKind::kRead;
  uint64_t first_hash = 0;  // of the keys it was for
  uint64_t last_hash = 0;
  double units = 0;
};
struct CapacityRecorder {
  std::vector<ChargedUnits> charges;
  uint64_t items_read = 0;       // by their keys, and
  uint64_t item_bytes_read = 0;  // their sizes
  bool admits_all = false;       // nothing is refused: what would be charged if it were admitted
};

// The hashes of the keys a read is for. One partition key: both the same.
struct ReadHashes {
  uint64_t first = 0;
  uint64_t last = 0;
};
inline ReadHashes HashesOf(Bytes key) { return {HashOfKey(key), HashOfKey(key)}; }
// Those of a page: what was walked of the order's range.
ReadHashes HashesOf(const PageOrder& order, const Page& page);

// Whether a read of the table or index may begin at `key`. Errors: kProvisionedThroughput,
// kThrottling, kRequestLimit.
Result<void> AdmitReadEnforced(const OperationContext& context, const Table& table,
                               IndexPlace index, Bytes key);
inline Result<void> AdmitRead(const OperationContext& context, const Table& table, IndexPlace index,
                              Bytes key) {
  if (!context.database.meters().enforces()) [[likely]]
    return {};
  return AdmitReadEnforced(context, table, index, key);
}

// Whether the item under `key` may be written, its indexes aside. Errors: as AdmitRead.
Result<void> AdmitWriteEnforced(const OperationContext& context, const Table& table, Bytes key);
inline Result<void> AdmitWrite(const OperationContext& context, const Table& table, Bytes key) {
  if (!context.database.meters().enforces()) [[likely]]
    return {};
  return AdmitWriteEnforced(context, table, key);
}

// Whether the global indexes that a planned change touches take their writes: an index short of
// capacity refuses writes of its table. Errors: as AdmitRead.
Result<void> AdmitIndexWritesEnforced(const OperationContext& context, const Table& table,
                                      const ItemChange& change);
inline Result<void> AdmitIndexWrites(const OperationContext& context, const Table& table,
                                     const ItemChange& change) {
  if (change.index_changes.empty() || !context.database.meters().enforces()) return {};
  return AdmitIndexWritesEnforced(context, table, change);
}

// The ARN of the table, or of one of its indexes.
std::string ResourceArn(const Table& table, IndexPlace index);

// One of the sixteen: "TableWriteKeyRangeThroughputExceeded" and the like.
std::string ThrottlingReason(const Throttle& throttle, bool of_index);

// Whether an error is one of the above.
bool IsThrottle(const Error& error);

// Charges a read: `cost` times `factor` (transactions: 2).
void ChargeRead(const OperationContext& context, const Table& table, IndexPlace index,
                ReadHashes hashes, ReadCost cost, int factor = 1);

// Charges a read by key of `item`, null where there is none; returns what it cost once.
ReadCost ChargeItemRead(const OperationContext& context, const Table& table, Bytes key,
                        const Item* item, bool consistent, int factor = 1);

// Charges a write of the item under `key`: `units` of the table, `factor` times, and once what its
// index changes cost.
void ChargeWrite(const OperationContext& context, const Table& table, Bytes key, uint64_t units,
                 const std::vector<IndexChange>* changes, int factor = 1);

// Charges what the changes of the whole commit cost in indexes.
void ChargeIndexes(const OperationContext& context);

// Charges what a repetition under the same token costs: reads of what the first request wrote.
void ChargeRepetition(const OperationContext& context, const RequestToken& token);

// Counts the items that a Query, Scan or statement returned.
void CountReturned(const OperationContext& context, const Table& table, size_t items);

// Counts the request by its outcome, once it was served.
void CountAnswer(const OperationContext& context, const Error* error);

}  // namespace pixii
