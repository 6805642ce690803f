// The texts of pixii's own errors.
#include "core/base/messages/pixii.h"

namespace pixii::messages {

std::string UnsupportedOperation(std::string_view operation) {
  return "pixii does not serve the operation " + std::string(operation) + " yet.";
}

std::string UnsupportedParameter(std::string_view operation, std::string_view parameter) {
  return "pixii does not serve the parameter " + std::string(parameter) + " of " +
         std::string(operation) + " yet.";
}

std::string MemoryLimitExceeded(uint64_t limit_bytes, uint64_t held_bytes) {
  return "The write could bring this database past its memory limit of " +
         std::to_string(limit_bytes) + " bytes; it holds " + std::to_string(held_bytes) +
         " bytes. Nothing was changed.";
}

std::string InstanceLost(std::string_view reason) {
  return "This pixii instance is lost and serves nothing any more: " + std::string(reason) +
         ". What was flushed before remains; open the database again.";
}

std::string DamagedData(std::string_view what) {
  return "These bytes are no whole pixii database: " + std::string(what) + ".";
}

std::string UnfitForSimulation(std::string_view what) {
  return std::string("This cannot be simulated: ").append(what).append(".");
}

std::string NoSuchSnapshot(std::string_view id) {
  return "There is no snapshot " + std::string(id) + ".";
}

}  // namespace pixii::messages
