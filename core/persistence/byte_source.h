// Reading what a ByteSink wrote, from bytes that may be damaged anywhere.
#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace pixii {

// Reads fields of one payload. After anything that does not fit, ok() is false and every field
// reads as zero or empty.
class FieldSource {
 public:
  explicit FieldSource(Bytes bytes) : at_(Data(bytes)), end_(Data(bytes) + bytes.size()) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return at_ == end_; }
  uint8_t Byte();
  uint32_t Varint();
  uint64_t Fixed64();
  // Borrowed from the payload.
  Bytes Text();

 private:
  bool Take(size_t count);

  const uint8_t* at_;
  const uint8_t* end_;
  bool ok_ = true;
};

// One part, checked against its checksum.
struct Part {
  char kind;
  Bytes payload;
};

// Reads parts one after the other.
class ByteSource {
 public:
  explicit ByteSource(Bytes bytes) : rest_(bytes) {}

  bool AtEnd() const { return rest_.empty(); }
  // False if no whole part with a right checksum stands next.
  bool Next(Part& part);

 private:
  Bytes rest_;
};

}  // namespace pixii
