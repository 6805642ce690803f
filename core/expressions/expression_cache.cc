// Two generations; an old tree that is asked for again moves to the young one.
#include "core/expressions/expression_cache.h"

#include <utility>

namespace pixii {

Result<const ExpressionTree*> ExpressionCache::Parse(ExpressionKind kind, std::string_view text,
                                                     Envelope envelope) {
  const size_t slot = static_cast<size_t>(kind);
  const auto young = young_.trees[slot].find(text);
  if (young != young_.trees[slot].end()) return young->second.get();
  const auto old = old_.trees[slot].find(text);
  if (old != old_.trees[slot].end()) {
    auto node = old_.trees[slot].extract(old);
    return Insert(std::move(node.mapped()));
  }
  PIXII_ASSIGN_OR_RETURN(std::unique_ptr<const ExpressionTree> tree,
                         ParseExpression(kind, text, envelope));
  return Insert(std::move(tree));
}

const ExpressionTree* ExpressionCache::Insert(std::unique_ptr<const ExpressionTree> tree) {
  if (young_.count >= kGenerationSize) {
    old_ = std::move(young_);
    young_ = Generation();
  }
  const ExpressionTree* parsed = tree.get();
  young_.trees[static_cast<size_t>(parsed->kind)].emplace(parsed->text, std::move(tree));
  ++young_.count;
  return parsed;
}

}  // namespace pixii
