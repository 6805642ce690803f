// Conditions from before expressions (Expected, QueryFilter, ScanFilter, KeyConditions), rewritten
// as what expressions bind to: the same nodes, so that nothing below knows which of the two a
// request used. Each condition is about one top-level attribute; a dot in its name is only a dot.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/arena.h"
#include "core/base/messages/expressions.h"
#include "core/expressions/condition.h"
#include "core/expressions/key_condition.h"
#include "core/values/attribute_value.h"
#include "pixii/error.h"

namespace pixii {

// One member of QueryFilter, ScanFilter or KeyConditions.
struct LegacyConditionInput {
  std::string_view attribute;
  std::string_view comparison_operator;  // one of the 13 names: EQ, NE, LE, ...
  Span<const ValueView> values{};        // AttributeValueList; absent or empty alike
};

// One member of Expected, as the request gives it.
struct ExpectedInput {
  std::string_view attribute;
  std::string_view comparison_operator{};  // data() == nullptr: absent
  ValueView value{};                       // null: absent
  std::optional<bool> exists{};
  Span<const ValueView> values{};  // data == nullptr: absent
};

// How several conditions are joined: ConditionalOperator.
enum class ConditionalOperator : uint8_t { kAnd, kOr };

// All conditions as one; true of every item if there are none. What is bound lives in the arena and
// borrows names and values. Faults (kValidation): a wrong number of values for an operator, a type
// it does not take, values of several types, reversed bounds.
Result<BoundCondition> BindLegacyConditions(Arena& arena, Span<const LegacyConditionInput> inputs,
                                            ConditionalOperator joined_by, Envelope envelope);

// As BindLegacyConditions; also refuses members that do not fit together (Exists with an operator,
// a value for what must not exist, ...), which it finds first.
Result<BoundCondition> BindExpected(Arena& arena, Span<const ExpectedInput> inputs,
                                    ConditionalOperator joined_by, Envelope envelope);

// KeyConditions. Also refused: none or more than two; operators that no index can serve.
Result<KeyConditionClauses> BindLegacyKeyConditions(Arena& arena,
                                                    Span<const LegacyConditionInput> inputs);

}  // namespace pixii
