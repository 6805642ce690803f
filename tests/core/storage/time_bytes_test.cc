// Clock, modes and due work survive being stored; damage is found.
#include "core/storage/time_bytes.h"

#include <gtest/gtest.h>

#include "core/storage/database.h"
#include "core/storage/database_bytes.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

Database WithTime() {
  Database database(0);
  database.clock().StandAt(1'700'000'000'000);
  database.OwnModes().timing = TableTiming::kAws;
  database.OwnModes().table_creating_ms = 1234;
  database.OwnDue().Set(DueKind::kTableState, "table", 1'700'000'000'500);
  database.OwnDue().Set(DueKind::kExpiry, "table", 1'700'000'000'500);
  return database;
}

std::string PayloadOf(const Database& database) {
  std::string bytes;
  ByteSink sink(bytes);
  WriteTime(database, sink);
  return bytes;
}

TEST(TimeBytes, KeepClockModesAndDueWork) {
  const Database database = WithTime();
  Database read(0);
  ASSERT_TRUE(ReadTime(PayloadOf(database), read));
  EXPECT_TRUE(read.clock().standing());
  EXPECT_EQ(read.clock().Now(5), 1'700'000'000'000);
  EXPECT_EQ(read.modes().timing, TableTiming::kAws);
  EXPECT_EQ(read.modes().table_creating_ms, 1234);
  EXPECT_EQ(read.due().entries(), database.due().entries());
}

TEST(TimeBytes, KeepARunningClocksOffset) {
  Database database(0);
  database.clock().Now(1000);
  database.clock().Set(1000, 5000);
  Database read(0);
  ASSERT_TRUE(ReadTime(PayloadOf(database), read));
  EXPECT_FALSE(read.clock().standing());
  EXPECT_EQ(read.clock().Now(1100), 5100);
}

// Two runs of one script under a driven clock export the same bytes, whenever they happen.
TEST(TimeBytes, OfAStandingClockKeepNothingOfTheHosts) {
  Database one = WithTime();
  Database two = WithTime();
  one.clock().Set(1000, 1'700'000'000'100);
  two.clock().Set(999'999, 1'700'000'000'100);
  EXPECT_EQ(PayloadOf(one), PayloadOf(two));
}

TEST(TimeBytes, RefuseWhatIsCutOffOrChanged) {
  const std::string whole = PayloadOf(WithTime());
  for (size_t size = 0; size < whole.size(); ++size) {
    Database read(0);
    EXPECT_FALSE(ReadTime(whole.substr(0, size), read)) << size;
  }
  for (const size_t at : {size_t{0}, size_t{8}, size_t{17}, size_t{18}, size_t{30}}) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(0x7f);
    Database read(0);
    EXPECT_FALSE(ReadTime(damaged, read)) << at;
  }
}

TEST(TimeBytes, ArePartOfAStoredDatabase) {
  std::string bytes;
  WriteDatabase(WithTime(), bytes);
  const Result<Database> read = ReadDatabase(bytes, 0);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().clock().reading_ms(), 1'700'000'000'000);
  EXPECT_EQ(read.value().due().entries().size(), 2u);
}

}  // namespace
}  // namespace pixii
