// How responses tell consumed capacity: nothing, the total, or the total with its parts.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// Null unless `asked` (the request's ReturnConsumedCapacity) is TOTAL or INDEXES. Lives in the
// arena. `table_name` is echoed as the request gave it.
const ConsumedCapacity* TellCapacity(OperationContext& context, std::string_view asked,
                                     std::string_view table_name, double units);

}  // namespace pixii
