// A table with secondary indexes for tests of operations: "Things" with the keys pk and sk, a local
// index of keys alone, and global ones that project keys, one attribute, or everything.
#pragma once

#include "tests/support/operation_harness.h"

namespace pixii::support {

// Local: ByPrice (pk, price: N), keys alone. Global: ByGrade (grade), with hue; ByMaker (maker,
// then price), keys alone; ByWeight (weight: N and area, then grade and price), everything.
inline void MakeIndexedTable(OperationHarness& harness) {
  const auto index = [](const std::string& name, const std::string& schema,
                        const std::string& projection) {
    return "{'IndexName':'" + name + "','KeySchema':[" + schema + "],'Projection':{" + projection +
           "}}";
  };
  const auto key = [](const std::string& attribute, const std::string& type) {
    return "{'AttributeName':'" + attribute + "','KeyType':'" + type + "'}";
  };
  const auto attribute = [](const std::string& name, const std::string& type) {
    return "{'AttributeName':'" + name + "','AttributeType':'" + type + "'}";
  };
  const std::string keys_only = "'ProjectionType':'KEYS_ONLY'";
  harness.Call(
      "CreateTable",
      "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST','KeySchema':[" + key("pk", "HASH") +
          "," + key("sk", "RANGE") + "],'AttributeDefinitions':[" + attribute("pk", "S") + "," +
          attribute("sk", "S") + "," + attribute("price", "N") + "," + attribute("grade", "S") +
          "," + attribute("maker", "S") + "," + attribute("weight", "N") + "," +
          attribute("area", "B") + "],'LocalSecondaryIndexes':[" +
          index("ByPrice", key("pk", "HASH") + "," + key("price", "RANGE"), keys_only) +
          "],'GlobalSecondaryIndexes':[" +
          index("ByWeight",
                key("weight", "HASH") + "," + key("area", "HASH") + "," + key("grade", "RANGE") +
                    "," + key("price", "RANGE"),
                "'ProjectionType':'ALL'") +
          "," + index("ByMaker", key("maker", "HASH") + "," + key("price", "RANGE"), keys_only) +
          "," +
          index("ByGrade", key("grade", "HASH"),
                "'ProjectionType':'INCLUDE','NonKeyAttributes':['hue']") +
          "]}");
}

}  // namespace pixii::support
