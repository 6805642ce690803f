// A host's clock in the hand of a test.
#pragma once

#include <cstdint>

#include "pixii/options.h"

namespace pixii::support {

class HandClock final : public Clock {
 public:
  explicit HandClock(int64_t milliseconds) : milliseconds(milliseconds) {}
  int64_t NowMilliseconds() override { return milliseconds; }

  int64_t milliseconds;
};

}  // namespace pixii::support
