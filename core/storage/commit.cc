// Planning what one item change does to its table and indexes.
#include "core/storage/commit.h"

namespace pixii {

ItemChange PlanItemChange(const Table& table, std::string_view item_key, const Item* old_item,
                          Ref<Item> new_item) {
  ItemChange change{table.Key(), item_key, Ref<Item>(const_cast<Item*>(old_item)),
                    std::move(new_item)};
  const TableDefinition& definition = table.definition();
  change.may_grow_collection = definition.HasLocalIndexes();
  for (size_t i = 0; i < definition.indexes.size(); ++i) {
    IndexChange planned =
        PlanIndexChange(table.key_schema(), definition, i, change.old_item, change.new_item);
    if (planned.old_entry || planned.new_entry) change.index_changes.push_back(std::move(planned));
  }
  return change;
}

}  // namespace pixii
