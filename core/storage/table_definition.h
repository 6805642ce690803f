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

enum class IndexKind : uint8_t { kGlobal, kLocal };
enum class Projection : uint8_t { kAll, kKeysOnly, kInclude };

// One secondary index, as it was asked for.
struct IndexDefinition {
  std::string name;
  IndexKind kind = IndexKind::kGlobal;
  KeySchema key_schema;
  Projection projection = Projection::kAll;
  // Names projected besides the keys; kInclude only, in the order given.
  std::vector<std::string> non_key_attributes;
  ProvisionedThroughput throughput;  // global indexes of provisioned tables
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
  std::vector<IndexDefinition> indexes;

  BillingMode billing_mode = BillingMode::kProvisioned;
  // 0 units when on demand.
  ProvisionedThroughput throughput;
  // When the table last became PAY_PER_REQUEST; 0: never.
  int64_t pay_per_request_since_ms = 0;
  TableClass table_class = TableClass::kStandard;
  // Whether the class was ever named, so that DescribeTable tells it.
  bool table_class_named = false;
  bool deletion_protection = false;

  // Null if there is no index of that name.
  const IndexDefinition* FindIndex(std::string_view index_name) const {
    for (const IndexDefinition& index : indexes) {
      if (index.name == index_name) return &index;
    }
    return nullptr;
  }

  std::string Arn() const {
    return "arn:aws:dynamodb:" + region + ':' + account + ":table/" + name;
  }
};

}  // namespace pixii
