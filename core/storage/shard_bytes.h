// What streams and data streams store alike: the heads of shards and the first fields of records.
//
//   shard       := text id, text parent, u64 first hash, u64 last hash, u64 starting number,
//                  u64 ending number, u64 opened, u64 closed, u64 number of the newest record
//                  trimmed
//   record      := varint place of its shard, u64 number, u64 time, u8 kind, u8 flags, the rest
#pragma once

#include <cstdint>
#include <vector>

#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/streams/shard.h"

namespace pixii {

void WriteShard(ByteSink& sink, const ShardHead& head);
// False if it is malformed by itself.
bool ReadShard(FieldSource& fields, ShardHead& head);

// Flags of records.
inline constexpr uint8_t kHasOldImage = 1;
inline constexpr uint8_t kHasNewImage = 2;
inline constexpr uint8_t kExpired = 4;
inline constexpr uint8_t kMicroseconds = 8;

uint64_t CountRecords(const std::vector<Ref<Shard>>& shards);
// All records in parts named `part` of about a megabyte; none if there are no records. `write_rest`
// writes what follows the flags.
void WriteRecords(ByteSink& sink, char part, const std::vector<Ref<Shard>>& shards,
                  void (*write_rest)(ByteSink& sink, const StreamRecord& record));

// Behind the place. False if it is malformed by itself.
bool ReadRecordHead(FieldSource& fields, StreamRecord& record, uint8_t& flags);
// Whether the record may stand behind those that the shard has.
bool Follows(const Shard& shard, const StreamRecord& record);

}  // namespace pixii
