// The matchers of the model's patterns, held against std::regex where it knows the syntax.
#include "core/wire/pattern.h"

#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <string>

namespace pixii {
namespace {

TEST(Pattern, KnowsNamesIdsAndTokens) {
  EXPECT_TRUE(Matches(Pattern::kName, "my-Table_1.x"));
  EXPECT_FALSE(Matches(Pattern::kName, ""));
  EXPECT_FALSE(Matches(Pattern::kName, "a b"));
  EXPECT_FALSE(Matches(Pattern::kName, "tablé"));
  EXPECT_TRUE(Matches(Pattern::kTableId, "0123abcd-0123-0123-0123-0123456789ab"));
  EXPECT_FALSE(Matches(Pattern::kTableId, "0123abcd-0123-0123-0123-0123456789aB"));
  EXPECT_TRUE(Matches(Pattern::kImportToken, "0123456789abcdef"));
  EXPECT_FALSE(Matches(Pattern::kImportToken, "0123456789abcde"));
  EXPECT_TRUE(Matches(Pattern::kInsightsRule, std::string(128, 'a')));
  EXPECT_FALSE(Matches(Pattern::kInsightsRule, std::string(129, 'a')));
  EXPECT_TRUE(Matches(Pattern::kPrintable, "a policy"));
  EXPECT_FALSE(Matches(Pattern::kPrintable, "a\npolicy"));
  EXPECT_TRUE(Matches(Pattern::kRoleArn, "arn:é𝄞\n"));
  EXPECT_FALSE(Matches(Pattern::kRoleArn, "\x01"));
  EXPECT_FALSE(Matches(Pattern::kRoleArn, "\xEF\xBF\xBF"));
  EXPECT_TRUE(Matches(Pattern::kNone, ""));
}

TEST(Pattern, LetsArnsStandForNames) {
  EXPECT_TRUE(Matches(Pattern::kNameOrArn, "my-Table_1.x"));
  EXPECT_TRUE(
      Matches(Pattern::kNameOrArn, "arn:aws:dynamodb:us-east-1:000000000000:table/my-Table"));
  EXPECT_FALSE(Matches(Pattern::kNameOrArn, "my table"));
  EXPECT_FALSE(Matches(Pattern::kNameOrArn, "table/x"));
}

TEST(Pattern, AgreesWithTheRegularExpressionsOnRandomTexts) {
  const Pattern patterns[] = {Pattern::kName,      Pattern::kClientToken, Pattern::kAccount,
                              Pattern::kTableId,   Pattern::kImportToken, Pattern::kCsvDelimiter,
                              Pattern::kCsvHeader, Pattern::kBucket,      Pattern::kInsightsRule};
  const std::string alphabet = "aZ09_.-$,;:|\t \"f~";
  std::mt19937 random(7);
  for (const Pattern pattern : patterns) {
    std::string text_of_pattern(PatternText(pattern));
    // libc++ knows no escape of an underscore.
    const size_t underscore = text_of_pattern.find("\\_");
    if (underscore != std::string::npos) text_of_pattern.erase(underscore, 1);
    const std::regex expected{text_of_pattern};
    for (int i = 0; i < 4000; ++i) {
      std::string text(random() % 20, ' ');
      // Few different characters, so that matches are not rare.
      const size_t first = random() % alphabet.size();
      const size_t kinds = 1 + random() % 3;
      for (char& c : text) c = alphabet[(first + random() % kinds) % alphabet.size()];
      ASSERT_EQ(Matches(pattern, text), std::regex_match(text, expected))
          << PatternText(pattern) << " on '" << text << "'";
    }
  }
}

}  // namespace
}  // namespace pixii
