// The texts about backups, as the service words them.
#include "core/base/messages/backups.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string TableToRecoverNotFound(std::string_view table) {
  return Join({"Table not found: ", table});
}

std::string RecoveryPeriodWhenDisabling() {
  return "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time "
         "recovery.";
}

}  // namespace pixii::messages
