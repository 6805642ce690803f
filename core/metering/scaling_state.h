// What auto scaling knows: targets, policies, scheduled actions and what it did. Part of the
// database's value.
#pragma once

namespace pixii {

class ScalingState {};

}  // namespace pixii
