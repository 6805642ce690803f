// The root of all state, a value: tables by name, remembered request tokens, the number of the
// newest commit and the state of the id generator. Copying it is a fork, a snapshot or a held
// version, and costs a few pointers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/id_generator.h"
#include "core/storage/commit.h"
#include "core/storage/ordered_map.h"
#include "core/storage/table.h"
#include "pixii/error.h"

namespace pixii {

// All tables of all accounts and regions. One thread.
class Database {
 public:
  // `memory_bytes_max` 0: no limit.
  explicit Database(uint64_t memory_bytes_max) : memory_bytes_max_(memory_bytes_max) {}

  // Null if there is none. Borrowed until the next Apply.
  const Table* FindTable(std::string_view catalog_key) const { return tables_.Find(catalog_key); }
  const OrderedMap<Table>& tables() const { return tables_; }

  // Requests that succeeded lately under a token.
  const RequestTokens& tokens() const { return tokens_; }

  // The write door: applies the whole commit, or refuses it with nothing changed
  // (kMemoryLimitExceeded). Gives the commit its number.
  Result<void> Apply(Commit& commit);

  uint64_t commit_number() const { return commit_number_; }
  // Items, map nodes and definitions this version holds, shared ones included.
  uint64_t memory_bytes() const {
    return tables_memory_bytes_ + tables_.HeldNodeBytes() + tokens_.memory_bytes();
  }
  // Ids are part of the value: a fork draws the same ones its parent would have drawn.
  IdGenerator& ids() { return ids_; }
  const IdGenerator& ids() const { return ids_; }

  // Sets the newest commit's number and the ids to what a stored database says.
  void AdoptHistory(uint64_t commit_number, const IdGenerator& ids) {
    commit_number_ = commit_number;
    ids_ = ids;
  }
  // Takes the place of this database's contents, keeping its memory limit; the number of the newest
  // commit still grows, so that a file written before is known to be behind.
  void Restore(const Database& other);

 private:
  Result<void> AdmitMemory(Commit& commit) const;
  uint64_t GrowthBytesMax(const ItemChange& change) const;
  uint64_t GrowthBytesMax(const DefinitionChange& change) const;
  bool Backfill(DefinitionChange& change, uint64_t bytes_max) const;
  Error MemoryLimit() const;
  void ApplyItem(ItemChange& change);
  void ApplyDefinition(DefinitionChange& change);
  void ApplyToken(const Commit& commit);
  Table& OwnTable(std::string_view catalog_key);

  uint64_t memory_bytes_max_;
  OrderedMap<Table> tables_;
  RequestTokens tokens_;
  uint64_t commit_number_ = 0;
  uint64_t tables_memory_bytes_ = 0;
  IdGenerator ids_;
};

}  // namespace pixii
