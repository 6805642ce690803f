// Shows that an item is one buffer that counts its owners.
#include "core/values/item.h"

#include <gtest/gtest.h>

#include "core/values/item_size.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

TEST(Item, HoldsKeyBodyAndSize) {
  std::string body;
  ValueBuilder builder(body);
  builder.Name("pk");
  builder.String("a");
  const Ref<Item> item = Item::Make("the key", body, EntriesSizeBytes(EntryRange(body)));
  EXPECT_EQ(item->Key(), "the key");
  EXPECT_EQ(item->Body(), body);
  EXPECT_EQ(item->SizeBytes(), 3u);
  EXPECT_EQ(item->Find("pk").AsString(), "a");
  EXPECT_FALSE(item->Find("other"));
  EXPECT_GE(item->MemoryBytes(), body.size() + 7);
}

TEST(Item, CountsItsOwners) {
  const Ref<Item> item = Item::Make("", "", 0);
  EXPECT_EQ(item->RefCount(), 1u);
  {
    const Ref<Item> other = item;
    EXPECT_EQ(item->RefCount(), 2u);
  }
  EXPECT_TRUE(item.unique());
  EXPECT_TRUE(item->Attributes().empty());
}

TEST(Item, SharesTheBodyOfAnother) {
  std::string body;
  ValueBuilder builder(body);
  builder.Name("pk");
  builder.String("a");
  Ref<Item> item = Item::Make("the key", body, 3);
  const Ref<Item> entry = Item::MakeSharing("another key", item);
  EXPECT_EQ(item->RefCount(), 2u);
  item = nullptr;
  EXPECT_EQ(entry->Key(), "another key");
  EXPECT_EQ(entry->Body(), body);
  EXPECT_EQ(entry->SizeBytes(), 3u);
  EXPECT_EQ(entry->Find("pk").AsString(), "a");
}

}  // namespace
}  // namespace pixii
