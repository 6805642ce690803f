// Shows who is admitted and what is charged: exceptions with their reasons, batches, transactions,
// statements, indexes that hold their table back, and the metrics that come of it.
#include "core/operations/capacity_door.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// A table of one read and one write unit a second; it holds one second's worth.
class CapacityDoor : public ::testing::Test {
 protected:
  CapacityDoor() {
    harness.Call("Pixii_1.UpdateModes", "{'Capacity':'enforce'}");
    harness.Call("CreateTable",
                 "{'TableName':'Small','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                 "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
                 "{'AttributeName':'day','AttributeType':'S'}],"
                 "'GlobalSecondaryIndexes':[{'IndexName':'ByDay','KeySchema':"
                 "[{'AttributeName':'day','KeyType':'HASH'}],"
                 "'Projection':{'ProjectionType':'ALL'},"
                 "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}],"
                 "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':5}}");
  }

  const Meter& MeterOf(IndexPlace index = {}) {
    return harness.database().meters().At(harness.TableOf("Small")->meter_slot()).Of(index).meter;
  }
  double SumOf(Metric metric, IndexPlace index = {}) {
    const MetricSeries* series = harness.database()
                                     .meters()
                                     .At(harness.TableOf("Small")->meter_slot())
                                     .Of(index)
                                     .metrics.Find(metric, MetricOperation::kNone);
    return series == nullptr ? 0 : series->current.sum;
  }

  OperationHarness harness;
};

constexpr const char* kGet = "{'TableName':'Small','Key':{'pk':{'S':'a'}},'ConsistentRead':true}";

TEST_F(CapacityDoor, RefusesReadsOnAnEmptyBalance) {
  harness.Call("GetItem", kGet);
  EXPECT_EQ(harness.Fault("GetItem", kGet),
            "ProvisionedThroughputExceededException: The level of configured provisioned "
            "throughput for the table was exceeded. Consider increasing your provisioning level "
            "with the UpdateTable API.");
  EXPECT_EQ(SumOf(Metric::kConsumedReadCapacityUnits), 1);
  EXPECT_EQ(SumOf(Metric::kProvisionedReadCapacityUnits), 1);
  EXPECT_EQ(SumOf(Metric::kReadThrottleEvents), 1);
  EXPECT_EQ(SumOf(Metric::kReadProvisionedThroughputThrottleEvents), 1);
  harness.now_ms += 1;
  harness.Call("GetItem", kGet);
}

TEST_F(CapacityDoor, KeepsWhatExplainsAThrottle) {
  harness.Call("GetItem", kGet);
  harness.Fault("GetItem", kGet);
  ASSERT_EQ(harness.database().meters().throttles().size(), 1u);
  const ThrottleRecord& record = harness.database().meters().throttles()[0];
  EXPECT_EQ(record.key, R"({"pk":{"S":"a"}})");
  EXPECT_EQ(record.resource_arn, "arn:aws:dynamodb:us-east-1:000000000000:table/Small");
  EXPECT_EQ(record.time_ms, harness.now_ms);
  EXPECT_EQ(record.throttle.limit, ThrottleLimit::kProvisionedThroughput);
}

TEST_F(CapacityDoor, ChargesAFailedConditionByTheItemThatIsThere) {
  harness.Put("Small", "{'pk':{'S':'a'},'text':{'S':'" + std::string(2000, 'x') + "'}}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 2);
  harness.Fault("DeleteItem",
                "{'TableName':'Small','Key':{'pk':{'S':'a'}},"
                "'ConditionExpression':'attribute_not_exists(pk)'}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 4);
}

TEST_F(CapacityDoor, LetsAThrottleOutrankAConditionUnlessTold) {
  harness.Put("Small", "{'pk':{'S':'a'},'text':{'S':'" + std::string(9000, 'x') + "'}}");
  const char* failing =
      "{'TableName':'Small','Item':{'pk':{'S':'a'}},"
      "'ConditionExpression':'attribute_not_exists(pk)'}";
  EXPECT_EQ(harness.Fault("PutItem", failing).substr(0, 29), "ProvisionedThroughputExceeded");
  harness.Call("Pixii_1.UpdateModes", "{'Constants':{'ThrottleBeforeCondition':'0'}}");
  EXPECT_EQ(harness.Fault("PutItem", failing).substr(0, 22), "ConditionalCheckFailed");
  EXPECT_EQ(harness
                .Fault("PutItem",
                       "{'TableName':'Small','Item':{'pk':{'S':'a'}},"
                       "'ConditionExpression':'attribute_exists(pk)'}")
                .substr(0, 29),
            "ProvisionedThroughputExceeded");
}

TEST_F(CapacityDoor, HoldsBackATableWhoseIndexIsShort) {
  harness.Put("Small", "{'pk':{'S':'a'},'day':{'S':'mon'}}");
  EXPECT_EQ(
      harness.Fault("PutItem", "{'TableName':'Small','Item':{'pk':{'S':'b'},'day':{'S':'mon'}}}")
          .substr(0, 119),
      "ProvisionedThroughputExceededException: The level of configured provisioned throughput "
      "for one or more global secondary");
  EXPECT_TRUE(harness.database().meters().throttles()[0].of_index);
  EXPECT_EQ(harness.database().meters().throttles()[0].key, R"({"day":{"S":"mon"}})");
  EXPECT_EQ(SumOf(Metric::kWriteThrottleEvents, 0), 1);
  EXPECT_EQ(SumOf(Metric::kWriteThrottleEvents), 0);
  // An item that the index does not hold passes.
  harness.Put("Small", "{'pk':{'S':'c'}}");
  EXPECT_TRUE(harness.Get("Small", "{'pk':{'S':'b'}}").is_null());
}

TEST_F(CapacityDoor, HandsBackThrottledMembersOfBatches) {
  std::string writes;
  for (int i = 0; i < 8; ++i) {
    writes += std::string(i == 0 ? "" : ",") + "{'PutRequest':{'Item':{'pk':{'S':'" +
              std::to_string(i) + "'}}}}";
  }
  const auto answer = harness.Call("BatchWriteItem", "{'RequestItems':{'Small':[" + writes + "]}}");
  EXPECT_EQ(answer["UnprocessedItems"]["Small"].size(), 3u);
  EXPECT_EQ(harness.TableOf("Small")->item_count(), 5u);
  EXPECT_EQ(
      harness.Fault("BatchWriteItem", "{'RequestItems':{'Small':[" + writes + "]}}").substr(0, 29),
      "ProvisionedThroughputExceeded");
}

TEST_F(CapacityDoor, HandsBackThrottledKeys) {
  const char* keys =
      "{'RequestItems':{'Small':{'ConsistentRead':true,'Keys':[{'pk':{'S':'a'}},"
      "{'pk':{'S':'b'}}]}}}";
  const auto answer = harness.Call("BatchGetItem", keys);
  EXPECT_EQ(answer["UnprocessedKeys"]["Small"]["Keys"], support::Json("[{'pk':{'S':'b'}}]"));
  EXPECT_EQ(harness.Fault("BatchGetItem", keys).substr(0, 29), "ProvisionedThroughputExceeded");
}

TEST_F(CapacityDoor, CancelsTransactionsWithTheReason) {
  harness.Put("Small", "{'pk':{'S':'a'},'text':{'S':'" + std::string(9000, 'x') + "'}}");
  EXPECT_EQ(
      harness.Fault("TransactWriteItems",
                    "{'TransactItems':[{'Delete':{'TableName':'Small','Key':"
                    "{'pk':{'S':'a'}}}}]}"),
      "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons "
      "for specific reasons [ProvisionedThroughputExceeded]");
  harness.Call("GetItem", kGet);
  EXPECT_EQ(harness
                .Fault("TransactGetItems",
                       "{'TransactItems':[{'Get':{'TableName':'Small','Key':{'pk':{'S':'a'}}}}]}")
                .substr(0, 28),
            "TransactionCanceledException");
}

TEST_F(CapacityDoor, RefusesStatements) {
  harness.Call("ExecuteStatement",
               "{'Statement':'SELECT * FROM Small WHERE pk=?','Parameters':[{'S':'a'}],"
               "'ConsistentRead':true}");
  EXPECT_EQ(harness.Fault("ExecuteStatement", "{'Statement':'SELECT * FROM Small'}").substr(0, 29),
            "ProvisionedThroughputExceeded");
  const auto batch = harness.Call(
      "BatchExecuteStatement",
      "{'Statements':[{'Statement':'SELECT * FROM Small WHERE pk=?','Parameters':[{'S':'a'}]}]}");
  EXPECT_EQ(batch["Responses"][0]["Error"]["Code"], "ProvisionedThroughputExceeded");
}

TEST_F(CapacityDoor, ChargesACancelledTransaction) {
  harness.Fault("TransactWriteItems",
                "{'TransactItems':[{'Delete':{'TableName':'Small','Key':{'pk':{'S':'a'}},"
                "'ConditionExpression':'attribute_exists(pk)'}}]}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 2);
}

constexpr const char* kFourDeletes =
    "{'TransactItems':["
    "{'Delete':{'TableName':'Small','Key':{'pk':{'S':'a'}}}},"
    "{'Delete':{'TableName':'Small','Key':{'pk':{'S':'b'}}}},"
    "{'Delete':{'TableName':'Small','Key':{'pk':{'S':'c'}}}},"
    "{'Delete':{'TableName':'Small','Key':{'pk':{'S':'d'}}}}]}";

TEST_F(CapacityDoor, AsksForEachActionAfterWhatThoseBeforeItTook) {
  // Two units each, of five: the third takes the balance into debt.
  EXPECT_EQ(
      harness.Fault("TransactWriteItems", kFourDeletes),
      "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons "
      "for specific reasons [None, None, None, ProvisionedThroughputExceeded]");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 6);
  harness.now_ms += 60'000;
  harness.Call("TransactWriteItems", kFourDeletes);
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 8);
}

TEST_F(CapacityDoor, AsksForEachReadAfterWhatThoseBeforeItTook) {
  const std::string reasons =
      "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for "
      "specific reasons [None, ProvisionedThroughputExceeded]";
  EXPECT_EQ(harness.Fault("TransactGetItems",
                          "{'TransactItems':[{'Get':{'TableName':'Small','Key':{'pk':{'S':'a'}}}},"
                          "{'Get':{'TableName':'Small','Key':{'pk':{'S':'b'}}}}]}"),
            reasons);
  EXPECT_EQ(SumOf(Metric::kConsumedReadCapacityUnits), 2);
  harness.now_ms += 1001;
  EXPECT_EQ(harness.Fault("ExecuteTransaction",
                          "{'TransactStatements':[{'Statement':'SELECT * FROM Small WHERE pk=?',"
                          "'Parameters':[{'S':'a'}]},{'Statement':'SELECT * FROM Small WHERE pk=?',"
                          "'Parameters':[{'S':'b'}]}]}"),
            reasons);
}

TEST_F(CapacityDoor, AsksForEachStatementAfterWhatThoseBeforeItTook) {
  std::string statements;
  for (const char* key : {"a", "b", "c", "d"}) {
    statements += std::string(statements.empty() ? "" : ",") +
                  "{'Statement':'DELETE FROM Small WHERE pk=?','Parameters':[{'S':'" + key + "'}]}";
  }
  const std::string fault =
      harness.Fault("ExecuteTransaction", "{'TransactStatements':[" + statements + "]}");
  EXPECT_EQ(fault.substr(fault.find('[')), "[None, None, None, ProvisionedThroughputExceeded]");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 6);
}

TEST_F(CapacityDoor, ChargesAHeldTransactionOnce) {
  const auto held = harness.Call("Pixii_1.HoldTransaction",
                                 "{'TransactItems':[{'Put':{'TableName':'Small','Item':"
                                 "{'pk':{'S':'a'},'day':{'S':'mon'}}}}]}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 2);
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits, 0), 0);
  harness.Call("Pixii_1.CommitTransaction",
               "{'TransactionId':'" + held["TransactionId"].get<std::string>() + "'}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 2);
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits, 0), 1);
}

TEST_F(CapacityDoor, ChargesNoIndexForACancelledTransaction) {
  harness.Fault("TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'Small','Item':"
                "{'pk':{'S':'a'},'day':{'S':'mon'}}}},"
                "{'ConditionCheck':{'TableName':'Small','Key':{'pk':{'S':'b'}},"
                "'ConditionExpression':'attribute_exists(pk)'}}]}");
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits), 4);
  EXPECT_EQ(SumOf(Metric::kConsumedWriteCapacityUnits, 0), 0);
}

TEST_F(CapacityDoor, RecordsWhatExplainAsksFor) {
  CapacityRecorder recorder;
  OperationContext context = harness.Begin();
  context.recorder = &recorder;
  const Table& table = *harness.TableOf("Small");
  ChargeRead(context, table, 0, {7, 7}, ReadUnits(5000, true));
  ASSERT_EQ(recorder.charges.size(), 1u);
  EXPECT_EQ(recorder.charges[0].units, 2);
  EXPECT_EQ(recorder.charges[0].index, IndexPlace(0));
  EXPECT_EQ(recorder.charges[0].first_hash, 7u);
  EXPECT_EQ(MeterOf(0).Tokens(CapacityKind::kRead), -kMicroUnitsPerUnit);
}

TEST_F(CapacityDoor, CountsAnswersByOutcome) {
  const uint32_t slot = harness.TableOf("Small")->meter_slot();
  MeteredRequest metered{MetricOperation::kPutItem,
                         {{slot, &harness.database().OwnMeters().Own(slot)}}};
  OperationContext context = harness.Begin();
  context.metered = &metered;
  CountAnswer(context, nullptr);
  const Error conflict{ErrorType::kTransactionCanceled, "",
                       R"("CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"None"}])"};
  CountAnswer(context, &conflict);
  const Error failed{ErrorType::kConditionalCheckFailed, ""};
  CountAnswer(context, &failed);
  const Error invalid{ErrorType::kValidation, ""};
  CountAnswer(context, &invalid);
  EXPECT_EQ(SumOf(Metric::kTransactionConflict), 1);
  EXPECT_EQ(SumOf(Metric::kConditionalCheckFailedRequests), 1);
  const MetricLog& account = *harness.database().meters().accounts().begin()->second;
  EXPECT_EQ(account.Find(Metric::kUserErrors, MetricOperation::kNone)->current.sum, 2);
  const MetricLog& log =
      harness.database().meters().At(harness.TableOf("Small")->meter_slot()).Of({}).metrics;
  EXPECT_EQ(log.Find(Metric::kSuccessfulRequestLatency, MetricOperation::kPutItem)->current.count,
            1u);
}

TEST_F(CapacityDoor, TellsThePartitionsOfAPage) {
  PageOrder order;
  Page page;
  const ReadHashes all = HashesOf(order, page);
  EXPECT_EQ(all.first, 0u);
  EXPECT_EQ(all.last, ~uint64_t{0});
  order.range = RangeOfSegment(0, 4);
  EXPECT_EQ(HashesOf(order, page).last, (uint64_t{1} << 62) - 1);
}

}  // namespace
}  // namespace pixii
