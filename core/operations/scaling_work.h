// Auto scaling at work, when it is due: scheduled actions, bounds that changed, and the policies.
// Throughput changes as UpdateTable changes it.
#pragma once

#include "core/operations/scaling_due.h"

namespace pixii {

// Does what is due at `context.now_ms`, on the way of `move`, and sets when there is something to
// do next.
void RunScaling(OperationContext& context, ClockMove& move);

}  // namespace pixii
