// Shows that a bucket gains with time up to what it holds, and goes into debt.
#include "core/metering/token_bucket.h"

#include <gtest/gtest.h>

#include <limits>

namespace pixii {
namespace {

constexpr int64_t kUnit = 1'000'000;

TEST(TokenBucket, GainsItsRateEachSecondUpToWhatItHolds) {
  const BucketRate rate = BucketRate::Of(20, 300);
  TokenBucket bucket{0, 1000};
  bucket.Refill(rate, 1050);
  EXPECT_EQ(bucket.micro_units, kUnit);
  bucket.Refill(rate, 2000);
  EXPECT_EQ(bucket.micro_units, 20 * kUnit);
  bucket.Refill(rate, 10'000'000);
  EXPECT_EQ(bucket.micro_units, 6000 * kUnit);
  EXPECT_EQ(bucket.at_ms, 10'000'000);
}

TEST(TokenBucket, GainsNothingFromATimeThatIsOver) {
  TokenBucket bucket{5, 1000};
  bucket.Refill(BucketRate::Of(20, 300), 900);
  EXPECT_EQ(bucket, (TokenBucket{5, 1000}));
}

TEST(TokenBucket, LosesWhatALowerRateCannotHold) {
  TokenBucket bucket{1000 * kUnit, 0};
  bucket.Refill(BucketRate::Of(1, 300), 1);
  EXPECT_EQ(bucket.micro_units, 300 * kUnit);
}

TEST(TokenBucket, GivesTheSameInOneStepAsInMany) {
  const BucketRate rate{1234, 1'000'000'000};
  TokenBucket once{-77, 0};
  TokenBucket often{-77, 0};
  once.Refill(rate, 99'999);
  for (int64_t at = 1; at < 99'999; at += 7) often.Refill(rate, at);
  often.Refill(rate, 99'999);
  EXPECT_EQ(once, often);
}

TEST(TokenBucket, AdmitsWhileItHasTokensAndGoesIntoDebt) {
  TokenBucket bucket{kUnit, 0};
  EXPECT_TRUE(bucket.HasTokens());
  EXPECT_EQ(bucket.Admits(4 * kUnit), 1);
  EXPECT_EQ(bucket.Admits(kUnit), 1);
  EXPECT_EQ(bucket.Admits(kUnit / 2), 2);
  EXPECT_EQ(bucket.Admits(kUnit / 3), 4);
  bucket.Take(4 * kUnit);
  EXPECT_FALSE(bucket.HasTokens());
  EXPECT_EQ(bucket.Admits(kUnit), 0);
}

TEST(TokenBucket, TellsHowLongADebtTakes) {
  const BucketRate rate = BucketRate::Of(10, 300);
  EXPECT_EQ((TokenBucket{1, 0}).WaitMs(rate), 0);
  TokenBucket bucket{-3 * kUnit, 0};
  EXPECT_EQ(bucket.WaitMs(rate), 301);
  bucket.Refill(rate, 300);
  EXPECT_FALSE(bucket.HasTokens());
  bucket.Refill(rate, 301);
  EXPECT_TRUE(bucket.HasTokens());
  EXPECT_EQ((TokenBucket{0, 0}).WaitMs({0, 0}), std::numeric_limits<int64_t>::max());
}

}  // namespace
}  // namespace pixii
