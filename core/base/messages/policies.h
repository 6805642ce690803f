// Every sentence a client can read about resource-based policies.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string PolicyTooLarge();
// The document is no JSON object.
std::string PolicyIsNotJson();
std::string PolicyIsNull();
// An object without members; where it ends.
std::string PolicyIsEmpty(size_t line, size_t column);
// The document, or one of its statements, lacks a field.
std::string PolicyLacks(std::string_view field);
std::string PolicyWithoutStatements();
// The revision expected is not the one there is; there is none; or none was expected.
std::string PolicyRevisionDiffers(std::string_view asked, std::string_view table,
                                  std::string_view revision);
std::string PolicyWithoutRevision(std::string_view asked, std::string_view table);
std::string PolicyExists(std::string_view table, std::string_view revision);
// The resource of the request is another account's, or one of another region.
std::string PolicyOfAnotherAccount();
std::string PolicyAbroad(std::string_view arn);
std::string PolicyStreamNotFound(std::string_view label, std::string_view table);
std::string PolicyNotFound(std::string_view arn);

}  // namespace pixii::messages
