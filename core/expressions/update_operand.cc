// Evaluating operands: paths and values are looked at where they lie, sums and lists are built.
#include "core/expressions/update_operand.h"

#include "core/base/messages/expressions.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// REQUIRES: two lists.
ValueView Concatenate(ValueView left, ValueView right, std::string& storage) {
  ValueBuilder builder(storage);
  builder.BeginList();
  for (const ValueView list : {left, right}) {
    for (const ValueView element : list.Elements()) builder.Copy(element);
  }
  builder.EndList();
  return ValueView(Data(storage));
}

Result<ValueView> EvaluateAs(ValueType type, const UpdateOperand& operand, EntryRange item,
                             std::string& storage) {
  PIXII_ASSIGN_OR_RETURN(const ValueView value, EvaluateOperand(operand, item, storage));
  if (!value.is(type)) return Invalid(messages::OperandDataType());
  return value;
}

// The left operand is found and its type checked before the right one is looked at.
Result<ValueView> EvaluatePair(const UpdateOperand& operand, EntryRange item,
                               std::string& storage) {
  std::string left_storage;
  std::string right_storage;
  const bool appends = operand.kind == UpdateOperand::Kind::kListAppend;
  const ValueType type = appends ? ValueType::kList : ValueType::kNumber;
  PIXII_ASSIGN_OR_RETURN(const ValueView left, EvaluateAs(type, *operand.left, item, left_storage));
  PIXII_ASSIGN_OR_RETURN(const ValueView right,
                         EvaluateAs(type, *operand.right, item, right_storage));
  if (appends) return Concatenate(left, right, storage);
  PackedNumber number;
  PIXII_RETURN_IF_ERROR(Calculate(operand.kind, left, right, number));
  ValueBuilder(storage).Number(number.view());
  return ValueView(Data(storage));
}

}  // namespace

std::string_view KnownType(const UpdateOperand& operand) {
  switch (operand.kind) {
    case UpdateOperand::Kind::kValue: return TypeName(operand.value.type());
    case UpdateOperand::Kind::kListAppend: return "L";
    case UpdateOperand::Kind::kPlus:
    case UpdateOperand::Kind::kMinus: return "N";
    default: return {};
  }
}

Result<ValueView> EvaluateOperand(const UpdateOperand& operand, EntryRange item,
                                  std::string& storage) {
  switch (operand.kind) {
    case UpdateOperand::Kind::kValue: return operand.value;
    case UpdateOperand::Kind::kPath: {
      const ValueView value = FindPath(item, operand.path);
      if (!value) return Invalid(messages::OperandAttributeMissing());
      return value;
    }
    case UpdateOperand::Kind::kIfNotExists: {
      const ValueView value = FindPath(item, operand.path);
      if (value) return value;
      return EvaluateOperand(*operand.left, item, storage);
    }
    default: return EvaluatePair(operand, item, storage);
  }
}

Result<void> Calculate(UpdateOperand::Kind kind, ValueView left, ValueView right,
                       PackedNumber& out) {
  if (!left.is(ValueType::kNumber) || !right.is(ValueType::kNumber)) {
    return Invalid(messages::OperandDataType());
  }
  const bool is_minus = kind == UpdateOperand::Kind::kMinus;
  const NumberFault fault = is_minus ? SubtractNumbers(left.AsNumber(), right.AsNumber(), out)
                                     : AddNumbers(left.AsNumber(), right.AsNumber(), out);
  switch (fault) {
    case NumberFault::kNone: return {};
    case NumberFault::kOverflow: return Invalid(messages::NumberOverflow());
    case NumberFault::kUnderflow: return Invalid(messages::NumberUnderflow());
    default: return Invalid(messages::NumberTooPrecise());
  }
}

}  // namespace pixii
