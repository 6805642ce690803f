// The texts about throughput, as the service words them.
#include "core/base/messages/throughput.h"

#include "core/base/messages/wording.h"
#include "core/base/time_text.h"

namespace pixii::messages {
namespace {

constexpr std::string_view kReferToGuide =
    " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher "
    "limits.";

// " for table", or " for index : name", as texts about on-demand throughput have it.
std::string OnDemandOwner(std::string_view index) {
  return index.empty() ? " for table" : Join({" for index : ", index});
}

// " for table", or " for index name", as texts about warm throughput have it.
std::string WarmOwner(std::string_view index) {
  return index.empty() ? " for table" : Join({" for index ", index});
}

std::string RequestedWarm(std::string_view index, std::string_view member) {
  return Join({"Requested ", member, " for WarmThroughput", WarmOwner(index)});
}

}  // namespace

std::string ThroughputMissing() {
  return Invalid(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
      "PROVISIONED");
}

std::string ThroughputMissingInUpdate() {
  return Invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
}

std::string ThroughputOnDemand() {
  return Invalid(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
      "PAY_PER_REQUEST");
}

std::string ThroughputOutOfBounds(std::string_view index, std::string_view member, int64_t value) {
  std::string text =
      Join({"Given value ", std::to_string(value), " for ", member}) + " is out of bounds";
  return index.empty() ? text : Join({text, " for index ", index});
}

std::string ThroughputAboveQuota(std::string_view index, std::string_view member, int64_t value,
                                 std::string_view region) {
  const std::string_view kind = index.empty() ? "table" : "index";
  std::string text = Join({"The requested ", member});
  if (!index.empty()) text += Join({" for index ", index});
  return Join({text, ", ", std::to_string(value), ", is above the per ", kind,
               " maximum for the account in ", region, ". Per ", kind, " maximum: 40000.",
               kReferToGuide});
}

std::string ThroughputAboveAccountQuota(std::string_view member, int64_t reserved, int64_t value,
                                        std::string_view region) {
  return Join({"This request would have caused the ", member,
               " limit to be exceeded for the account in ", region, ". Current ", member,
               " reserved by the account: ", std::to_string(reserved),
               ". Limit: 80000. Requested: ", std::to_string(value), ".", kReferToGuide});
}

std::string ThroughputUnchanged(std::string_view index, int64_t read_units, int64_t write_units) {
  const std::string read = std::to_string(read_units);
  const std::string write = std::to_string(write_units);
  const std::string owner = index.empty() ? "the table" : Join({"index ", index});
  return Join({"The provisioned throughput for ", index.empty() ? "" : "the ", owner,
               " will not change. The requested value equals the current value.",
               " Current ReadCapacityUnits provisioned for ", owner, ": ", read,
               ". Requested ReadCapacityUnits: ", read,
               ". Current WriteCapacityUnits provisioned for ", owner, ": ", write,
               ". Requested WriteCapacityUnits: ", write, ".", kReferToGuide});
}

std::string TooManyDecreases(int64_t decreases_today, int64_t last_decrease_ms,
                             int64_t next_decrease_ms) {
  return Join(
      {("Subscriber limit exceeded: Provisioned throughput decreases are limited within a given "
        "UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can "
        "be performed at most once every 3600 seconds. Number of decreases today: "),
       std::to_string(decreases_today), ". Last decrease at ", WrittenOutTime(last_decrease_ms),
       ". Next decrease can be made at ", WrittenOutTime(next_decrease_ms)});
}

std::string TooManySwitchesToOnDemand(int64_t last_switch_ms, int64_t next_switch_ms) {
  return Join(
      {"Subscriber limit exceeded: Update to PayPerRequest mode are limited to 4 times in 1 "
       "day(s). Last update at ",
       ShortDayTime(last_switch_ms), ". Next update can be made at ",
       ShortDayTime(next_switch_ms)});
}

std::string IndexThroughputMissing(std::string_view index) {
  return Invalid({"ProvisionedThroughput is not specified for index: ", index});
}

std::string IndexThroughputOnDemand(std::string_view index) {
  return Invalid({"ProvisionedThroughput should not be specified for index: ", index,
                  " when BillingMode is PAY_PER_REQUEST"});
}

std::string IndexThroughputMissingInUpdate(std::string_view index) {
  return Invalid({"ProvisionedThroughput must be specified for index: ", index});
}

std::string NewIndexThroughputMissing(std::string_view index) {
  return Invalid(
      {"Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: ", index});
}

std::string NewIndexThroughputOnDemand(std::string_view index) {
  return Invalid({"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: ",
                  index, " when BillingMode is PAY_PER_REQUEST"});
}

std::string IndexUpdateOnDemand(std::string_view index) {
  return Invalid({"The only Updates for index: ", index,
                  " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, "
                  "WarmThroughput"});
}

std::string NewOnDemandThroughputProvisioned(std::string_view index, std::string_view member) {
  return Invalid({member, " for OnDemandThroughput", index.empty() ? "" : " for index: ", index,
                  " cannot be specified when table BillingMode is PROVISIONED."});
}

std::string OnDemandThroughputProvisioned(std::string_view index, std::string_view member) {
  const std::string owner = index.empty() ? "" : OnDemandOwner(index);
  return Invalid({member, " for OnDemandThroughput", owner,
                  " cannot be specified when the table BillingMode is PROVISIONED"});
}

std::string OnDemandThroughputOutOfRange(std::string_view index, std::string_view member) {
  return Invalid({"Requested ", member, " for OnDemandThroughput", OnDemandOwner(index),
                  " is outside of valid range"});
}

std::string OnDemandThroughputAboveQuota(std::string_view index, std::string_view member,
                                         std::string_view quota, std::string_view region) {
  return Join({"Subscriber limit exceeded: Requested ", member, " for OnDemandThroughput",
               OnDemandOwner(index), " exceeds ", quota, " of the account in region ", region});
}

std::string WarmThroughputEmpty(std::string_view index) {
  std::string text =
      "WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond "
      "specified";
  return Invalid(index.empty() ? text : Join({text, " for index: ", index}));
}

std::string WarmThroughputDecreases(std::string_view index, std::string_view member) {
  return Invalid({RequestedWarm(index, member),
                  " is lower than current WarmThroughput, decreasing WarmThroughput is not "
                  "supported"});
}

std::string WarmThroughputBelowInitial(std::string_view index, std::string_view member) {
  return Invalid({RequestedWarm(index, member),
                  " is lower than initial throughput for OnDemand. See: "
                  "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
                  "on-demand-capacity-mode.html#on-demand-capacity-mode-initial"});
}

std::string WarmThroughputBelowProvisioned(std::string_view index, std::string_view member,
                                           std::string_view provisioned) {
  return Invalid(Join(
      {RequestedWarm(index, member), " is lower than ", provisioned, " of ProvisionedThroughput"}));
}

std::string WarmThroughputAboveQuota(std::string_view index, std::string_view member,
                                     std::string_view quota, std::string_view region) {
  return Join({"Subscriber limit exceeded: ", RequestedWarm(index, member), " exceeds ", quota,
               " of the account in region ", region});
}

}  // namespace pixii::messages
