// The write door: every change of every table passes Database::Apply.
#include "core/storage/database.h"

#include <cassert>

#include "core/base/messages/pixii.h"

namespace pixii {
namespace {

// A table with its definition, roughly; its names come on top.
constexpr uint64_t kTableBytes = 1024;

}  // namespace

Result<void> Database::Apply(Commit& commit) {
  PIXII_RETURN_IF_ERROR(AdmitMemory(commit));
  commit.number = commit_number_ + 1;
  // The log's place: append `commit` here, the only step that can still fail.
  for (DefinitionChange& change : commit.definitions) ApplyDefinition(change);
  for (ItemChange& change : commit.items) ApplyItem(change);
  if (commit.token) ApplyToken(commit);
  // The streams' place: change records are made from `commit` here.
  commit_number_ = commit.number;
  return {};
}

Result<void> Database::AdmitMemory(const Commit& commit) const {
  if (memory_bytes_max_ == 0) return {};
  uint64_t growth = 0;
  for (const ItemChange& change : commit.items) {
    if (!change.new_item) continue;
    const Table* table = FindTable(change.table_key);
    growth += HeldBytes(*change.new_item) + tables_.ChangeBytesMax(change.table_key.size()) +
              table->items().ChangeBytesMax(change.item_key.size());
    if (change.may_grow_collection) {
      // A collection's key is shorter than its items'.
      growth += table->collections().ChangeBytesMax(change.item_key.size());
    }
    for (const IndexChange& index : change.index_changes) {
      if (!index.new_entry) continue;
      const OrderedMap<Item>& entries = table->index_entries(index.index).entries;
      growth += HeldBytes(*index.new_entry) + entries.ChangeBytesMax(index.new_entry->Key().size());
    }
  }
  for (const DefinitionChange& change : commit.definitions) {
    if (change.kind != DefinitionChange::Kind::kCreateTable) continue;
    growth += kTableBytes + tables_.ChangeBytesMax(change.table_key.size());
  }
  if (commit.token) growth += commit.token->MemoryBytes();
  if (growth == 0 || memory_bytes() + growth <= memory_bytes_max_) return {};
  return Error{ErrorType::kMemoryLimitExceeded,
               messages::MemoryLimitExceeded(memory_bytes_max_, memory_bytes())};
}

void Database::ApplyItem(ItemChange& change) {
  Table& table = OwnTable(change.table_key);
  const uint64_t before = table.memory_bytes();
  const Ref<Item> replaced = table.Replace(change.item_key, change.new_item, change.index_changes);
  assert(replaced == change.old_item);
  tables_memory_bytes_ += table.memory_bytes() - before;
}

void Database::ApplyDefinition(DefinitionChange& change) {
  switch (change.kind) {
    case DefinitionChange::Kind::kCreateTable:
      tables_memory_bytes_ += kTableBytes;
      tables_.Upsert(Table::Make(change.table_key, std::move(change.definition)));
      return;
    case DefinitionChange::Kind::kUpdateTable: {
      Table& table = OwnTable(change.table_key);
      const uint64_t before = table.memory_bytes();
      table.SetDefinition(std::move(change.definition));
      tables_memory_bytes_ += table.memory_bytes() - before;
      return;
    }
    case DefinitionChange::Kind::kDeleteTable: {
      tables_memory_bytes_ -= kTableBytes;
      const Ref<Table> dropped = tables_.Erase(change.table_key);
      tables_memory_bytes_ -= dropped->memory_bytes();
      return;
    }
  }
}

// Tokens that have expired go when the next one comes.
void Database::ApplyToken(const Commit& commit) {
  tokens_.DropExpired(commit.time_ms);
  tokens_.Add(commit.token);
}

// The table in a form that only this version holds. REQUIRES: it exists.
Table& Database::OwnTable(std::string_view catalog_key) {
  if (Table* owned = tables_.FindOwned(catalog_key)) return *owned;
  const Table* shared = tables_.Find(catalog_key);
  assert(shared != nullptr);
  tables_.Upsert(shared->Clone());
  return *tables_.FindOwned(catalog_key);
}

void Database::Restore(const Database& other) {
  const uint64_t number =
      commit_number_ > other.commit_number_ ? commit_number_ : other.commit_number_;
  tables_ = other.tables_;
  tokens_ = other.tokens_;
  tables_memory_bytes_ = other.tables_memory_bytes_;
  ids_ = other.ids_;
  commit_number_ = number + 1;
}

}  // namespace pixii
