// Shows that built values keep their order whatever order their parts came in, so that equal values
// have equal bytes.
#include "core/values/value_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/values/number.h"

namespace pixii {
namespace {

TEST(ValueBuilder, MakesEqualBytesOfEqualMaps) {
  std::vector<std::string> names = {"a", "ab", "b", "c", "\xC3\xA9", ""};
  std::string first;
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(names.begin(), names.end(), random);
    std::string out;
    ValueBuilder builder(out);
    builder.BeginMap();
    for (const std::string& name : names) {
      builder.Name(name);
      builder.String("value of " + name);
    }
    builder.EndMap();
    if (round == 0) first = out;
    EXPECT_EQ(out, first);
    EXPECT_TRUE(IsWellFormedValue(out, 2));
  }
}

TEST(ValueBuilder, KeepsTheLastOfANameGivenTwice) {
  std::string out;
  ValueBuilder builder(out);
  builder.Name("x");
  builder.String("first");
  builder.Name("a");
  builder.Null();
  builder.Name("x");
  builder.String("last");
  builder.EndEntries(0);
  EXPECT_EQ(EntryRange(out).Find("x").AsString(), "last");
  EXPECT_TRUE(IsWellFormedEntries(out, 1));
}

TEST(ValueBuilder, SaysWhenASetHoldsAMemberTwice) {
  std::string out;
  ValueBuilder builder(out);
  builder.BeginSet(ValueType::kNumberSet);
  PackedNumber one;
  ASSERT_EQ(ParseNumber("1", one), NumberFault::kNone);
  builder.Number(one.view());
  ASSERT_EQ(ParseNumber("1.0", one), NumberFault::kNone);
  builder.Number(one.view());
  EXPECT_FALSE(builder.EndSet());
  EXPECT_EQ(ValueView(Data(out)).Count(), 1u);
}

TEST(ValueBuilder, NestsContainers) {
  std::string out;
  ValueBuilder builder(out);
  builder.BeginList();
  builder.BeginMap();
  builder.Name("inner");
  builder.BeginSet(ValueType::kBinarySet);
  builder.Binary(Bytes("\0\1", 2));
  EXPECT_TRUE(builder.EndSet());
  builder.EndMap();
  builder.Bool(false);
  builder.EndList();
  const ValueView list(Data(out));
  EXPECT_EQ(list.Count(), 2u);
  EXPECT_EQ(list.EncodedSize(), out.size());
  EXPECT_EQ(list.At(0).Find("inner").Count(), 1u);
}

TEST(ValueBuilder, CopiesValuesAndEntriesAsTheyStand) {
  std::string from;
  ValueBuilder source(from);
  source.Name("text");
  source.String("with \"quotes\"");
  source.EndEntries(0);
  std::string out;
  ValueBuilder builder(out);
  builder.CopyEntry(*EntryRange(from).begin());
  EXPECT_EQ(out, from);
  EXPECT_FALSE(EntryRange(out).Find("text").IsPlain());
}

}  // namespace
}  // namespace pixii
