// How requests carry the parameters from before expressions: from their members to what the
// expressions layer binds. Everything found wrong here needs only the request.
#pragma once

#include <string_view>

#include "core/base/arena.h"
#include "core/expressions/legacy_attributes.h"
#include "core/expressions/legacy_condition.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// The value of a member that may be absent (a null view then). Errors: its fault.
Result<ValueView> ValueOf(const AttributeValue& member, Envelope envelope);

// Expected of a single write, joined by `conditional_operator`; true of every item if neither is
// given. Errors: kValidation.
Result<BoundCondition> BindExpectedParameter(Arena& arena,
                                             Span<MapEntry<ExpectedAttributeValue>> expected,
                                             std::string_view conditional_operator);

// QueryFilter or ScanFilter, likewise. Errors: kValidation.
Result<BoundCondition> BindFilterParameter(Arena& arena, Span<MapEntry<LegacyCondition>> filter,
                                           std::string_view conditional_operator);

// KeyConditions of Query. Errors: kValidation.
Result<KeyConditionClauses> BindKeyConditionsParameter(Arena& arena,
                                                       Span<MapEntry<LegacyCondition>> conditions);

}  // namespace pixii
