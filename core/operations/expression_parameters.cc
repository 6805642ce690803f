// The rules about expression parameters that need only the request.
#include "core/operations/expression_parameters.h"

#include "core/base/messages/pixii.h"
#include "core/base/messages/requests.h"

namespace pixii {
namespace {

template <class Parameters>
std::vector<std::string_view> NamesOf(const Parameters& parameters, bool given_ones) {
  std::vector<std::string_view> names;
  for (const GivenParameter& parameter : parameters) {
    if (parameter.given == given_ones) names.push_back(parameter.name);
  }
  return names;
}

template <class Parameters>
bool AnyGiven(const Parameters& parameters) {
  for (const GivenParameter& parameter : parameters) {
    if (parameter.given) return true;
  }
  return false;
}

Error Misused(Envelope envelope, std::string text) {
  return ValidationError(Enveloped(envelope, std::move(text)));
}

}  // namespace

Result<void> CheckNotMixed(std::initializer_list<GivenParameter> legacy,
                           std::initializer_list<GivenParameter> expressions, Envelope envelope) {
  if (!AnyGiven(legacy) || !AnyGiven(expressions)) return {};
  return Misused(envelope,
                 messages::MixedParameters(NamesOf(legacy, true), NamesOf(expressions, true)));
}

Result<void> RefuseParameters(std::string_view operation,
                              std::initializer_list<GivenParameter> parameters) {
  for (const GivenParameter& parameter : parameters) {
    if (!parameter.given) continue;
    return Error{ErrorType::kUnsupportedOperation,
                 messages::UnsupportedParameter(operation, parameter.name)};
  }
  return {};
}

Result<void> CheckPlaceholdersNeeded(const PlaceholderParameters& parameters, Envelope envelope) {
  const bool any = AnyGiven(parameters.expressions);
  if (Given(parameters.names) && !any && !parameters.any_other_expression) {
    return Misused(envelope, messages::NamesWithoutExpression());
  }
  if (parameters.values == nullptr || !parameters.values->present || any) return {};
  return Misused(envelope,
                 messages::ValuesWithoutExpression(NamesOf(parameters.expressions, false)));
}

Result<void> CheckPlaceholders(const Binder& binder, StringMap names, const AttributeMap* values,
                               Envelope envelope) {
  if (Given(names) && names.empty()) return Misused(envelope, messages::NamesEmpty());
  PIXII_RETURN_IF_ERROR(binder.CheckNames());
  const bool has_values = values != nullptr && values->present;
  if (has_values && values->entries.empty()) return Misused(envelope, messages::ValuesEmpty());
  PIXII_RETURN_IF_ERROR(binder.CheckValues());
  return has_values ? CheckValuesFault(*values, envelope) : Result<void>();
}

Result<void> CheckFault(const AttributeMap& attributes, Envelope envelope) {
  const ValueFault* fault = attributes.fault;
  if (fault == nullptr) return {};
  return ValidationError(Enveloped(fault->enveloped ? envelope : Envelope::kNone, fault->message));
}

Result<void> CheckValuesFault(const AttributeMap& values, Envelope envelope) {
  const ValueFault* fault = values.fault;
  if (fault == nullptr) return {};
  return Misused(envelope, messages::InvalidExpressionValue(fault->message, fault->attribute));
}

Binder MakeBinder(OperationContext& context, StringMap names, const AttributeMap* values,
                  Envelope envelope) {
  NamePlaceholder* placeholders = nullptr;
  if (!names.empty()) {
    placeholders = context.arena.New<NamePlaceholder>(names.count);
    for (size_t i = 0; i < names.count; ++i) placeholders[i] = {names[i].key, names[i].value};
  }
  return Binder(context.arena, {placeholders, names.count},
                values == nullptr ? EntryRange() : values->Entries(), envelope);
}

}  // namespace pixii
