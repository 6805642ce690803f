// What becomes due as the clock moves, done in the order of its due times.
#pragma once

#include <cstdint>

#include "core/operations/operation.h"

namespace pixii {

// Does all work due up to `until_ms`, each piece at its own time, which is what `context.now_ms`
// says meanwhile. Returns the next due time, or INT64_MAX. `context` is as at the start of a Call;
// afterwards its now_ms is `until_ms`.
int64_t RunDueWork(OperationContext& context, int64_t until_ms);

}  // namespace pixii
