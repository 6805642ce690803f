// Which changes a database's streams learn of, and when records and shards go again.
#include "core/storage/database.h"
#include "core/storage/modes.h"
#include "core/storage/stream_store.h"

namespace pixii {

// Streams learn of every change but those that change nothing and those that a stored database is
// rebuilt by.
void Database::Record(const Commit& commit, const ItemChange& change,
                      const TableDefinition& definition) {
  if (commit.origin == CommitOrigin::kImport) return;
  const bool both = change.old_item && change.new_item;
  if (both ? change.old_item->Body() == change.new_item->Body()
           : !change.old_item && !change.new_item) {
    return;
  }
  const ItemImages images{change.old_item, change.new_item, commit.origin == CommitOrigin::kExpiry};
  if (definition.stream.enabled) {
    PlanTrim(change.table_key, definition.stream.label_ms,
             streams_.Own().Record(change.table_key, definition, images, commit.time_ms,
                                   modes_->stream_shard_life_ms, ids_));
  }
  for (const KinesisDestination& destination : definition.destinations) {
    if (!destination.Receives()) continue;
    const std::string key = DataStreamKey(destination.stream_arn);
    const int64_t due_ms =
        streams_.Own().Deliver(key, definition, images, destination.microseconds, commit.time_ms);
    if (due_ms != INT64_MAX) OwnDue().Set(DueKind::kStreamTrim, key, due_ms);
  }
}

void Database::PlanTrim(std::string_view table_key, int64_t label_ms, int64_t due_ms) {
  if (due_ms == INT64_MAX) return;
  OwnDue().Set(DueKind::kStreamTrim, StreamKey(table_key, label_ms), due_ms);
}

void Database::SplitStream(std::string_view catalog_key, uint64_t at_hash, int64_t now_ms) {
  const TableDefinition& definition = FindTable(catalog_key)->definition();
  if (!definition.stream.enabled) return;
  PlanTrim(catalog_key, definition.stream.label_ms,
           streams_.Own().Split(catalog_key, definition, at_hash, now_ms, ids_));
}

void Database::TrimStream(std::string_view stream_key, int64_t now_ms) {
  const int64_t due_ms = streams_.Own().Trim(stream_key, now_ms);
  if (due_ms != INT64_MAX) OwnDue().Set(DueKind::kStreamTrim, stream_key, due_ms);
}

// A stream begins, ends, or gives way to another one with the definition that says so.
void Database::ApplyStream(const Commit& commit, const DefinitionChange& change) {
  if (commit.origin == CommitOrigin::kImport) return;
  const Table* table = FindTable(change.table_key);
  const StreamSettings before = table == nullptr ? StreamSettings{} : table->definition().stream;
  const StreamSettings& after = change.definition.stream;
  if (before.enabled == after.enabled && before.label_ms == after.label_ms) return;
  if (before.enabled) {
    PlanTrim(change.table_key, before.label_ms,
             streams_.Own().Close(change.table_key, before.label_ms, commit.time_ms));
  }
  if (!after.enabled) return;
  streams_.Own().Open(change.table_key, change.definition, commit.time_ms, ids_);
}

}  // namespace pixii
