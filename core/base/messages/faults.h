// The sentences of the control operations about faults, and of the errors that faults make.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string NoSuchFault(std::string_view id);
std::string FaultOfNoOperation(std::string_view operation);
std::string FaultWithoutEffect();
std::string FaultMemberNeedsError(std::string_view member, std::string_view error);
std::string FaultProbability();
std::string InjectedInternalError();

}  // namespace pixii::messages
