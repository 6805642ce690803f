// How requests carry expressions: the rules that need only the request, and the step from its
// members to bound expressions.
#pragma once

#include <string_view>
#include <vector>

#include "core/expressions/binding.h"
#include "core/operations/operation.h"

namespace pixii {

// One parameter of a request, by name, and whether it was given.
struct GivenParameter {
  std::string_view name;
  bool given;
};

// Errors: kValidation if parameters of both groups are given ("Can not use both expression and
// non-expression parameters in the same request").
Result<void> CheckNotMixed(std::initializer_list<GivenParameter> legacy,
                           std::initializer_list<GivenParameter> expressions, Envelope envelope);

// Errors: kUnsupportedOperation naming the first one given.
Result<void> RefuseParameters(std::string_view operation,
                              std::initializer_list<GivenParameter> parameters);

// Placeholders need an expression to be used in: `expressions` are the parameters that may use
// values (all of them), and of these `names_only` may use names alone. Errors: kValidation, if
// names or values are given without any.
struct PlaceholderParameters {
  StringMap names;
  const AttributeMap* values = nullptr;      // null: the operation has none
  Span<const GivenParameter> expressions{};  // which may use values
  bool any_other_expression = false;         // one that uses names alone is given
};
Result<void> CheckPlaceholdersNeeded(const PlaceholderParameters& parameters, Envelope envelope);

// Errors: the fault that decoding left in an item or key. `envelope` is put before the texts of the
// families that have one.
Result<void> CheckFault(const AttributeMap& attributes, Envelope envelope);
// The same for ExpressionAttributeValues, whose faults name the placeholder.
Result<void> CheckValuesFault(const AttributeMap& values, Envelope envelope);

// What is wrong with names and values in themselves, in the order in which the service finds it:
// the map of names is empty, names have a wrong form, the same of values, then what is wrong with a
// value. Comes after what is wrong with item and key, and before the expressions are read.
// Errors: kValidation.
Result<void> CheckPlaceholders(const Binder& binder, StringMap names, const AttributeMap* values,
                               Envelope envelope);

// The request's placeholders, as the expressions layer takes them.
Binder MakeBinder(OperationContext& context, StringMap names, const AttributeMap* values,
                  Envelope envelope);

inline bool Given(std::string_view text) { return text.data() != nullptr; }
template <class T>
bool Given(const Span<T>& list) {
  return list.data != nullptr;
}

}  // namespace pixii
