// Measuring, making and planning the items of writes.
#include "core/operations/item_plans.h"

#include "core/base/limits.h"
#include "core/base/messages/attribute_values.h"
#include "core/base/messages/keys.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

// Errors: kValidation for an item over the limit.
Result<NewItem> MeasureUpdated(const ItemUpdate& change, Bytes new_entries) {
  const EntryRange item(new_entries);
  const NewItem measured{new_entries, EntriesSizeBytes(item)};
  const bool fits = measured.size_bytes <= limits::kItemSizeBytesMax &&
                    (change.gate == UpdateGate::kItem ||
                     change.update.GateSizeBytes(item) <= limits::kItemSizeBytesMax);
  if (fits) return measured;
  return ValidationError(messages::UpdatedItemTooLarge());
}

// Each value of the request has been looked at by itself; only a path into a document puts one
// deeper.
Result<void> CheckNesting(const BoundUpdate& update, EntryRange item) {
  for (const DocumentPath& path : update.Paths()) {
    if (path.is_top_level()) continue;
    if (NestsWithin(item, limits::kNestingLevelsMax)) return {};
    return ValidationError(messages::NestedTooDeep());
  }
  return {};
}

}  // namespace

Result<NewItem> MeasurePut(const AttributeMap& item) {
  const NewItem measured{item.entries, EntriesSizeBytes(item.Entries())};
  if (measured.size_bytes <= limits::kItemSizeBytesMax) return measured;
  return ValidationError(messages::ItemTooLarge());
}

Result<void> CheckLeavesKey(const KeySchema& schema, const BoundUpdate& update) {
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      for (const DocumentPath& path : update.Paths()) {
        if (path.root() != attribute.name) continue;
        return ValidationError(messages::CannotUpdateKey(attribute.name));
      }
    }
  }
  return {};
}

Result<NewItem> MakeUpdated(OperationContext& context, const ItemWrite& write,
                            const ItemUpdate& change) {
  const EntryRange before =
      write.old_item != nullptr ? write.old_item->Attributes() : change.key_attributes;
  std::string& new_entries = context.new_entries;
  new_entries.clear();
  PIXII_RETURN_IF_ERROR(change.update.Apply(before, new_entries));
  PIXII_RETURN_IF_ERROR(CheckNesting(change.update, EntryRange(Bytes(new_entries))));
  return MeasureUpdated(change, new_entries);
}

const Item* PlanItemWrite(OperationContext& context, const ItemWrite& write,
                          const NewItem* new_item) {
  if (new_item == nullptr && write.old_item == nullptr) return nullptr;
  Ref<Item> item;
  if (new_item != nullptr) item = Item::Make(write.key, new_item->entries, new_item->size_bytes);
  const Item* planned = item.get();
  context.commit.items.push_back(
      PlanItemChange(*write.table, write.key, write.old_item, std::move(item)));
  return planned;
}

}  // namespace pixii
