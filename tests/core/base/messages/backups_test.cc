// Shows the texts about recovery, letter for letter.
#include "core/base/messages/backups.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(BackupMessages, NameTheTableAsItWasAskedFor) {
  EXPECT_EQ(TableToRecoverNotFound("Things"), "Table not found: Things");
  EXPECT_EQ(RecoveryPeriodWhenDisabling(),
            "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time "
            "recovery.");
}

}  // namespace
}  // namespace pixii::messages
