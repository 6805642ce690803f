// Shows that meters, metrics and throttles come back as they were, and that cut or twisted bytes
// never do.
#include "core/storage/meters_bytes.h"

#include <gtest/gtest.h>

#include "core/metering/meters.h"
#include "core/storage/database_bytes.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

constexpr int64_t kNowMs = 1'700'000'000'000;

Database MakeDatabase() {
  Database database(0);
  TableDefinition definition;
  definition.name = "Things";
  definition.id = "id";
  definition.key_schema.partition = {{"pk", ValueType::kString}};
  definition.attribute_definitions = definition.key_schema.partition;
  definition.throughput = {7, 2500};
  Commit commit;
  commit.time_ms = kNowMs;
  commit.definitions.push_back(
      {DefinitionChange::Kind::kCreateTable, "Things", std::move(definition)});
  EXPECT_TRUE(database.Apply(commit).ok());
  return database;
}

// One that was used: partitions with heat, metrics of two minutes, a throttle.
Database MakeUsed() {
  Database database = MakeDatabase();
  TableMeters& meters = database.OwnMeters().Own(0);
  meters.own_enforced = true;
  ResourceMeter& table = meters.Of({});
  MeterSettings settings = table.meter.settings();
  settings.enforced = true;
  table.meter.Configure(settings, database.modes(), kNowMs);
  for (uint64_t i = 0; i < 50; ++i) {
    table.meter.Serve(database.modes(), CapacityKind::kWrite, i << 58, kMicroUnitsPerUnit, 100,
                      kNowMs + 70'000, nullptr);
  }
  table.metrics.Add(Metric::kThrottledRequests, MetricOperation::kPutItem, 1.5, kNowMs);
  table.metrics.Add(Metric::kThrottledRequests, MetricOperation::kPutItem, 2, kNowMs + 70'000);
  database.OwnMeters().OwnAccount("a").Add(Metric::kUserErrors, MetricOperation::kNone, 3, kNowMs);
  ThrottleRecord record;
  record.time_ms = kNowMs;
  record.key = "{}";
  record.operation = MetricOperation::kScan;
  record.throttle.wait_ms = 17;
  record.throttle.of_partition = true;
  database.OwnMeters().AddThrottle(record);
  MetricLog ended;
  ended.Add(Metric::kReturnedItemCount, MetricOperation::kScan, 4, kNowMs);
  database.OwnMeters().KeepEnded("Gone", "", ended);
  database.OwnMeters().KeepEnded("Gone", "ByDay", ended);
  return database;
}

TEST(MetersBytes, ComeBackAsTheyWere) {
  const Database database = MakeUsed();
  std::string bytes;
  WriteDatabase(database, bytes);
  Result<Database> read = ReadDatabase(bytes, 0);
  ASSERT_TRUE(read.ok());
  const Meters& before = database.meters();
  const Meters& after = read.value().meters();
  EXPECT_EQ(after.At(0).Of({}).meter.state(), before.At(0).Of({}).meter.state());
  EXPECT_EQ(after.At(0).own_enforced, true);
  const MetricSeries& series = after.At(0).Of({}).metrics.series()[0];
  EXPECT_EQ(series.metric, Metric::kThrottledRequests);
  EXPECT_EQ(series.operation, MetricOperation::kPutItem);
  EXPECT_EQ(series.Points(0, INT64_MAX).size(), 2u);
  EXPECT_EQ(series.Points(0, INT64_MAX)[0].sum, 1.5);
  EXPECT_EQ(after.accounts().at("a")->series()[0].current.sum, 3);
  ASSERT_EQ(after.throttles().size(), 1u);
  EXPECT_EQ(after.throttles()[0].throttle.wait_ms, 17);
  EXPECT_EQ(after.throttles()[0].operation, MetricOperation::kScan);
  EXPECT_TRUE(after.throttles()[0].throttle.of_partition);
  ASSERT_EQ(after.ended().size(), 2u);
  EXPECT_EQ(after.ended().at({"Gone", "ByDay"}).metrics.series()[0].current.sum, 4);
  EXPECT_EQ(after.throttle_count(), 1u);
  std::string again;
  WriteDatabase(read.value(), again);
  EXPECT_EQ(again, bytes);
}

TEST(MetersBytes, RefuseWhatIsCutOff) {
  const Database database = MakeUsed();
  std::string bytes;
  ByteSink sink(bytes);
  WriteTableMeters(database, *database.FindTable("Things"), sink);
  for (size_t size = 0; size < bytes.size(); ++size) {
    Database into = MakeDatabase();
    EXPECT_FALSE(ReadTableMeters(Bytes(bytes).substr(0, size), into)) << size;
  }
  Database into = MakeDatabase();
  EXPECT_TRUE(ReadTableMeters(bytes, into));
  EXPECT_FALSE(ReadTableMeters(bytes + "x", into));
  Database empty(0);
  EXPECT_FALSE(ReadTableMeters(bytes, empty));
}

TEST(MetersBytes, RefuseMetricsOfWhatIsGoneThatAreCutOffOrThereTwice) {
  const Database database = MakeUsed();
  std::string bytes;
  ByteSink sink(bytes);
  WriteEndedMetrics(database, sink);
  for (size_t size = 0; size < bytes.size(); ++size) {
    Database into(0);
    EXPECT_FALSE(ReadEndedMetrics(Bytes(bytes).substr(0, size), into)) << size;
  }
  Database into(0);
  EXPECT_TRUE(ReadEndedMetrics(bytes, into));
  EXPECT_FALSE(ReadEndedMetrics(bytes, into));
}

TEST(MetersBytes, SurviveAnyTwistedByte) {
  const Database database = MakeUsed();
  std::string bytes;
  ByteSink sink(bytes);
  WriteTableMeters(database, *database.FindTable("Things"), sink);
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string twisted = bytes;
    twisted[i] = static_cast<char>(~twisted[i]);
    Database into = MakeDatabase();
    if (!ReadTableMeters(twisted, into)) continue;
    Meter& meter = into.OwnMeters().Own(0).Of({}).meter;
    meter.Admit(into.modes(), CapacityKind::kWrite, i << 50, kNowMs + 500'000);
    meter.Charge(into.modes(), CapacityKind::kWrite, i << 50, 1, kNowMs + 500'000);
  }
}

}  // namespace
}  // namespace pixii
