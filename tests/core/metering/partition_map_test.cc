// Shows that partitions cover all hashes, are found by hash, and are cut where they are wide or
// hot.
#include "core/metering/partition_map.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

constexpr CapacityConstants kConstants;
constexpr uint64_t kHalf = uint64_t{1} << 63;

// Every hash belongs to one partition, and ids are distinct.
void ExpectWhole(const PartitionMap& map) {
  ASSERT_EQ(map.At(0).begin, 0u);
  for (size_t i = 0; i + 1 < map.Count(); ++i) {
    EXPECT_LE(map.At(i).begin, map.End(i));
    EXPECT_EQ(map.End(i) + 1, map.At(i + 1).begin);
    EXPECT_NE(map.At(i).id, map.At(i + 1).id);
  }
  EXPECT_EQ(map.End(map.Count() - 1), ~uint64_t{0});
}

TEST(PartitionMap, CutsAllHashesIntoRangesOfEqualWidth) {
  for (const size_t count : {0, 1, 2, 3, 41, 1000}) {
    const PartitionMap map(count, kConstants, 5);
    EXPECT_EQ(map.Count(), std::max<size_t>(1, count));
    ExpectWhole(map);
  }
  const PartitionMap map(2, kConstants, 5);
  EXPECT_EQ(map.At(0).ceilings[0].micro_units, 3000 * kMicroUnitsPerUnit);
  EXPECT_EQ(map.At(1).ceilings[1].micro_units, 1000 * kMicroUnitsPerUnit);
}

TEST(PartitionMap, FindsThePartitionOfAHash) {
  const PartitionMap map(7, kConstants, 0);
  for (size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(map.IndexOf(map.At(i).begin), i);
    EXPECT_EQ(map.IndexOf(map.End(i)), i);
  }
}

TEST(PartitionMap, SplitsIntoTwoNewPartitionsThatShareTheBytes) {
  PartitionMap map(1, kConstants, 0);
  map.At(0).bytes = 1000;
  EXPECT_FALSE(map.Split(0, 0, kConstants, 9));
  ASSERT_TRUE(map.Split(0, kHalf, kConstants, 9));
  ExpectWhole(map);
  EXPECT_EQ(map.At(0).parent_id, 1u);
  EXPECT_EQ(map.At(1).parent_id, 1u);
  EXPECT_EQ(map.At(0).bytes + map.At(1).bytes, 1000);
  EXPECT_NEAR(map.At(0).bytes, 500, 1);
  EXPECT_EQ(map.At(1).ceilings[1], (TokenBucket{1000 * kMicroUnitsPerUnit, 9}));
}

TEST(PartitionMap, GrowsByHalvingTheWidest) {
  PartitionMap map(2, kConstants, 0);
  EXPECT_TRUE(map.GrowTo(2, kConstants, 0).empty());
  const std::vector<uint64_t> cuts = map.GrowTo(5, kConstants, 0);
  ASSERT_EQ(cuts.size(), 3u);
  ExpectWhole(map);
  EXPECT_EQ(map.Count(), 5u);
  for (const uint64_t cut : cuts) EXPECT_EQ(map.At(map.IndexOf(cut)).begin, cut);
}

TEST(PartitionMap, CutsAtTheMedianOfTheHeat) {
  PartitionMap map(1, kConstants, 0);
  // Even heat over the upper half.
  for (uint64_t i = 0; i < 1000; ++i) {
    map.Heat(0, CapacityKind::kWrite, kHalf + i * (kHalf / 1000), kMicroUnitsPerUnit);
  }
  const PartitionMap::Cuts cuts = map.HeatCuts(0, 50);
  EXPECT_EQ(cuts.cause, SplitCause::kHeat);
  ASSERT_EQ(cuts.at_hashes.size(), 1u);
  EXPECT_NEAR(static_cast<double>(cuts.at_hashes[0]) / 0x1p64, 0.75, 0.02);
  EXPECT_EQ(map.At(0).minute_units[1], 1000 * kMicroUnitsPerUnit);
}

TEST(PartitionMap, CutsAroundAKeyThatTakesMostOfTheHeat) {
  PartitionMap map(1, kConstants, 0);
  for (uint64_t i = 0; i < 1000; ++i) {
    map.Heat(0, CapacityKind::kRead, 12345, 2 * kMicroUnitsPerUnit);
    map.Heat(0, CapacityKind::kRead, i << 50, kMicroUnitsPerUnit);
  }
  const PartitionMap::Cuts cuts = map.HeatCuts(0, 50);
  EXPECT_EQ(cuts.cause, SplitCause::kHotKey);
  EXPECT_EQ(cuts.at_hashes, (std::vector<uint64_t>{12345, 12346}));
  ASSERT_TRUE(map.Split(0, 12345, kConstants, 0));
  ASSERT_TRUE(map.Split(1, 12346, kConstants, 0));
  ExpectWhole(map);
  EXPECT_EQ(map.End(1), 12345u);
  EXPECT_TRUE(map.HeatCuts(1, 50).at_hashes.empty());
}

TEST(PartitionMap, CutsOnceAroundAKeyAtAnEnd) {
  PartitionMap map(1, kConstants, 0);
  map.Heat(0, CapacityKind::kWrite, 0, 200);
  EXPECT_EQ(map.HeatCuts(0, 50).at_hashes, std::vector<uint64_t>{1});
  PartitionMap other(1, kConstants, 0);
  other.Heat(0, CapacityKind::kWrite, ~uint64_t{0}, 200);
  EXPECT_EQ(other.HeatCuts(0, 50).at_hashes, std::vector<uint64_t>{~uint64_t{0}});
}

}  // namespace
}  // namespace pixii
