// The stored form of auto scaling, as docs/storage-format.md lays it out.
#pragma once

#include "core/base/bytes.h"
#include "core/metering/scaling_state.h"
#include "core/persistence/byte_sink.h"

namespace pixii {

// Appends the fields of all targets, policies, scheduled actions and activities.
void WriteScaling(const ScalingState& state, ByteSink& sink);

// False if the payload is malformed; `state` then means nothing. REQUIRES: state is empty.
bool ReadScaling(Bytes payload, ScalingState& state);

}  // namespace pixii
