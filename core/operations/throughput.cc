// Checking and setting throughput.
#include "core/operations/throughput.h"

#include <algorithm>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/throughput.h"
#include "core/base/time_text.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr int64_t kUnitsImaginable = 1'000'000'000'000;
constexpr int64_t kLiftLimit = -1;

// The names of the two numbers that each kind of throughput has, and of the quotas they fall under.
struct Member {
  std::string_view provisioned;
  std::string_view on_demand;
  std::string_view warm;
  std::string_view quota;
};
constexpr Member kRead = {"ReadCapacityUnits", "MaxReadRequestUnits", "ReadUnitsPerSecond",
                          "TableMaxReadCapacityUnits"};
constexpr Member kWrite = {"WriteCapacityUnits", "MaxWriteRequestUnits", "WriteUnitsPerSecond",
                           "TableMaxWriteCapacityUnits"};

Error LimitExceeded(std::string message) { return {ErrorType::kLimitExceeded, std::move(message)}; }

Result<void> CheckProvisioned(const Member& member, int64_t units, const ThroughputOwner& owner) {
  if (units > kUnitsImaginable) {
    return ValidationError(messages::ThroughputOutOfBounds(owner.index, member.provisioned, units));
  }
  if (units > limits::kTableCapacityUnitsMax) {
    return LimitExceeded(
        messages::ThroughputAboveQuota(owner.index, member.provisioned, units, owner.region));
  }
  return {};
}

Result<void> CheckOnDemand(const Member& member, const Integer& units, BillingMode mode,
                           const ThroughputOwner& owner, int64_t lowest) {
  if (!units.present) return {};
  if (mode == BillingMode::kProvisioned) {
    return ValidationError(
        lowest == kLiftLimit
            ? messages::OnDemandThroughputProvisioned(owner.index, member.on_demand)
            : messages::NewOnDemandThroughputProvisioned(owner.index, member.on_demand));
  }
  if (units.value < lowest || units.value == 0) {
    return ValidationError(messages::OnDemandThroughputOutOfRange(owner.index, member.on_demand));
  }
  if (units.value > limits::kTableCapacityUnitsMax) {
    return LimitExceeded(messages::OnDemandThroughputAboveQuota(owner.index, member.on_demand,
                                                                member.quota, owner.region));
  }
  return {};
}

Result<void> CheckOnDemand(const OnDemandThroughputInput& asked, BillingMode mode,
                           const ThroughputOwner& owner, int64_t lowest) {
  PIXII_RETURN_IF_ERROR(CheckOnDemand(kRead, asked.max_read_request_units, mode, owner, lowest));
  return CheckOnDemand(kWrite, asked.max_write_request_units, mode, owner, lowest);
}

// Sets one number; the answer still tells that a limit was lifted, the table itself forgets it.
void SetOnDemand(const Integer& asked, int64_t& units, int64_t& told) {
  if (!asked.present) return;
  told = asked.value;
  units = asked.value == kLiftLimit ? 0 : asked.value;
}

Result<void> CheckWarmQuota(const Member& member, const Integer& units,
                            const ThroughputOwner& owner) {
  if (units.ValueOr(0) <= limits::kTableCapacityUnitsMax) return {};
  return LimitExceeded(
      messages::WarmThroughputAboveQuota(owner.index, member.warm, member.quota, owner.region));
}

// Sets one number of a new table or index, which starts with `start`.
Result<void> StartWarm(const Member& member, const Integer& asked, BillingMode mode,
                       const ThroughputOwner& owner, int64_t& start) {
  if (!asked.present) return {};
  if (asked.value < start) {
    return ValidationError(mode == BillingMode::kPayPerRequest
                               ? messages::WarmThroughputBelowInitial(owner.index, member.warm)
                               : messages::WarmThroughputBelowProvisioned(owner.index, member.warm,
                                                                          member.provisioned));
  }
  PIXII_RETURN_IF_ERROR(CheckWarmQuota(member, asked, owner));
  start = asked.value;
  return {};
}

Result<void> RaiseWarm(const Member& member, const Integer& asked, const ThroughputOwner& owner,
                       int64_t& units) {
  if (!asked.present) return {};
  if (asked.value < units) {
    return ValidationError(messages::WarmThroughputDecreases(owner.index, member.warm));
  }
  PIXII_RETURN_IF_ERROR(CheckWarmQuota(member, asked, owner));
  units = asked.value;
  return {};
}

// Counts one decrease. Errors: kLimitExceeded if the day's are used up.
Result<void> CountDecrease(int64_t now_ms, ProvisionedThroughput& throughput) {
  const int64_t next_ms = NextDecreaseMs(throughput, now_ms);
  if (next_ms > now_ms) {
    return LimitExceeded(messages::TooManyDecreases(throughput.decreases_today,
                                                    throughput.last_decrease_ms, next_ms));
  }
  if (UtcDayOf(throughput.last_decrease_ms) != UtcDayOf(now_ms)) throughput.decreases_today = 0;
  throughput.last_decrease_ms = now_ms;
  ++throughput.decreases_today;
  return {};
}

struct Units {
  int64_t read = 0;
  int64_t write = 0;
};

// All that a table and its indexes have provisioned.
Units ProvisionedOf(const TableDefinition& definition) {
  Units units{definition.throughput.read_units, definition.throughput.write_units};
  for (const IndexDefinition& index : definition.indexes) {
    units.read += index.throughput.read_units;
    units.write += index.throughput.write_units;
  }
  return units;
}

Units ProvisionedOfAccount(const OperationContext& context) {
  const std::string first = NamespaceKey(context);
  Units units;
  for (auto at = context.database.tables().LowerBound(first); at.Valid(); at.Next()) {
    if (at->Key().substr(0, first.size()) != first) break;
    const Units table = ProvisionedOf(at->definition());
    units.read += table.read;
    units.write += table.write;
  }
  return units;
}

Result<void> CheckAccount(const Member& member, int64_t reserved, int64_t now, int64_t next,
                          std::string_view region) {
  if (next <= now || reserved - now + next <= limits::kAccountCapacityUnitsMax) return {};
  return LimitExceeded(
      messages::ThroughputAboveAccountQuota(member.provisioned, reserved, next, region));
}

}  // namespace

BillingMode BillingModeOf(std::string_view text) {
  return text == "PAY_PER_REQUEST" ? BillingMode::kPayPerRequest : BillingMode::kProvisioned;
}

Result<void> CheckUnits(const ProvisionedThroughputInput& throughput,
                        const ThroughputOwner& owner) {
  PIXII_RETURN_IF_ERROR(CheckProvisioned(kRead, throughput.read_capacity_units.value, owner));
  return CheckProvisioned(kWrite, throughput.write_capacity_units.value, owner);
}

Result<void> CheckAccountUnits(const OperationContext& context, const TableDefinition* now,
                               const TableDefinition& next) {
  const Units reserved = ProvisionedOfAccount(context);
  const Units before = now == nullptr ? Units{} : ProvisionedOf(*now);
  const Units after = ProvisionedOf(next);
  PIXII_RETURN_IF_ERROR(
      CheckAccount(kRead, reserved.read, before.read, after.read, context.region));
  return CheckAccount(kWrite, reserved.write, before.write, after.write, context.region);
}

Result<OnDemandThroughput> NewOnDemandThroughput(const OnDemandThroughputInput* asked,
                                                 BillingMode mode, const ThroughputOwner& owner) {
  if (asked == nullptr) return OnDemandThroughput{};
  PIXII_RETURN_IF_ERROR(CheckOnDemand(*asked, mode, owner, 1));
  return OnDemandThroughput{asked->max_read_request_units.ValueOr(0),
                            asked->max_write_request_units.ValueOr(0)};
}

Result<void> UpdateOnDemandThroughput(const OnDemandThroughputInput& asked, BillingMode mode,
                                      const ThroughputOwner& owner, OnDemandThroughput& throughput,
                                      OnDemandThroughput& told) {
  PIXII_RETURN_IF_ERROR(CheckOnDemand(asked, mode, owner, kLiftLimit));
  told = throughput;
  SetOnDemand(asked.max_read_request_units, throughput.max_read_units, told.max_read_units);
  SetOnDemand(asked.max_write_request_units, throughput.max_write_units, told.max_write_units);
  return {};
}

Result<WarmThroughput> NewWarmThroughput(const WarmThroughputInput* asked, BillingMode mode,
                                         const ProvisionedThroughput& provisioned,
                                         const ThroughputOwner& owner) {
  WarmThroughput warm;
  WarmUp(mode, provisioned, warm);
  if (asked == nullptr) return warm;
  PIXII_RETURN_IF_ERROR(
      StartWarm(kRead, asked->read_units_per_second, mode, owner, warm.read_units));
  PIXII_RETURN_IF_ERROR(
      StartWarm(kWrite, asked->write_units_per_second, mode, owner, warm.write_units));
  return warm;
}

Result<void> UpdateWarmThroughput(const WarmThroughputInput& asked, const ThroughputOwner& owner,
                                  WarmThroughput& warm) {
  PIXII_RETURN_IF_ERROR(RaiseWarm(kRead, asked.read_units_per_second, owner, warm.read_units));
  return RaiseWarm(kWrite, asked.write_units_per_second, owner, warm.write_units);
}

void WarmUp(BillingMode mode, const ProvisionedThroughput& provisioned, WarmThroughput& warm) {
  const bool on_demand = mode == BillingMode::kPayPerRequest;
  warm.read_units = std::max(warm.read_units,
                             on_demand ? limits::kOnDemandStartReadUnits : provisioned.read_units);
  warm.write_units = std::max(
      warm.write_units, on_demand ? limits::kOnDemandStartWriteUnits : provisioned.write_units);
}

int64_t NextDecreaseMs(const ProvisionedThroughput& throughput, int64_t now_ms) {
  const int64_t day = UtcDayOf(now_ms);
  if (UtcDayOf(throughput.last_decrease_ms) != day) return now_ms;
  if (throughput.decreases_today < limits::kFreeDecreasesPerDay) return now_ms;
  // The count begins anew with the day, whatever the hour.
  return std::min(throughput.last_decrease_ms + limits::kDecreaseIntervalMs,
                  (day + 1) * limits::kDayMs);
}

Result<void> SetUnits(const ProvisionedThroughputInput& asked, int64_t now_ms, bool must_change,
                      const ThroughputOwner& owner, ProvisionedThroughput& throughput) {
  const int64_t read_units = asked.read_capacity_units.value;
  const int64_t write_units = asked.write_capacity_units.value;
  if (must_change && read_units == throughput.read_units && write_units == throughput.write_units) {
    return ValidationError(messages::ThroughputUnchanged(owner.index, read_units, write_units));
  }
  if (read_units < throughput.read_units || write_units < throughput.write_units) {
    PIXII_RETURN_IF_ERROR(CountDecrease(now_ms, throughput));
  }
  const bool more = read_units > throughput.read_units || write_units > throughput.write_units;
  if (must_change && more) throughput.last_increase_ms = now_ms;
  throughput.read_units = read_units;
  throughput.write_units = write_units;
  return {};
}

void TellTimes(const ProvisionedThroughput& next, ProvisionedThroughput& told) {
  told.last_increase_ms = next.last_increase_ms;
  told.last_decrease_ms = next.last_decrease_ms;
}

void Postpone(const ProvisionedThroughput& now, ProvisionedThroughput& next) {
  ProvisionedThroughput waiting = now;
  waiting.pending_read_units = next.read_units;
  waiting.pending_write_units = next.write_units;
  next = waiting;
}

void Postpone(const WarmThroughput& now, WarmThroughput& next) {
  if (next.read_units == now.read_units && next.write_units == now.write_units) return;
  next.pending_read_units = std::exchange(next.read_units, now.read_units);
  next.pending_write_units = std::exchange(next.write_units, now.write_units);
}

void Settle(int64_t now_ms, ProvisionedThroughput& throughput) {
  const int64_t read_units = std::exchange(throughput.pending_read_units, 0);
  const int64_t write_units = std::exchange(throughput.pending_write_units, 0);
  if (read_units == 0 && write_units == 0) return;
  ProvisionedThroughputInput asked;
  asked.read_capacity_units = read_units;
  asked.write_capacity_units = write_units;
  // It was found to be allowed when it was asked for.
  [[maybe_unused]] const bool counted = SetUnits(asked, now_ms, true, {}, throughput).ok();
}

void Settle(WarmThroughput& warm) {
  warm.settles_ms = 0;
  warm.read_units = std::max(warm.read_units, std::exchange(warm.pending_read_units, 0));
  warm.write_units = std::max(warm.write_units, std::exchange(warm.pending_write_units, 0));
}

}  // namespace pixii
