// Iterators that clients hand back, and streams in stored databases: foreign bytes. The first byte
// says how the rest is read. What is taken must be written as it was read.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/storage/stream_bytes.h"
#include "core/streams/sequence_number.h"
#include "core/streams/shard_iterator.h"

namespace {

using namespace pixii;

void Require(bool holds) {
  if (!holds) std::abort();
}

void ReadIterator(std::string_view text) {
  ShardPosition position;
  if (ParseStreamIterator(text, position)) {
    ShardPosition again;
    Require(ParseStreamIterator(StreamIteratorText(position), again));
    Require(again.sequence == position.sequence && again.shard_id == position.shard_id);
  }
  if (ParseShardIterator(text, position)) {
    ShardPosition again;
    Require(ParseShardIterator(ShardIteratorText(position), again));
  }
  uint64_t sequence = 0;
  ParseSequenceNumber(text, sequence);
  size_t place = 0;
  ParseDataSequence(text, place, sequence);
}

// Payloads of parts, each behind its kind and a size of two bytes: checksums would stop every one.
void ReadParts(std::string_view bytes) {
  StreamReader reader;
  while (bytes.size() >= 3) {
    const char kind = bytes[0];
    const size_t size =
        (static_cast<size_t>(static_cast<uint8_t>(bytes[1])) << 8) | static_cast<uint8_t>(bytes[2]);
    bytes.remove_prefix(3);
    const std::string_view payload = bytes.substr(0, size);
    bytes.remove_prefix(payload.size());
    bool taken = false;
    if (kind == 'Q') taken = reader.ReadHead(payload);
    if (kind == 'S') taken = reader.ReadStream(payload);
    if (kind == 'H') taken = reader.ReadRecords(payload);
    if (kind == 'K') taken = reader.ReadDataStream(payload);
    if (kind == 'L') taken = reader.ReadDataRecords(payload);
    if (!taken) return;
  }
  if (!reader.Whole()) return;
  StreamStore store;
  store.AdoptSequence(reader.next_sequence());
  for (const Ref<Stream>& stream : reader.streams()) store.Adopt(stream);
  for (const Ref<DataStream>& stream : reader.data_streams()) store.Adopt(stream);
  std::string out;
  ByteSink sink(out);
  WriteStreams(store, sink);
  StreamReader again;
  ByteSource source(out);
  Part part;
  while (source.Next(part)) {
    if (part.kind == 'Q') Require(again.ReadHead(part.payload));
    if (part.kind == 'S') Require(again.ReadStream(part.payload));
    if (part.kind == 'H') Require(again.ReadRecords(part.payload));
    if (part.kind == 'K') Require(again.ReadDataStream(part.payload));
    if (part.kind == 'L') Require(again.ReadDataRecords(part.payload));
  }
  Require(again.Whole());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  if ((data[0] & 1) == 0) {
    ReadIterator(rest);
  } else {
    ReadParts(rest);
  }
  return 0;
}
