// The rules about throughput (provisioned, on demand and warm) that CreateTable and UpdateTable
// share, for tables and for their global secondary indexes.
#pragma once

#include <string_view>

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

// Whose throughput is looked at.
struct ThroughputOwner {
  std::string_view index;  // empty: the table itself
  std::string_view region;
};

// PROVISIONED unless the text says otherwise.
BillingMode BillingModeOf(std::string_view text);

// Errors: kValidation for units no table can have; kLimitExceeded for units above the quota of one
// table. REQUIRES: both units are present.
Result<void> CheckUnits(const ProvisionedThroughputInput& throughput, const ThroughputOwner& owner);

// Errors: kLimitExceeded if the provisioned tables of the account in the region, with `next` in the
// place of `now` (null: a table more), would have more units than the account may.
Result<void> CheckAccountUnits(const OperationContext& context, const TableDefinition* now,
                               const TableDefinition& next);

// What is asked for at creation; null: nothing. Errors: kValidation for less than one unit, or for
// a provisioned table; kLimitExceeded above the quota of one table.
Result<OnDemandThroughput> NewOnDemandThroughput(const OnDemandThroughputInput* asked,
                                                 BillingMode mode, const ThroughputOwner& owner);
// Changes what is asked for; -1 lifts a limit, and stays in `told`, which the answer tells. Errors
// as above.
Result<void> UpdateOnDemandThroughput(const OnDemandThroughputInput& asked, BillingMode mode,
                                      const ThroughputOwner& owner, OnDemandThroughput& throughput,
                                      OnDemandThroughput& told);

// What a new table or index serves at once: at least what it starts with. Errors: kValidation for
// less than that; kLimitExceeded above the quota of one table.
Result<WarmThroughput> NewWarmThroughput(const WarmThroughputInput* asked, BillingMode mode,
                                         const ProvisionedThroughput& provisioned,
                                         const ThroughputOwner& owner);
// Errors: kValidation for less than now; kLimitExceeded above the quota.
Result<void> UpdateWarmThroughput(const WarmThroughputInput& asked, const ThroughputOwner& owner,
                                  WarmThroughput& warm);
// Raises what is served at once to what the throughput that is now set guarantees.
void WarmUp(BillingMode mode, const ProvisionedThroughput& provisioned, WarmThroughput& warm);

// When provisioned units may next be lowered; not after `now_ms`: now.
int64_t NextDecreaseMs(const ProvisionedThroughput& throughput, int64_t now_ms);

// Sets provisioned units and notes when; a switch of the billing mode (not `must_change`) is
// neither an increase nor a decrease. Errors: kValidation if that changes nothing and
// `must_change`; kLimitExceeded if the day's decreases are used up.
Result<void> SetUnits(const ProvisionedThroughputInput& asked, int64_t now_ms, bool must_change,
                      const ThroughputOwner& owner, ProvisionedThroughput& throughput);
// What the answer to a change tells of it besides the old units: when it was.
void TellTimes(const ProvisionedThroughput& next, ProvisionedThroughput& told);

// With timing aws. What `next` changes of `now` waits until the update is over.
void Postpone(const ProvisionedThroughput& now, ProvisionedThroughput& next);
void Postpone(const WarmThroughput& now, WarmThroughput& next);
// The update is over: what waited is there, and counted.
void Settle(int64_t now_ms, ProvisionedThroughput& throughput);
void Settle(WarmThroughput& warm);

}  // namespace pixii
