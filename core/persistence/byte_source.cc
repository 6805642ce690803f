// Reading parts and their fields without trusting either.
#include "core/persistence/byte_source.h"

#include "core/base/checksum.h"

namespace pixii {

bool FieldSource::Take(size_t count) {
  ok_ = ok_ && count <= static_cast<size_t>(end_ - at_);
  return ok_;
}

uint8_t FieldSource::Byte() { return Take(1) ? *at_++ : 0; }

uint32_t FieldSource::Varint() {
  uint64_t value = 0;
  for (int shift = 0; shift <= 28; shift += 7) {
    const uint8_t byte = Byte();
    value |= uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) {
      ok_ = ok_ && value <= UINT32_MAX;
      return ok_ ? static_cast<uint32_t>(value) : 0;
    }
  }
  ok_ = false;
  return 0;
}

uint64_t FieldSource::Fixed64() {
  if (!Take(8)) return 0;
  const uint64_t value = ReadFixed64(at_);
  at_ += 8;
  return value;
}

Bytes FieldSource::Text() {
  const uint32_t size = Varint();
  if (!Take(size)) return {};
  const Bytes text(reinterpret_cast<const char*>(at_), size);
  at_ += size;
  return text;
}

bool ByteSource::Next(Part& part) {
  constexpr size_t kHead = 9;
  if (rest_.size() < kHead) return false;
  const uint32_t size = ReadFixed32(Data(rest_));
  const uint32_t checksum = ReadFixed32(Data(rest_) + 4);
  if (size > rest_.size() - kHead) return false;
  if (Crc32c(rest_.substr(8, size + 1)) != checksum) return false;
  part = {rest_[8], rest_.substr(kHead, size)};
  rest_.remove_prefix(kHead + size);
  return true;
}

}  // namespace pixii
