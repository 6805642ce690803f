// Appends encoded values (attribute_value.h) to a byte string and keeps their invariants: it sorts
// map entries and set members when they arrive out of order and says when a set's member came
// twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/values/attribute_value.h"

namespace pixii {

// Appends to `out`, which it borrows. Containers nest; every Begin is closed by its End. Entries of
// the outermost level, appended without BeginMap, form an item body: close it with EndEntries.
class ValueBuilder {
 public:
  explicit ValueBuilder(std::string& out) : out_(out) {}

  // REQUIRES: valid UTF-8; `plain` as IsPlainJsonText(text) would say.
  void String(std::string_view text, bool plain) { Headed('S', text, plain); }
  void String(std::string_view text) { String(text, IsPlainJsonText(text)); }
  // REQUIRES: `packed` is a packed decimal (number.h).
  void Number(Bytes packed);
  void Binary(Bytes bytes) { Headed('B', bytes, false); }
  void Bool(bool value) { out_.push_back(value ? 'T' : 'F'); }
  void Null() { out_.push_back('0'); }
  // A whole value as it stands.
  void Copy(ValueView value) { out_.append(value.Encoded()); }

  void BeginList() { Begin('L'); }
  void BeginMap() { Begin('M'); }
  // REQUIRES: a set type.
  void BeginSet(ValueType type);
  // The name of the next value, inside a map or item body.
  void Name(std::string_view name, bool plain);
  void Name(std::string_view name) { Name(name, IsPlainJsonText(name)); }
  // An entry as it stands in another map or item.
  void CopyEntry(const Entry& entry) {
    Name(entry.name, entry.name_plain);
    Copy(entry.value);
  }

  void EndList();
  // A name given twice keeps its last value.
  void EndMap();
  // False if a member came twice (the set then holds it once).
  bool EndSet();
  // Forgets containers that were begun and never ended, as when reading stopped half-way.
  void Reset() { levels_.clear(); }
  // Sorts the entries appended since `from` (an offset in `out`), as EndMap does for a map.
  void EndEntries(size_t from) { SortEntries(from); }

 private:
  // An entry or set member being put in order, by offsets in the output.
  struct Part {
    uint64_t prefix;  // the first bytes of the sort key, big-endian, so that most compares end here
    uint32_t key;
    uint32_t key_size;
    uint32_t begin;
    uint32_t size;
  };

  void Begin(char tag);
  void Headed(char tag, Bytes bytes, bool plain);
  void AddPart(Bytes key, const uint8_t* begin, const uint8_t* behind);
  Bytes KeyOf(const Part& part) const { return Bytes(out_).substr(part.key, part.key_size); }
  bool Precedes(const Part& left, const Part& right) const {
    if (left.prefix != right.prefix) return left.prefix < right.prefix;
    return KeyOf(left) < KeyOf(right);
  }
  bool Ascend() const;
  void SortParts();
  size_t KeepLastOfEqual();
  void Rewrite(size_t from);
  uint32_t SortEntries(size_t from);

  std::string& out_;
  std::vector<size_t> levels_;  // where each open container begins
  // Working memory, kept from container to container.
  std::vector<Part> parts_;
  std::string sorted_;
};

}  // namespace pixii
