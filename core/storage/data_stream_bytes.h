// Kinesis data streams as stored bytes (docs/storage-format.md). Parts of a database, behind those
// of streams:
//
//   'K'    := one data stream: text ARN, text name, u64 made, u8 on demand, varint shards, shard*
//             (shard_bytes.h)
//   'L'    := record*      of the last data stream, shard by shard, about 1 MB a part
//   record := the fields that all records begin with (shard_bytes.h; flags: 1 old image,
//             2 new image, 4 expired, 8 told in microseconds), text region, text table name,
//             varint key attributes, text* their names, text item key, text* the images
#pragma once

#include <string>
#include <vector>

#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/storage/stream_store.h"

namespace pixii {

void WriteDataStreams(const StreamStore& store, ByteSink& sink);
uint64_t CountDataRecords(const StreamStore& store);

// Takes the parts of data streams apart, one after the other. What is false is damaged. Trusts
// nothing.
class DataStreamReader {
 public:
  // `next_sequence` is above every number.
  bool ReadStream(Bytes payload, uint64_t next_sequence);
  bool ReadRecords(Bytes payload, uint64_t next_sequence);

  const std::vector<Ref<DataStream>>& streams() const { return streams_; }
  uint64_t record_count() const { return records_; }

 private:
  bool ReadRecord(FieldSource& fields, uint64_t next_sequence);

  std::vector<Ref<DataStream>> streams_;
  uint64_t records_ = 0;
};

}  // namespace pixii
