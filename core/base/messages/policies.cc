// The texts about resource-based policies, as the service words them.
#include "core/base/messages/policies.h"

namespace pixii::messages {
namespace {

constexpr const char* kInvalid = "One or more parameter values were invalid: ";

}  // namespace

std::string PolicyTooLarge() {
  return std::string(kInvalid) + "Maximum policy size of 20480 bytes exceeded";
}

std::string PolicyIsNotJson() {
  return std::string(kInvalid) + "Invalid policy document: The policy is not valid JSON";
}

std::string PolicyWithoutStatement() {
  return std::string(kInvalid) + "Invalid policy document: Missing required field Statement";
}

std::string PolicyNotFound(std::string_view arn) {
  return "Resource-based policy not found for the provided ResourceArn: " + std::string(arn);
}

}  // namespace pixii::messages
