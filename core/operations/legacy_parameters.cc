// Members of the wire as neutral inputs.
#include "core/operations/legacy_parameters.h"

#include "core/base/messages/legacy.h"
#include "core/operations/operation.h"

namespace pixii {
namespace {

// An absent list stays absent (data is null), an empty one does not.
Result<Span<const ValueView>> ValuesOf(Arena& arena, Span<AttributeValue> list, Envelope envelope) {
  if (list.data == nullptr) return Span<const ValueView>();
  ValueView* values = arena.New<ValueView>(list.count);
  for (size_t i = 0; i < list.count; ++i) {
    PIXII_ASSIGN_OR_RETURN(values[i], ValueOf(list[i], envelope));
  }
  return Span<const ValueView>{values, list.count};
}

Result<Span<const LegacyConditionInput>> InputsOf(Arena& arena,
                                                  Span<MapEntry<LegacyCondition>> conditions) {
  LegacyConditionInput* inputs = arena.New<LegacyConditionInput>(conditions.count);
  for (size_t i = 0; i < conditions.count; ++i) {
    const LegacyCondition& condition = conditions[i].value;
    inputs[i].attribute = conditions[i].key;
    inputs[i].comparison_operator = condition.comparison_operator;
    PIXII_ASSIGN_OR_RETURN(inputs[i].values,
                           ValuesOf(arena, condition.attribute_value_list, Envelope::kNone));
  }
  return Span<const LegacyConditionInput>{inputs, conditions.count};
}

Result<Span<const ExpectedInput>> InputsOf(Arena& arena,
                                           Span<MapEntry<ExpectedAttributeValue>> expected,
                                           Envelope envelope) {
  ExpectedInput* inputs = arena.New<ExpectedInput>(expected.count);
  for (size_t i = 0; i < expected.count; ++i) {
    const ExpectedAttributeValue& member = expected[i].value;
    inputs[i].attribute = expected[i].key;
    inputs[i].comparison_operator = member.comparison_operator;
    if (member.exists.present) inputs[i].exists = member.exists.value;
    PIXII_ASSIGN_OR_RETURN(inputs[i].value, ValueOf(member.value, envelope));
    PIXII_ASSIGN_OR_RETURN(inputs[i].values,
                           ValuesOf(arena, member.attribute_value_list, envelope));
  }
  return Span<const ExpectedInput>{inputs, expected.count};
}

// Errors: kValidation for an operator that has not two conditions to join.
template <class Condition>
Result<ConditionalOperator> JoinedBy(std::string_view conditional_operator,
                                     Span<MapEntry<Condition>> conditions, Envelope envelope) {
  if (conditional_operator.data() == nullptr) return ConditionalOperator::kAnd;
  if (conditions.count == 0) {
    return ValidationError(Enveloped(envelope, messages::ConditionalOperatorAlone()));
  }
  if (conditions.count < 2) {
    return ValidationError(Enveloped(envelope, messages::ConditionalOperatorForOne()));
  }
  return conditional_operator == "OR" ? ConditionalOperator::kOr : ConditionalOperator::kAnd;
}

}  // namespace

Result<ValueView> ValueOf(const AttributeValue& member, Envelope envelope) {
  if (!member.present) return ValueView();
  if (member.fault == nullptr) return member.value;
  return ValidationError(
      Enveloped(member.fault->enveloped ? envelope : Envelope::kNone, member.fault->message));
}

Result<BoundCondition> BindExpectedParameter(Arena& arena,
                                             Span<MapEntry<ExpectedAttributeValue>> expected,
                                             std::string_view conditional_operator) {
  constexpr Envelope kEnvelope = Envelope::kOneValidationError;
  PIXII_ASSIGN_OR_RETURN(const auto inputs, InputsOf(arena, expected, kEnvelope));
  PIXII_ASSIGN_OR_RETURN(const ConditionalOperator joined_by,
                         JoinedBy(conditional_operator, expected, kEnvelope));
  return BindExpected(arena, inputs, joined_by, kEnvelope);
}

Result<BoundCondition> BindFilterParameter(Arena& arena, Span<MapEntry<LegacyCondition>> filter,
                                           std::string_view conditional_operator) {
  PIXII_ASSIGN_OR_RETURN(const auto inputs, InputsOf(arena, filter));
  PIXII_ASSIGN_OR_RETURN(const ConditionalOperator joined_by,
                         JoinedBy(conditional_operator, filter, Envelope::kNone));
  return BindLegacyConditions(arena, inputs, joined_by, Envelope::kNone);
}

Result<KeyConditionClauses> BindKeyConditionsParameter(Arena& arena,
                                                       Span<MapEntry<LegacyCondition>> conditions) {
  PIXII_ASSIGN_OR_RETURN(const auto inputs, InputsOf(arena, conditions));
  return BindLegacyKeyConditions(arena, inputs);
}

}  // namespace pixii
