// A run of records keeps them in order over many blocks, finds them by number, drops the oldest,
// and its copies never see each other's changes.
#include "core/streams/record_run.h"

#include <gtest/gtest.h>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeRecord;

std::vector<uint64_t> Sequences(const RecordRun& run, uint64_t from = 0) {
  std::vector<uint64_t> all;
  for (auto at = run.LowerBound(from); at.get() != nullptr; at.Next()) {
    all.push_back(at.get()->sequence);
  }
  return all;
}

// Records 2, 4, 6, ... at times 1, 2, 3, ...
RecordRun RunOf(uint64_t count) {
  RecordRun run;
  for (uint64_t i = 1; i <= count; ++i) run.Append(MakeRecord(2 * i, static_cast<int64_t>(i)));
  return run;
}

TEST(RecordRun, AnEmptyOneHasNothing) {
  RecordRun run;
  EXPECT_TRUE(run.empty());
  EXPECT_EQ(run.LowerBound(0).get(), nullptr);
  EXPECT_EQ(run.DropBefore(100), 0u);
}

TEST(RecordRun, KeepsTenThousandRecordsInOrder) {
  const RecordRun run = RunOf(10000);
  EXPECT_EQ(run.count(), 10000u);
  const std::vector<uint64_t> all = Sequences(run);
  ASSERT_EQ(all.size(), 10000u);
  for (uint64_t i = 0; i < all.size(); ++i) ASSERT_EQ(all[i], 2 * (i + 1));
  EXPECT_EQ(run.front().sequence, 2u);
  EXPECT_EQ(run.back().sequence, 20000u);
}

TEST(RecordRun, FindsByNumberAtAndBetween) {
  const RecordRun run = RunOf(9000);
  for (const uint64_t number : {1, 2, 3, 128, 129, 130, 8192, 8193, 17999, 18000}) {
    const StreamRecord* found = run.LowerBound(number).get();
    ASSERT_NE(found, nullptr) << number;
    EXPECT_EQ(found->sequence, (number + 1) / 2 * 2) << number;
  }
  EXPECT_EQ(run.LowerBound(18001).get(), nullptr);
}

TEST(RecordRun, DropsTheOldestAndSaysWhatTheyTook) {
  RecordRun run = RunOf(5000);
  uint64_t expected = 0;
  for (auto at = run.LowerBound(0); at.get()->time_ms < 4200; at.Next()) {
    expected += at.get()->MemoryBytes();
  }
  EXPECT_EQ(run.DropBefore(4200), expected);
  EXPECT_EQ(run.count(), 801u);
  EXPECT_EQ(run.front().time_ms, 4200);
  EXPECT_EQ(Sequences(run).size(), 801u);
  run.Append(MakeRecord(20000, 6000));
  EXPECT_GT(run.DropBefore(7000), 0u);
  EXPECT_TRUE(run.empty());
  EXPECT_EQ(run.count(), 0u);
}

TEST(RecordRun, CopiesNeverSeeEachOthersChanges) {
  RecordRun first = RunOf(100);
  RecordRun second = first;
  first.Append(MakeRecord(1000, 1000));
  second.Append(MakeRecord(2000, 1000));
  second.DropBefore(50);
  EXPECT_EQ(first.count(), 101u);
  EXPECT_EQ(first.front().sequence, 2u);
  EXPECT_EQ(first.back().sequence, 1000u);
  EXPECT_EQ(second.count(), 52u);
  EXPECT_EQ(second.front().time_ms, 50);
  EXPECT_EQ(second.back().sequence, 2000u);
}

}  // namespace
}  // namespace pixii
