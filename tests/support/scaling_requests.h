// Requests of Application Auto Scaling for tests: a provisioned table that is scaled by its reads.
#pragma once

#include <string>

#include "tests/support/operation_harness.h"

namespace pixii::support {

inline constexpr const char* kScaling = "AnyScaleFrontendService.";
inline const std::string kMusicReads =
    "'ServiceNamespace':'dynamodb','ResourceId':'table/Music',"
    "'ScalableDimension':'dynamodb:table:ReadCapacityUnits'";

// The table Music, with 10 read and 5 write units.
inline void MakeScaledTable(OperationHarness& harness) {
  harness.Call("CreateTable",
               "{'TableName':'Music','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
               "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
               "'ProvisionedThroughput':{'ReadCapacityUnits':10,'WriteCapacityUnits':5}}");
}

// One call about the reads of Music, with further members.
inline nlohmann::json CallScaling(OperationHarness& harness, const std::string& operation,
                                  const std::string& members) {
  return harness.Call(kScaling + operation, "{" + kMusicReads + members + "}");
}
inline std::string ScalingFault(OperationHarness& harness, const std::string& operation,
                                const std::string& members) {
  return harness.Fault(kScaling + operation, "{" + kMusicReads + members + "}");
}

// The table above, registered between 5 and 100 units.
inline void RegisterMusic(OperationHarness& harness) {
  MakeScaledTable(harness);
  CallScaling(harness, "RegisterScalableTarget", ",'MinCapacity':5,'MaxCapacity':100");
}

}  // namespace pixii::support
