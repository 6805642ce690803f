// What streams and data streams store alike: the heads of shards and the first fields of records.
//
//   shard       := text id, text parent, u64 first hash, u64 last hash, u64 starting number,
//                  u64 ending number, u64 opened, u64 closed, u64 number of the newest record
//                  trimmed
//   record head := u64 number, u64 time, u8 kind, u8 flags
#pragma once

#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/streams/shard.h"

namespace pixii {

void WriteShard(ByteSink& sink, const ShardHead& head);
// False if it is malformed by itself.
bool ReadShard(FieldSource& fields, ShardHead& head);

// False if it is malformed by itself.
bool ReadRecordHead(FieldSource& fields, StreamRecord& record, uint8_t& flags);
// Whether the record may stand behind those that the shard has.
bool Follows(const Shard& shard, const StreamRecord& record);

}  // namespace pixii
