// The texts about throughput, as the service words them.
#include "core/base/messages/throughput.h"

#include "core/base/time_text.h"

namespace pixii::messages {
namespace {

constexpr std::string_view kReferToGuide =
    " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher "
    "limits.";

std::string Text(std::string_view a, std::string_view b = {}, std::string_view c = {},
                 std::string_view d = {}) {
  return std::string(a).append(b).append(c).append(d);
}

std::string Invalid(std::string_view text) {
  return Text("One or more parameter values were invalid: ", text);
}

// " for table", or " for index : name", as texts about on-demand throughput have it.
std::string OnDemandOwner(std::string_view index) {
  return index.empty() ? " for table" : Text(" for index : ", index);
}

// " for table", or " for index name", as texts about warm throughput have it.
std::string WarmOwner(std::string_view index) {
  return index.empty() ? " for table" : Text(" for index ", index);
}

std::string RequestedWarm(std::string_view index, std::string_view member) {
  return Text("Requested ", member, " for WarmThroughput", WarmOwner(index));
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
      Text("Given value ", std::to_string(value), " for ", member) + " is out of bounds";
  return index.empty() ? text : Text(text, " for index ", index);
}

std::string ThroughputAboveQuota(std::string_view index, std::string_view member, int64_t value,
                                 std::string_view region) {
  const std::string_view kind = index.empty() ? "table" : "index";
  std::string text = Text("The requested ", member);
  if (!index.empty()) text += Text(" for index ", index);
  return text + ", " + std::to_string(value) + ", is above the per " + std::string(kind) +
         " maximum for the account in " + std::string(region) + ". Per " + std::string(kind) +
         " maximum: 40000." + std::string(kReferToGuide);
}

std::string ThroughputAboveAccountQuota(std::string_view member, int64_t reserved, int64_t value,
                                        std::string_view region) {
  return Text("This request would have caused the ", member,
              " limit to be exceeded for the account in ", region) +
         Text(". Current ", member, " reserved by the account: ", std::to_string(reserved)) +
         Text(". Limit: 80000. Requested: ", std::to_string(value), ".", kReferToGuide);
}

std::string ThroughputUnchanged(std::string_view index, int64_t read_units, int64_t write_units) {
  const std::string read = std::to_string(read_units);
  const std::string write = std::to_string(write_units);
  const std::string owner = index.empty() ? "the table" : Text("index ", index);
  return Text("The provisioned throughput for ", index.empty() ? "" : "the ", owner,
              " will not change. The requested value equals the current value.") +
         Text(" Current ReadCapacityUnits provisioned for ", owner, ": ", read) +
         Text(". Requested ReadCapacityUnits: ", read,
              ". Current WriteCapacityUnits provisioned for ", owner) +
         Text(": ", write, ". Requested WriteCapacityUnits: ", write) + "." +
         std::string(kReferToGuide);
}

std::string TooManyDecreases(int64_t decreases_today, int64_t last_decrease_ms,
                             int64_t next_decrease_ms) {
  return "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given "
         "UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can "
         "be performed at most once every 3600 seconds. Number of decreases today: " +
         std::to_string(decreases_today) + ". Last decrease at " +
         WrittenOutTime(last_decrease_ms) + ". Next decrease can be made at " +
         WrittenOutTime(next_decrease_ms);
}

std::string TooManySwitchesToOnDemand(int64_t last_switch_ms, int64_t next_switch_ms) {
  return "Subscriber limit exceeded: Update to PayPerRequest mode are limited to 4 times in 1 "
         "day(s). Last update at " +
         ShortDayTime(last_switch_ms) + ". Next update can be made at " +
         ShortDayTime(next_switch_ms);
}

std::string IndexThroughputMissing(std::string_view index) {
  return Invalid(Text("ProvisionedThroughput is not specified for index: ", index));
}

std::string IndexThroughputOnDemand(std::string_view index) {
  return Invalid(Text("ProvisionedThroughput should not be specified for index: ", index,
                      " when BillingMode is PAY_PER_REQUEST"));
}

std::string IndexThroughputMissingInUpdate(std::string_view index) {
  return Invalid(Text("ProvisionedThroughput must be specified for index: ", index));
}

std::string NewIndexThroughputMissing(std::string_view index) {
  return Invalid(
      Text("Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: ", index));
}

std::string NewIndexThroughputOnDemand(std::string_view index) {
  return Invalid(
      Text("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: ", index,
           " when BillingMode is PAY_PER_REQUEST"));
}

std::string IndexUpdateOnDemand(std::string_view index) {
  return Invalid(Text("The only Updates for index: ", index,
                      " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, "
                      "WarmThroughput"));
}

std::string OnDemandThroughputProvisioned(std::string_view index, std::string_view member) {
  const std::string owner = index.empty() ? "" : OnDemandOwner(index);
  return Invalid(Text(member, " for OnDemandThroughput", owner,
                      " cannot be specified when the table BillingMode is PROVISIONED"));
}

std::string OnDemandThroughputOutOfRange(std::string_view index, std::string_view member) {
  return Invalid(Text("Requested ", member, " for OnDemandThroughput", OnDemandOwner(index)) +
                 " is outside of valid range");
}

std::string OnDemandThroughputAboveQuota(std::string_view index, std::string_view member,
                                         std::string_view quota, std::string_view region) {
  return Text("Subscriber limit exceeded: Requested ", member, " for OnDemandThroughput",
              OnDemandOwner(index)) +
         Text(" exceeds ", quota, " of the account in region ", region);
}

std::string WarmThroughputEmpty(std::string_view index) {
  std::string text =
      "WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond "
      "specified";
  return Invalid(index.empty() ? text : Text(text, " for index: ", index));
}

std::string WarmThroughputDecreases(std::string_view index, std::string_view member) {
  return Invalid(RequestedWarm(index, member) +
                 " is lower than current WarmThroughput, decreasing WarmThroughput is not "
                 "supported");
}

std::string WarmThroughputBelowInitial(std::string_view index, std::string_view member) {
  return Invalid(RequestedWarm(index, member) +
                 " is lower than initial throughput for OnDemand. See: "
                 "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
                 "on-demand-capacity-mode.html#on-demand-capacity-mode-initial");
}

std::string WarmThroughputBelowProvisioned(std::string_view index, std::string_view member,
                                           std::string_view provisioned) {
  return Invalid(Text(RequestedWarm(index, member), " is lower than ", provisioned,
                      " of ProvisionedThroughput"));
}

std::string WarmThroughputAboveQuota(std::string_view index, std::string_view member,
                                     std::string_view quota, std::string_view region) {
  return Text("Subscriber limit exceeded: ", RequestedWarm(index, member), " exceeds ", quota) +
         Text(" of the account in region ", region);
}

}  // namespace pixii::messages
