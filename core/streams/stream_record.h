// One change of an item as streams keep it: it shares the item buffers of the change and copies
// nothing but, where no image is told, the key attributes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ref.h"
#include "core/values/item.h"

namespace pixii {

// What a stream tells of a change besides its keys.
enum class StreamView : uint8_t { kKeysOnly, kNewImage, kOldImage, kNewAndOldImages };
enum class ChangeKind : uint8_t { kInsert, kModify, kRemove };

// The table that changes come from. Immutable; shared by its streams and by records that leave for
// other places. One thread.
class ChangeSource {
 public:
  // `key_names` are the table's key attributes, in name order.
  static Ref<ChangeSource> Make(std::string region, std::string table_name,
                                std::vector<std::string> key_names);

  const std::string& region() const { return region_; }
  const std::string& table_name() const { return table_name_; }
  const std::vector<std::string>& key_names() const { return key_names_; }
  // Appends the key attributes of `item` to `out` as an entry run.
  void CopyKeys(EntryRange item, std::string& out) const;

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  ChangeSource(std::string region, std::string table_name, std::vector<std::string> key_names)
      : region_(std::move(region)),
        table_name_(std::move(table_name)),
        key_names_(std::move(key_names)) {}

  std::string region_;
  std::string table_name_;
  std::vector<std::string> key_names_;
  mutable uint32_t references_ = 1;
};

// A change to be recorded. One of the items is there, or both.
struct ItemImages {
  Ref<Item> old_item;
  Ref<Item> new_item;
  bool expired = false;  // time to live took the item away

  ChangeKind Kind() const {
    if (!old_item) return ChangeKind::kInsert;
    return new_item ? ChangeKind::kModify : ChangeKind::kRemove;
  }
  const Item& Either() const { return new_item ? *new_item : *old_item; }
};

struct StreamRecord {
  uint64_t sequence = 0;
  int64_t time_ms = 0;
  ChangeKind kind = ChangeKind::kInsert;
  bool expired = false;
  bool microseconds = false;  // how a data stream tells the time
  // What is told: null where the view or the change has no such image.
  Ref<Item> old_image;
  Ref<Item> new_image;
  // The key attributes alone, if there is neither image.
  Ref<Item> keys;
  // Where it comes from, in a data stream alone.
  Ref<ChangeSource> source;

  // An item that has the key attributes.
  const Item& Keyed() const {
    if (new_image) return *new_image;
    return old_image ? *old_image : *keys;
  }
  // By which the records of one item follow each other: the first eight bytes of its key.
  uint64_t KeyHash() const;
  // What it takes from the heap. A new image is counted only where no old image is told, for it is
  // the table's, or the old image of the record that follows.
  uint64_t MemoryBytes() const;
  // Keys and images, as items are measured. `keys` are the key attributes.
  uint64_t SizeBytes(EntryRange keys_told) const;
};

// The record that a stream with `view` keeps of a change.
StreamRecord MakeStreamRecord(const ChangeSource& source, StreamView view,
                              const ItemImages& images);

// The hash that an encoded primary key begins with.
uint64_t KeyHashOf(Bytes key);

// The id of the event that a record is: 32 hexadecimal digits, the same for the same number.
std::string EventId(uint64_t sequence);

}  // namespace pixii
