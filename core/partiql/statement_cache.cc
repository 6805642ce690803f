// Two generations; an old statement that is asked for again moves to the young one.
#include "core/partiql/statement_cache.h"

#include <utility>

namespace pixii::partiql {

Result<const Statement*> StatementCache::Parse(std::string_view text) {
  const auto young = young_.find(text);
  if (young != young_.end()) return young->second.get();
  const auto old = old_.find(text);
  if (old != old_.end()) {
    auto node = old_.extract(old);
    return Insert(std::move(node.mapped()));
  }
  PIXII_ASSIGN_OR_RETURN(std::unique_ptr<const Statement> statement, ParseStatement(text));
  return Insert(std::move(statement));
}

const Statement* StatementCache::Insert(std::unique_ptr<const Statement> statement) {
  if (young_.size() >= kGenerationSize) {
    old_ = std::move(young_);
    young_ = Generation();
  }
  const Statement* parsed = statement.get();
  young_.emplace(parsed->text, std::move(statement));
  return parsed;
}

}  // namespace pixii::partiql
