// Why a transaction was cancelled: one reason for each of its actions, in their order.
#pragma once

#include <optional>
#include <vector>

#include "pixii/error.h"

namespace pixii {

class CancellationReasons {
 public:
  explicit CancellationReasons(size_t actions) : errors_(actions) {}

  // What a single write would have answered becomes the action's reason, with its item; a throttle
  // is told without its reasons, for which CancellationReason has no member.
  // REQUIRES: ReasonCode(error.type) is not empty.
  void Set(size_t action, Error error);
  // Errors: kTransactionCanceled if any action has a reason.
  Result<void> Check() const;

 private:
  std::vector<std::optional<Error>> errors_;  // by action
};

}  // namespace pixii
