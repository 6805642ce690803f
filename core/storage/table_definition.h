// What a table is besides its items: what CreateTable asked for and UpdateTable changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/storage/key_schema.h"

namespace pixii {

enum class BillingMode : uint8_t { kProvisioned, kPayPerRequest };
enum class TableClass : uint8_t { kStandard, kStandardInfrequentAccess };

// Provisioned capacity, in units a second, and its history. Times are milliseconds since 1970; 0:
// never.
struct ProvisionedThroughput {
  int64_t read_units = 0;
  int64_t write_units = 0;
  int64_t last_increase_ms = 0;
  int64_t last_decrease_ms = 0;
  int64_t decreases_today = 0;
};

// A value; a table holds one and replaces it whole.
struct TableDefinition {
  // Where it lives: tables of one account and region have distinct names.
  std::string account;
  std::string region;
  std::string name;
  // A UUID, drawn when it was created.
  std::string id;
  int64_t created_ms = 0;

  KeySchema key_schema;
  // As declared, in the order given.
  std::vector<KeyAttribute> attribute_definitions;

  BillingMode billing_mode = BillingMode::kProvisioned;
  // 0 units when on demand.
  ProvisionedThroughput throughput;
  // When the table last became PAY_PER_REQUEST; 0: never.
  int64_t pay_per_request_since_ms = 0;
  TableClass table_class = TableClass::kStandard;
  // Whether the class was ever named, so that DescribeTable tells it.
  bool table_class_named = false;
  bool deletion_protection = false;

  std::string Arn() const {
    return "arn:aws:dynamodb:" + region + ':' + account + ":table/" + name;
  }
};

}  // namespace pixii
