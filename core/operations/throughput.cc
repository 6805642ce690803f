// Checking throughput settings.
#include "core/operations/throughput.h"

#include "core/base/limits.h"
#include "core/base/messages/tables.h"

namespace pixii {
namespace {

constexpr int64_t kUnitsImaginable = 1'000'000'000'000;

Result<void> CheckOne(std::string_view member, int64_t units, std::string_view region) {
  if (units > kUnitsImaginable) {
    return ValidationError(messages::ThroughputOutOfBounds(member, units));
  }
  if (units > limits::kTableCapacityUnitsMax) {
    return Error{ErrorType::kLimitExceeded, messages::ThroughputAboveQuota(member, units, region)};
  }
  return {};
}

}  // namespace

BillingMode BillingModeOf(std::string_view text) {
  return text == "PAY_PER_REQUEST" ? BillingMode::kPayPerRequest : BillingMode::kProvisioned;
}

Result<void> CheckUnits(const ProvisionedThroughputInput& throughput, std::string_view region) {
  PIXII_RETURN_IF_ERROR(
      CheckOne("ReadCapacityUnits", throughput.read_capacity_units.value, region));
  return CheckOne("WriteCapacityUnits", throughput.write_capacity_units.value, region);
}

}  // namespace pixii
