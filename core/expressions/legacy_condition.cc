// Comparison operators by a table: what each takes, and the node it becomes.
#include "core/expressions/legacy_condition.h"

#include <cstdint>

#include "core/base/messages/legacy.h"
#include "core/expressions/legacy_attributes.h"

namespace pixii {
namespace {

// Types of values that an operator takes.
enum class Takes : uint8_t {
  kAll,
  kOrdered,  // S, N, B
  kText,     // S, B
  kMembers,  // S, N, B, and what only lists can hold of scalars: BOOL, NULL
};

// NE of an attribute that is missing is true, and so is NOT_CONTAINS, being NOT contains().
struct ComparisonRule {
  std::string_view name;
  size_t values_min;
  size_t values_max;
  Takes takes;
  NodeKind kind;
  Function function = Function::kUnknown;
  bool is_negated = false;
  bool is_indexable = false;
};

constexpr ComparisonRule kComparisonRules[] = {
    {"EQ", 1, 1, Takes::kAll, NodeKind::kEqual, Function::kUnknown, false, true},
    {"NE", 1, 1, Takes::kAll, NodeKind::kNotEqual},
    {"LE", 1, 1, Takes::kOrdered, NodeKind::kLessEqual, Function::kUnknown, false, true},
    {"LT", 1, 1, Takes::kOrdered, NodeKind::kLess, Function::kUnknown, false, true},
    {"GE", 1, 1, Takes::kOrdered, NodeKind::kGreaterEqual, Function::kUnknown, false, true},
    {"GT", 1, 1, Takes::kOrdered, NodeKind::kGreater, Function::kUnknown, false, true},
    {"BETWEEN", 2, 2, Takes::kOrdered, NodeKind::kBetween, Function::kUnknown, false, true},
    {"BEGINS_WITH", 1, 1, Takes::kText, NodeKind::kFunction, Function::kBeginsWith, false, true},
    {"IN", 1, SIZE_MAX, Takes::kOrdered, NodeKind::kIn},
    {"CONTAINS", 1, 1, Takes::kMembers, NodeKind::kFunction, Function::kContains},
    {"NOT_CONTAINS", 1, 1, Takes::kMembers, NodeKind::kFunction, Function::kContains, true},
    {"NULL", 0, 0, Takes::kAll, NodeKind::kFunction, Function::kAttributeNotExists},
    {"NOT_NULL", 0, 0, Takes::kAll, NodeKind::kFunction, Function::kAttributeExists},
};

const ComparisonRule& RuleOf(std::string_view comparison_operator) {
  for (const ComparisonRule& rule : kComparisonRules) {
    if (rule.name == comparison_operator) return rule;
  }
  return kComparisonRules[0];
}

bool IsTaken(Takes takes, ValueType type) {
  switch (type) {
    case ValueType::kString:
    case ValueType::kBinary: return true;
    case ValueType::kNumber: return takes != Takes::kText;
    case ValueType::kBool:
    case ValueType::kNull: return takes == Takes::kMembers || takes == Takes::kAll;
    default: return takes == Takes::kAll;
  }
}

// The message about the first fault of one comparison, or empty.
std::string ComparisonFault(const LegacyConditionInput& input) {
  const ComparisonRule& rule = RuleOf(input.comparison_operator);
  const Span<const ValueView> values = input.values;
  if (values.count < rule.values_min || values.count > rule.values_max) {
    return messages::ComparisonArgumentCount(rule.name);
  }
  for (const ValueView value : values) {
    if (!IsTaken(rule.takes, value.type())) {
      return messages::ComparisonType(rule.name, TypeName(value.type()));
    }
  }
  for (const ValueView value : values) {
    if (value.type() != values[0].type()) return messages::ComparisonTypesDiffer();
  }
  if (rule.kind == NodeKind::kBetween && CompareScalars(values[0], values[1]) > 0) {
    return messages::ComparisonBoundsReversed();
  }
  return {};
}

Error Invalid(Envelope envelope, std::string text) {
  return {ErrorType::kValidation, Enveloped(envelope, std::move(text))};
}

// Makes one condition of many. The joining nodes form a balanced tree, so that evaluating a request
// of very many conditions does not go deep.
class ConditionJoiner {
 public:
  ConditionJoiner(Arena& arena, Span<const LegacyConditionInput> inputs)
      : arena_(arena),
        inputs_(inputs),
        nodes_(arena.New<ConditionNode>(3 * inputs.count)),  // itself, its NOT, its joining node
        roots_(arena.New<uint32_t>(inputs.count)),
        paths_(arena.New<DocumentPath>(inputs.count)) {}

  // REQUIRES: at least one input, all without faults.
  BoundCondition Join(ConditionalOperator joined_by) {
    for (size_t i = 0; i < inputs_.count; ++i) roots_[i] = AddComparison(i);
    joined_by_ = joined_by == ConditionalOperator::kOr ? NodeKind::kOr : NodeKind::kAnd;
    const uint32_t root = JoinRange(0, inputs_.count);
    return BoundCondition({nodes_, count_}, root, {paths_, inputs_.count});
  }

 private:
  uint32_t Add(const ConditionNode& node) {
    nodes_[count_] = node;
    return static_cast<uint32_t>(count_++);
  }
  uint32_t AddComparison(size_t index);
  uint32_t JoinRange(size_t begin, size_t end);

  Arena& arena_;
  Span<const LegacyConditionInput> inputs_;
  ConditionNode* nodes_;
  size_t count_ = 0;
  uint32_t* roots_;
  DocumentPath* paths_;
  NodeKind joined_by_ = NodeKind::kAnd;
};

uint32_t ConditionJoiner::AddComparison(size_t index) {
  const LegacyConditionInput& input = inputs_[index];
  const ComparisonRule& rule = RuleOf(input.comparison_operator);
  paths_[index] = TopLevelPath(arena_, input.attribute);
  Operand* operands = arena_.New<Operand>(1 + input.values.count);
  operands[0].path = paths_[index];
  for (size_t i = 0; i < input.values.count; ++i) {
    operands[1 + i].kind = Operand::Kind::kValue;
    operands[1 + i].value = input.values[i];
  }
  ConditionNode node;
  node.kind = rule.kind;
  node.function = rule.function;
  node.operands = {operands, 1 + input.values.count};
  const uint32_t comparison = Add(node);
  if (!rule.is_negated) return comparison;
  ConditionNode negation;
  negation.kind = NodeKind::kNot;
  negation.left = comparison;
  return Add(negation);
}

uint32_t ConditionJoiner::JoinRange(size_t begin, size_t end) {
  if (end - begin == 1) return roots_[begin];
  const size_t middle = begin + (end - begin) / 2;
  ConditionNode node;
  node.kind = joined_by_;
  node.left = JoinRange(begin, middle);
  node.right = JoinRange(middle, end);
  return Add(node);
}

// The message about members of Expected that do not fit together, or empty.
std::string ExpectedFault(const ExpectedInput& input) {
  const bool has_list = input.values.data != nullptr;
  const bool has_value = static_cast<bool>(input.value);
  if (has_value && has_list) return messages::ExpectedValueAndList(input.attribute);
  if (input.comparison_operator.data() != nullptr) {
    if (input.exists) return messages::ExpectedExistsAndComparison(input.attribute);
    if (has_value || has_list || RuleOf(input.comparison_operator).values_max == 0) return {};
    return messages::ExpectedComparisonAlone(input.comparison_operator, input.attribute);
  }
  if (has_list) return messages::ExpectedListAlone(input.attribute);
  if (input.exists.value_or(true)) {
    if (has_value) return {};
    return messages::ExpectedValueMissing(input.exists ? "true" : "null", input.attribute);
  }
  return has_value ? messages::ExpectedValueOfAbsence(input.attribute) : std::string();
}

// As a comparison: a lone Value is EQ's, Exists false is NULL. The service takes Value for the list
// of an operator as well.
LegacyConditionInput AsComparison(const ExpectedInput& input) {
  LegacyConditionInput comparison{input.attribute, input.comparison_operator, input.values};
  if (input.comparison_operator.data() == nullptr) {
    comparison.comparison_operator = input.exists.value_or(true) ? "EQ" : "NULL";
  }
  if (input.value) comparison.values = {&input.value, 1};
  return comparison;
}

}  // namespace

Result<BoundCondition> BindLegacyConditions(Arena& arena, Span<const LegacyConditionInput> inputs,
                                            ConditionalOperator joined_by, Envelope envelope) {
  for (const LegacyConditionInput& input : inputs) {
    std::string fault = ComparisonFault(input);
    if (!fault.empty()) return Invalid(envelope, std::move(fault));
  }
  if (inputs.empty()) return BoundCondition();
  return ConditionJoiner(arena, inputs).Join(joined_by);
}

Result<BoundCondition> BindExpected(Arena& arena, Span<const ExpectedInput> inputs,
                                    ConditionalOperator joined_by, Envelope envelope) {
  LegacyConditionInput* comparisons = arena.New<LegacyConditionInput>(inputs.count);
  for (size_t i = 0; i < inputs.count; ++i) {
    std::string fault = ExpectedFault(inputs[i]);
    if (!fault.empty()) return Invalid(envelope, std::move(fault));
    comparisons[i] = AsComparison(inputs[i]);
  }
  return BindLegacyConditions(arena, {comparisons, inputs.count}, joined_by, envelope);
}

Result<KeyConditionClauses> BindLegacyKeyConditions(Arena& arena,
                                                    Span<const LegacyConditionInput> inputs) {
  for (const LegacyConditionInput& input : inputs) {
    std::string fault = ComparisonFault(input);
    if (!fault.empty()) return Invalid(Envelope::kNone, std::move(fault));
  }
  // How many there may be at most depends on the index (ResolveKeyCondition).
  if (inputs.count < 1) return Invalid(Envelope::kNone, messages::KeyConditionCount());
  KeyClause* clauses = arena.New<KeyClause>(inputs.count);
  for (size_t i = 0; i < inputs.count; ++i) {
    const ComparisonRule& rule = RuleOf(inputs[i].comparison_operator);
    clauses[i].attribute = inputs[i].attribute;
    clauses[i].is_indexable = rule.is_indexable;
    if (!rule.is_indexable) continue;
    clauses[i].kind = rule.kind;
    clauses[i].first = inputs[i].values[0];
    if (rule.kind == NodeKind::kBetween) clauses[i].second = inputs[i].values[1];
  }
  return KeyConditionClauses{{clauses, inputs.count}};
}

}  // namespace pixii
