// The warnings of Explain.
#include "core/base/messages/insight.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(InsightMessages, TellTheNumbers) {
  EXPECT_NE(messages::FilterWaste(1, 30).find("1 of 30"), std::string::npos);
  EXPECT_NE(messages::LargeItem(380000).find("380000"), std::string::npos);
  EXPECT_NE(messages::ExpiryInMilliseconds("until").find("until"), std::string::npos);
  EXPECT_NE(messages::ManyPartitions(4).find("4 partitions"), std::string::npos);
  EXPECT_FALSE(messages::ScanReadsAll().empty());
  EXPECT_FALSE(messages::HotKey().empty());
}

}  // namespace
}  // namespace pixii
