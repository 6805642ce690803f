// Keys as bytes that sort as DynamoDB sorts. Each part is self-delimiting, so parts can follow each
// other and a shorter key sorts before its extensions.
//
//   primary key := u64 big-endian hash of the partition part(s), partition part(s), sort part(s)
//   string      := bytes with 0x00 written 0x00 0xFF, then 0x00 0x01
//   binary      := as string
//   number      := packed decimal (number.h), then 0x00 if positive or zero (a negative one ends in
//   0x66)
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "core/values/attribute_value.h"

namespace pixii {

// Appends one key part. REQUIRES: a string, number or binary.
void AppendKeyPart(std::string& out, ValueView value);

// Appends the part of a string or binary so that all values that begin with it, and only they, have
// keys beginning with the appended bytes: no terminator.
void AppendKeyPrefix(std::string& out, ValueView value);

// The hash that begins a primary key: of the encoded partition part(s). Stable across versions and
// hosts: it decides Scan order, parallel segments and partitions.
uint64_t HashPartitionKey(Bytes encoded_partition_parts);

// The same hash from another start: other seeds give hashes that have nothing to do with one
// another.
uint64_t HashBytes(Bytes bytes, uint64_t seed);

// Writes the hash of the partition part(s), which begin eight bytes behind `begin` and end where
// `key` ends, into those eight bytes.
void WriteKeyHash(std::string& key, size_t begin);

// The hash that an encoded key begins with; one that is cut short goes on with zeros.
inline uint64_t HashOfKey(Bytes key) {
  if (key.size() >= 8) return __builtin_bswap64(ReadFixed64(Data(key)));
  uint64_t hash = 0;
  if (!key.empty()) std::memcpy(&hash, key.data(), key.size());
  return __builtin_bswap64(hash);
}

// Reads the part of this type that begins at `at` and moves `at` behind it: the text, the bytes or
// the packed number that AppendKeyPart wrote. Absent if no whole part stands there.
std::optional<std::string> TakeKeyPart(Bytes key, ValueType type, size_t& at);

// Begins a primary key in `out` (which is cleared) with the hash and the partition part.
void BeginPrimaryKey(std::string& out, ValueView partition_key);

// The smallest byte string greater than every string that begins with `prefix`; empty if there is
// none.
std::string PrefixSuccessor(Bytes prefix);

}  // namespace pixii
