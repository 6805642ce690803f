// Shows how long a request token is remembered, that copies of the tokens go their own ways, and
// what counts as the same content.
#include "core/storage/idempotency.h"

#include <gtest/gtest.h>

#include "core/storage/database.h"

namespace pixii {
namespace {

Ref<RequestToken> Token(const std::string& name, int64_t expires_ms, uint64_t units = 2) {
  return RequestToken::Make(TokenKey("1", "r", "Op", name), DigestOf(name), expires_ms,
                            {{"Things", units}});
}

const RequestToken* Find(const RequestTokens& tokens, const std::string& name, int64_t now_ms) {
  return tokens.Find(TokenKey("1", "r", "Op", name), now_ms);
}

TEST(RequestTokens, AreFoundUntilTheMomentTheyExpire) {
  RequestTokens tokens;
  tokens.Add(Token("a", 1000));
  ASSERT_NE(Find(tokens, "a", 999), nullptr);
  EXPECT_EQ(Find(tokens, "a", 999)->reads()[0].units, 2u);
  EXPECT_EQ(Find(tokens, "a", 1000), nullptr);
  EXPECT_EQ(Find(tokens, "b", 0), nullptr);
}

TEST(RequestTokens, BelongToAnAccountARegionAndAnOperation) {
  RequestTokens tokens;
  tokens.Add(Token("a", 1000));
  EXPECT_EQ(tokens.Find(TokenKey("2", "r", "Op", "a"), 0), nullptr);
  EXPECT_EQ(tokens.Find(TokenKey("1", "s", "Op", "a"), 0), nullptr);
  EXPECT_EQ(tokens.Find(TokenKey("1", "r", "Other", "a"), 0), nullptr);
}

TEST(RequestTokens, GoInTheOrderInWhichTheyExpire) {
  RequestTokens tokens;
  for (int i = 0; i < 300; ++i) tokens.Add(Token(std::to_string(i), 1000 + i * 7 % 300));
  tokens.DropExpired(1099);
  EXPECT_EQ(tokens.all().Count(), 200u);
  for (auto at = tokens.all().Begin(); at.Valid(); at.Next()) EXPECT_GE(at->expires_ms(), 1100);
  tokens.DropExpired(5000);
  EXPECT_EQ(tokens.all().Count(), 0u);
  EXPECT_EQ(tokens.memory_bytes(), 0u);
}

TEST(RequestTokens, TakeThePlaceOfOneThatHasExpired) {
  RequestTokens tokens;
  tokens.Add(Token("a", 1000, 2));
  tokens.Add(Token("a", 2000, 8));
  EXPECT_EQ(tokens.all().Count(), 1u);
  tokens.DropExpired(1500);
  ASSERT_NE(Find(tokens, "a", 1500), nullptr);
  EXPECT_EQ(Find(tokens, "a", 1500)->reads()[0].units, 8u);
  tokens.Add(Token("a", 2000, 4));
  tokens.DropExpired(2000);
  EXPECT_EQ(tokens.all().Count(), 0u);
  EXPECT_EQ(tokens.memory_bytes(), 0u);
}

TEST(RequestTokens, AreAValue) {
  RequestTokens parent;
  parent.Add(Token("a", 1000));
  RequestTokens copy = parent;
  copy.Add(Token("b", 1000));
  parent.DropExpired(1000);
  EXPECT_EQ(Find(parent, "a", 0), nullptr);
  EXPECT_NE(Find(copy, "a", 0), nullptr);
  EXPECT_NE(Find(copy, "b", 0), nullptr);
}

TEST(RequestTokens, ComeIntoADatabaseByCommitsWhichDropExpiredOnes) {
  Database database(0);
  Commit commit;
  commit.time_ms = 500;
  commit.token = Token("a", 1000);
  ASSERT_TRUE(database.Apply(commit).ok());
  EXPECT_EQ(database.commit_number(), 1u);
  const uint64_t bytes = database.memory_bytes();
  EXPECT_GT(bytes, 0u);
  commit.time_ms = 1000;
  commit.token = Token("b", 2000);
  ASSERT_TRUE(database.Apply(commit).ok());
  EXPECT_EQ(database.tokens().all().Count(), 1u);
  EXPECT_EQ(database.memory_bytes(), bytes);
}

TEST(RequestTokens, AreRefusedWhereThereIsNoRoomForThem) {
  Database database(100);
  Commit commit;
  commit.token = Token("a", 1000);
  const Result<void> outcome = database.Apply(commit);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().type, ErrorType::kMemoryLimitExceeded);
  EXPECT_EQ(database.tokens().all().Count(), 0u);
}

TEST(DigestOf, TellsContentsApart) {
  EXPECT_EQ(DigestOf("ab"), DigestOf("ab"));
  EXPECT_NE(DigestOf("ab"), DigestOf("ba"));
  EXPECT_NE(DigestOf(""), DigestOf(std::string(1, '\0')));
  EXPECT_NE(DigestOf(std::string(8, 'x')), DigestOf(std::string(9, 'x')));
}

}  // namespace
}  // namespace pixii
