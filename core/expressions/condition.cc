// Evaluating conditions. Rules for what a path does not hold: a comparison with a missing attribute
// is false, except `<>`, which is true; so is one between two types.
#include "core/expressions/condition.h"

#include "core/values/number.h"

namespace pixii {
namespace {

// Room for the encoded number that size() gives.
struct Scratch {
  uint8_t bytes[2 + kPackedNumberSizeMax];
};

// UTF-16 code units of UTF-8 text: one for each character, two for those of four bytes.
int64_t CountUtf16Units(std::string_view text) {
  int64_t units = 0;
  for (const char c : text) {
    const uint8_t byte = static_cast<uint8_t>(c);
    units += (byte & 0xC0) != 0x80 ? 1 : 0;
    units += byte >= 0xF0 ? 1 : 0;
  }
  return units;
}

// The size of a value, or -1 for types that have none.
int64_t SizeOf(ValueView value) {
  switch (value.type()) {
    case ValueType::kString: return CountUtf16Units(value.AsString());
    case ValueType::kBinary: return static_cast<int64_t>(value.AsBinary().size());
    case ValueType::kNumber:
    case ValueType::kNull:
    case ValueType::kBool: return -1;
    default: return value.Count();
  }
}

// What the operand stands for in `item`, or a null view. A size() is written into `scratch`.
template <class Attributes>
ValueView Look(const Operand& operand, const Attributes& item, Scratch& scratch) {
  if (operand.kind == Operand::Kind::kValue) return operand.value;
  const ValueView value =
      operand.path.elements.empty() ? operand.value : FindPath(item, operand.path);
  if (operand.kind == Operand::Kind::kPath || !value) return value;
  const int64_t size = SizeOf(value);
  if (size < 0) return ValueView();
  const PackedNumber number = PackInteger(size);
  scratch.bytes[0] = 'N';
  scratch.bytes[1] = number.size;
  std::memcpy(scratch.bytes + 2, number.bytes, number.size);
  return ValueView(scratch.bytes);
}

bool IsOrdered(ValueType type) {
  return type == ValueType::kString || type == ValueType::kNumber || type == ValueType::kBinary;
}

bool AreComparable(ValueView left, ValueView right) {
  return left && right && left.type() == right.type() && IsOrdered(left.type());
}

template <class Attributes>
bool CompareOperands(const ConditionNode& node, const Attributes& item) {
  const Operand& left = node.operands[0];
  const Operand& right = node.operands[1];
  // What most conditions are.
  if (left.kind == Operand::Kind::kPath && right.kind == Operand::Kind::kValue) {
    return Compare(node.kind, FindPath(item, left.path), right.value);
  }
  Scratch scratch[2];
  return Compare(node.kind, Look(left, item, scratch[0]), Look(right, item, scratch[1]));
}

template <class Attributes>
bool IsBetween(Span<const Operand> operands, const Attributes& item) {
  Scratch scratch[3];
  const ValueView value = Look(operands[0], item, scratch[0]);
  const ValueView lower = Look(operands[1], item, scratch[1]);
  const ValueView upper = Look(operands[2], item, scratch[2]);
  return AreComparable(value, lower) && AreComparable(value, upper) &&
         CompareScalars(lower, value) <= 0 && CompareScalars(value, upper) <= 0;
}

template <class Attributes>
bool IsIn(Span<const Operand> operands, const Attributes& item) {
  Scratch scratch[2];
  const ValueView value = Look(operands[0], item, scratch[0]);
  for (size_t i = 1; value && i < operands.count; ++i) {
    if (Compare(NodeKind::kEqual, value, Look(operands[i], item, scratch[1]))) return true;
  }
  return false;
}

bool BeginsWith(ValueView value, ValueView prefix) {
  if (!AreComparable(value, prefix) || value.is(ValueType::kNumber)) return false;
  return value.Payload().substr(0, prefix.Payload().size()) == prefix.Payload();
}

bool ContainsElement(ValueView list, ValueView value) {
  for (const ValueView element : list.Elements()) {
    if (element == value) return true;
  }
  return false;
}

// A part of a string or binary, a member of a set, an element of a list.
bool Contains(ValueView container, ValueView value) {
  if (!container || !value) return false;
  switch (container.type()) {
    case ValueType::kString:
    case ValueType::kBinary:
      return value.type() == container.type() &&
             container.Payload().find(value.Payload()) != Bytes::npos;
    case ValueType::kStringSet:
    case ValueType::kNumberSet:
    case ValueType::kBinarySet:
    case ValueType::kList: return ContainsElement(container, value);
    default: return false;
  }
}

template <class Attributes>
bool Call(const ConditionNode& node, const Attributes& item) {
  Scratch scratch[2];
  const ValueView first = Look(node.operands[0], item, scratch[0]);
  switch (node.function) {
    case Function::kAttributeExists: return static_cast<bool>(first);
    case Function::kAttributeNotExists: return !first;
    case Function::kAttributeType: return first && first.is(node.type_asked);
    case Function::kBeginsWith: return BeginsWith(first, Look(node.operands[1], item, scratch[1]));
    default: return Contains(first, Look(node.operands[1], item, scratch[1]));
  }
}

}  // namespace

bool Compare(NodeKind kind, ValueView left, ValueView right) {
  if (kind == NodeKind::kEqual) return left && right && left == right;
  if (kind == NodeKind::kNotEqual) return !left || !right || !(left == right);
  if (!AreComparable(left, right)) return false;
  const int order = CompareScalars(left, right);
  switch (kind) {
    case NodeKind::kLess: return order < 0;
    case NodeKind::kLessEqual: return order <= 0;
    case NodeKind::kGreater: return order > 0;
    default: return order >= 0;
  }
}

template <class Attributes>
bool BoundCondition::Evaluate(const ConditionNode& node, const Attributes& item) const {
  switch (node.kind) {
    case NodeKind::kAnd:
      return Evaluate(nodes_[node.left], item) && Evaluate(nodes_[node.right], item);
    case NodeKind::kOr:
      return Evaluate(nodes_[node.left], item) || Evaluate(nodes_[node.right], item);
    case NodeKind::kNot: return !Evaluate(nodes_[node.left], item);
    case NodeKind::kBetween: return IsBetween(node.operands, item);
    case NodeKind::kIn: return IsIn(node.operands, item);
    case NodeKind::kFunction: return Call(node, item);
    default: return CompareOperands(node, item);
  }
}

template bool BoundCondition::Evaluate(const ConditionNode&, const EntryRange&) const;
template bool BoundCondition::Evaluate(const ConditionNode&, const AttributeLookup&) const;

}  // namespace pixii
