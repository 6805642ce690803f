// Auto scaling sleeps while nothing can change (core/operations/scaling_due.h); what may change
// something wakes it: capacity that is used, and definitions that change.
#pragma once

#include <cstdint>

namespace pixii {

class Database;

// If there are policies, they are looked at when the minute of `now_ms` is over.
void WakeScaling(Database& database, int64_t now_ms);

}  // namespace pixii
