// The texts about metrics.
#include "core/base/messages/metrics.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(MetricsMessages, NameWhatIsWrong) {
  EXPECT_NE(messages::MetricStatMissing("m1").find("m1"), std::string::npos);
  EXPECT_NE(messages::UnknownStatistic("p50").find("p50"), std::string::npos);
  EXPECT_NE(messages::PeriodNotWhole().find("60"), std::string::npos);
  EXPECT_NE(messages::StartNotBeforeEnd().find("StartTime"), std::string::npos);
}

}  // namespace
}  // namespace pixii
