// Encoding key parts in sort order, and the hash that spreads partition keys.
#include "core/values/key_bytes.h"

#include "core/values/number.h"

namespace pixii {
namespace {

// Escapes zero bytes so that a terminator (0x00 0x01) sorts below any continuation.
void AppendEscaped(std::string& out, Bytes bytes) {
  size_t from = 0;
  for (size_t zero = bytes.find('\0'); zero != Bytes::npos; zero = bytes.find('\0', from)) {
    out.append(bytes, from, zero + 1 - from);
    out.push_back('\xFF');
    from = zero + 1;
  }
  out.append(bytes, from, Bytes::npos);
}

__extension__ typedef unsigned __int128 Uint128;

uint64_t Mix(uint64_t left, uint64_t right) {
  const Uint128 product = static_cast<Uint128>(left) * right;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

uint64_t Tail(const uint8_t* at, size_t size) {
  uint64_t word = 0;
  for (size_t i = 0; i < size; ++i) word |= static_cast<uint64_t>(at[i]) << (8 * i);
  return word;
}

constexpr uint64_t kSeed = 0x9E3779B97F4A7C15u;
constexpr uint64_t kStep = 0xD6E8FEB86659FD93u;

}  // namespace

void AppendKeyPart(std::string& out, ValueView value) {
  if (value.is(ValueType::kNumber)) {
    const Bytes packed = value.AsNumber();
    out.append(packed);
    const bool negative = static_cast<uint8_t>(packed[0]) < 0x80;
    if (!negative) out.push_back('\0');
    return;
  }
  AppendEscaped(out, value.Payload());
  out.push_back('\0');
  out.push_back('\x01');
}

void AppendKeyPrefix(std::string& out, ValueView value) { AppendEscaped(out, value.Payload()); }

uint64_t HashPartitionKey(Bytes bytes) { return HashBytes(bytes, kSeed); }

uint64_t HashBytes(Bytes bytes, uint64_t seed) {
  const uint8_t* at = Data(bytes);
  size_t left = bytes.size();
  uint64_t hash = seed ^ (bytes.size() * kStep);
  while (left >= 8) {
    hash = Mix(hash ^ ReadFixed64(at), kStep);
    at += 8;
    left -= 8;
  }
  hash = Mix(hash ^ Tail(at, left), kSeed);
  return Mix(hash ^ kStep, kSeed ^ 0x5851F42D4C957F2Du);
}

void WriteKeyHash(std::string& key, size_t begin) {
  const uint64_t hash = HashPartitionKey(Bytes(key).substr(begin + 8));
  const uint64_t swapped = __builtin_bswap64(hash);
  std::memcpy(key.data() + begin, &swapped, sizeof swapped);
}

void BeginPrimaryKey(std::string& out, ValueView partition_key) {
  out.assign(8, '\0');
  AppendKeyPart(out, partition_key);
  WriteKeyHash(out, 0);
}

std::string PrefixSuccessor(Bytes prefix) {
  std::string successor(prefix);
  while (!successor.empty()) {
    if (static_cast<uint8_t>(successor.back()) != 0xFF) {
      ++successor.back();
      return successor;
    }
    successor.pop_back();
  }
  return successor;
}

std::optional<std::string> TakeKeyPart(Bytes key, ValueType type, size_t& at) {
  if (at >= key.size()) return std::nullopt;
  if (type == ValueType::kNumber) {
    const bool negative = static_cast<uint8_t>(key[at]) < 0x80;
    const size_t end = key.find(negative ? '\x66' : '\0', at);
    if (end == Bytes::npos) return std::nullopt;
    const Bytes packed = key.substr(at, end - at + (negative ? 1 : 0));
    if (!IsPackedNumber(packed)) return std::nullopt;
    at = end + 1;
    return std::string(packed);
  }
  std::string value;
  for (size_t i = at; i + 1 < key.size(); ++i) {
    if (key[i] != '\0') {
      value.push_back(key[i]);
    } else if (key[i + 1] == '\xFF') {
      value.push_back(key[i++]);
    } else {
      at = i + 2;
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace pixii
