// The sentences of errors that are pixii's own: AWS has no such case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string UnsupportedOperation(std::string_view operation);
std::string UnsupportedParameter(std::string_view operation, std::string_view parameter);
std::string MemoryLimitExceeded(uint64_t limit_bytes, uint64_t held_bytes);
std::string InstanceLost(std::string_view reason);
std::string DamagedData(std::string_view what);
std::string NoSuchSnapshot(std::string_view id);
// `what` is a rule that the request breaks.
std::string UnfitForSimulation(std::string_view what);

}  // namespace pixii::messages
