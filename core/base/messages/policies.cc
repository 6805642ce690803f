// The texts about resource-based policies, as the service words them.
#include "core/base/messages/policies.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string Document(std::initializer_list<std::string_view> fault) {
  return Invalid({"Invalid policy document: ", Join(fault)});
}

}  // namespace

std::string PolicyTooLarge() { return Invalid({"Maximum policy size of 20480 bytes exceeded"}); }

std::string PolicyIsNotJson() { return Document({"This policy contains invalid Json"}); }

std::string PolicyIsNull() { return Document({"This text appears not to be a policy"}); }

std::string PolicyIsEmpty(size_t line, size_t column) {
  return Document(
      {"Syntax error at position (", std::to_string(line), ",", std::to_string(column), ")"});
}

std::string PolicyLacks(std::string_view field) {
  return Document({"Missing required field ", field});
}

std::string PolicyWithoutStatements() {
  return Document({"Could not parse the policy: Statement is empty!"});
}

std::string PolicyRevisionDiffers(std::string_view asked, std::string_view table,
                                  std::string_view revision) {
  return PolicyNotFound(Join({"Requested update for policy with revision id ", asked,
                              ", but the policy associated to target table ", table,
                              " has revision id ", revision, "."}));
}

std::string PolicyWithoutRevision(std::string_view asked, std::string_view table) {
  return PolicyNotFound(Join({"Requested update for policy with revision id ", asked,
                              ", but table ", table, " has no associated policy."}));
}

std::string PolicyExists(std::string_view table, std::string_view revision) {
  return PolicyNotFound(Join({"Requested policy update expecting none to be present for table ",
                              table, ", but a policy exists with revision id ", revision, "."}));
}

std::string PolicyOfAnotherAccount() {
  return "This action is only supported by accounts that match the resource owner\u2019s account.";
}

std::string PolicyAbroad(std::string_view arn) { return Invalid({"Invalid resource Arn: ", arn}); }

std::string PolicyStreamNotFound(std::string_view label, std::string_view table) {
  return Join({"Requested resource not found: Stream: ", label, " not found for Table: ", table});
}

std::string PolicyNotFound(std::string_view arn) {
  return Join({"Resource-based policy not found for the provided ResourceArn: ", arn});
}

}  // namespace pixii::messages
