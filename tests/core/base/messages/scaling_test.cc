// The texts about auto scaling that are known from the service, word for word.
#include "core/base/messages/scaling.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(ScalingMessages, AreTheServices) {
  EXPECT_EQ(messages::NoTargetRegistered({"table/A", "dynamodb:table:ReadCapacityUnits"}),
            "No scalable target registered for service namespace: dynamodb, resource ID: table/A, "
            "scalable dimension: dynamodb:table:ReadCapacityUnits");
  EXPECT_EQ(messages::UnsupportedScalableDimension(),
            "Unsupported service namespace, resource type or scalable dimension");
  EXPECT_EQ(messages::AlarmTriggered("web-app-cpu-lt-25", "web-app-cpu-lt-25"),
            "monitor alarm web-app-cpu-lt-25 in state ALARM triggered policy web-app-cpu-lt-25");
  EXPECT_EQ(messages::SettingBounds(5, 10), "Setting min capacity to 5 and max capacity to 10");
  EXPECT_EQ(messages::UnitsWereSet("write", 10),
            "Successfully set write capacity units to 10. Change successfully fulfilled by "
            "dynamodb.");
}

}  // namespace
}  // namespace pixii
