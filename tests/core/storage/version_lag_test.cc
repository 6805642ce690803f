// Versions for late reads: which are held, how many, and which one a time names.
#include "core/storage/version_lag.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

// A version that is known by the number of its tables.
OrderedMap<Table> Tables(size_t count) {
  OrderedMap<Table> tables;
  for (size_t i = 0; i < count; ++i) tables.Upsert(Table::Make("table-" + std::to_string(i), {}));
  return tables;
}

TEST(VersionLag, TellsTheVersionThatATimeSaw) {
  VersionLag lag;
  EXPECT_TRUE(lag.empty());
  EXPECT_EQ(lag.At(0), nullptr);
  lag.Hold(Tables(1), 1000, 3200);
  lag.Hold(Tables(2), 2000, 3200);
  EXPECT_EQ(lag.At(999)->Count(), 1u);
  EXPECT_EQ(lag.At(1000)->Count(), 2u);
  EXPECT_EQ(lag.At(1999)->Count(), 2u);
  EXPECT_EQ(lag.At(2000), nullptr);
}

TEST(VersionLag, OfSeveralChangesAtOneTimeTheVersionBeforeTheFirstIsHeld) {
  VersionLag lag;
  lag.Hold(Tables(1), 1000, 500);
  lag.Hold(Tables(2), 1000, 500);
  EXPECT_EQ(lag.At(999)->Count(), 1u);
  EXPECT_EQ(lag.At(1000), nullptr);
}

TEST(VersionLag, LetsGoOfWhatNoReadCanSee) {
  VersionLag lag;
  lag.Hold(Tables(1), 1000, 500);
  lag.Hold(Tables(2), 1500, 500);
  EXPECT_EQ(lag.At(999)->Count(), 2u);
}

TEST(VersionLag, HoldsABoundedNumber) {
  VersionLag lag;
  for (int64_t time_ms = 0; time_ms < 10'000; ++time_ms) {
    lag.Hold(Tables(static_cast<size_t>(time_ms % 7)), time_ms, 3200);
  }
  int64_t versions = 0;
  const OrderedMap<Table>* last = nullptr;
  for (int64_t time_ms = 6000; time_ms < 10'000; ++time_ms) {
    const OrderedMap<Table>* version = lag.At(time_ms);
    if (version != nullptr && version != last) ++versions;
    last = version;
  }
  EXPECT_GE(versions, VersionLag::kVersionsMax / 2);
  EXPECT_LE(versions, VersionLag::kVersionsMax);
}

}  // namespace
}  // namespace pixii
