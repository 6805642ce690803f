// Key conditions of Query, in two steps: clauses, known from the request alone (Binder makes them),
// and the bound key condition, once the key schema of the table or index is known. Between them
// lies the table lookup, whose faults come in between.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/arena.h"
#include "core/expressions/ast.h"
#include "core/values/attribute_value.h"
#include "pixii/error.h"

namespace pixii {

// One condition on one attribute, the attribute on the left: kind is kEqual, kLess, kLessEqual,
// kGreater, kGreaterEqual, kBetween, or kFunction for begins_with.
struct KeyClause {
  std::string_view attribute;
  NodeKind kind = NodeKind::kEqual;
  ValueView first{};   // the value; BETWEEN's lower bound
  ValueView second{};  // BETWEEN's upper bound, else null
  // False for operators of KeyConditions that no key can serve; the kind means nothing then. That
  // is told once the schema is known.
  bool is_indexable = true;
};

// All clauses, each attribute at most once, in the order written. Valid as the Binder's results
// are.
struct KeyConditionClauses {
  Span<const KeyClause> clauses{};
};

// One attribute of a key schema and its type, one of S, N, B.
struct KeyAttributeType {
  std::string_view name;
  ValueType type = ValueType::kString;
};

// The key schema that is queried: one to four partition and none to four sort attributes, in schema
// order (base tables and local indexes: one and at most one).
struct QueriedKeySchema {
  Span<const KeyAttributeType> partition{};
  Span<const KeyAttributeType> sort{};
};

// The condition on the last sort attribute named, if it is not an equality.
enum class SortOperator : uint8_t {
  kNone,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kBetween,
  kBeginsWith
};

// A key range: all partition attributes fixed, then sort_equals.count leading sort attributes
// fixed, then `sort_operator` on the sort attribute after those. An equality on a single sort key
// is sort_equals of one and kNone. Values have the schema's types and are not empty. Valid as the
// clauses.
struct BoundKeyCondition {
  Span<const ValueView> partition_values{};
  Span<const ValueView> sort_equals{};
  SortOperator sort_operator = SortOperator::kNone;
  ValueView first{};   // operand; BETWEEN's lower bound (inclusive)
  ValueView second{};  // BETWEEN's upper bound (inclusive), else null

  // Whether an item or entry with these key attributes lies in the range: for start keys.
  // REQUIRES: `keys` holds every key attribute of `schema` with its type.
  bool Covers(const QueriedKeySchema& schema, EntryRange keys) const;
  // The part of Covers that looks at the partition, or at the sort attributes, alone.
  bool CoversPartition(const QueriedKeySchema& schema, EntryRange keys) const;
  bool CoversSort(const QueriedKeySchema& schema, EntryRange keys) const;
};

// Lays the clauses on a key schema. Faults, kValidation and never enveloped: more clauses than the
// schema has attributes; a partition attribute without a clause, or a clause for no key attribute
// ("Query condition missed key schema element: <attr>"); a value of another type; a range on a
// partition attribute, gaps or a condition behind a range ("Query key condition not supported");
// values that are empty, or longer than a key may be.
Result<BoundKeyCondition> ResolveKeyCondition(Arena& arena, const KeyConditionClauses& clauses,
                                              const QueriedKeySchema& schema);

}  // namespace pixii
