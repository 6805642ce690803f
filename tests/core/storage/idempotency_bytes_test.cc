// Shows that request tokens are stored with a database and come back with it, and that malformed
// ones are not taken.
#include "core/storage/idempotency_bytes.h"

#include <gtest/gtest.h>

#include "core/storage/database_bytes.h"

namespace pixii {
namespace {

Database WithTokens(int count) {
  Database database(0);
  database.ids().Seed(1, 2, 3, 4);
  for (int i = 0; i < count; ++i) {
    Commit commit;
    commit.token =
        RequestToken::Make(TokenKey("1", "r", "Op", std::to_string(i)), DigestOf(std::to_string(i)),
                           1000 + i, {{"Things", 2}, {"Other", static_cast<uint64_t>(i)}});
    EXPECT_TRUE(database.Apply(commit).ok());
  }
  return database;
}

TEST(IdempotencyBytes, ComeBackWithTheirTimesAndUnits) {
  const Database database = WithTokens(3000);
  std::string bytes;
  WriteDatabase(database, bytes);
  const Result<Database> read = ReadDatabase(bytes, 0);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().tokens().all().Count(), 3000u);
  const RequestToken* token = read.value().tokens().Find(TokenKey("1", "r", "Op", "7"), 1006);
  ASSERT_NE(token, nullptr);
  EXPECT_EQ(token->expires_ms(), 1007);
  EXPECT_EQ(token->digest(), DigestOf("7"));
  ASSERT_EQ(token->reads().size(), 2u);
  EXPECT_EQ(token->reads()[1].table_name, "Other");
  EXPECT_EQ(token->reads()[1].units, 7u);
  EXPECT_EQ(read.value().tokens().Find(TokenKey("1", "r", "Op", "7"), 1007), nullptr);
  std::string again;
  WriteDatabase(read.value(), again);
  EXPECT_TRUE(again == bytes);
}

TEST(IdempotencyBytes, AreWholeOrDamaged) {
  std::string out;
  ByteSink sink(out);
  sink.BeginPart('R');
  const size_t begin = out.size();
  WriteToken(*RequestToken::Make("k", {1, 2}, 3, {{"Things", 4}}), sink);
  const std::string payload = out.substr(begin);
  std::vector<Ref<RequestToken>> tokens;
  EXPECT_TRUE(ReadTokens(payload, tokens));
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0]->Key(), "k");
  for (size_t size = 1; size < payload.size(); ++size) {
    EXPECT_FALSE(ReadTokens(payload.substr(0, size), tokens)) << size;
  }
  std::string no_utf8 = payload;
  no_utf8[no_utf8.find("Things")] = '\xFF';
  EXPECT_FALSE(ReadTokens(no_utf8, tokens));
}

TEST(IdempotencyBytes, AreCounted) {
  std::string with;
  WriteDatabase(WithTokens(1), with);
  std::string without;
  WriteDatabase(WithTokens(0), without);
  // The magic and the head part, which both begin with.
  const size_t head = 8 + 9 + 40;
  const std::string tokens_left_out =
      with.substr(0, head) + with.substr(with.size() - (without.size() - head));
  EXPECT_EQ(tokens_left_out.size(), without.size());
  const Result<Database> read = ReadDatabase(tokens_left_out, 0);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().type, ErrorType::kDamagedData);
}

}  // namespace
}  // namespace pixii
