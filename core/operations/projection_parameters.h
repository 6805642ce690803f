// How reads say which attributes they want, and cutting items down to them.
#pragma once

#include <string_view>

#include "core/expressions/projection.h"
#include "core/operations/expression_parameters.h"

namespace pixii {

// A read's projection: all attributes when default-made.
struct Projected {
  bool is_all = true;
  BoundProjection projection;
};

// GetItem's and BatchGetItem's rules for these parameters, and the bound projection.
// Errors: kValidation, kUnsupportedOperation.
Result<Projected> BindOnlyProjection(OperationContext& context, std::string_view operation,
                                     std::string_view projection_expression, StringMap names,
                                     bool has_attributes_to_get);

// Binds a projection next to other expressions. REQUIRES: the expression is given.
Result<Projected> BindProjection(OperationContext& context, std::string_view projection_expression,
                                 Binder& binder);

// What of `item` is told: borrowed from the item, or placed in the arena.
AttributeMap ProjectItem(OperationContext& context, const Projected& projected, EntryRange item);

}  // namespace pixii
