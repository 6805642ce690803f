// Expiries read off items, and kept in the order in which they come.
#include "core/storage/expiry.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

std::optional<int64_t> SecondOf(const std::string& number) {
  const std::string entries = support::Entries({{"ends", number, true}});
  return ExpirySecondOf(EntryRange(entries), "ends");
}

TEST(Expiry, IsTheWholePartOfANumber) {
  EXPECT_EQ(SecondOf("1700000000"), 1'700'000'000);
  EXPECT_EQ(SecondOf("1700000000.999"), 1'700'000'000);
  EXPECT_EQ(SecondOf("1.7E9"), 1'700'000'000);
  EXPECT_EQ(SecondOf("100"), 100);
  EXPECT_EQ(SecondOf("99"), 99);
  EXPECT_EQ(SecondOf("0"), 0);
  EXPECT_EQ(SecondOf("0.5"), 0);
  EXPECT_EQ(SecondOf("1E-130"), 0);
  EXPECT_EQ(SecondOf("253402300799"), 253'402'300'799);
}

TEST(Expiry, IsNoneBeyondTheCalendarOrBelowZero) {
  EXPECT_EQ(SecondOf("253402300800"), std::nullopt);
  EXPECT_EQ(SecondOf("1700000000000"), std::nullopt);
  EXPECT_EQ(SecondOf("9.9E125"), std::nullopt);
  EXPECT_EQ(SecondOf("-1"), std::nullopt);
  EXPECT_EQ(SecondOf("-0.5"), std::nullopt);
}

TEST(Expiry, IsNoneOfOtherTypesOrNames) {
  const std::string text = support::Entries({{"ends", "1700000000"}});
  EXPECT_EQ(ExpirySecondOf(EntryRange(text), "ends"), std::nullopt);
  const std::string other = support::Entries({{"other", "1700000000", true}});
  EXPECT_EQ(ExpirySecondOf(EntryRange(other), "ends"), std::nullopt);
}

TEST(Expiries, ComeInOrder) {
  Expiries expiries;
  expiries.Change(std::nullopt, 300, "c");
  expiries.Change(std::nullopt, 100, "b");
  expiries.Change(std::nullopt, 100, "a");
  std::string keys;
  for (auto at = expiries.Since(0); at.Valid(); at.Next()) keys += at->item_key();
  EXPECT_EQ(keys, "abc");
  EXPECT_EQ(expiries.Since(101)->second(), 300);
  EXPECT_FALSE(expiries.Since(301).Valid());
  EXPECT_EQ(expiries.Since(-5)->second(), 100);
}

TEST(Expiries, FollowTheirItems) {
  Expiries expiries;
  const uint64_t empty = expiries.memory_bytes();
  expiries.Change(std::nullopt, 100, "a");
  EXPECT_GT(expiries.memory_bytes(), empty);
  expiries.Change(100, 200, "a");
  EXPECT_EQ(expiries.Count(), 1u);
  EXPECT_EQ(expiries.Since(0)->second(), 200);
  expiries.Change(200, 200, "a");
  EXPECT_EQ(expiries.Count(), 1u);
  expiries.Change(200, std::nullopt, "a");
  EXPECT_EQ(expiries.Count(), 0u);
  EXPECT_EQ(expiries.memory_bytes(), empty);
}

TEST(Expiries, OfAVersionStayAsTheyAre) {
  Expiries expiries;
  expiries.Change(std::nullopt, 100, "a");
  const Expiries before = expiries;
  expiries.Change(100, std::nullopt, "a");
  EXPECT_EQ(before.Count(), 1u);
  EXPECT_EQ(expiries.Count(), 0u);
}

}  // namespace
}  // namespace pixii
