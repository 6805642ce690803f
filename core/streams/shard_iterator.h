// Shard iterators: a place in a shard as a text that clients hand back and cannot make themselves.
//
//   iterator := base64(payload)            where a service says no more (Kinesis)
//             | resource "|1|" base64(payload)   as DynamoDB Streams writes them
//   payload  := u8 version (1), u64 issued (ms since 1970), u64 sequence number,
//               varint size, resource, varint size, shard id, u32 CRC-32C of all before
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii {

// Where reading goes on.
struct ShardPosition {
  std::string resource;  // the stream: its ARN
  std::string shard_id;
  uint64_t sequence = 0;  // of the first record that is told
  int64_t issued_ms = 0;
};

std::string ShardIteratorText(const ShardPosition& position);
// False if `text` is not one that was given out, whole and unchanged. Any bytes are safe.
bool ParseShardIterator(std::string_view text, ShardPosition& position);

// The same in the form of DynamoDB Streams.
std::string StreamIteratorText(const ShardPosition& position);
bool ParseStreamIterator(std::string_view text, ShardPosition& position);

}  // namespace pixii
