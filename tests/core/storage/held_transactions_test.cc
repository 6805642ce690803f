// Shows which items a held transaction locks, for whom, and until when.
#include "core/storage/held_transactions.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

HeldTransaction Of(std::vector<LockedItem> items, std::string token_key = {}) {
  HeldTransaction transaction;
  transaction.items = std::move(items);
  transaction.token_key = std::move(token_key);
  return transaction;
}

TEST(HeldTransactions, LockTheirItemsAndNoOthers) {
  HeldTransactions held;
  EXPECT_FALSE(held.Locks("t", "a"));
  held.Hold(Of({{"t", "a"}, {"u", "b"}}));
  EXPECT_TRUE(held.Locks("t", "a"));
  EXPECT_TRUE(held.Locks("u", "b"));
  EXPECT_FALSE(held.Locks("t", "b"));
  EXPECT_FALSE(held.Locks("ta", ""));
  EXPECT_FALSE(held.Locks("", "ta"));
}

TEST(HeldTransactions, DoNotLockThemselvesOut) {
  HeldTransactions held;
  const std::string first = held.Hold(Of({{"t", "a"}}));
  const std::string second = held.Hold(Of({{"t", "b"}}));
  EXPECT_NE(first, second);
  EXPECT_FALSE(held.Locks("t", "a", first));
  EXPECT_TRUE(held.Locks("t", "a", second));
}

TEST(HeldTransactions, LockTheTablesOfTheirItems) {
  HeldTransactions held;
  const std::string table("1\0r\0Things", 10);
  held.Hold(Of({{table, std::string("\0\xFF", 2)}}));
  EXPECT_TRUE(held.LocksTable(table));
  EXPECT_FALSE(held.LocksTable(table.substr(0, 9)));
  EXPECT_FALSE(held.LocksTable(table + "s"));
}

TEST(HeldTransactions, LetGoWhenReleasedOrCleared) {
  HeldTransactions held;
  const std::string first = held.Hold(Of({{"t", "a"}, {"t", "b"}}));
  const std::string second = held.Hold(Of({{"t", "c"}}));
  held.Release(first);
  EXPECT_EQ(held.Find(first), nullptr);
  EXPECT_FALSE(held.Locks("t", "a"));
  EXPECT_TRUE(held.Locks("t", "c"));
  held.Clear();
  EXPECT_EQ(held.Find(second), nullptr);
  EXPECT_FALSE(held.Locks("t", "c"));
  EXPECT_FALSE(held.LocksTable("t"));
  EXPECT_NE(held.Hold(Of({})), first) << "ids are never used twice";
}

TEST(HeldTransactions, AreFoundByTheirTokens) {
  HeldTransactions held;
  held.Hold(Of({{"t", "a"}}));
  EXPECT_EQ(held.FindToken(""), nullptr);
  const std::string id = held.Hold(Of({{"t", "b"}}, "token"));
  ASSERT_NE(held.FindToken("token"), nullptr);
  EXPECT_EQ(held.FindToken("token")->items[0].item_key, "b");
  held.Release(id);
  EXPECT_EQ(held.FindToken("token"), nullptr);
  held.Hold(Of({{"t", "b"}}, "token"));
  held.Clear();
  EXPECT_EQ(held.FindToken("token"), nullptr);
}

}  // namespace
}  // namespace pixii
