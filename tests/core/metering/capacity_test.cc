// Shows that sizes become capacity units as the developer guide's worked examples say.
#include "core/metering/capacity.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(Capacity, RoundsReadsUpToFourKilobytesAndHalvesEventualOnes) {
  EXPECT_EQ(ReadUnits(0, true).Units(), 1);
  EXPECT_EQ(ReadUnits(0, false).Units(), 0.5);
  EXPECT_EQ(ReadUnits(4096, true).Units(), 1);
  EXPECT_EQ(ReadUnits(4097, true).Units(), 2);
  EXPECT_EQ(ReadUnits(6 * 1024, false).Units(), 1);
  EXPECT_EQ(ReadUnits(12 * 1024, false).Units(), 1.5);
}

TEST(Capacity, RoundsWritesUpToOneKilobyte) {
  EXPECT_EQ(WriteUnits(0), 1u);
  EXPECT_EQ(WriteUnits(1024), 1u);
  EXPECT_EQ(WriteUnits(1025), 2u);
  EXPECT_EQ(WriteUnits(4608), 5u);
}

TEST(Capacity, SumsHalvesExactly) {
  ReadCost sum;
  for (int i = 0; i < 3; ++i) sum += ReadUnits(1, false);
  EXPECT_EQ(sum.Units(), 1.5);
}

}  // namespace
}  // namespace pixii
