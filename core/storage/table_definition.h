// What a table is besides its items: what CreateTable asked for and UpdateTable changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/storage/key_schema.h"
#include "core/streams/stream_record.h"

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
  // With timing aws: what the units become when the update that is in progress is over; 0: nothing.
  int64_t pending_read_units = 0;
  int64_t pending_write_units = 0;
};

// The most units a second that requests on demand may take; 0: as many as the table gives.
struct OnDemandThroughput {
  int64_t max_read_units = 0;
  int64_t max_write_units = 0;
};

// Units a second that are served at once. They grow with what is provisioned or asked for, and
// never shrink.
struct WarmThroughput {
  int64_t read_units = 0;
  int64_t write_units = 0;
  int64_t settles_ms = 0;  // until then it is told as in progress
  // With timing aws: what it becomes then; 0: nothing.
  int64_t pending_read_units = 0;
  int64_t pending_write_units = 0;
};

// Whose key encrypts a table at rest: AWS's own if the ARN is empty, else one kept by KMS.
struct Encryption {
  std::string key_arn;
  // When UpdateTable changed it, oldest first; those of the last day count against a limit.
  std::vector<int64_t> changes_ms;
  int64_t settles_ms = 0;  // until then the last change is told as in progress
};

// Which attribute says when an item expires.
struct TimeToLive {
  bool enabled = false;
  std::string attribute;        // empty: never set
  int64_t changed_ms = 0;       // 0: never
  int64_t settles_ms = 0;       // until then the last change is told as in progress
  int64_t sweeps_until_ms = 0;  // disabled: until then items still expire; 0: they do not

  bool expires_items() const { return enabled || sweeps_until_ms != 0; }
};

struct Tag {
  std::string key;
  std::string value;
};

// A policy attached to a table or a stream.
struct ResourcePolicy {
  std::string text;      // empty: there is none
  int64_t revision = 0;  // drawn anew with each change; 0: there never was one
};

// The newest stream of changes of a table: it keeps its label when it is switched off.
struct StreamSettings {
  bool enabled = false;
  StreamView view = StreamView::kKeysOnly;
  int64_t label_ms = 0;  // when it was made, which no other stream of the table shares; 0: none was
  std::vector<Tag> tags;
  ResourcePolicy policy;
};

enum class DestinationStatus : uint8_t { kEnabling, kActive, kDisabling, kDisabled, kUpdating };

// A Kinesis data stream to which the table's changes go, or went.
struct KinesisDestination {
  std::string stream_arn;
  DestinationStatus status = DestinationStatus::kEnabling;
  int64_t status_ends_ms = 0;  // when it becomes ACTIVE or DISABLED by itself; 0: it is that
  bool microseconds = false;   // how precisely changes tell their time
  // When UpdateKinesisStreamingDestination changed that, oldest first; those of the last day count
  // against a limit.
  std::vector<int64_t> precision_changes_ms{};

  bool Receives() const {
    return status == DestinationStatus::kActive || status == DestinationStatus::kUpdating;
  }
};

// Whether the table could be put back to an earlier second, and how far.
struct PointInTimeRecovery {
  bool enabled = false;
  int64_t since_ms = 0;
  int64_t days = 0;
};

// Where a table and an index stand between being made and being gone. Only with timing aws do they
// stay in any but kActive; state_ends_ms says until when.
enum class TableState : uint8_t { kActive, kCreating, kUpdating, kDeleting };
// What keeps a table in kUpdating, as far as its indexes do not.
enum class TableWork : uint8_t { kNone, kThroughput, kBillingMode, kStream, kClass };
enum class IndexState : uint8_t {
  kActive,
  kCreating,     // with its table
  kAllocating,   // by UpdateTable: room is made for it,
  kBackfilling,  // then it is filled
  kUpdating,
  kDeleting,
};

enum class IndexKind : uint8_t { kGlobal, kLocal };
enum class Projection : uint8_t { kAll, kKeysOnly, kInclude };

// One secondary index, as it was asked for.
struct IndexDefinition {
  std::string name;
  IndexKind kind = IndexKind::kGlobal;
  KeySchema key_schema;
  Projection projection = Projection::kAll;
  // Names projected besides the keys; kInclude only, in name order.
  std::vector<std::string> non_key_attributes;
  // Global indexes alone.
  ProvisionedThroughput throughput;
  OnDemandThroughput on_demand;
  WarmThroughput warm;
  IndexState state = IndexState::kActive;
  int64_t state_ends_ms = 0;
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
  TableState state = TableState::kActive;
  int64_t state_ends_ms = 0;
  TableWork work = TableWork::kNone;

  KeySchema key_schema;
  // Every key attribute of the table and its indexes, in name order.
  std::vector<KeyAttribute> attribute_definitions;
  std::vector<IndexDefinition> indexes;

  BillingMode billing_mode = BillingMode::kProvisioned;
  // 0 units when on demand.
  ProvisionedThroughput throughput;
  OnDemandThroughput on_demand;
  WarmThroughput warm;
  // When the table last became PAY_PER_REQUEST; 0: never.
  int64_t pay_per_request_since_ms = 0;
  // When UpdateTable made it that, oldest first; those of the last day count against a limit.
  std::vector<int64_t> pay_per_request_switches_ms;
  TableClass table_class = TableClass::kStandard;
  // Whether the class was ever named, so that DescribeTable tells it.
  bool table_class_named = false;
  // When UpdateTable changed it, oldest first; those of thirty days count against a limit.
  std::vector<int64_t> table_class_changes_ms;
  bool deletion_protection = false;
  Encryption encryption;
  TimeToLive time_to_live;
  // Distinct keys, in the order in which they came.
  std::vector<Tag> tags;
  ResourcePolicy policy;
  StreamSettings stream;
  // In the order in which they came.
  std::vector<KinesisDestination> destinations;
  PointInTimeRecovery recovery;

  // Null if there is no index of that name.
  const IndexDefinition* FindIndex(std::string_view index_name) const {
    for (const IndexDefinition& index : indexes) {
      if (index.name == index_name) return &index;
    }
    return nullptr;
  }

  // Whether the sizes of item collections matter.
  bool HasLocalIndexes() const {
    for (const IndexDefinition& index : indexes) {
      if (index.kind == IndexKind::kLocal) return true;
    }
    return false;
  }

  // REQUIRES: index_name is one of the indexes'.
  IndexDefinition& Index(std::string_view index_name) {
    return *const_cast<IndexDefinition*>(FindIndex(index_name));
  }

  std::string Arn() const {
    return "arn:aws:dynamodb:" + region + ':' + account + ":table/" + name;
  }

  // REQUIRES: there is, or was, a stream.
  std::string StreamArn() const;

  // When the first of its states, or of its indexes', ends; INT64_MAX: nothing is in progress.
  int64_t NextStateMs() const;

  // What its texts take from the heap, roughly.
  uint64_t TextBytes() const;
};

}  // namespace pixii
