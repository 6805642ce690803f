// Naming the streams of tables, and counting the memory of definitions.
#include "core/storage/table_definition.h"

#include "core/base/time_text.h"

namespace pixii {
namespace {

// What the heap takes beside the text itself, with the string's own fields.
constexpr uint64_t kTextOverheadBytes = 48;

uint64_t BytesOf(const std::string& text) { return text.size() + kTextOverheadBytes; }

uint64_t BytesOf(const std::vector<KeyAttribute>& attributes) {
  uint64_t bytes = 0;
  for (const KeyAttribute& attribute : attributes) bytes += BytesOf(attribute.name);
  return bytes;
}

uint64_t BytesOf(const std::vector<Tag>& tags) {
  uint64_t bytes = 0;
  for (const Tag& tag : tags) bytes += BytesOf(tag.key) + BytesOf(tag.value);
  return bytes;
}

}  // namespace

std::string TableDefinition::StreamArn() const {
  return Arn() + "/stream/" + TimeLabel(stream.label_ms);
}

uint64_t TableDefinition::TextBytes() const {
  uint64_t bytes = BytesOf(encryption.key_arn) + BytesOf(policy.text) + BytesOf(stream.policy.text);
  bytes += BytesOf(tags) + BytesOf(stream.tags) + BytesOf(attribute_definitions);
  for (const KinesisDestination& destination : destinations) {
    bytes += BytesOf(destination.stream_arn);
  }
  for (const IndexDefinition& index : indexes) {
    bytes += BytesOf(index.name) + BytesOf(index.key_schema.partition);
    bytes += BytesOf(index.key_schema.sort);
    for (const std::string& attribute : index.non_key_attributes) bytes += BytesOf(attribute);
  }
  return bytes;
}

int64_t TableDefinition::NextStateMs() const {
  int64_t next_ms = INT64_MAX;
  const auto consider = [&next_ms](int64_t time_ms) {
    if (time_ms != 0 && time_ms < next_ms) next_ms = time_ms;
  };
  if (state != TableState::kActive) consider(state_ends_ms);
  for (const IndexDefinition& index : indexes) {
    if (index.state != IndexState::kActive) consider(index.state_ends_ms);
    consider(index.warm.settles_ms);
  }
  consider(warm.settles_ms);
  consider(encryption.settles_ms);
  consider(time_to_live.settles_ms);
  consider(time_to_live.sweeps_until_ms);
  return next_ms;
}

}  // namespace pixii
