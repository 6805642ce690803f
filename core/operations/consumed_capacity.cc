// Consumed capacity of one table in one answer.
#include "core/operations/consumed_capacity.h"

namespace pixii {
namespace {

// The indexes of `kind` that consumed anything. Absent if none did.
Span<MapEntry<Capacity>> IndexParts(OperationContext& context, const TableDefinition& definition,
                                    const CapacityTally& tally, IndexKind kind) {
  const size_t count = tally.index_units.size();
  Span<MapEntry<Capacity>> parts{context.arena.New<MapEntry<Capacity>>(count), 0};
  for (size_t i = 0; i < count; ++i) {
    const IndexDefinition& index = definition.indexes[i];
    if (index.kind != kind || tally.index_units[i] == 0) continue;
    parts[parts.count++] = {index.name, {tally.index_units[i]}};
  }
  return parts.empty() ? Span<MapEntry<Capacity>>() : parts;
}

}  // namespace

void CapacityTally::AddIndexChanges(const std::vector<IndexChange>& changes, double factor) {
  for (const IndexChange& change : changes) {
    AddIndex(change.index, factor * static_cast<double>(change.write_units));
  }
}

double CapacityTally::Total() const {
  double total = table_units;
  for (const double units : index_units) total += units;
  return total;
}

const ConsumedCapacity* TellCapacity(OperationContext& context, std::string_view asked,
                                     std::string_view table_name, const TableDefinition& definition,
                                     const CapacityTally& tally) {
  const bool with_parts = asked == "INDEXES";
  if (!with_parts && asked != "TOTAL") return nullptr;
  ConsumedCapacity* told = context.arena.New<ConsumedCapacity>();
  told->table_name = table_name;
  told->capacity_units = tally.Total();
  if (!with_parts) return told;
  Capacity* table = context.arena.New<Capacity>();
  table->capacity_units = tally.table_units;
  told->table = table;
  told->global_secondary_indexes = IndexParts(context, definition, tally, IndexKind::kGlobal);
  told->local_secondary_indexes = IndexParts(context, definition, tally, IndexKind::kLocal);
  return told;
}

}  // namespace pixii
