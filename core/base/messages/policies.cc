// The texts about resource-based policies, as the service words them.
#include "core/base/messages/policies.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string PolicyTooLarge() { return Invalid({"Maximum policy size of 20480 bytes exceeded"}); }

std::string PolicyIsNotJson() {
  return Invalid({"Invalid policy document: The policy is not valid JSON"});
}

std::string PolicyWithoutStatement() {
  return Invalid({"Invalid policy document: Missing required field Statement"});
}

std::string PolicyNotFound(std::string_view arn) {
  return Join({"Resource-based policy not found for the provided ResourceArn: ", arn});
}

}  // namespace pixii::messages
