// Shows the sentences about refused capacity: AWS's word for word, and pixii's with their numbers.
#include "core/base/messages/throttling.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(ThrottlingMessages, SayWhatAwsSays) {
  EXPECT_EQ(TableThroughputExceeded(),
            "The level of configured provisioned throughput for the table was exceeded. Consider "
            "increasing your provisioning level with the UpdateTable API.");
  EXPECT_EQ(
      IndexThroughputExceeded().substr(0, 102),
      "The level of configured provisioned throughput for one or more global secondary indexes "
      "of the table w");
  EXPECT_EQ(OnDemandTableThrottled().substr(0, 64),
            "Throughput exceeds the current capacity of your table or index. ");
  EXPECT_EQ(OnDemandIndexThrottled(),
            "Throughput exceeds the current capacity for one or more global secondary indexes. "
            "DynamoDB is automatically scaling your index so please try again shortly.");
  EXPECT_EQ(MaxOnDemandThroughputExceeded(),
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index");
  EXPECT_EQ(AccountThroughputExceeded().substr(0, 66),
            "Throughput exceeds the current throughput limit for your account. ");
}

TEST(ThrottlingMessages, TellWhatWouldHaveHelped) {
  EXPECT_EQ(AvoidByProvisioning("write", 5),
            "All of the provisioned 5 write units a second were in use, and no burst was saved. "
            "Provision more, scale automatically, or send the requests more slowly.");
  EXPECT_EQ(
      AvoidBySpreading("write", 1000, 80),
      "The key's partition gives 1000 write units a second, whatever the table has. This key "
      "took 80 percent of the partition's use. Spread the load over more partition keys (write "
      "sharding), cache reads, or send the requests more slowly.");
  EXPECT_EQ(AvoidBySpreading("read", 3000, 0).find("percent"), std::string::npos);
  EXPECT_NE(AvoidByWarming("write", 4000).find("4000 write units"), std::string::npos);
  EXPECT_NE(AvoidByRaisingMaximum("read", 10).find("10 read units"), std::string::npos);
  EXPECT_NE(AvoidByRaisingQuota("read", 40000).find("40000 read units"), std::string::npos);
}

}  // namespace
}  // namespace pixii::messages
