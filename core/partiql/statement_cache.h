// Parsed statements by text: applications send the same few statements again and again, the refused
// ones too.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>

#include "core/partiql/parser.h"

namespace pixii::partiql {

// Two generations, as of ExpressionCache: a full young one becomes the old one, whose statements
// are then freed. Belongs to one engine handle and its thread; never copied with a database.
class StatementCache {
 public:
  StatementCache() = default;
  StatementCache(const StatementCache&) = delete;
  StatementCache& operator=(const StatementCache&) = delete;

  // The statement of `text`, parsed now or earlier; faults as ParseStatement's. It is the cache's;
  // it stays valid through at least kGenerationSize further calls, more than one request can make
  // (a transaction: 100), so use it within the request.
  Result<const Statement*> Parse(std::string_view text);

  static constexpr size_t kGenerationSize = 256;

 private:
  // Keys are views of the statements' own texts.
  using Generation = std::unordered_map<std::string_view, std::unique_ptr<const Statement>>;
  const Statement* Insert(std::unique_ptr<const Statement> statement);

  Generation young_;
  Generation old_;
};

}  // namespace pixii::partiql
