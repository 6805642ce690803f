// Parsed expressions by kind and text: applications send the same few expressions again and again.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "core/expressions/parser.h"

namespace pixii {

// Two generations of trees: a full young one becomes the old one, whose trees are then freed, so
// the cache holds at most 2 * kGenerationSize trees and no bookkeeping is needed per use. Belongs
// to one engine handle and its thread; never copied with a database.
class ExpressionCache {
 public:
  ExpressionCache() = default;
  ExpressionCache(const ExpressionCache&) = delete;
  ExpressionCache& operator=(const ExpressionCache&) = delete;

  // The tree of `text`, parsed now or earlier; faults as ParseExpression's. The tree is the
  // cache's; it stays valid through at least kGenerationSize further calls, more than one request
  // can make (a transaction: 100 actions with two expressions each), so use it within the request.
  Result<const ExpressionTree*> Parse(ExpressionKind kind, std::string_view text,
                                      Envelope envelope = Envelope::kNone);

  static constexpr size_t kGenerationSize = 256;

 private:
  static constexpr size_t kKindCount = 5;
  // Keys are views of the trees' own texts.
  using Trees = std::unordered_map<std::string_view, std::unique_ptr<const ExpressionTree>>;
  struct Generation {
    std::array<Trees, kKindCount> trees;
    size_t count = 0;
  };
  const ExpressionTree* Insert(std::unique_ptr<const ExpressionTree> tree);

  Generation young_;
  Generation old_;
};

}  // namespace pixii
