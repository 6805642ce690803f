// Every sentence a client can read about resource-based policies.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string PolicyTooLarge();
// The document is no JSON object.
std::string PolicyIsNotJson();
std::string PolicyWithoutStatement();
std::string PolicyNotFound(std::string_view arn);

}  // namespace pixii::messages
