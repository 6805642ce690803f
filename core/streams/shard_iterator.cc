// Packing positions, and taking apart what clients send.
#include "core/streams/shard_iterator.h"

#include "core/base/base64.h"
#include "core/base/bytes.h"
#include "core/base/checksum.h"

namespace pixii {
namespace {

constexpr char kVersion = 1;
constexpr std::string_view kBetween = "|1|";
// The longest iterator that requests may carry.
constexpr size_t kTextMax = 2048;
constexpr size_t kFixedBytes = 1 + 2 * sizeof(uint64_t);

void AppendText(std::string& out, std::string_view text) {
  AppendVarint(out, static_cast<uint32_t>(text.size()));
  out.append(text);
}

void AppendFixed(std::string& out, const void* value, size_t size) {
  out.append(static_cast<const char*>(value), size);
}

// Takes a text off the front of `rest`.
bool TakeText(std::string_view& rest, std::string& text) {
  uint32_t size = 0;
  for (int shift = 0;; shift += 7) {
    if (rest.empty() || shift > 14) return false;
    const auto byte = static_cast<uint8_t>(rest[0]);
    rest.remove_prefix(1);
    size |= uint32_t{byte & 0x7fu} << shift;
    if (byte < 0x80) break;
  }
  if (size > rest.size()) return false;
  text = rest.substr(0, size);
  rest.remove_prefix(size);
  return true;
}

bool Unpack(std::string_view payload, ShardPosition& position) {
  if (payload.size() < kFixedBytes + sizeof(uint32_t) || payload[0] != kVersion) return false;
  const std::string_view checked = payload.substr(0, payload.size() - sizeof(uint32_t));
  if (ReadFixed32(Data(payload) + checked.size()) != Crc32c(checked)) return false;
  position.issued_ms = static_cast<int64_t>(ReadFixed64(Data(payload) + 1));
  position.sequence = ReadFixed64(Data(payload) + 1 + sizeof(uint64_t));
  std::string_view rest = checked.substr(kFixedBytes);
  return position.issued_ms >= 0 && TakeText(rest, position.resource) &&
         TakeText(rest, position.shard_id) && rest.empty();
}

}  // namespace

std::string ShardIteratorText(const ShardPosition& position) {
  std::string payload(1, kVersion);
  AppendFixed(payload, &position.issued_ms, sizeof position.issued_ms);
  AppendFixed(payload, &position.sequence, sizeof position.sequence);
  AppendText(payload, position.resource);
  AppendText(payload, position.shard_id);
  const uint32_t check = Crc32c(payload);
  AppendFixed(payload, &check, sizeof check);
  return Base64Text(payload);
}

bool ParseShardIterator(std::string_view text, ShardPosition& position) {
  if (text.size() > kTextMax) return false;
  std::string payload(text.size() / 4 * 3, '\0');
  size_t size = 0;
  if (DecodeBase64(text, payload.data(), size) != Base64Fault::kNone) return false;
  payload.resize(size);
  return Unpack(payload, position);
}

std::string StreamIteratorText(const ShardPosition& position) {
  return position.resource + std::string(kBetween) + ShardIteratorText(position);
}

bool ParseStreamIterator(std::string_view text, ShardPosition& position) {
  const size_t between = text.find(kBetween);
  if (between == text.npos) return false;
  return ParseShardIterator(text.substr(between + kBetween.size()), position) &&
         position.resource == text.substr(0, between);
}

}  // namespace pixii
