// Operand rules of conditions.
#include "core/expressions/operand_rules.h"

#include "core/base/base64.h"
#include "core/base/messages/expressions.h"
#include "core/values/number.h"

namespace pixii {
namespace {

// "{S:text}", as the messages about BETWEEN write a value. REQUIRES: a string, number or binary.
std::string OperandText(ValueView value) {
  std::string text = "{";
  text.append(TypeName(value.type())).append(":");
  switch (value.type()) {
    case ValueType::kString: text.append(value.AsString()); break;
    case ValueType::kNumber: text.append(NumberText(value.AsNumber())); break;
    default: text.append(Base64Text(value.AsBinary())); break;
  }
  return text + "}";
}

bool IsSamePath(const Operand& left, const Operand& right) {
  return left.kind == Operand::Kind::kPath && right.kind == Operand::Kind::kPath &&
         AreSamePath(left.path, right.path);
}

}  // namespace

std::string_view KnownType(const Operand& operand) {
  if (operand.kind == Operand::Kind::kPath) return {};
  return operand.kind == Operand::Kind::kSize ? "N" : TypeName(operand.value.type());
}

bool IsOneOf(std::string_view type, std::initializer_list<std::string_view> types) {
  for (const std::string_view each : types) {
    if (each == type) return true;
  }
  return false;
}

std::string TypeFault(std::string_view name, Span<const Operand> operands,
                      std::initializer_list<std::string_view> types) {
  for (const Operand& operand : operands) {
    const std::string_view type = KnownType(operand);
    if (!type.empty() && !IsOneOf(type, types)) return messages::OperandType(name, type);
  }
  return {};
}

std::string BoundsFault(const Operand& lower, const Operand& upper) {
  if (lower.kind != Operand::Kind::kValue || upper.kind != Operand::Kind::kValue) return {};
  const bool same_type = lower.value.type() == upper.value.type();
  if (same_type && CompareScalars(lower.value, upper.value) <= 0) return {};
  const std::string low = OperandText(lower.value);
  const std::string high = OperandText(upper.value);
  return same_type ? messages::BetweenBoundsReversed(low, high)
                   : messages::BetweenBoundTypes(low, high);
}

std::string DistinctFault(std::string_view name, Span<const Operand> operands) {
  for (size_t i = 1; i < operands.count; ++i) {
    if (!IsSamePath(operands[0], operands[i])) continue;
    return messages::OperandsMustDiffer(name, operands[0].path.ToMessageText());
  }
  return {};
}

}  // namespace pixii
