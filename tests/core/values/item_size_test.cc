// Shows that sizes are the ones AWS bills: the developer guide's worked examples and rules.
#include "core/values/item_size.h"

#include <gtest/gtest.h>

#include "core/values/number.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

template <class Build>
uint32_t SizeOf(Build build) {
  std::string out;
  ValueBuilder builder(out);
  build(builder);
  builder.EndEntries(0);
  return EntriesSizeBytes(EntryRange(out));
}

TEST(ItemSize, CountsNamesAndTextsByTheirUtf8Bytes) {
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("shirt-color");
              b.String("R");
              b.Name("shirt-size");
              b.String("M");
            }),
            23u);
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("pk");
              b.String("\xC3\xA9");
            }),
            4u);
}

TEST(ItemSize, CountsNullsAndBooleansAsOneByte) {
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("a");
              b.Null();
              b.Name("b");
              b.Bool(true);
            }),
            4u);
}

TEST(ItemSize, CountsContainersWithTheirOverhead) {
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("l");
              b.BeginList();
              b.EndList();
            }),
            4u);
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("m");
              b.BeginList();
              b.String("ab");
              b.EndList();
            }),
            7u);
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("m");
              b.BeginMap();
              b.Name("key");
              b.String("ab");
              b.EndMap();
            }),
            1u + 3 + 1 + 3 + 2);
}

TEST(ItemSize, CountsSetsAsTheirMembersAlone) {
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("s");
              b.BeginSet(ValueType::kStringSet);
              b.String("ab");
              b.String("cde");
              b.EndSet();
            }),
            6u);
  EXPECT_EQ(SizeOf([](ValueBuilder& b) {
              b.Name("n");
              b.BeginSet(ValueType::kNumberSet);
              b.Number(PackInteger(0).view());
              b.Number(PackInteger(-42).view());
              b.EndSet();
            }),
            1u + 1 + 3);
}

}  // namespace
}  // namespace pixii
