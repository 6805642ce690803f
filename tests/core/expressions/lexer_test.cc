// Tokens: where they begin and end, and what they are.
#include "core/expressions/lexer.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

// The tokens of a text, each with a letter for its kind.
std::string Tokens(std::string_view text) {
  std::string result;
  for (Token token = NextToken(text, 0); token.kind != TokenKind::kEnd;
       token = NextToken(text, token.behind())) {
    const char kind = "en#:ds?"[static_cast<int>(token.kind)];
    result += (result.empty() ? "" : " ") + std::string(1, kind) + "|" +
              std::string(text.substr(token.at, token.size));
  }
  return result;
}

TEST(LexerTest, TextFallsIntoTokens) {
  const struct {
    const char* text;
    const char* tokens;
  } rows[] = {
      {"", ""},
      {" \t\n\r ", ""},
      {"a", "n|a"},
      {"a_1B", "n|a_1B"},
      {"#a :b", "#|#a :|:b"},
      {"#0 :_", "#|#0 :|:_"},
      {"# :", "?|# ?|:"},
      {"_a", "?|_ n|a"},
      {"a=b", "n|a s|= n|b"},
      {"a<>b<=c>=d<e>f", "n|a s|<> n|b s|<= n|c s|>= n|d s|< n|e s|> n|f"},
      {"a><b", "n|a s|> s|< n|b"},
      {"a==b", "n|a s|= s|= n|b"},
      {"a.b[10].c", "n|a s|. n|b s|[ d|10 s|] s|. n|c"},
      {"[007]", "s|[ d|0 d|0 d|7 s|]"},
      {"f(a, :b)", "n|f s|( n|a s|, :|:b s|)"},
      {"a-b+c", "n|a s|- n|b s|+ n|c"},
      {"1a", "d|1 n|a"},
      {"a!=b", "n|a ?|! s|= n|b"},
      {"\xC3\xA9t\xC3\xA9", "?|\xC3\xA9 n|t ?|\xC3\xA9"},
      {"a\x80", "n|a ?|\x80"},
  };
  for (const auto& row : rows) EXPECT_EQ(Tokens(row.text), row.tokens) << row.text;
}

TEST(LexerTest, KeywordsAreRecognisedInAnyCase) {
  EXPECT_TRUE(IsKeyword("AND", "AND"));
  EXPECT_TRUE(IsKeyword("and", "AND"));
  EXPECT_TRUE(IsKeyword("bEtWeEn", "BETWEEN"));
  EXPECT_FALSE(IsKeyword("an", "AND"));
  EXPECT_FALSE(IsKeyword("andx", "AND"));
}

TEST(LexerTest, PlaceholdersHaveTheirMarkAndAtLeastOneCharacter) {
  EXPECT_TRUE(IsPlaceholder("#a_9", '#'));
  EXPECT_TRUE(IsPlaceholder(":0", ':'));
  for (const char* key : {"", "#", "a", ":a", "#a-b", "#a b", "##a", "#\xC3\xA9"}) {
    EXPECT_FALSE(IsPlaceholder(key, '#')) << key;
  }
}

}  // namespace
}  // namespace pixii
