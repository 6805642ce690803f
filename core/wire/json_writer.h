// Writing JSON text: a growing buffer that is kept from call to call, and how strings, numbers and
// times look on the wire. The last step of a request's walk writes into one of these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "core/base/bytes.h"

namespace pixii {

// Owns its characters; Clear keeps the memory. Views of it end at the next append. Not copyable.
class JsonBuffer {
 public:
  JsonBuffer() = default;
  JsonBuffer(const JsonBuffer&) = delete;
  JsonBuffer& operator=(const JsonBuffer&) = delete;
  ~JsonBuffer() { std::free(data_); }

  std::string_view view() const { return {data_, size_}; }
  size_t size() const { return size_; }
  // Forgets the text. Memory beyond `kKeptBytes` is given back, so that one large page is not kept
  // for ever.
  void Clear();

  // Room for `count` more characters. Returns where they go; Advance says how many were written.
  char* Reserve(size_t count) {
    if (count > capacity_ - size_) Grow(count);
    return data_ + size_;
  }
  // REQUIRES: at most as many as were reserved.
  void Advance(size_t count) { size_ += count; }
  // Sets the end to `end`, a pointer inside the last reserved room.
  void AdvanceTo(const char* end) { size_ = static_cast<size_t>(end - data_); }

  void Append(std::string_view text) {
    char* to = Reserve(text.size());
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    size_ += text.size();
  }
  void Push(char c) {
    *Reserve(1) = c;
    ++size_;
  }
  // Takes back the last `count` characters.
  void Drop(size_t count) { size_ -= count; }

 private:
  static constexpr size_t kKeptBytes = size_t{4} << 20;

  void Grow(size_t count);

  char* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

// Appends `text` in quotes, escaped where JSON demands it; other characters stand as UTF-8.
// REQUIRES: valid UTF-8 (invalid bytes are written as they are).
void WriteJsonString(JsonBuffer& out, std::string_view text);
// The same, for text known to need no escapes.
inline void WritePlainJsonString(JsonBuffer& out, std::string_view text) {
  char* to = out.Reserve(text.size() + 2);
  *to++ = '"';
  if (!text.empty()) std::memcpy(to, text.data(), text.size());
  to[text.size()] = '"';
  out.Advance(text.size() + 2);
}
// Binary as a base64 string in quotes.
void WriteJsonBinary(JsonBuffer& out, Bytes bytes);

void WriteJsonInteger(JsonBuffer& out, int64_t value);
// Shortest text that reads back as the same value, with at least one decimal: 0.5, 1.0, 12.5.
// A value that is not finite, which JSON cannot say, becomes 0.0.
void WriteJsonDouble(JsonBuffer& out, double value);
// Epoch seconds with up to three decimals: 1700000000.123, 1700000000.
void WriteJsonTimestamp(JsonBuffer& out, int64_t milliseconds);

}  // namespace pixii
