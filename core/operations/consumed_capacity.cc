// Consumed capacity of one table in one answer.
#include "core/operations/consumed_capacity.h"

namespace pixii {

const ConsumedCapacity* TellCapacity(OperationContext& context, std::string_view asked,
                                     std::string_view table_name, double units) {
  const bool with_parts = asked == "INDEXES";
  if (!with_parts && asked != "TOTAL") return nullptr;
  ConsumedCapacity* told = context.arena.New<ConsumedCapacity>();
  told->table_name = table_name;
  told->capacity_units = units;
  if (with_parts) {
    Capacity* table = context.arena.New<Capacity>();
    table->capacity_units = units;
    told->table = table;
  }
  return told;
}

}  // namespace pixii
