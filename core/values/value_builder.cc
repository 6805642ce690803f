// Building encoded values in one pass: container sizes are filled in at the End, and only
// containers whose members arrived out of order are rewritten.
#include "core/values/value_builder.h"

#include <algorithm>
#include <cassert>

namespace pixii {
namespace {

using value_internal::kContainerHead;

void WriteHead(std::string& out, size_t start, uint32_t count) {
  uint8_t* head = reinterpret_cast<uint8_t*>(out.data()) + start;
  WriteFixed32(head + 1, static_cast<uint32_t>(out.size() - start - kContainerHead));
  WriteFixed32(head + 5, count);
}

// The first eight bytes of `key`, zeros behind its end, as a number in their order. `readable` is
// how many bytes may be read from its beginning.
uint64_t PrefixOf(Bytes key, size_t readable) {
  if (readable < sizeof(uint64_t)) {
    uint64_t prefix = 0;
    std::memcpy(&prefix, key.data(), std::min(key.size(), sizeof prefix));
    return __builtin_bswap64(prefix);
  }
  const uint64_t prefix = __builtin_bswap64(ReadFixed64(Data(key)));
  const size_t unused = 8 * (sizeof prefix - std::min(key.size(), sizeof prefix));
  return unused == 64 ? 0 : prefix >> unused << unused;
}

}  // namespace

void ValueBuilder::Headed(char tag, Bytes bytes, bool plain) {
  out_.push_back(tag);
  AppendVarint(out_, static_cast<uint32_t>(bytes.size()) << 1 | (plain ? 1 : 0));
  out_.append(bytes);
}

void ValueBuilder::Number(Bytes packed) {
  out_.push_back('N');
  out_.push_back(static_cast<char>(packed.size()));
  out_.append(packed);
}

void ValueBuilder::BeginSet(ValueType type) {
  Begin(type == ValueType::kStringSet ? 's' : type == ValueType::kNumberSet ? 'n' : 'b');
}

void ValueBuilder::Name(std::string_view name, bool plain) {
  AppendVarint(out_, static_cast<uint32_t>(name.size()) << 1 | (plain ? 1 : 0));
  out_.append(name);
}

void ValueBuilder::Begin(char tag) {
  levels_.push_back(out_.size());
  out_.push_back(tag);
  out_.append(kContainerHead - 1, '\0');
}

void ValueBuilder::EndList() {
  const size_t start = levels_.back();
  levels_.pop_back();
  uint32_t count = 0;
  const uint8_t* end = Data(out_) + out_.size();
  for (const uint8_t* at = Data(out_) + start + kContainerHead; at != end;
       at = ValueView(at).Behind()) {
    ++count;
  }
  WriteHead(out_, start, count);
}

void ValueBuilder::EndMap() {
  const size_t start = levels_.back();
  levels_.pop_back();
  const uint32_t count = SortEntries(start + kContainerHead);
  WriteHead(out_, start, count);
}

bool ValueBuilder::EndSet() {
  const size_t start = levels_.back();
  levels_.pop_back();
  const size_t from = start + kContainerHead;
  parts_.clear();
  const uint8_t* end = Data(out_) + out_.size();
  for (const uint8_t* at = Data(out_) + from; at != end;) {
    const ValueView member(at);
    AddPart(member.Payload(), at, member.Behind());
    at = member.Behind();
  }
  size_t repeated = 0;
  if (!Ascend()) {
    SortParts();
    repeated = KeepLastOfEqual();
    Rewrite(from);
  }
  WriteHead(out_, start, static_cast<uint32_t>(parts_.size()));
  return repeated == 0;
}

// Sorts the entry run behind `from`; returns how many entries are left.
uint32_t ValueBuilder::SortEntries(size_t from) {
  parts_.clear();
  const EntryRange entries(Data(out_) + from, Data(out_) + out_.size());
  for (auto at = entries.begin(); at != entries.end();) {
    const uint8_t* begin = at.at();
    const Bytes name = (*at).name;
    ++at;
    AddPart(name, begin, at.at());
  }
  if (!Ascend()) {
    SortParts();
    KeepLastOfEqual();
    Rewrite(from);
  }
  return static_cast<uint32_t>(parts_.size());
}

void ValueBuilder::AddPart(Bytes key, const uint8_t* begin, const uint8_t* behind) {
  const uint8_t* origin = Data(out_);
  const size_t readable = out_.size() - static_cast<size_t>(Data(key) - origin);
  parts_.push_back({PrefixOf(key, readable), static_cast<uint32_t>(Data(key) - origin),
                    static_cast<uint32_t>(key.size()), static_cast<uint32_t>(begin - origin),
                    static_cast<uint32_t>(behind - begin)});
}

// Whether each part has a greater key than the one before it.
bool ValueBuilder::Ascend() const {
  for (size_t i = 1; i < parts_.size(); ++i) {
    if (!Precedes(parts_[i - 1], parts_[i])) return false;
  }
  return true;
}

// Stable, so that of equal keys the last given stays last.
void ValueBuilder::SortParts() {
  constexpr size_t kFew = 32;
  const auto precedes = [this](const Part& left, const Part& right) {
    return Precedes(left, right);
  };
  if (parts_.size() > kFew) {
    std::stable_sort(parts_.begin(), parts_.end(), precedes);
    return;
  }
  for (size_t i = 1; i < parts_.size(); ++i) {
    const Part part = parts_[i];
    size_t to = i;
    for (; to > 0 && Precedes(part, parts_[to - 1]); --to) parts_[to] = parts_[to - 1];
    parts_[to] = part;
  }
}

// Drops all but the last of equal keys; returns how many were dropped. REQUIRES: sorted.
size_t ValueBuilder::KeepLastOfEqual() {
  if (Ascend()) return 0;
  size_t kept = 0;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (i + 1 < parts_.size() && !Precedes(parts_[i], parts_[i + 1])) continue;
    parts_[kept++] = parts_[i];
  }
  const size_t dropped = parts_.size() - kept;
  parts_.resize(kept);
  return dropped;
}

// Writes the parts, in their order, over what stands behind `from`.
void ValueBuilder::Rewrite(size_t from) {
  sorted_.clear();
  for (const Part& part : parts_) sorted_.append(out_, part.begin, part.size);
  out_.resize(from);
  out_.append(sorted_);
}

}  // namespace pixii
