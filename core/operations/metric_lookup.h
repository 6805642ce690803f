// From tables and indexes to what their meters counted by the minute.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/metering/auto_scaling.h"
#include "core/metering/capacity_constants.h"
#include "core/storage/database.h"

namespace pixii {

// What the table, or one of its global indexes, used in the last whole minutes before `now_ms`, as
// many as auto scaling looks at.
UsedMinutes UsedUnits(const Database& database, const Table& table, std::string_view index,
                      CapacityKind kind, int64_t now_ms);

}  // namespace pixii
