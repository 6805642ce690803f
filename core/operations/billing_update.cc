// Changing billing mode and provisioned throughput.
#include "core/operations/billing_update.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/throughput.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

void SetToNothing(ProvisionedThroughput& throughput) {
  throughput.read_units = 0;
  throughput.write_units = 0;
}

// Counts one switch. Errors: kLimitExceeded if the day's are used up.
Result<void> CountSwitch(int64_t now_ms, std::vector<int64_t>& switches_ms) {
  switches_ms.erase(std::remove_if(switches_ms.begin(), switches_ms.end(),
                                   [now_ms](int64_t at) { return at <= now_ms - limits::kDayMs; }),
                    switches_ms.end());
  if (switches_ms.size() >= limits::kSwitchesToOnDemandPerDay) {
    return Error{ErrorType::kLimitExceeded,
                 messages::TooManySwitchesToOnDemand(switches_ms.back(),
                                                     switches_ms.front() + limits::kDayMs)};
  }
  switches_ms.push_back(now_ms);
  return {};
}

// A mode's own settings end with it; what was done to them stays known.
void ForgetThroughput(TableDefinition& definition) {
  SetToNothing(definition.throughput);
  definition.on_demand = {};
  for (IndexDefinition& index : definition.indexes) {
    SetToNothing(index.throughput);
    index.on_demand = {};
  }
}

Result<void> SwitchToOnDemand(int64_t now_ms, TableDefinition& definition) {
  PIXII_RETURN_IF_ERROR(CountSwitch(now_ms, definition.pay_per_request_switches_ms));
  definition.billing_mode = BillingMode::kPayPerRequest;
  definition.pay_per_request_since_ms = now_ms;
  ForgetThroughput(definition);
  WarmUp(definition.billing_mode, definition.throughput, definition.warm);
  for (IndexDefinition& index : definition.indexes) {
    WarmUp(definition.billing_mode, index.throughput, index.warm);
  }
  return {};
}

bool UpdatesThroughputOf(const UpdateTableRequest& request, std::string_view index) {
  for (const GlobalSecondaryIndexUpdate& update : request.global_secondary_index_updates) {
    if (update.update != nullptr && update.update->index_name == index) {
      return update.update->provisioned_throughput != nullptr;
    }
  }
  return false;
}

// Every global index needs throughput of its own in the same request.
Result<void> SwitchToProvisioned(const UpdateTableRequest& request, TableDefinition& definition) {
  for (const IndexDefinition& index : definition.indexes) {
    if (index.kind == IndexKind::kGlobal && !UpdatesThroughputOf(request, index.name)) {
      return ValidationError(messages::IndexThroughputMissingInUpdate(index.name));
    }
  }
  definition.billing_mode = BillingMode::kProvisioned;
  ForgetThroughput(definition);
  return {};
}

}  // namespace

Result<void> CheckBilling(const OperationContext& context, const UpdateTableRequest& request) {
  const ProvisionedThroughputInput* asked = request.provisioned_throughput;
  if (request.billing_mode == "PAY_PER_REQUEST" && asked != nullptr) {
    return ValidationError(messages::ThroughputOnDemand());
  }
  if (request.billing_mode == "PROVISIONED" && asked == nullptr) {
    return ValidationError(messages::ThroughputMissingInUpdate());
  }
  if (asked == nullptr) return {};
  return CheckUnits(*asked, {{}, context.region});
}

Result<void> UpdateBilling(const OperationContext& context, const UpdateTableRequest& request,
                           TableUpdate& update) {
  const ProvisionedThroughputInput* asked = request.provisioned_throughput;
  const bool names_mode = Given(request.billing_mode);
  if (!names_mode && asked == nullptr) return {};
  update.table_updating = true;
  update.throughput_asked = true;
  TableDefinition& next = update.next;
  if (request.billing_mode == "PAY_PER_REQUEST") {
    if (next.billing_mode == BillingMode::kPayPerRequest) return {};
    update.work = TableWork::kBillingMode;
    PIXII_RETURN_IF_ERROR(SwitchToOnDemand(context.now_ms, next));
    const int64_t since_ms = update.told.pay_per_request_since_ms;
    update.told = next;
    // The answer stamps the end of what was provisioned, and does not know the switch's own time
    // yet.
    update.told.throughput.last_decrease_ms = context.now_ms;
    update.told.pay_per_request_since_ms = since_ms;
    return {};
  }
  const bool switches = next.billing_mode == BillingMode::kPayPerRequest;
  if (switches && !names_mode) return ValidationError(messages::ThroughputOnDemand());
  if (switches) PIXII_RETURN_IF_ERROR(SwitchToProvisioned(request, next));
  update.work = switches ? TableWork::kBillingMode : TableWork::kThroughput;
  PIXII_RETURN_IF_ERROR(
      SetUnits(*asked, context.now_ms, !switches, {{}, context.region}, next.throughput));
  WarmUp(next.billing_mode, next.throughput, next.warm);
  // A switch is told at once, other throughput only when it is there, but for when it was asked
  // for.
  update.switches_to_provisioned = switches;
  if (switches) {
    update.told = next;
  } else {
    TellTimes(next.throughput, update.told.throughput);
  }
  return {};
}

}  // namespace pixii
