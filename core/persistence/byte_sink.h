// Writing checksummed parts, one after the other, as docs/storage-format.md lays them out:
//
//   part := u32 size of payload, u32 CRC-32C of kind and payload, u8 kind, payload
//   text := varint size, bytes
#pragma once

#include <cstdint>
#include <string>

#include "core/base/bytes.h"

namespace pixii {

// Appends to a string it borrows. A part is open between BeginPart and EndPart.
class ByteSink {
 public:
  explicit ByteSink(std::string& out) : out_(out) {}

  void BeginPart(char kind);
  void EndPart();
  // Bytes of the open part's payload so far.
  size_t PartSize() const;

  void Byte(uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void Varint(uint32_t value) { AppendVarint(out_, value); }
  void Fixed64(uint64_t value);
  void Text(Bytes bytes) {
    Varint(static_cast<uint32_t>(bytes.size()));
    out_.append(bytes);
  }

 private:
  std::string& out_;
  size_t part_start_ = 0;
};

}  // namespace pixii
