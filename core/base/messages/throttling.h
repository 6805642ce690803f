// Every sentence a client can read about refused capacity, and pixii's own about how to avoid it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// ProvisionedThroughputExceededException.
std::string TableThroughputExceeded();
std::string IndexThroughputExceeded();
// ThrottlingException, on demand.
std::string OnDemandTableThrottled();
std::string OnDemandIndexThrottled();
std::string MaxOnDemandThroughputExceeded();
// RequestLimitExceeded.
std::string AccountThroughputExceeded();

// What would have avoided a throttle: `kind` is "read" or "write", `limit_units` what the limit
// gives a second.
std::string AvoidByProvisioning(std::string_view kind, int64_t limit_units);
std::string AvoidBySpreading(std::string_view kind, int64_t limit_units, int64_t key_percent);
std::string AvoidByWarming(std::string_view kind, int64_t limit_units);
std::string AvoidByRaisingMaximum(std::string_view kind, int64_t limit_units);
std::string AvoidByRaisingQuota(std::string_view kind, int64_t limit_units);

}  // namespace pixii::messages
