// Shows what parsing promises: text that is not well formed is refused, what no statement may say
// is kept with the statement's kind, and work grows with the text alone, however it nests.
#include "core/partiql/parser.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::FaultOf;

std::string Repeated(std::string_view text, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) all.append(text);
  return all;
}

TEST(Parser, RefusesWhatIsNotWellFormed) {
  const auto parsed = ParseStatement("SELECT * FROM Things WHERE");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().type, ErrorType::kValidation);
  EXPECT_EQ(parsed.error().message.find("Statement wasn't well formed, can't be processed: "), 0u);
}

TEST(Parser, KeepsWhatNoStatementMaySayWithTheKind) {
  const auto parsed = ParseStatement("DELETE FROM Things WHERE upper(pk)='A'");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value()->kind, StatementKind::kDelete);
  EXPECT_EQ(parsed.value()->fault, "Unrecognized function: upper");
}

TEST(Parser, RefusesTextThatIsNoUtf8) {
  EXPECT_FALSE(ParseStatement("SELECT * FROM Things WHERE a='\xFF'").ok());
}

TEST(Parser, BoundsNesting) {
  for (const auto& [open, inner, close] :
       {std::tuple{"(", "a=1", ")"}, std::tuple{"NOT ", "a=1", ""}, std::tuple{"a=[", "1", "]"},
        std::tuple{"- ", "1", ""}, std::tuple{"size(", "a", ")"}, std::tuple{"a[", "0", "]"}}) {
    const std::string text =
        "SELECT * FROM Things WHERE " + Repeated(open, 2000) + inner + Repeated(close, 2000);
    EXPECT_NE(FaultOf(text), "") << open;
  }
  EXPECT_EQ(
      FaultOf("SELECT * FROM Things WHERE " + Repeated("(", 100) + "a=1" + Repeated(")", 100)), "");
}

TEST(Parser, ReadsLongStatements) {
  EXPECT_EQ(FaultOf("SELECT * FROM Things WHERE a=1" + Repeated(" AND a=1", 1000)), "");
  EXPECT_EQ(FaultOf("SELECT * FROM Things WHERE a=1" + Repeated(" OR b<2", 1000)), "");
  EXPECT_EQ(FaultOf("UPDATE Things SET a=1" + Repeated("+1", 100) + " WHERE pk='a'"), "");
}

// Not a measurement: quadratic work would take minutes here.
TEST(Parser, WorksInLinearTime) {
  const auto begin = std::chrono::steady_clock::now();
  for (const char* part : {" AND a=1", " OR a IN [1,2]", "-- c\n", "/* */", " AND a.b.c[1]='x'"}) {
    FaultOf("SELECT * FROM Things WHERE a=1" + Repeated(part, 200'000));
  }
  FaultOf("INSERT INTO Things VALUE {'a':[1" + Repeated(",1", 400'000) + "]}");
  FaultOf("INSERT INTO Things VALUE {'a':<<1" + Repeated(",1", 400'000) + ">>}");
  FaultOf("SELECT a" + Repeated(",a", 200'000) + " FROM Things");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace pixii::partiql
