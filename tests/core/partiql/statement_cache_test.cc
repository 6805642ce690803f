// Shows that statements are parsed once, the refused ones too, and that the cache is bounded.
#include "core/partiql/statement_cache.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

std::string Numbered(size_t number) {
  return "SELECT * FROM Things WHERE pk='" + std::to_string(number) + "'";
}

TEST(StatementCache, ParsesAStatementOnce) {
  StatementCache cache;
  const Statement* first = cache.Parse(Numbered(1)).value();
  EXPECT_EQ(cache.Parse(Numbered(1)).value(), first);
  EXPECT_NE(cache.Parse(Numbered(2)).value(), first);
}

TEST(StatementCache, KeepsWhatNoStatementMaySay) {
  StatementCache cache;
  const Statement* first = cache.Parse("SELECT COUNT(*) FROM Things").value();
  EXPECT_FALSE(first->fault.empty());
  EXPECT_EQ(cache.Parse("SELECT COUNT(*) FROM Things").value(), first);
}

TEST(StatementCache, DoesNotKeepWhatIsNotWellFormed) {
  StatementCache cache;
  EXPECT_FALSE(cache.Parse("SELECT").ok());
  EXPECT_FALSE(cache.Parse("SELECT").ok());
}

TEST(StatementCache, KeepsStatementsForAGeneration) {
  StatementCache cache;
  const Statement* first = cache.Parse(Numbered(0)).value();
  for (size_t i = 1; i <= StatementCache::kGenerationSize; ++i) {
    ASSERT_TRUE(cache.Parse(Numbered(i)).ok());
  }
  EXPECT_EQ(first->text, Numbered(0)) << "still valid";
  EXPECT_EQ(cache.Parse(Numbered(0)).value(), first) << "moved to the young generation";
}

}  // namespace
}  // namespace pixii::partiql
