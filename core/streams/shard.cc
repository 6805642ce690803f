// Closing and trimming shards.
#include "core/streams/shard.h"

#include <cstdio>

namespace pixii {

void Shard::Close(uint64_t ending_sequence, int64_t now_ms) {
  head_.ending_sequence = ending_sequence;
  head_.closed_ms = now_ms;
}

uint64_t Shard::TrimmedBefore(int64_t time_ms) const {
  uint64_t trimmed = head_.trimmed_sequence;
  if (records_.empty() || records_.front().time_ms >= time_ms) return trimmed;
  for (auto at = records_.LowerBound(0); at.get() != nullptr; at.Next()) {
    if (at.get()->time_ms >= time_ms) break;
    trimmed = at.get()->sequence;
  }
  return trimmed;
}

uint64_t Shard::TrimBefore(int64_t time_ms) {
  head_.trimmed_sequence = TrimmedBefore(time_ms);
  return records_.DropBefore(time_ms);
}

std::string ShardId(int64_t opened_ms, uint32_t random) {
  char text[48];
  const int size = std::snprintf(text, sizeof text, "shardId-%020llu-%08x",
                                 static_cast<unsigned long long>(opened_ms), random);
  return std::string(text, static_cast<size_t>(size));
}

int64_t ShardIdTime(std::string_view id) {
  constexpr std::string_view kPrefix = "shardId-";
  if (id.size() < kPrefix.size() + 20 || id.substr(0, kPrefix.size()) != kPrefix) return 0;
  int64_t time_ms = 0;
  // A time has 19 digits at most, behind a 0.
  for (const char digit : id.substr(kPrefix.size() + 1, 19)) {
    if (digit < '0' || digit > '9') return 0;
    time_ms = (time_ms % (INT64_MAX / 10)) * 10 + (digit - '0');
  }
  return time_ms;
}

}  // namespace pixii
