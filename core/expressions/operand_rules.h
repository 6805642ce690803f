// What conditions ask of operands before any item is looked at. Types can be checked only where an
// operand is a value or a size(). Shared by ConditionExpressions and PartiQL, whose texts about
// these faults are the same but for what goes before them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/expressions/condition.h"

namespace pixii {

// The name of the operand's type as far as it is known now, or empty.
std::string_view KnownType(const Operand& operand);

bool IsOneOf(std::string_view type, std::initializer_list<std::string_view> types);

// Each gives the text of the first fault, or an empty one. `name` is the operation's, for the text.
// That every operand may have one of `types`.
std::string TypeFault(std::string_view name, Span<const Operand> operands,
                      std::initializer_list<std::string_view> types);
// That values around a BETWEEN are of one type and in order.
std::string BoundsFault(const Operand& lower, const Operand& upper);
// That the first operand's path is not that of another. REQUIRES: at least one operand.
std::string DistinctFault(std::string_view name, Span<const Operand> operands);

}  // namespace pixii
