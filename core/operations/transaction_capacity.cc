// Adding up and telling what transactions consume.
#include "core/operations/transaction_capacity.h"

#include <algorithm>

#include "core/metering/capacity.h"

namespace pixii {
namespace {

double UnitsOf(CapacityKind kind, uint64_t size_bytes) {
  return kind == CapacityKind::kRead ? ReadUnits(size_bytes, /*consistent=*/true).Units()
                                     : static_cast<double>(WriteUnits(size_bytes));
}

void TellKindOf(CapacityKind kind, Capacity& part) {
  (kind == CapacityKind::kRead ? part.read_capacity_units : part.write_capacity_units) =
      part.capacity_units;
}

}  // namespace

void TransactionCapacity::AddItem(const Table& table, std::string_view table_name,
                                  uint64_t size_bytes) {
  auto found = std::find_if(tables_.begin(), tables_.end(),
                            [&](const TableUnits& units) { return units.table == &table; });
  if (found == tables_.end()) found = tables_.insert(found, {&table, table_name});
  found->tally.table_units += kTransactionFactor * UnitsOf(kind_, size_bytes);
  // Twice the units of a consistent read are as many as its half units.
  found->token_read_units += ReadUnits(size_bytes, /*consistent=*/true).half_units;
}

void TransactionCapacity::AddIndexes(const Commit& commit) {
  for (const ItemChange& change : commit.items) {
    for (TableUnits& units : tables_) {
      if (units.table->Key() == change.table_key) units.tally.AddIndexChanges(change.index_changes);
    }
  }
}

std::vector<TokenReadUnits> TransactionCapacity::TokenReads() const {
  std::vector<TokenReadUnits> reads;
  for (const TableUnits& units : tables_) {
    reads.push_back({std::string(units.name), units.token_read_units});
  }
  return reads;
}

Span<ConsumedCapacity> TransactionCapacity::Tell(OperationContext& context,
                                                 std::string_view asked) const {
  Span<ConsumedCapacity> told{context.arena.New<ConsumedCapacity>(tables_.size()), 0};
  for (const TableUnits& units : tables_) {
    const ConsumedCapacity* one =
        TellCapacity(context, asked, units.name, units.table->definition(), units.tally);
    if (one == nullptr) return {};
    told[told.count] = *one;
    TellKind(context, kind_, told[told.count++]);
  }
  return told;
}

void TellKind(OperationContext& context, CapacityKind kind, ConsumedCapacity& told) {
  (kind == CapacityKind::kRead ? told.read_capacity_units : told.write_capacity_units) =
      told.capacity_units;
  if (told.table != nullptr) {
    Capacity* table = context.arena.New<Capacity>();
    *table = *told.table;
    TellKindOf(kind, *table);
    told.table = table;
  }
  for (auto& [name, part] : told.global_secondary_indexes) TellKindOf(kind, part);
  for (auto& [name, part] : told.local_secondary_indexes) TellKindOf(kind, part);
}

}  // namespace pixii
