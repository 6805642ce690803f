// Building encoded values in one pass: container sizes are filled in at the End, and only
// containers whose members arrived out of order are rewritten.
#include "core/values/value_builder.h"

#include <algorithm>
#include <cassert>

namespace pixii {
namespace {

constexpr size_t kContainerHead = 9;

// One entry or set member being put in order.
struct Part {
  Bytes sort_key;
  Bytes encoded;
};

void WriteHead(std::string& out, size_t start, uint32_t count) {
  uint8_t* head = reinterpret_cast<uint8_t*>(out.data()) + start;
  WriteFixed32(head + 1, static_cast<uint32_t>(out.size() - start - kContainerHead));
  WriteFixed32(head + 5, count);
}

// Writes `parts` over what stands behind `from`.
void Rewrite(std::string& out, size_t from, const std::vector<Part>& parts) {
  std::string sorted;
  sorted.reserve(out.size() - from);
  for (const Part& part : parts) sorted.append(part.encoded);
  out.resize(from);
  out.append(sorted);
}

bool AscendingAndDistinct(const std::vector<Part>& parts) {
  for (size_t i = 1; i < parts.size(); ++i) {
    if (parts[i - 1].sort_key >= parts[i].sort_key) return false;
  }
  return true;
}

// Stable, so that of equal keys the last given stays last.
void SortParts(std::vector<Part>& parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const Part& left, const Part& right) {
    return left.sort_key < right.sort_key;
  });
}

// Sorts the entry run behind `from`; returns how many entries are left.
uint32_t SortEntries(std::string& out, size_t from) {
  const EntryRange entries(Data(out) + from, Data(out) + out.size());
  uint32_t count = 0;
  bool ascending = true;
  Bytes previous;
  for (auto at = entries.begin(); at != entries.end(); ++at) {
    const Bytes name = (*at).name;
    if (count++ > 0 && previous >= name) ascending = false;
    previous = name;
  }
  if (ascending) return count;
  std::vector<Part> parts;
  parts.reserve(count);
  for (auto at = entries.begin(); at != entries.end(); ++at) {
    const Entry entry = *at;
    const char* begin = reinterpret_cast<const char*>(at.at());
    const char* behind = reinterpret_cast<const char*>(entry.value.Behind());
    parts.push_back({entry.name, {begin, static_cast<size_t>(behind - begin)}});
  }
  SortParts(parts);
  // Keep the last of equal names.
  size_t kept = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i + 1 < parts.size() && parts[i].sort_key == parts[i + 1].sort_key) continue;
    parts[kept++] = parts[i];
  }
  parts.resize(kept);
  Rewrite(out, from, parts);
  return static_cast<uint32_t>(kept);
}

}  // namespace

void ValueBuilder::String(std::string_view text, bool plain) {
  out_.push_back('S');
  AppendVarint(out_, static_cast<uint32_t>(text.size()) << 1 | (plain ? 1 : 0));
  out_.append(text);
}

void ValueBuilder::Number(Bytes packed) {
  out_.push_back('N');
  out_.push_back(static_cast<char>(packed.size()));
  out_.append(packed);
}

void ValueBuilder::Binary(Bytes bytes) {
  out_.push_back('B');
  AppendVarint(out_, static_cast<uint32_t>(bytes.size()) << 1);
  out_.append(bytes);
}

void ValueBuilder::BeginSet(ValueType type) {
  Begin(type == ValueType::kStringSet ? 's' : type == ValueType::kNumberSet ? 'n' : 'b');
}

void ValueBuilder::Name(std::string_view name, bool plain) {
  AppendVarint(out_, static_cast<uint32_t>(name.size()) << 1 | (plain ? 1 : 0));
  out_.append(name);
}

void ValueBuilder::Begin(char tag) {
  levels_.push_back({out_.size()});
  out_.push_back(tag);
  out_.append(kContainerHead - 1, '\0');
}

void ValueBuilder::EndList() {
  const size_t start = levels_.back().start;
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
  const size_t start = levels_.back().start;
  levels_.pop_back();
  const uint32_t count = SortEntries(out_, start + kContainerHead);
  WriteHead(out_, start, count);
}

bool ValueBuilder::EndSet() {
  const size_t start = levels_.back().start;
  levels_.pop_back();
  const size_t from = start + kContainerHead;
  std::vector<Part> parts;
  const uint8_t* end = Data(out_) + out_.size();
  for (const uint8_t* at = Data(out_) + from; at != end;) {
    const ValueView member(at);
    parts.push_back({member.Payload(), member.Encoded()});
    at = member.Behind();
  }
  const size_t given = parts.size();
  if (!AscendingAndDistinct(parts)) {
    SortParts(parts);
    parts.erase(std::unique(parts.begin(), parts.end(),
                            [](const Part& left, const Part& right) {
                              return left.sort_key == right.sort_key;
                            }),
                parts.end());
    Rewrite(out_, from, parts);
  }
  WriteHead(out_, start, static_cast<uint32_t>(parts.size()));
  return parts.size() == given;
}

void ValueBuilder::EndEntries(size_t from) { SortEntries(out_, from); }

}  // namespace pixii
