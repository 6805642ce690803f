// The cache gives the same tree for the same text and kind, and forgets what was not used for long.
#include "core/expressions/expression_cache.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

const ExpressionTree* Parse(ExpressionCache& cache, ExpressionKind kind, const std::string& text) {
  const auto tree = cache.Parse(kind, text);
  return tree.ok() ? tree.value() : nullptr;
}

// A text that no other number gives.
std::string Numbered(std::string text, size_t number) {
  return text.append(std::to_string(number));
}

TEST(ExpressionCacheTest, TheSameTextIsParsedOnce) {
  ExpressionCache cache;
  const ExpressionTree* first = Parse(cache, ExpressionKind::kCondition, "a = :a");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(Parse(cache, ExpressionKind::kCondition, "a = :a"), first);
  EXPECT_NE(Parse(cache, ExpressionKind::kFilter, "a = :a"), first);
  EXPECT_NE(Parse(cache, ExpressionKind::kCondition, "a = :b"), first);
}

TEST(ExpressionCacheTest, FaultsAreGivenEachTimeInTheEnvelopeAskedFor) {
  ExpressionCache cache;
  const auto bare = cache.Parse(ExpressionKind::kCondition, "a =");
  const auto enveloped =
      cache.Parse(ExpressionKind::kCondition, "a =", Envelope::kOneValidationError);
  ASSERT_FALSE(bare.ok());
  ASSERT_FALSE(enveloped.ok());
  EXPECT_EQ("1 validation error detected: " + bare.error().message, enveloped.error().message);
}

TEST(ExpressionCacheTest, ATreeStaysThroughAWholeGenerationOfOthers) {
  ExpressionCache cache;
  const ExpressionTree* first = Parse(cache, ExpressionKind::kCondition, "a = :a");
  for (size_t i = 0; i < ExpressionCache::kGenerationSize; ++i) {
    ASSERT_NE(Parse(cache, ExpressionKind::kProjection, Numbered("b", i)), nullptr);
  }
  EXPECT_EQ(first->text, "a = :a");  // under sanitizers: still owned
  EXPECT_EQ(Parse(cache, ExpressionKind::kCondition, "a = :a"), first);
  for (size_t i = 0; i < ExpressionCache::kGenerationSize; ++i) {
    ASSERT_NE(Parse(cache, ExpressionKind::kUpdate, Numbered("REMOVE b", i)), nullptr);
  }
  EXPECT_EQ(Parse(cache, ExpressionKind::kCondition, "a = :a"), first);
}

TEST(ExpressionCacheTest, ManyTextsInTurnStayCorrect) {
  ExpressionCache cache;
  for (int round = 0; round < 3; ++round) {
    for (size_t i = 0; i < 2000; ++i) {
      const std::string text = Numbered(":a = a", i);
      const ExpressionTree* tree = Parse(cache, ExpressionKind::kCondition, text);
      ASSERT_NE(tree, nullptr);
      ASSERT_EQ(tree->text, text);
    }
  }
}

}  // namespace
}  // namespace pixii
