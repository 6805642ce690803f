// Shows which changes of a database its streams learn of, and what is planned to be trimmed.
#include <gtest/gtest.h>

#include "core/storage/stream_store.h"
#include "tests/core/storage/database_fixture.h"

namespace pixii {
namespace {

using support::CreateThings;
using support::kThings;
using support::PutThing;

constexpr int64_t kLabelMs = 1'700'000'000'000;

class DatabaseStreams : public testing::Test {
 protected:
  DatabaseStreams() {
    TableDefinition definition = support::ThingsDefinition();
    definition.stream = {true, StreamView::kKeysOnly, kLabelMs, {}, {}};
    EXPECT_TRUE(CreateThings(database_, definition).ok());
  }
  const Stream* stream() const { return database_.streams().Find(StreamKey(kThings, kLabelMs)); }
  uint64_t Records() const {
    uint64_t count = 0;
    for (const Ref<Shard>& shard : stream()->shards()) count += shard->records().count();
    return count;
  }

  Database database_{0};
};

TEST_F(DatabaseStreams, LearnOfEveryChangeButThoseThatChangeNothing) {
  ASSERT_TRUE(PutThing(database_, "a", "1").ok());
  EXPECT_EQ(Records(), 1u);
  ASSERT_TRUE(PutThing(database_, "a", "1").ok());
  EXPECT_EQ(Records(), 1u);
  ASSERT_TRUE(PutThing(database_, "a", "2").ok());
  EXPECT_EQ(Records(), 2u);
}

TEST_F(DatabaseStreams, LearnOfNoImport) {
  ASSERT_TRUE(PutThing(database_, "a", "1", CommitOrigin::kImport).ok());
  EXPECT_EQ(Records(), 0u);
}

TEST_F(DatabaseStreams, AreTrimmedWhenTheirFirstRecordIsADayOld) {
  EXPECT_EQ(database_.due().NextMs(), INT64_MAX);
  ASSERT_TRUE(PutThing(database_, "a", "1").ok());
  const std::string key = StreamKey(kThings, kLabelMs);
  const int64_t due_ms = database_.due().TimeOf(DueKind::kStreamTrim, key);
  EXPECT_EQ(due_ms, TrimTime(0)) << "the commit was made at 0";
  database_.TrimStream(key, due_ms);
  EXPECT_EQ(Records(), 0u);
}

TEST_F(DatabaseStreams, SplitWithAPartitionOfTheirTable) {
  database_.SplitStream(kThings, uint64_t{1} << 63, kLabelMs + 1);
  EXPECT_EQ(stream()->shards().size(), 3u);
}

TEST_F(DatabaseStreams, EndWithTheDefinitionThatSaysSo) {
  Commit commit;
  commit.time_ms = kLabelMs + 1;
  commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, kThings, support::ThingsDefinition()});
  ASSERT_TRUE(database_.Apply(commit).ok());
  EXPECT_FALSE(stream()->is_enabled());
  database_.SplitStream(kThings, uint64_t{1} << 63, kLabelMs + 1);
  EXPECT_EQ(stream()->shards().size(), 1u);
}

}  // namespace
}  // namespace pixii
