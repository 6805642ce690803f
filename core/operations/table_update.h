// A table on its way from one definition to the next, and how the answer tells of it: some changes
// show at once, others only when the service has carried them out. In pixii that is the next call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operations/table_description.h"
#include "core/operations/update_table.h"

namespace pixii {

struct TableUpdate {
  explicit TableUpdate(const TableDefinition& now) : next(now), told(now) {}

  TableDefinition next;  // what the table becomes
  TableDefinition told;  // what the answer tells
  bool switches_to_provisioned = false;
  // What is asked for, as far as it may meet an update in progress.
  bool throughput_asked = false;  // of the table itself, or the billing mode
  bool stream_asked = false;
  bool class_asked = false;
  bool on_demand_asked = false;
  bool protection_asked = false;
  // What the table is then updated for.
  TableWork work = TableWork::kNone;
  // Which parts the answer tells as in progress.
  bool table_updating = false;
  bool encryption_updating = false;
  bool warm_updating = false;
  struct IndexStage {
    std::string index;
    std::string_view status;  // CREATING, UPDATING, DELETING, or ACTIVE with warming throughput
    bool warming = false;
  };
  std::vector<IndexStage> indexes;
};

// The request's members that ask for something: an empty OnDemandThroughput or WarmThroughput does
// not.
struct AskedUpdates {
  explicit AskedUpdates(const UpdateTableRequest& request);
  int Count() const;

  bool throughput;
  bool billing_mode;
  bool indexes;
  bool stream;
  bool encryption;
  bool table_class;
  bool deletion_protection;
  bool on_demand;
  bool warm;
};

// What UpdateTable refuses by the request alone: nothing asked for, or things that do not go
// together. Errors: kValidation.
Result<void> CheckCombination(const UpdateTableRequest& request);

// The answer: `table` as it still is, on its way.
const TableDescription* DescribeUpdate(OperationContext& context, const Table& table,
                                       const TableUpdate& update);

}  // namespace pixii
