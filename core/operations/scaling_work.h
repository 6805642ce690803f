// Auto scaling at work, when it is due: scheduled actions, bounds that changed, and each minute the
// policies. Throughput changes as UpdateTable changes it.
#pragma once

#include "core/operations/operation.h"

namespace pixii {

// Does what is due at `context.now_ms`, and sets when there is something to do next.
void RunScaling(OperationContext& context);

}  // namespace pixii
