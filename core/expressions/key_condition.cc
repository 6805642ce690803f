// Laying key clauses on a key schema, and asking whether a key lies in the range.
#include "core/expressions/key_condition.h"

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/keys.h"
#include "core/base/messages/legacy.h"

namespace pixii {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

const KeyClause* FindClause(const KeyConditionClauses& clauses, std::string_view attribute) {
  for (const KeyClause& clause : clauses.clauses) {
    if (clause.attribute == attribute) return &clause;
  }
  return nullptr;
}

size_t CountFound(const KeyConditionClauses& clauses, Span<const KeyAttributeType> attributes) {
  size_t count = 0;
  for (const KeyAttributeType& each : attributes) {
    count += FindClause(clauses, each.name) != nullptr ? 1 : 0;
  }
  return count;
}

Result<void> CheckValue(const KeyAttributeType& attribute, ValueView value, bool is_sort_key) {
  if (!value) return {};
  if (!value.is(attribute.type)) return Invalid(messages::KeyConditionType());
  if (value.is(ValueType::kNumber)) return {};
  const size_t size_bytes = value.Payload().size();
  if (size_bytes == 0) {
    const bool is_string = value.is(ValueType::kString);
    return Invalid(messages::EmptyKeyValue(attribute.name, is_string ? "string" : "binary"));
  }
  if (is_sort_key && size_bytes > limits::kSortKeySizeBytesMax) {
    return Invalid(messages::SortKeyTooLong());
  }
  if (!is_sort_key && size_bytes > limits::kPartitionKeySizeBytesMax) {
    return Invalid(messages::PartitionKeyTooLong());
  }
  return {};
}

// Errors: kValidation for a clause that its attribute cannot have.
Result<void> CheckClause(const KeyAttributeType& attribute, const KeyClause& clause,
                         bool is_sort_key) {
  if (!clause.is_indexable) return Invalid(messages::KeyConditionNotIndexable());
  // begins_with does not exist for numbers; its operand is a string or binary.
  PIXII_RETURN_IF_ERROR(CheckValue(attribute, clause.first, is_sort_key));
  PIXII_RETURN_IF_ERROR(CheckValue(attribute, clause.second, is_sort_key));
  if (is_sort_key || clause.kind == NodeKind::kEqual) return {};
  return Invalid(messages::KeyConditionNotSupported());
}

// The service goes through the key schema, and is done with one attribute before it looks at the
// next: every partition attribute has a clause, and every clause an attribute.
Result<void> CheckClauses(const KeyConditionClauses& clauses, const QueriedKeySchema& schema) {
  const size_t count = clauses.clauses.count;
  const bool has_sort_key = !schema.sort.empty();
  if (schema.partition.count == 1 && schema.sort.count <= 1 && count > 2) {
    return Invalid(messages::KeyConditionCount());
  }
  if (schema.partition.count == 1 && !has_sort_key && count > 1) {
    return Invalid(messages::KeyConditionNotSupported());
  }
  for (const KeyAttributeType& each : schema.partition) {
    const KeyClause* clause = FindClause(clauses, each.name);
    if (clause == nullptr) return Invalid(messages::KeyConditionMissed(each.name));
    PIXII_RETURN_IF_ERROR(CheckClause(each, *clause, /*is_sort_key=*/false));
  }
  const size_t found = schema.partition.count + CountFound(clauses, schema.sort);
  for (const KeyAttributeType& each : schema.sort) {
    const KeyClause* clause = FindClause(clauses, each.name);
    if (clause != nullptr) {
      PIXII_RETURN_IF_ERROR(CheckClause(each, *clause, /*is_sort_key=*/true));
    } else if (found != count) {
      // A clause on some other attribute: this is the first one that it might have meant.
      return Invalid(messages::KeyConditionMissed(each.name));
    }
  }
  return found == count ? Result<void>() : Invalid(messages::KeyConditionNotSupported());
}

SortOperator SortOperatorOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::kLess: return SortOperator::kLess;
    case NodeKind::kLessEqual: return SortOperator::kLessEqual;
    case NodeKind::kGreater: return SortOperator::kGreater;
    case NodeKind::kGreaterEqual: return SortOperator::kGreaterEqual;
    case NodeKind::kBetween: return SortOperator::kBetween;
    case NodeKind::kFunction: return SortOperator::kBeginsWith;
    default: return SortOperator::kNone;
  }
}

// Sort attributes from left to right: equalities, then at most one other condition, then none.
Result<void> BindSort(Arena& arena, const KeyConditionClauses& clauses,
                      const QueriedKeySchema& schema, BoundKeyCondition& bound) {
  ValueView* equals = arena.New<ValueView>(schema.sort.count);
  size_t equal_count = 0;
  bool ended = false;
  for (const KeyAttributeType& each : schema.sort) {
    const KeyClause* clause = FindClause(clauses, each.name);
    if (clause != nullptr && ended) return Invalid(messages::KeyConditionNotSupported());
    if (clause != nullptr && clause->kind == NodeKind::kEqual) {
      equals[equal_count++] = clause->first;
      continue;
    }
    ended = true;
    if (clause == nullptr) continue;
    bound.sort_operator = SortOperatorOf(clause->kind);
    bound.first = clause->first;
    bound.second = clause->second;
  }
  bound.sort_equals = {equals, equal_count};
  return {};
}

bool Fulfils(SortOperator sort_operator, ValueView value, ValueView first, ValueView second) {
  switch (sort_operator) {
    case SortOperator::kNone: return true;
    case SortOperator::kLess: return CompareScalars(value, first) < 0;
    case SortOperator::kLessEqual: return CompareScalars(value, first) <= 0;
    case SortOperator::kGreater: return CompareScalars(value, first) > 0;
    case SortOperator::kGreaterEqual: return CompareScalars(value, first) >= 0;
    case SortOperator::kBetween:
      return CompareScalars(value, first) >= 0 && CompareScalars(value, second) <= 0;
    case SortOperator::kBeginsWith:
      return value.Payload().substr(0, first.Payload().size()) == first.Payload();
  }
  return false;
}

}  // namespace

Result<BoundKeyCondition> ResolveKeyCondition(Arena& arena, const KeyConditionClauses& clauses,
                                              const QueriedKeySchema& schema) {
  PIXII_RETURN_IF_ERROR(CheckClauses(clauses, schema));
  BoundKeyCondition bound;
  ValueView* values = arena.New<ValueView>(schema.partition.count);
  for (size_t i = 0; i < schema.partition.count; ++i) {
    values[i] = FindClause(clauses, schema.partition[i].name)->first;
  }
  bound.partition_values = {values, schema.partition.count};
  PIXII_RETURN_IF_ERROR(BindSort(arena, clauses, schema, bound));
  return bound;
}

bool BoundKeyCondition::Covers(const QueriedKeySchema& schema, EntryRange keys) const {
  return CoversPartition(schema, keys) && CoversSort(schema, keys);
}

bool BoundKeyCondition::CoversPartition(const QueriedKeySchema& schema, EntryRange keys) const {
  for (size_t i = 0; i < partition_values.count; ++i) {
    if (!(keys.Find(schema.partition[i].name) == partition_values[i])) return false;
  }
  return true;
}

bool BoundKeyCondition::CoversSort(const QueriedKeySchema& schema, EntryRange keys) const {
  for (size_t i = 0; i < sort_equals.count; ++i) {
    if (!(keys.Find(schema.sort[i].name) == sort_equals[i])) return false;
  }
  if (sort_operator == SortOperator::kNone) return true;
  const ValueView value = keys.Find(schema.sort[sort_equals.count].name);
  return Fulfils(sort_operator, value, first, second);
}

}  // namespace pixii
