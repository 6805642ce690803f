// Streams as stored bytes (docs/storage-format.md). Parts of a database:
//
//   'Q'    := u64 next sequence number, varint streams, u64 their records, varint data streams,
//             u64 their records
//   'S'    := one stream: text table key, text account, text region, text table name,
//             attributes (partition), attributes (sort), u8 view, u64 label, u64 made, u64 ended,
//             varint shards, shard*
//   'H'    := record*      of the last stream, shard by shard, about 1 MB a part
//   record := the fields that all records begin with (shard_bytes.h; flags: 1 old image,
//             2 new image, 4 expired), text* (the images, or else the keys)
#pragma once

#include <string>
#include <vector>

#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/storage/data_stream_bytes.h"
#include "core/storage/stream_store.h"

namespace pixii {

void WriteStreams(const StreamStore& store, ByteSink& sink);

// Takes the parts of streams apart, one after the other. What is false is damaged: nothing of the
// reader is to be used then. Trusts nothing.
class StreamReader {
 public:
  bool ReadHead(Bytes payload);
  bool ReadStream(Bytes payload);
  bool ReadRecords(Bytes payload);
  bool ReadDataStream(Bytes payload) { return data_.ReadStream(payload, next_sequence_); }
  bool ReadDataRecords(Bytes payload) { return data_.ReadRecords(payload, next_sequence_); }
  // After the last part: whether all is there.
  bool Whole() const;

  uint64_t next_sequence() const { return next_sequence_; }
  // REQUIRES: Whole().
  const std::vector<Ref<Stream>>& streams() const { return streams_; }
  const std::vector<Ref<DataStream>>& data_streams() const { return data_.streams(); }

 private:
  bool ReadRecord(FieldSource& fields);
  bool ReadImages(FieldSource& fields, uint8_t flags, StreamRecord& record);
  Ref<Item> ReadImage(FieldSource& fields);
  Ref<Item> ReadKeys(FieldSource& fields);

  bool has_head_ = false;
  uint64_t next_sequence_ = 1;
  uint32_t stream_count_ = 0;
  uint64_t record_count_ = 0;
  uint64_t records_ = 0;
  uint32_t data_stream_count_ = 0;
  uint64_t data_record_count_ = 0;
  DataStreamReader data_;
  std::vector<Ref<Stream>> streams_;
  std::string key_;  // working memory
};

}  // namespace pixii
