// Making records of changes, and measuring them.
#include "core/streams/stream_record.h"

#include <algorithm>
#include <cstdio>

#include "core/values/item_size.h"
#include "core/values/key_bytes.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

constexpr uint64_t kEventSeed = 0x6A09E667F3BCC908u;
constexpr uint64_t kEventCheckSeed = 0xBB67AE8584CAA73Bu;

// The key attributes of `item` alone.
Ref<Item> KeysAlone(const ChangeSource& source, const Item& item) {
  std::string run;
  source.CopyKeys(item.Attributes(), run);
  return Item::Make(item.Key(), run, EntriesSizeBytes(EntryRange(run)));
}

uint64_t HeldBy(const Ref<Item>& item) { return item ? item->MemoryBytes() : 0; }

}  // namespace

Ref<ChangeSource> ChangeSource::Make(std::string region, std::string table_name,
                                     std::vector<std::string> key_names) {
  return Ref<ChangeSource>::Adopt(
      new ChangeSource(std::move(region), std::move(table_name), std::move(key_names)));
}

void ChangeSource::CopyKeys(EntryRange item, std::string& out) const {
  ValueBuilder builder(out);
  size_t left = key_names_.size();
  for (const Entry entry : item) {
    if (std::find(key_names_.begin(), key_names_.end(), entry.name) == key_names_.end()) continue;
    builder.CopyEntry(entry);
    if (--left == 0) return;
  }
}

uint64_t StreamRecord::KeyHash() const { return KeyHashOf(Keyed().Key()); }

uint64_t StreamRecord::MemoryBytes() const {
  const uint64_t images = old_image ? HeldBy(old_image) : HeldBy(new_image);
  return sizeof(StreamRecord) + images + HeldBy(keys);
}

uint64_t StreamRecord::SizeBytes(EntryRange keys_told) const {
  return uint64_t{EntriesSizeBytes(keys_told)} + (old_image ? old_image->SizeBytes() : 0) +
         (new_image ? new_image->SizeBytes() : 0);
}

StreamRecord MakeStreamRecord(const ChangeSource& source, StreamView view,
                              const ItemImages& images) {
  StreamRecord record;
  record.kind = images.Kind();
  record.expired = images.expired;
  if (view == StreamView::kNewImage || view == StreamView::kNewAndOldImages) {
    record.new_image = images.new_item;
  }
  if (view == StreamView::kOldImage || view == StreamView::kNewAndOldImages) {
    record.old_image = images.old_item;
  }
  if (!record.new_image && !record.old_image) record.keys = KeysAlone(source, images.Either());
  return record;
}

uint64_t KeyHashOf(Bytes key) { return __builtin_bswap64(ReadFixed64(Data(key))); }

std::string EventId(uint64_t sequence) {
  std::string number;
  AppendBigEndian64(number, sequence);
  char text[40];
  const int size =
      std::snprintf(text, sizeof text, "%016llx%016llx",
                    static_cast<unsigned long long>(HashBytes(number, kEventSeed)),
                    static_cast<unsigned long long>(HashBytes(number, kEventCheckSeed)));
  return std::string(text, static_cast<size_t>(size));
}

}  // namespace pixii
