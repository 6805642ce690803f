// From the change of an item to the bytes of partitions.
#include "core/storage/meter_growth.h"

#include "core/values/key_bytes.h"

namespace pixii {
namespace {

uint64_t HashOf(const Item& item) { return HashOfKey(item.Key()); }

void Grow(Meter& meter, const Modes& modes, const Item* old_item, const Item* new_item,
          int64_t now_ms) {
  const auto old_bytes = old_item == nullptr ? 0 : static_cast<int64_t>(old_item->SizeBytes());
  const auto new_bytes = new_item == nullptr ? 0 : static_cast<int64_t>(new_item->SizeBytes());
  if (old_item != nullptr && new_item != nullptr && HashOf(*old_item) == HashOf(*new_item)) {
    if (old_bytes == new_bytes) return;
    return meter.Grow(modes, HashOf(*new_item), new_bytes - old_bytes, now_ms);
  }
  if (old_item != nullptr) meter.Grow(modes, HashOf(*old_item), -old_bytes, now_ms);
  if (new_item != nullptr) meter.Grow(modes, HashOf(*new_item), new_bytes, now_ms);
}

}  // namespace

void GrowMeters(Meters& meters, const Modes& modes, const Table& table, const ItemChange& change,
                int64_t now_ms) {
  const Item* old_item = change.old_item.get();
  const Item* new_item = change.new_item.get();
  if (change.index_changes.empty() && old_item != nullptr && new_item != nullptr &&
      old_item->SizeBytes() == new_item->SizeBytes()) {
    return;
  }
  TableMeters& own = meters.Own(table.meter_slot());
  Grow(own.resources[0].meter, modes, old_item, new_item, now_ms);
  for (const IndexChange& index : change.index_changes) {
    const uint32_t resource = own.resource_of_index[index.index];
    if (resource == 0) continue;
    Grow(own.resources[resource].meter, modes, index.old_entry.get(), index.new_entry.get(),
         now_ms);
  }
}

}  // namespace pixii
