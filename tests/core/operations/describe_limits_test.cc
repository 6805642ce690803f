// Shows the quotas that are told, which are those that CreateTable holds tables to.
#include "core/operations/describe_limits.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(DescribeLimits, TellsTheQuotasThatTablesAreHeldTo) {
  OperationHarness harness;
  const json limits = harness.Call("DescribeLimits", "{}");
  const int64_t most = limits["TableMaxReadCapacityUnits"];
  EXPECT_EQ(limits["TableMaxWriteCapacityUnits"], most);
  const auto create = [&harness](const std::string& name, int64_t units) {
    return harness.Fault("CreateTable",
                         "{'TableName':'" + name +
                             "','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                             "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
                             "'ProvisionedThroughput':{'ReadCapacityUnits':" +
                             std::to_string(units) + ",'WriteCapacityUnits':1}}");
  };
  EXPECT_EQ(create("Things", most + 1).substr(0, 22), "LimitExceededException");
  EXPECT_EQ(create("Things", most), "");
  EXPECT_EQ(create("Others", limits["AccountMaxReadCapacityUnits"].get<int64_t>() - most), "");
  EXPECT_EQ(create("Third", 1).substr(0, 22), "LimitExceededException");
}

}  // namespace
}  // namespace pixii
