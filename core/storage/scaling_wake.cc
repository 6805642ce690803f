// One entry of the queue of due work stands for all policies.
#include "core/storage/scaling_wake.h"

#include "core/metering/scaling_state.h"
#include "core/storage/database.h"
#include "core/storage/modes.h"

namespace pixii {

void WakeScaling(Database& database, int64_t now_ms) {
  if (database.scaling().policies.empty()) return;
  const int64_t next_ms = now_ms - now_ms % kMinuteMs + kMinuteMs;
  if (database.due().TimeOf(DueKind::kScaling, {}) <= next_ms) return;
  database.OwnDue().Set(DueKind::kScaling, {}, next_ms);
}

}  // namespace pixii
