// What clients read when members of a request are missing, too long, too large or not of their set:
// the violations, all told together, and the constraints they name. The long-standing wording.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// "2 validation errors detected: <violations>"; `violations` are separated by "; ".
std::string ValidationErrors(size_t count, std::string_view violations);
// "Value '<value>' at '<path>' failed to satisfy constraint: <constraint>".
std::string Violation(std::string_view value, std::string_view path, std::string_view constraint);
// The same of a member that is not there: "Value null at ...".
std::string NullViolation(std::string_view path);

// Constraints.
std::string LengthAtLeast(int64_t min);
std::string LengthAtMost(int64_t max);
std::string ValueAtLeast(int64_t min);
std::string ValueAtMost(int64_t max);
std::string MatchesPattern(std::string_view pattern);
// `values` are separated by ", ".
std::string OneOf(std::string_view values);
// Those of all elements of a list, keys of a map, values of a map; `constraints` are separated by
// ", ".
std::string EachElement(std::string_view constraints);
std::string EachKey(std::string_view constraints);
std::string EachValue(std::string_view constraints);

// Told alone.
std::string ParameterRequired(std::string_view name);
std::string BatchWriteTablesRequired();
// As Violation, in the wording that some members have come to.
std::string ViolationWithoutValue(std::string_view member, std::string_view constraint);

}  // namespace pixii::messages
