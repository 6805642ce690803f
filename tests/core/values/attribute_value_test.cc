// Shows that encoded values are read where they lie, that their invariants make equality a
// comparison of bytes, and that foreign bytes are told from whole ones.
#include "core/values/attribute_value.h"

#include <gtest/gtest.h>

#include <random>

#include "core/values/number.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

PackedNumber Packed(std::string_view text) {
  PackedNumber packed;
  EXPECT_EQ(ParseNumber(text, packed), NumberFault::kNone);
  return packed;
}

// {"name": "Ada", "scores": [1, 2.5], "more": {"b": true, "n": null}, "tags": {"x", "y"}},
// unsorted.
std::string SampleEntries() {
  std::string out;
  ValueBuilder builder(out);
  builder.Name("tags");
  builder.BeginSet(ValueType::kStringSet);
  builder.String("y");
  builder.String("x");
  EXPECT_TRUE(builder.EndSet());
  builder.Name("name");
  builder.String("Ada");
  builder.Name("scores");
  builder.BeginList();
  builder.Number(Packed("1").view());
  builder.Number(Packed("2.5").view());
  builder.EndList();
  builder.Name("more");
  builder.BeginMap();
  builder.Name("n");
  builder.Null();
  builder.Name("b");
  builder.Bool(true);
  builder.EndMap();
  builder.EndEntries(0);
  return out;
}

TEST(AttributeValue, IsReadWhereItLies) {
  const std::string entries = SampleEntries();
  const EntryRange item(entries);
  EXPECT_EQ(item.Find("name").AsString(), "Ada");
  EXPECT_TRUE(item.Find("name").IsPlain());
  const ValueView scores = item.Find("scores");
  ASSERT_TRUE(scores.is(ValueType::kList));
  EXPECT_EQ(scores.Count(), 2u);
  EXPECT_EQ(NumberText(scores.At(1).AsNumber()), "2.5");
  EXPECT_FALSE(scores.At(2));
  EXPECT_TRUE(item.Find("more").Find("b").AsBool());
  EXPECT_TRUE(item.Find("more").Find("n").is(ValueType::kNull));
  EXPECT_FALSE(item.Find("more").Find("missing"));
  EXPECT_FALSE(item.Find("nam"));
}

TEST(AttributeValue, ListsEntriesInOrderOfTheirNames) {
  const std::string entries = SampleEntries();
  std::string names;
  for (const Entry entry : EntryRange(entries)) names.append(entry.name).append(" ");
  EXPECT_EQ(names, "more name scores tags ");
}

TEST(AttributeValue, HasItsShortTypeNames) {
  EXPECT_EQ(TypeName(ValueType::kString), "S");
  EXPECT_EQ(TypeName(ValueType::kNumberSet), "NS");
  EXPECT_EQ(TypeName(ValueType::kNull), "NULL");
  EXPECT_EQ(TypeName(ValueType::kBool), "BOOL");
}

TEST(AttributeValue, KnowsTextThatIsItsOwnJson) {
  EXPECT_TRUE(IsPlainJsonText("plain \xC3\xA9 / text"));
  EXPECT_FALSE(IsPlainJsonText("quote \""));
  EXPECT_FALSE(IsPlainJsonText("back\\slash"));
  EXPECT_FALSE(IsPlainJsonText("line\nbreak"));
}

TEST(AttributeValue, ComparesScalarsOfOneType) {
  std::string out;
  ValueBuilder builder(out);
  builder.Number(Packed("-3").view());
  const size_t second = out.size();
  builder.Number(Packed("20").view());
  const ValueView low(Data(out));
  const ValueView high(Data(out) + second);
  EXPECT_LT(CompareScalars(low, high), 0);
  EXPECT_GT(CompareScalars(high, low), 0);
  EXPECT_EQ(CompareScalars(low, low), 0);
}

TEST(AttributeValue, TellsWholeBytesFromDamagedOnes) {
  const std::string whole = SampleEntries();
  EXPECT_TRUE(IsWellFormedEntries(whole, 32));
  EXPECT_TRUE(IsWellFormedEntries("", 32));
  for (size_t size = 1; size < whole.size(); ++size) {
    const Bytes cut = Bytes(whole).substr(0, size);
    // A cut between two entries leaves a shorter, but whole, run.
    bool between = false;
    const EntryRange range(whole);
    for (auto at = range.begin(); at != range.end(); ++at) between |= at.at() == Data(whole) + size;
    EXPECT_EQ(IsWellFormedEntries(cut, 32), between) << size;
  }
}

TEST(AttributeValue, SurvivesRandomDamage) {
  const std::string whole = SampleEntries();
  std::mt19937 random(3);
  for (int i = 0; i < 200000; ++i) {
    std::string damaged = whole;
    for (int change = 0; change < 2; ++change) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    if (!IsWellFormedEntries(damaged, 32)) continue;
    // What passes the check can be walked, and every walk ends at the end.
    size_t size = 0;
    for (const Entry entry : EntryRange(damaged)) size += entry.value.EncodedSize();
    EXPECT_LT(size, damaged.size());
  }
}

TEST(AttributeValue, RefusesSetsAndMapsOutOfOrder) {
  const std::string set("s\x06\0\0\0\x02\0\0\0S\x03\x62S\x03\x61", 15);
  EXPECT_FALSE(IsWellFormedValue(set, 32));
  const std::string ordered("s\x06\0\0\0\x02\0\0\0S\x03\x61S\x03\x62", 15);
  EXPECT_TRUE(IsWellFormedValue(ordered, 32));
  const std::string twice("s\x06\0\0\0\x02\0\0\0S\x03\x61S\x03\x61", 15);
  EXPECT_FALSE(IsWellFormedValue(twice, 32));
}

TEST(AttributeValue, RefusesDeeperNestingThanAskedFor) {
  std::string deep;
  ValueBuilder builder(deep);
  for (int i = 0; i < 40; ++i) builder.BeginList();
  for (int i = 0; i < 40; ++i) builder.EndList();
  EXPECT_FALSE(IsWellFormedValue(deep, 32));
  EXPECT_TRUE(IsWellFormedValue(deep, 40));
}

}  // namespace
}  // namespace pixii
