// The sentences about faults.
#include "core/base/messages/faults.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string NoSuchFault(std::string_view id) { return Join({"There is no fault ", id, "."}); }

std::string FaultOfNoOperation(std::string_view operation) {
  return Join({"There is no operation \"", operation, "\" that a fault could strike."});
}

std::string FaultWithoutEffect() {
  return "A fault needs an effect: one or more of Error, BatchItems, PageItems, Delay and Damage.";
}

std::string FaultMemberNeedsError(std::string_view member, std::string_view error) {
  return Join({"A fault's ", member, " can only be given with ", error, "."});
}

std::string FaultProbability() { return "A fault's Probability lies between 0 and 1."; }

std::string InjectedInternalError() { return "Internal server error"; }

}  // namespace pixii::messages
