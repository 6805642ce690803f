// Every sentence a client can read about backups and point-in-time recovery.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

// As these operations word it.
std::string TableToRecoverNotFound(std::string_view table);
std::string RecoveryPeriodWhenDisabling();

}  // namespace pixii::messages
