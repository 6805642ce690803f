// The sentences about members' limits.
#include "core/base/messages/constraints.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

constexpr std::string_view kFailed = " failed to satisfy constraint: ";

}  // namespace

std::string ValidationErrors(size_t count, std::string_view violations) {
  return Join(
      {std::to_string(count),
       count == 1 ? " validation error detected: " : " validation errors detected: ", violations});
}

std::string Violation(std::string_view value, std::string_view path, std::string_view constraint) {
  return Join({"Value '", value, "' at '"})
      .append(path)
      .append("'")
      .append(kFailed)
      .append(constraint);
}

std::string NullViolation(std::string_view path) {
  return Join({"Value null at '", path, "'"}).append(kFailed).append("Member must not be null");
}

std::string LengthAtLeast(int64_t min) {
  return Join({"Member must have length greater than or equal to ", std::to_string(min), ""});
}
std::string LengthAtMost(int64_t max) {
  return Join({"Member must have length less than or equal to ", std::to_string(max), ""});
}
std::string ValueAtLeast(int64_t min) {
  return Join({"Member must have value greater than or equal to ", std::to_string(min), ""});
}
std::string ValueAtMost(int64_t max) {
  return Join({"Member must have value less than or equal to ", std::to_string(max), ""});
}
std::string MatchesPattern(std::string_view pattern) {
  return Join({"Member must satisfy regular expression pattern: ", pattern, ""});
}
std::string OneOf(std::string_view values) {
  return Join({"Member must satisfy enum value set: [", values, "]"});
}
std::string EachElement(std::string_view constraints) {
  return Join({"Member must satisfy constraint: [", constraints, "]"});
}
std::string EachKey(std::string_view constraints) {
  return Join({"Map keys must satisfy constraint: [", constraints, "]"});
}
std::string EachValue(std::string_view constraints) {
  return Join({"Map value must satisfy constraint: [", constraints, "]"});
}

std::string ParameterRequired(std::string_view name) {
  return Join({"The parameter '", name, "' is required but was not present in the request"});
}
std::string BatchWriteTablesRequired() {
  return "The requestItems parameter is required for BatchWriteItem";
}
std::string ViolationWithoutValue(std::string_view member, std::string_view constraint) {
  return Join({"Value at '", member, "' failed to satisfy constraint: ", constraint});
}

}  // namespace pixii::messages
