// Shows how keys share a load, and that numbers drawn by chance are fair and repeatable.
#include "core/metering/workload.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pixii {
namespace {

TEST(Workload, RatesStepAndRamp) {
  const Rate steps{{{0, 10}, {60, 30}}, false};
  EXPECT_EQ(steps.At(59.9), 10);
  EXPECT_EQ(steps.At(60), 30);
  const Rate ramp{{{0, 10}, {100, 30}}, true};
  EXPECT_DOUBLE_EQ(ramp.At(50), 20);
  EXPECT_EQ(ramp.At(200), 30);
  EXPECT_EQ(Rate{}.At(5), 0);
}

TEST(Workload, MassesOfAllKeysSumToOne) {
  for (const uint64_t keys : {1ULL, 100ULL, 50'000ULL, 1'000'000'000ULL}) {
    for (const KeyDistribution distribution : {KeyDistribution::kUniform, KeyDistribution::kZipf}) {
      Workload workload;
      workload.distribution = distribution;
      workload.keys = keys;
      const KeyMasses masses(workload);
      double hot = 0;
      for (size_t i = 0; i < masses.known().size() && i < kHotSources; ++i) {
        hot += masses.known()[i].mass;
      }
      EXPECT_NEAR(hot + masses.TailBetween(0, UINT64_MAX), 1, 1e-9) << keys;
    }
  }
}

TEST(Workload, RecordedKeysHaveTheirWeights) {
  Workload workload;
  workload.distribution = KeyDistribution::kRecorded;
  workload.recorded = {{HashOfName("b"), 1}, {HashOfName("a"), 3}};
  const KeyMasses masses(workload);
  EXPECT_EQ(masses.known()[0].hash, HashOfName("a"));
  EXPECT_DOUBLE_EQ(masses.known()[0].mass, 0.75);
}

TEST(Workload, DrawsAsManyAsExpected) {
  Dice dice(7);
  for (const double probability : {0.001, 0.02, 0.5, 0.97}) {
    double sum = 0;
    for (int i = 0; i < 2000; ++i) sum += static_cast<double>(dice.Binomial(1000, probability));
    EXPECT_NEAR(sum / 2000, 1000 * probability, 1) << probability;
  }
  EXPECT_EQ(dice.Binomial(1000, 0), 0);
  EXPECT_EQ(dice.Binomial(1000, 1e-17), 0);
  EXPECT_EQ(dice.Binomial(1000, 1), 1000);
  EXPECT_EQ(Dice(9).Bits(), Dice(9).Bits());
}

TEST(Workload, KnowsLogarithmsAndPowersByArithmeticAlone) {
  for (const double x : {1e-12, 0.3, 1.0, 2.0, 17.5, 1e9}) {
    EXPECT_NEAR(ExactLog(x), std::log(x), 1e-12 * std::max(1.0, std::fabs(std::log(x)))) << x;
  }
  for (const double x : {-50.0, -1.5, 0.0, 1.0, 20.25}) {
    EXPECT_NEAR(ExactExp(x) / std::exp(x), 1, 1e-12) << x;
  }
}

}  // namespace
}  // namespace pixii
