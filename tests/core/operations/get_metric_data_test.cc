// Shows metrics as CloudWatch tells them: dimensions, periods, statistics, order.
#include "core/operations/get_metric_data.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr const char* kCloudWatch = "GraniteServiceVersion20100801.";

// What GetMetricData answers for reads of the table Things.
json Reads(OperationHarness& harness, const std::string& stat, int period,
           const std::string& more = "") {
  const std::string query =
      "{'Id':'m','MetricStat':{'Metric':{'Namespace':'AWS/DynamoDB','MetricName':"
      "'ConsumedReadCapacityUnits','Dimensions':[{'Name':'TableName','Value':'Things'}]},"
      "'Period':" +
      std::to_string(period) + ",'Stat':'" + stat + "'}}";
  return harness.Call(kCloudWatch + std::string("GetMetricData"), "{'MetricDataQueries':[" + query +
                                                                      "],'StartTime':1699999980,"
                                                                      "'EndTime':1700003600" +
                                                                      more +
                                                                      "}")["MetricDataResults"][0];
}

TEST(GetMetricData, TakesMinutesTogetherByPeriods) {
  OperationHarness harness;
  harness.now_ms = 1'699'999'980'000;  // a whole minute
  harness.MakeTable("Things");
  for (int i = 0; i < 3; ++i) {
    harness.Get("Things", "{'pk':{'S':'a'}}");
    harness.now_ms += 60'000;
  }
  EXPECT_EQ(Reads(harness, "Sum", 60)["Values"], json({0.5, 0.5, 0.5}));
  EXPECT_EQ(Reads(harness, "SampleCount", 60, ",'ScanBy':'TimestampAscending'")["Timestamps"],
            json({1699999980, 1700000040, 1700000100}));
  EXPECT_EQ(Reads(harness, "Sum", 3600)["Values"], json({1.5}));
}

TEST(GetMetricData, AnswersWithoutValuesWhereThereAreNone) {
  OperationHarness harness;
  const json told = Reads(harness, "Average", 60);
  EXPECT_EQ(told["Id"], "m");
  EXPECT_EQ(told["Label"], "ConsumedReadCapacityUnits");
  EXPECT_EQ(told["StatusCode"], "Complete");
  EXPECT_TRUE(told["Values"].empty());
}

TEST(GetMetricData, ListsWhatThereIs) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const json all = harness.Call(kCloudWatch + std::string("ListMetrics"),
                                "{'MetricName':'ConsumedWriteCapacityUnits'}")["Metrics"];
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0]["Dimensions"], support::Json("[{'Name':'TableName','Value':'Things'}]"));
}

}  // namespace
}  // namespace pixii
