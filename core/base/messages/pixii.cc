// The texts of pixii's own errors.
#include "core/base/messages/pixii.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string UnsupportedOperation(std::string_view operation) {
  return Join({"pixii does not serve the operation ", operation, " yet."});
}

std::string UnsupportedParameter(std::string_view operation, std::string_view parameter) {
  return Join({"pixii does not serve the parameter ", parameter, " of ", operation, " yet."});
}

std::string MemoryLimitExceeded(uint64_t limit_bytes, uint64_t held_bytes) {
  return Join({"The write could bring this database past its memory limit of ",
               std::to_string(limit_bytes), " bytes; it holds ", std::to_string(held_bytes),
               " bytes. Nothing was changed."});
}

std::string InstanceLost(std::string_view reason) {
  return Join({"This pixii instance is lost and serves nothing any more: ", reason,
               ". What was flushed before remains; open the database again."});
}

std::string DamagedData(std::string_view what) {
  return Join({"These bytes are no whole pixii database: ", what, "."});
}

std::string UnfitForSimulation(std::string_view what) {
  return std::string("This cannot be simulated: ").append(what).append(".");
}

std::string NoSuchSnapshot(std::string_view id) { return Join({"There is no snapshot ", id, "."}); }

}  // namespace pixii::messages
