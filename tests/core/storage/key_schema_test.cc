// Shows which items and keys fit a table's key schema, and in which words the others are refused.
#include "core/storage/key_schema.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

using support::Entries;

KeySchema Schema() { return {{{"pk", ValueType::kString}}, {{"sk", ValueType::kNumber}}}; }

std::string FaultOfItem(const std::string& entries, bool schema_wording = false) {
  std::string key;
  const auto result = PrimaryKeyOfItem(Schema(), EntryRange(entries), schema_wording, key);
  return result.ok() ? "" : result.error().message;
}

std::string FaultOfKey(const std::string& entries) {
  std::string key;
  const auto result = PrimaryKeyOfKey(Schema(), EntryRange(entries), key);
  return result.ok() ? "" : result.error().message;
}

TEST(KeySchema, TakesItemsThatHoldTheKey) {
  EXPECT_EQ(FaultOfItem(Entries({{"pk", "a"}, {"sk", "1", true}, {"more", "x"}})), "");
}

TEST(KeySchema, RefusesItemsWithoutTheKeyOrWithAnotherType) {
  EXPECT_EQ(FaultOfItem(Entries({{"sk", "1", true}})),
            "One or more parameter values were invalid: Missing the key pk in the item");
  EXPECT_EQ(FaultOfItem(Entries({{"pk", "a"}, {"sk", "1"}})),
            "One or more parameter values were invalid: Type mismatch for key sk expected: N "
            "actual: S");
  EXPECT_EQ(FaultOfItem(Entries({{"pk", "a"}, {"sk", "1"}}), true),
            "The provided key element does not match the schema");
}

TEST(KeySchema, RefusesEmptyAndTooLongKeyValues) {
  EXPECT_EQ(FaultOfItem(Entries({{"pk", ""}, {"sk", "1", true}})),
            "One or more parameter values are not valid. The AttributeValue for a key attribute "
            "cannot contain an empty string value. Key: pk");
  EXPECT_EQ(FaultOfItem(Entries({{"pk", std::string(2048, 'x')}, {"sk", "1", true}})), "");
  EXPECT_EQ(FaultOfItem(Entries({{"pk", std::string(2049, 'x')}, {"sk", "1", true}})),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum "
            "size limit of2048 bytes");
}

TEST(KeySchema, FindsEmptyValuesAlone) {
  const std::string none = Entries({{"pk", ""}});
  const auto empty = CheckKeysNotEmpty(Schema(), EntryRange(none));
  EXPECT_FALSE(empty.ok());
  const std::string longer = Entries({{"pk", std::string(2049, 'x')}, {"sk", "1", true}});
  EXPECT_TRUE(CheckKeysNotEmpty(Schema(), EntryRange(longer)).ok());
}

TEST(KeySchema, TakesKeysOfJustTheKeyAttributes) {
  EXPECT_EQ(FaultOfKey(Entries({{"pk", "a"}, {"sk", "1", true}})), "");
  const std::string mismatch = "The provided key element does not match the schema";
  EXPECT_EQ(FaultOfKey(Entries({{"pk", "a"}})), mismatch);
  EXPECT_EQ(FaultOfKey(Entries({{"pk", "a"}, {"sk", "1"}})), mismatch);
  EXPECT_EQ(FaultOfKey(Entries({{"pk", "a"}, {"sk", "1", true}, {"x", "y"}})), mismatch);
  EXPECT_EQ(FaultOfKey(Entries({})), mismatch);
}

TEST(KeySchema, IsDoneWithThePartitionKeyBeforeTheSortKey) {
  const std::string too_long =
      "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size "
      "limit of2048 bytes";
  const std::string value(2049, 'x');
  EXPECT_EQ(FaultOfItem(Entries({{"pk", value}})), too_long);
  EXPECT_EQ(FaultOfItem(Entries({{"pk", value}, {"sk", "1"}})), too_long);
  EXPECT_EQ(FaultOfKey(Entries({{"pk", value}, {"sk", "1"}})), too_long);
  EXPECT_EQ(FaultOfKey(Entries({{"pk", value}})),
            "The provided key element does not match the schema");
}

TEST(KeySchema, MakesEqualKeysOfItemsAndKeys) {
  std::string of_item, of_key;
  const std::string item = Entries({{"pk", "a"}, {"sk", "1.0", true}, {"more", "x"}});
  const std::string key = Entries({{"pk", "a"}, {"sk", "1", true}});
  ASSERT_TRUE(PrimaryKeyOfItem(Schema(), EntryRange(item), false, of_item).ok());
  ASSERT_TRUE(PrimaryKeyOfKey(Schema(), EntryRange(key), of_key).ok());
  EXPECT_EQ(of_item, of_key);
}

TEST(KeySchema, CopiesTheKeyAttributesAlone) {
  std::string copied;
  const std::string item = Entries({{"a", "x"}, {"pk", "p"}, {"sk", "1", true}});
  CopyKeyAttributes(Schema(), EntryRange(item), copied);
  EXPECT_EQ(copied, Entries({{"pk", "p"}, {"sk", "1", true}}));
}

}  // namespace
}  // namespace pixii
