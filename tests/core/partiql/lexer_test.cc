// Shows how statement text falls into tokens, and where a token stands.
#include "core/partiql/lexer.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

// The tokens, each with a letter for its kind, separated by spaces.
std::string Tokens(std::string_view text) {
  constexpr std::string_view kLetters = "eiqksn.?";
  std::string told;
  for (Token token = NextToken(text, 0); token.kind != TokenKind::kEnd;
       token = NextToken(text, token.behind())) {
    if (!told.empty()) told.push_back(' ');
    told.push_back(kLetters[static_cast<size_t>(token.kind)]);
    told.append(":").append(text.substr(token.at, token.size));
  }
  return told;
}

TEST(Lexer, TellsNamesFromKeywords) {
  EXPECT_EQ(Tokens("SELECT pk_1 $x \"no\" FROM"), "k:SELECT i:pk_1 i:$x q:\"no\" k:FROM");
}

TEST(Lexer, ReadsStringsWithDoubledQuotes) {
  EXPECT_EQ(Tokens("'a' 'it''s' ''"), "s:'a' s:'it''s' s:''");
  std::string unquoted;
  AppendUnquoted("'it''s'", unquoted);
  AppendUnquoted("\"a\"\"b\"", unquoted);
  EXPECT_EQ(unquoted, "it'sa\"b");
}

TEST(Lexer, ReadsNumbers) {
  EXPECT_EQ(Tokens("1 1.5 .5 5. 1e3 1E-3 -2"), "n:1 n:1.5 n:.5 n:5. n:1e3 n:1E-3 .:- n:2");
  EXPECT_EQ(Tokens("1e"), "?:1 i:e");
  EXPECT_EQ(Tokens("0x1"), "?:0 i:x1");
}

TEST(Lexer, TakesTheLongestSymbol) {
  EXPECT_EQ(Tokens("a<=b<>c!=d<<1>>||"), "i:a .:<= i:b .:<> i:c .:!= i:d .:<< n:1 .:>> .:||");
}

TEST(Lexer, PassesOverSpaceAndComments) {
  EXPECT_EQ(Tokens("a -- to the end\nb /* between\n*/ c"), "i:a i:b i:c");
  EXPECT_EQ(Tokens("a /* never ends"), "i:a ?:/ .:* i:never i:ends");
}

TEST(Lexer, NamesWhatItDoesNotKnow) {
  EXPECT_EQ(Tokens("a # b 'open"), "i:a ?:# i:b ?:' k:open");
  EXPECT_EQ(Tokens("\xC3\xA9"), "?:\xC3 ?:\xA9");
}

TEST(Lexer, CountsLinesAndCharacters) {
  const std::string_view text = "ab\n\xC3\xA9 cd";
  const Place place = PlaceOf(text, 6, 2);
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 3u);
  EXPECT_EQ(place.length, 2u);
}

}  // namespace
}  // namespace pixii::partiql
