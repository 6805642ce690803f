// Shows that simulated runs agree with exact ones, and what they tell.
#include "core/metering/simulation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pixii {
namespace {

struct Totals {
  std::array<double, kCapacityKinds> throttles{};
  std::array<double, kCapacityKinds> units{};
};

Totals TotalsOf(const SimulationResult& result) {
  Totals totals;
  for (const SimulatedMinute& minute : result.minutes) {
    for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
      totals.throttles[kind] += static_cast<double>(minute.throttles[kind]);
      totals.units[kind] += static_cast<double>(minute.micro_units[kind]) / kMicroUnitsPerUnit;
    }
  }
  return totals;
}

SimulationSettings Zipf(uint64_t keys, double reads, double writes) {
  SimulationSettings settings;
  settings.workload.distribution = KeyDistribution::kZipf;
  settings.workload.keys = keys;
  settings.workload.rates[0].points = {{0, reads}};
  settings.workload.rates[1].points = {{0, writes}};
  settings.workload.micro_units = {kMicroUnitsPerUnit / 2, kMicroUnitsPerUnit};
  settings.seconds = 600;
  return settings;
}

// Within one percent, in throttles and in units.
void ExpectNear(SimulationSettings settings) {
  const Totals sampled = TotalsOf(Simulate(settings));
  settings.exact = true;
  const Totals exact = TotalsOf(Simulate(settings));
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    EXPECT_NEAR(sampled.throttles[kind], exact.throttles[kind], exact.throttles[kind] * 0.01);
    EXPECT_NEAR(sampled.units[kind], exact.units[kind], exact.units[kind] * 0.01);
  }
  EXPECT_GT(exact.throttles[1], 0);
}

TEST(Simulation, AgreesWithTheExactRunWithinOnePercent) {
  SimulationSettings provisioned = Zipf(1000, 500, 2000);
  provisioned.meter.provisioned = {200, 1500};
  ExpectNear(provisioned);
  SimulationSettings hot = Zipf(60000, 500, 6000);
  hot.workload.exponent = 1.2;
  hot.meter.provisioned = {8000, 8000};
  ExpectNear(hot);
  SimulationSettings uniform = Zipf(50000, 500, 2000);
  uniform.workload.distribution = KeyDistribution::kUniform;
  uniform.meter.provisioned = {200, 1500};
  ExpectNear(uniform);
}

TEST(Simulation, AgreesForKeysInTurnAndForRecordedKeys) {
  for (const double writes : {1050.0, 3000.0}) {
    SimulationSettings in_turn = Zipf(10000, 300, writes);
    in_turn.workload.distribution = KeyDistribution::kSequential;
    in_turn.meter.provisioned = {100, 1000};
    ExpectNear(in_turn);
  }
  SimulationSettings recorded = Zipf(1, 200, 3000);
  recorded.workload.distribution = KeyDistribution::kRecorded;
  for (int i = 0; i < 10; ++i) {
    recorded.workload.recorded.emplace_back(HashOfName("r" + std::to_string(i)), i == 0 ? 10 : 1);
  }
  for (const int64_t provisioned : {1200, 5000}) {
    recorded.meter.provisioned = {500, provisioned};
    ExpectNear(recorded);
  }
}

// An hour of a million requests a second is a matter of seconds, so a minute here is one of a
// moment.
TEST(Simulation, LosesNoRequestOfALowRate) {
  SimulationSettings settings = Zipf(10, 0, 1);
  settings.seconds = 60;
  settings.exact = true;
  uint64_t requests = 0;
  for (const SimulatedMinute& minute : Simulate(settings).minutes) requests += minute.requests[1];
  EXPECT_EQ(requests, 60U);
}

TEST(Simulation, PlaysAMillionRequestsASecond) {
  SimulationSettings settings = Zipf(100'000'000, 500'000, 500'000);
  settings.workload.distribution = KeyDistribution::kUniform;
  settings.meter.provisioned = {300'000, 600'000};
  settings.seconds = 60;
  const Totals totals = TotalsOf(Simulate(settings));
  EXPECT_EQ(totals.throttles[0] + totals.throttles[1], 0);
  EXPECT_NEAR(totals.units[1], 30e6, 1);
}

TEST(Simulation, IsTheSameWithTheSameSeed) {
  SimulationSettings settings = Zipf(1000, 100, 3000);
  settings.workload.exponent = 2;
  settings.meter.provisioned = {1000, 5000};
  settings.seconds = 60;
  const Totals first = TotalsOf(Simulate(settings));
  EXPECT_EQ(TotalsOf(Simulate(settings)).throttles, first.throttles);
  settings.seed = 1;
  EXPECT_NE(TotalsOf(Simulate(settings)).throttles, first.throttles);
}

// The voting example: two candidates of 1,500 votes a second each; with ten shards a candidate
// nothing is throttled.
TEST(Simulation, ShowsThatWriteShardingCuresHotKeys) {
  SimulationSettings settings;
  settings.workload.distribution = KeyDistribution::kRecorded;
  settings.workload.recorded = {{HashOfName("A"), 1}, {HashOfName("B"), 1}};
  settings.workload.rates[1].points = {{0, 3000}};
  settings.workload.micro_units = {0, kMicroUnitsPerUnit};
  settings.meter.provisioned = {10, 10000};
  settings.seconds = 120;
  const SimulationResult hot = Simulate(settings);
  EXPECT_GT(hot.throttles[1][static_cast<size_t>(ThrottleLimit::kKeyRangeThroughput)], 90'000);
  settings.workload.recorded.clear();
  for (int i = 0; i < 10; ++i) {
    for (const char* candidate : {"A", "B"}) {
      settings.workload.recorded.emplace_back(HashOfName(candidate + std::to_string(i)), 1);
    }
  }
  EXPECT_EQ(TotalsOf(Simulate(settings)).throttles[1], 0);
}

TEST(Simulation, ScalesAndCosts) {
  SimulationSettings settings = Zipf(10000, 0, 90);
  settings.workload.exponent = 0;
  settings.meter.provisioned = {10, 100};
  settings.stored_bytes = int64_t{1} << 30;
  settings.scaling[1] = {{{5, 1000}, {.target_percent = 70}}};
  const SimulationResult result = Simulate(settings);
  ASSERT_FALSE(result.scalings.empty());
  EXPECT_EQ(result.scalings[0].time_ms, 120'000);
  EXPECT_EQ(result.scalings[0].to, 129);  // 90 / 0.7
  EXPECT_EQ(result.minutes.back().served_units[1], 129);
  const double hours = 2.0 / 60 * 100 + 8.0 / 60 * 129;
  EXPECT_NEAR(result.cost.throughput[1], hours * 0.00065, 1e-9);
  EXPECT_NEAR(result.cost.storage_month, 0.25, 1e-9);
}

}  // namespace
}  // namespace pixii
