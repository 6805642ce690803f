// A prepared filter against the condition it was made of: on chosen items, and on random ones with
// random conditions, where both must always agree.
#include "core/expressions/page_filter.h"

#include <gtest/gtest.h>

#include <random>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

Ref<Item> ItemOf(const std::string& text) { return Item::Make("key", Entries(text), 1); }

bool Passes(std::string_view condition, const std::string& item, const std::string& values) {
  Request request(values);
  const Result<BoundCondition> bound = request.Condition(condition, ExpressionKind::kFilter);
  EXPECT_TRUE(bound.ok()) << condition;
  const PageFilter filter(request.arena(), bound.value());
  return filter.Passes(*ItemOf(item));
}

TEST(PageFilterTest, DefaultMadeItLetsEverythingThrough) {
  EXPECT_TRUE(PageFilter().Passes(*ItemOf("{}")));
}

TEST(PageFilterTest, ProbesFindNamesOfAnyLengthAtAnyPlace) {
  const std::string long_name(70, 'n');
  const std::string values = "{':a':{'S':'a'},':l':{'S':'a text of more than eight bytes'}}";
  EXPECT_TRUE(Passes("a = :a", "{'a':{'S':'a'}}", values));
  EXPECT_FALSE(Passes("a = :a", "{'b':{'S':'a'}}", values));
  EXPECT_TRUE(
      Passes("zz = :l", "{'b':{'N':'1'},'zz':{'S':'a text of more than eight bytes'}}", values));
  EXPECT_FALSE(
      Passes("zz = :l", "{'b':{'N':'1'},'zz':{'S':'a text of more than eight bytez'}}", values));
  EXPECT_TRUE(Passes(long_name + " = :a",
                     "{'" + long_name + "':{'S':'a'},'zzzzzzzzzz':{'NULL':true}}", values));
  EXPECT_TRUE(Passes(
      "longername = :a AND m.k = :l",
      "{'longername':{'S':'a'},'m':{'M':{'k':{'S':'a text of more than eight bytes'}}}}", values));
}

TEST(PageFilterTest, AMapEndsWhereItEnds) {
  const std::string values = "{':a':{'S':'abcdefgh'}}";
  // `k` stands right behind the empty map.
  EXPECT_FALSE(Passes("j.k = :a", "{'j':{'M':{}},'k':{'S':'abcdefgh'}}", values));
  EXPECT_FALSE(Passes("j.k = :a", "{'j':{'S':'k'},'k':{'S':'abcdefgh'}}", values));
}

// Random values over few names, so that paths often lead somewhere.
class Generator {
 public:
  explicit Generator(uint32_t seed) : random_(seed) {}

  uint32_t Below(uint32_t count) { return static_cast<uint32_t>(random_() % count); }

  std::string Name() {
    static const char* const kNames[] = {"a",           "b", "city", "address",
                                         "longer_name", "m", "n",    "q7"};
    return kNames[Below(8)];
  }
  Json Scalar() {
    switch (Below(6)) {
      case 0: return {{"N", std::to_string(Below(4))}};
      case 1: return {{"BOOL", Below(2) == 0}};
      case 2: return {{"NULL", true}};
      case 3: return {{"S", std::string(Below(3) * 40, 'x') + std::to_string(Below(3))}};
      case 4: return {{"B", Below(2) == 0 ? "YWJj" : "YWI="}};
      default: return {{"S", std::to_string(Below(3))}};
    }
  }
  Json Value(int depth) {
    if (depth == 0 || Below(3) > 0) return Scalar();
    if (Below(4) == 0) return {{"L", Json::array({Scalar(), Scalar()})}};
    return {{"M", Attributes(depth - 1)}};
  }
  Json Attributes(int depth) {
    Json attributes = Json::object();
    for (uint32_t i = Below(6); i > 0; --i) attributes[Name()] = Value(depth);
    return attributes;
  }
  std::string Path() {
    std::string path = Name();
    for (uint32_t i = Below(3); i > 0; --i) path += Below(6) == 0 ? "[0]" : "." + Name();
    return path;
  }
  std::string Leaf() {
    static const char* const kComparators[] = {" = ", " = ", " <> ", " < ", " <= ", " > ", " >= "};
    if (Below(5) == 0) return "attribute_exists(" + Path() + ")";
    const uint32_t comparator = Below(7);
    // Only S, N and B are ordered: the first values are none of the others.
    const uint32_t value = Below(comparator < 3 ? kValues : kValues / 2);
    const std::string placeholder = ":v" + std::to_string(value);
    if (Below(6) == 0) return placeholder + kComparators[comparator] + Path();
    return Path() + kComparators[comparator] + placeholder;
  }
  std::string Condition(int depth) {
    if (depth == 0) return Leaf();
    switch (Below(6)) {
      case 0: return "NOT (" + Condition(depth - 1) + ")";
      case 1: return "(" + Leaf() + ") OR " + Condition(depth - 1);
      case 2: return Leaf();
      default: return Leaf() + " AND " + Condition(depth - 1);
    }
  }
  std::string Values() {
    Json values = Json::object();
    for (uint32_t i = 0; i < kValues; ++i) {
      Json value = i % 2 == 0
                       ? Json{{"N", std::to_string(Below(4))}}
                       : Json{{"S", std::string(Below(3) * 40, 'x') + std::to_string(Below(3))}};
      if (i >= kValues / 2) value = Value(1);
      values[":v" + std::to_string(i)] = value;
    }
    return values.dump();
  }

 private:
  static constexpr uint32_t kValues = 8;
  std::mt19937 random_;
};

TEST(PageFilterTest, AgreesWithTheConditionOnRandomItems) {
  uint32_t passed = 0, compared = 0;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    Generator generator(seed);
    Request request(generator.Values());
    const std::string text = generator.Condition(3);
    const Result<BoundCondition> bound = request.Condition(text, ExpressionKind::kFilter);
    if (!bound.ok()) continue;  // a doubled pair of parentheses
    const PageFilter filter(request.arena(), bound.value());
    for (int i = 0; i < 20; ++i) {
      const Ref<Item> item = ItemOf(generator.Attributes(3).dump());
      const bool expected = bound.value().Matches(item->Attributes());
      ASSERT_EQ(filter.Passes(*item), expected) << text << " on " << ToText(item->Attributes());
      passed += expected ? 1 : 0;
      ++compared;
    }
  }
  // Both outcomes are frequent, or nothing was shown.
  EXPECT_GT(compared, 30000u);
  EXPECT_GT(passed, compared / 20);
  EXPECT_LT(passed, compared - compared / 20);
}

}  // namespace
}  // namespace pixii::test
