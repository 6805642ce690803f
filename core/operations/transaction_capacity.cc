// Adding up and telling what transactions consume.
#include "core/operations/transaction_capacity.h"

#include <algorithm>

#include "core/metering/capacity.h"

namespace pixii {
namespace {

// Developer guide, transaction-apis: one unit to prepare, one to commit.
constexpr double kTransactionFactor = 2;

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
}

void TransactionCapacity::AddIndexes(const Commit& commit) {
  for (const ItemChange& change : commit.items) {
    for (TableUnits& units : tables_) {
      if (units.table->Key() == change.table_key) units.tally.AddIndexChanges(change.index_changes);
    }
  }
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
