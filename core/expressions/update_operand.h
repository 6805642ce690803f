// The right-hand sides of SET, evaluated against the item as it was before the update.
#pragma once

#include <string>

#include "core/expressions/update.h"
#include "core/values/number.h"

namespace pixii {

// The short name of the operand's type as far as it is known before looking at an item, or empty.
std::string_view KnownType(const UpdateOperand& operand);

// The operand's value: a view of the item, of the request's values, or of `storage`, into which a
// computed one is written. Faults (kValidation): an attribute that is missing, a wrong type, a
// number out of range.
Result<ValueView> EvaluateOperand(const UpdateOperand& operand, EntryRange item,
                                  std::string& storage);

// The sum or, for kMinus, the difference of two values, which must be numbers.
Result<void> Calculate(UpdateOperand::Kind kind, ValueView left, ValueView right,
                       PackedNumber& out);

}  // namespace pixii
