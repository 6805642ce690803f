// What transactions consume: twice the units of each item's table, once those of its indexes. An
// answer tells them table by table, in the order in which the request names the tables.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/metering/capacity_constants.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/operation.h"

namespace pixii {

// Developer guide, transaction-apis: one unit to prepare, one to commit.
inline constexpr int kTransactionFactor = 2;

// Units of the tables of one transaction.
class TransactionCapacity {
 public:
  explicit TransactionCapacity(CapacityKind kind) : kind_(kind) {}

  // Adds what one item costs in its table, which the request calls `table_name`.
  void AddItem(const Table& table, std::string_view table_name, uint64_t size_bytes);
  // Adds what the commit's changes cost in indexes. REQUIRES: their tables have been added.
  void AddIndexes(const Commit& commit);

  // What a repetition under the same token tells: reading each item added (developer guide,
  // transaction-apis).
  std::vector<TokenReadUnits> TokenReads() const;

  // Absent unless `asked` (the request's ReturnConsumedCapacity) is TOTAL or INDEXES.
  Span<ConsumedCapacity> Tell(OperationContext& context, std::string_view asked) const;

 private:
  struct TableUnits {
    const Table* table;
    std::string_view name;
    CapacityTally tally{};
    uint64_t token_read_units = 0;
  };
  CapacityKind kind_;
  std::vector<TableUnits> tables_;
};

// Fills in which kind the units of `told` are, all parts included.
void TellKind(OperationContext& context, CapacityKind kind, ConsumedCapacity& told);

}  // namespace pixii
