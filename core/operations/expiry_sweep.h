// The sweeper of time to live: deletes what has expired, as due work, through the same write door
// as every caller. It costs no capacity, and its commits say that nobody asked for them.
#pragma once

#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

// Deletes the items of the table at `table_key` that expired at least the delay ago and at most
// five years ago, and sets when the next are due. Items that a held transaction has locked wait a
// minute, or until the clock stops moving, at `until_ms`. Nothing happens if there is no such
// table.
void SweepExpired(OperationContext& context, std::string_view table_key, int64_t until_ms);

}  // namespace pixii
