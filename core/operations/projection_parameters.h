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

// GetItem's and BatchGetItem's rules about which of these parameters go together, whose faults come
// before those of keys. Errors: kValidation.
Result<void> CheckProjectionParameters(std::string_view projection_expression, StringMap names,
                                       Span<std::string_view> attributes_to_get);

// The bound projection. Errors: kValidation.
Result<Projected> BindOnlyProjection(OperationContext& context,
                                     std::string_view projection_expression, StringMap names,
                                     Span<std::string_view> attributes_to_get);

// Binds a projection next to other expressions. REQUIRES: the expression is given.
Result<Projected> BindProjection(OperationContext& context, std::string_view projection_expression,
                                 Binder& binder);

// Binds AttributesToGet. REQUIRES: it is given. Errors: kValidation for a name that is there twice.
Result<Projected> BindAttributesToGetParameter(OperationContext& context,
                                               Span<std::string_view> attributes_to_get);

// What of `item` is told: borrowed from the item, or placed in the arena.
AttributeMap ProjectItem(OperationContext& context, const Projected& projected, EntryRange item);

}  // namespace pixii
