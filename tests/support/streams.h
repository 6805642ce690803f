// Tables with streams, and reading them, for tests of operations.
#pragma once

#include <string>

#include "tests/support/operation_harness.h"

namespace pixii::support {

inline const std::string kStreams = "DynamoDBStreams_20120810.";
inline const std::string kKinesis = "Kinesis_20131202.";

// Makes a table with partition key pk and a stream; returns the stream's ARN.
inline std::string MakeStreamed(OperationHarness& harness, const std::string& name,
                                const std::string& view = "NEW_AND_OLD_IMAGES") {
  const nlohmann::json answer = harness.Call(
      "CreateTable", "{'TableName':'" + name +
                         "','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'pk',"
                         "'KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'pk',"
                         "'AttributeType':'S'}],'StreamSpecification':{'StreamEnabled':true,"
                         "'StreamViewType':'" +
                         view + "'}}");
  return answer["TableDescription"]["LatestStreamArn"];
}

inline void StopStream(OperationHarness& harness, const std::string& name) {
  harness.Call("UpdateTable",
               "{'TableName':'" + name + "','StreamSpecification':{'StreamEnabled':false}}");
}

inline nlohmann::json Shards(OperationHarness& harness, const std::string& arn,
                             const std::string& more = "") {
  return harness.Call(kStreams + "DescribeStream",
                      "{'StreamArn':'" + arn + "'" + more + "}")["StreamDescription"]["Shards"];
}

// An iterator at the beginning of the shard at `place`.
inline std::string IteratorOf(OperationHarness& harness, const std::string& arn, size_t place = 0) {
  const std::string shard = Shards(harness, arn)[place]["ShardId"];
  return harness.Call(kStreams + "GetShardIterator",
                      "{'StreamArn':'" + arn + "','ShardId':'" + shard +
                          "','ShardIteratorType':'TRIM_HORIZON'}")["ShardIterator"];
}

inline nlohmann::json Records(OperationHarness& harness, const std::string& iterator) {
  return harness.Call(kStreams + "GetRecords", "{'ShardIterator':'" + iterator + "'}");
}

}  // namespace pixii::support
