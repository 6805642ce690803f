// Shows which texts tags may have, and that adding tags keeps what is there.
#include "core/operations/tag_rules.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Outcome(const std::string& key, const std::string& value) {
  TagInput tag{key, value};
  const Result<void> checked = CheckTags({&tag, 1});
  return checked.ok() ? "" : checked.error().message;
}

TEST(TagRules, CountCharactersNotBytes) {
  std::string key;
  for (int i = 0; i < 128; ++i) key += "\u00e9";
  EXPECT_EQ(Outcome(key, ""), "");
  EXPECT_NE(Outcome(key + "x", ""), "");
  // Letters beyond the first plane count twice.
  std::string wide;
  for (int i = 0; i < 64; ++i) wide += "\U00020000";
  EXPECT_EQ(Outcome(wide, ""), "");
  EXPECT_NE(Outcome(wide + "x", ""), "");
}

TEST(TagRules, AllowLettersDigitsSpacesAndSomeSigns) {
  EXPECT_EQ(Outcome("a Z 0 +-=._:/@ \u4e2d", "\u00e9"), "");
  for (const char* text : {"!", "#", "$", "%", "&", "*", "(", ")", "<", ">", "?", "\t", "\u20ac"}) {
    EXPECT_NE(Outcome(text, ""), "") << text;
    EXPECT_NE(Outcome("key", text), "") << text;
  }
}

TEST(TagRules, ReplaceValuesAndKeepTheOrder) {
  std::vector<Tag> tags = {{"a", "1"}, {"b", "2"}};
  TagInput asked[] = {{"b", "3"}, {"c", "4"}};
  ASSERT_TRUE(AddTags({asked, 2}, tags).ok());
  ASSERT_EQ(tags.size(), 3u);
  EXPECT_EQ(tags[1].value, "3");
  EXPECT_EQ(tags[2].key, "c");
}

}  // namespace
}  // namespace pixii
