// Writing parts.
#include "core/persistence/byte_sink.h"

#include "core/base/checksum.h"

namespace pixii {
namespace {

constexpr size_t kPartHead = 8;  // size and checksum, before the kind

}  // namespace

void ByteSink::BeginPart(char kind) {
  part_start_ = out_.size();
  out_.append(kPartHead, '\0');
  out_.push_back(kind);
}

size_t ByteSink::PartSize() const { return out_.size() - part_start_ - kPartHead - 1; }

void ByteSink::EndPart() {
  uint8_t* head = reinterpret_cast<uint8_t*>(out_.data()) + part_start_;
  WriteFixed32(head, static_cast<uint32_t>(PartSize()));
  WriteFixed32(head + 4, Crc32c(Bytes(out_).substr(part_start_ + kPartHead)));
}

void ByteSink::Fixed64(uint64_t value) {
  uint8_t bytes[8];
  WriteFixed64(bytes, value);
  out_.append(reinterpret_cast<const char*>(bytes), sizeof bytes);
}

}  // namespace pixii
