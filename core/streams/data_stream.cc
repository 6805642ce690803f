// Naming, feeding and trimming data streams.
#include "core/streams/data_stream.h"

#include <algorithm>
#include <cassert>
#include <cstdio>

#include "core/base/md5.h"
#include "core/values/key_bytes.h"

namespace pixii {
namespace {

constexpr char kKeyBegin = '\x01';
constexpr uint64_t kDataStreamBytes = 512;
constexpr uint64_t kShardBytes = 320;
// 2 + 12 digits of the shard's place + 22 zeros + 20 digits.
constexpr std::string_view kSequenceBegin = "49";
constexpr std::string_view kSequenceMiddle = "0000000000000000000000";
constexpr size_t kPlaceDigits = 12;
constexpr size_t kSequenceDigits = 20;
constexpr uint64_t kPartitionSeed = 0x3C6EF372FE94F82Bu;
constexpr uint64_t kPartitionCheckSeed = 0xA54FF53A5F1D36F1u;

constexpr HashKey kHashKeyMax = ~HashKey{0};

// Hashes of each shard of several: all 2^128 of them over their number, rounded down.
HashKey ShardWidth(size_t count) {
  return kHashKeyMax / count + (kHashKeyMax % count == count - 1 ? 1 : 0);
}

bool SameSource(const ChangeSource& left, const ChangeSource& right) {
  return left.table_name() == right.table_name() && left.region() == right.region() &&
         left.key_names() == right.key_names();
}

// False if it is no decimal number of 64 bits.
bool ParseDigits(std::string_view digits, uint64_t& value) {
  value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return false;
    const auto next = static_cast<uint64_t>(digit - '0');
    if (value > (UINT64_MAX - next) / 10) return false;
    value = value * 10 + next;
  }
  return true;
}

}  // namespace

DataStream::DataStream(DataStreamHead head)
    : key_(DataStreamKey(head.arn)), head_(std::move(head)), memory_bytes_(kDataStreamBytes) {}

DataStream::DataStream(const DataStream& other)
    : key_(other.key_),
      head_(other.head_),
      shards_(other.shards_),
      memory_bytes_(other.memory_bytes_) {}

const Shard* DataStream::FindShard(std::string_view id) const {
  for (const Ref<Shard>& shard : shards_) {
    if (shard->id() == id) return shard.get();
  }
  return nullptr;
}

Shard& DataStream::Own(Ref<Shard>& shard) {
  if (!shard.unique()) shard = shard->Clone();
  return *shard;
}

void DataStream::AddShard(Ref<Shard> shard) {
  memory_bytes_ += kShardBytes;
  for (auto at = shard->records().LowerBound(0); at.get() != nullptr; at.Next()) {
    memory_bytes_ += at.get()->MemoryBytes();
  }
  shards_.push_back(std::move(shard));
}

void DataStream::Append(StreamRecord record) {
  assert(!shards_.empty());
  // Of a single shard nothing has to be hashed.
  const size_t place =
      shards_.size() == 1 ? 0 : DataShardOf(DataPartitionKey(record), shards_.size());
  Shard& shard = Own(shards_[place]);
  if (!shard.records().empty() && SameSource(*shard.records().back().source, *record.source)) {
    record.source = shard.records().back().source;
  }
  memory_bytes_ += record.MemoryBytes();
  shard.Append(std::move(record));
}

void DataStream::TrimBefore(int64_t time_ms) {
  for (Ref<Shard>& shard : shards_) {
    if (shard->records().empty() || shard->records().front().time_ms >= time_ms) continue;
    memory_bytes_ -= Own(shard).TrimBefore(time_ms);
  }
}

int64_t DataStream::OldestMs() const {
  int64_t oldest_ms = INT64_MAX;
  for (const Ref<Shard>& shard : shards_) {
    if (!shard->records().empty()) {
      oldest_ms = std::min(oldest_ms, shard->records().front().time_ms);
    }
  }
  return oldest_ms;
}

std::string DataStreamArn(std::string_view region, std::string_view account,
                          std::string_view name) {
  return std::string("arn:aws:kinesis:")
      .append(region)
      .append(1, ':')
      .append(account)
      .append(":stream/")
      .append(name);
}

std::string DataStreamKey(std::string_view arn) { return std::string(1, kKeyBegin).append(arn); }

bool IsDataStreamKey(std::string_view key) { return !key.empty() && key[0] == kKeyBegin; }

std::string DataShardId(size_t place) {
  char text[32];
  const int size = std::snprintf(text, sizeof text, "shardId-%012zu", place);
  return std::string(text, static_cast<size_t>(size));
}

HashKey DataShardFirstHash(size_t place, size_t count) {
  return place == 0 ? 0 : ShardWidth(count) * place;
}

HashKey DataShardLastHash(size_t place, size_t count) {
  return place + 1 == count ? kHashKeyMax : ShardWidth(count) * (place + 1) - 1;
}

size_t DataShardOf(std::string_view partition_key, size_t count) {
  if (count == 1) return 0;
  HashKey hash = 0;
  for (const uint8_t byte : Md5(partition_key)) hash = hash << 8 | byte;
  return std::min(static_cast<size_t>(hash / ShardWidth(count)), count - 1);
}

std::string DataSequenceText(size_t place, uint64_t sequence) {
  char text[64];
  const int size = std::snprintf(text, sizeof text, "49%012zu%s%020llu", place,
                                 kSequenceMiddle.data(), static_cast<unsigned long long>(sequence));
  return std::string(text, static_cast<size_t>(size));
}

bool ParseDataSequence(std::string_view text, size_t& place, uint64_t& sequence) {
  const size_t size =
      kSequenceBegin.size() + kPlaceDigits + kSequenceMiddle.size() + kSequenceDigits;
  const size_t middle = kSequenceBegin.size() + kPlaceDigits;
  uint64_t number = 0;
  if (text.size() != size || text.substr(0, kSequenceBegin.size()) != kSequenceBegin ||
      text.substr(middle, kSequenceMiddle.size()) != kSequenceMiddle ||
      !ParseDigits(text.substr(kSequenceBegin.size(), kPlaceDigits), number)) {
    return false;
  }
  place = static_cast<size_t>(number);
  return ParseDigits(text.substr(size - kSequenceDigits), sequence);
}

std::string DataPartitionKey(const StreamRecord& record) {
  const Bytes key = record.Keyed().Key();
  char text[40];
  const int size =
      std::snprintf(text, sizeof text, "%016llX%016llX",
                    static_cast<unsigned long long>(HashBytes(key, kPartitionSeed)),
                    static_cast<unsigned long long>(HashBytes(key, kPartitionCheckSeed)));
  return std::string(text, static_cast<size_t>(size));
}

}  // namespace pixii
