// Every sentence a client can read about throughput: provisioned, on demand and warm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// Whose throughput it is: that of the table if `index` is empty, else that of the index. `member`
// is the name of one of two numbers, "ReadCapacityUnits" and the like.

// Provisioned, and the billing mode.
std::string ThroughputMissing();
std::string ThroughputMissingInUpdate();
std::string ThroughputOnDemand();
std::string ThroughputOutOfBounds(std::string_view index, std::string_view member, int64_t value);
std::string ThroughputAboveQuota(std::string_view index, std::string_view member, int64_t value,
                                 std::string_view region);
std::string ThroughputAboveAccountQuota(std::string_view member, int64_t reserved, int64_t value,
                                        std::string_view region);
std::string ThroughputUnchanged(std::string_view index, int64_t read_units, int64_t write_units);
// Times in milliseconds since 1970.
std::string TooManyDecreases(int64_t decreases_today, int64_t last_decrease_ms,
                             int64_t next_decrease_ms);
std::string TooManySwitchesToOnDemand(int64_t last_switch_ms, int64_t next_switch_ms);

// Provisioned, of indexes: first as CreateTable says it, then UpdateTable.
std::string IndexThroughputMissing(std::string_view index);
std::string IndexThroughputOnDemand(std::string_view index);
std::string IndexThroughputMissingInUpdate(std::string_view index);
std::string NewIndexThroughputMissing(std::string_view index);
std::string NewIndexThroughputOnDemand(std::string_view index);
std::string IndexUpdateOnDemand(std::string_view index);

// On demand.
// At the creation of the table, or of an index with it; and in updates.
std::string NewOnDemandThroughputProvisioned(std::string_view index, std::string_view member);
std::string OnDemandThroughputProvisioned(std::string_view index, std::string_view member);
std::string OnDemandThroughputOutOfRange(std::string_view index, std::string_view member);
std::string OnDemandThroughputAboveQuota(std::string_view index, std::string_view member,
                                         std::string_view quota, std::string_view region);

// Warm.
std::string WarmThroughputEmpty(std::string_view index);
std::string WarmThroughputDecreases(std::string_view index, std::string_view member);
std::string WarmThroughputBelowInitial(std::string_view index, std::string_view member);
std::string WarmThroughputBelowProvisioned(std::string_view index, std::string_view member,
                                           std::string_view provisioned);
std::string WarmThroughputAboveQuota(std::string_view index, std::string_view member,
                                     std::string_view quota, std::string_view region);

}  // namespace pixii::messages
