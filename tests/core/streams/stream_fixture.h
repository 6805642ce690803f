// Records and items for tests of streams.
#pragma once

#include <string>

#include "core/streams/stream_record.h"
#include "core/values/item_size.h"
#include "core/values/key_bytes.h"
#include "core/values/value_builder.h"

namespace pixii::support {

// {pk: <key>, v: <value>} under the key of pk.
inline Ref<Item> MakeThing(const std::string& pk, const std::string& value) {
  std::string body;
  ValueBuilder builder(body);
  builder.Name("pk");
  const size_t at = body.size();
  builder.String(pk);
  const std::string encoded = body.substr(at);
  builder.Name("v");
  builder.String(value);
  std::string key;
  BeginPrimaryKey(key, ValueView(Data(encoded)));
  return Item::Make(key, body, EntriesSizeBytes(EntryRange(body)));
}

inline StreamRecord MakeRecord(uint64_t sequence, int64_t time_ms) {
  StreamRecord record;
  record.sequence = sequence;
  record.time_ms = time_ms;
  record.new_image = MakeThing("a", std::to_string(sequence));
  return record;
}

}  // namespace pixii::support
