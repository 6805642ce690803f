// Shows that meters are opened with their table and follow its definition and the modes.
#include "core/storage/table_meters.h"

#include <gtest/gtest.h>

#include "core/storage/database.h"

namespace pixii {
namespace {

constexpr int64_t kNowMs = 1'700'000'000'000;

// One table, Things, with a global index over `day`.
class TableMetersTest : public ::testing::Test {
 protected:
  TableMetersTest() : database_(0) { Change(DefinitionChange::Kind::kCreateTable, Definition()); }

  static TableDefinition Definition() {
    TableDefinition definition;
    definition.name = "Things";
    definition.key_schema.partition = {{"pk", ValueType::kString}};
    definition.throughput = {7, 2500};
    IndexDefinition index;
    index.name = "ByDay";
    index.key_schema.partition = {{"day", ValueType::kString}};
    index.throughput = {3, 4};
    definition.indexes.push_back(index);
    return definition;
  }

  void Change(DefinitionChange::Kind kind, TableDefinition definition) {
    Commit commit;
    commit.time_ms = kNowMs;
    commit.definitions.push_back({kind, "Things", std::move(definition)});
    ASSERT_TRUE(database_.Apply(commit).ok());
  }

  const TableMeters& Meters() {
    return database_.meters().At(database_.FindTable("Things")->meter_slot());
  }
  void Follow() {
    FollowModes(database_.OwnMeters(), database_.modes(), database_.tables(), kNowMs);
  }

  Database database_;
};

using Units = std::array<int64_t, kCapacityKinds>;

TEST_F(TableMetersTest, OpenWithTheTableAndCloseWithIt) {
  ASSERT_EQ(Meters().resources.size(), 2u);
  EXPECT_EQ(Meters().resources[0].meter.partitions().Count(), 3u);
  EXPECT_EQ(Meters().Of({}).meter.settings().provisioned, (Units{7, 2500}));
  EXPECT_EQ(Meters().Of(0).index, "ByDay");
  EXPECT_EQ(Meters().Of(0).meter.settings().provisioned, (Units{3, 4}));
  EXPECT_FALSE(Meters().Of(0).meter.settings().enforced);
  Change(DefinitionChange::Kind::kDeleteTable, {});
  EXPECT_TRUE(database_.meters().At(0).table_key.empty());
}

TEST_F(TableMetersTest, FollowUpdates) {
  TableDefinition definition = Definition();
  definition.throughput.write_units = 4500;
  Change(DefinitionChange::Kind::kUpdateTable, definition);
  EXPECT_EQ(Meters().Of({}).meter.partitions().Count(), 5u);
  definition.indexes.clear();
  definition.billing_mode = BillingMode::kPayPerRequest;
  definition.on_demand.max_write_units = 9;
  Change(DefinitionChange::Kind::kUpdateTable, definition);
  EXPECT_EQ(Meters().resources.size(), 1u);
  EXPECT_TRUE(Meters().Of({}).meter.settings().on_demand);
  EXPECT_EQ(Meters().Of({}).meter.settings().maximum, (Units{0, 9}));
}

TEST_F(TableMetersTest, FollowTheModes) {
  EXPECT_FALSE(database_.meters().enforces());
  database_.OwnModes().capacity = CapacityMode::kEnforce;
  EXPECT_FALSE(FollowsModes(database_.meters(), database_.modes()));
  Follow();
  EXPECT_TRUE(FollowsModes(database_.meters(), database_.modes()));
  EXPECT_TRUE(database_.meters().enforces());
  EXPECT_TRUE(Meters().Of(0).meter.settings().enforced);
  ++database_.OwnModes().capacity_revision;
  EXPECT_FALSE(FollowsModes(database_.meters(), database_.modes()));
  database_.OwnModes().capacity = CapacityMode::kReport;
  database_.OwnMeters().Own(0).own_enforced = true;
  Follow();
  EXPECT_TRUE(database_.meters().enforces());
  EXPECT_TRUE(Meters().Of({}).meter.settings().enforced);
}

TEST_F(TableMetersTest, EnforceFromTheStart) {
  Database database(0);
  database.OwnModes().capacity = CapacityMode::kEnforce;
  Commit commit;
  commit.definitions.push_back({DefinitionChange::Kind::kCreateTable, "Things", Definition()});
  ASSERT_TRUE(database.Apply(commit).ok());
  EXPECT_TRUE(database.meters().enforces());
  EXPECT_TRUE(FollowsModes(database.meters(), database.modes()));
  EXPECT_TRUE(database.meters().At(0).Of({}).meter.settings().enforced);
}

TEST_F(TableMetersTest, WarmWithUseOnDemand) {
  TableDefinition definition = Definition();
  definition.billing_mode = BillingMode::kPayPerRequest;
  Change(DefinitionChange::Kind::kUpdateTable, definition);
  const Modes& modes = database_.modes();
  for (const size_t resource : {0, 1}) {
    Meter& meter = database_.OwnMeters().Own(0).resources[resource].meter;
    meter.Charge(modes, CapacityKind::kWrite, 7, int64_t{60} * 3000 * kMicroUnitsPerUnit, kNowMs);
  }
  const auto warmed = [&](int64_t minutes) {
    TableDefinition told = definition;
    WarmByUse(database_.OwnMeters(), modes, *database_.FindTable("Things"),
              kNowMs + minutes * kMinuteMs, told);
    return told;
  };
  EXPECT_EQ(warmed(29).warm.write_units, 0);
  EXPECT_EQ(warmed(31).warm.write_units, 6000);
  EXPECT_EQ(warmed(31).indexes[0].warm.write_units, 6000);
  EXPECT_EQ(warmed(31).warm.read_units, 0);
}

TEST_F(TableMetersTest, CountWhatTimeToLiveDeleted) {
  CountExpired(database_.OwnMeters(), *database_.FindTable("Things"), 3, kNowMs);
  const MetricSeries* series =
      Meters().Of({}).metrics.Find(Metric::kTimeToLiveDeletedItemCount, MetricOperation::kNone);
  ASSERT_NE(series, nullptr);
  EXPECT_EQ(series->current.sum, 3);
}

}  // namespace
}  // namespace pixii
