// Items in and out of statements.
#include "core/partiql/item_lowering.h"

#include <utility>

#include "core/base/messages/partiql.h"
#include "core/partiql/statement_rules.h"
#include "core/values/value_builder.h"

namespace pixii::partiql {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// The equality of a key attribute and a value, on whichever side they stand.
struct KeyEquality {
  std::string_view attribute;  // null: the term is no such equality
  const Term* value = nullptr;
};

KeyEquality FindKeyEquality(const Statement& statement, const Term& term, const KeySchema& schema) {
  if (term.kind != TermKind::kEqual) return {};
  const Term* left = &statement[term.first_child];
  const Term* right = &statement[left->next];
  if (IsValue(*left)) std::swap(left, right);
  const std::string_view name = TopLevelName(statement, *left);
  if (name.data() == nullptr || !IsValue(*right) || !schema.Names(name)) return {};
  return {name, right};
}

// Calls `visit(term)` for each condition that all of the WHERE clause depends on.
template <class Visit>
void ForEachConjunct(const Statement& statement, TermIndex index, const Visit& visit) {
  if (index == kNoTerm) return;
  const Term& term = statement[index];
  if (term.kind != TermKind::kAnd) return visit(term);
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next) {
    ForEachConjunct(statement, i, visit);
  }
}

// The value that the WHERE clause says `attribute` equals, null if none; `conflict` if there are
// two.
ValueView FindKeyValue(const BoundStatement& bound, const KeySchema& schema,
                       std::string_view attribute, bool& conflict) {
  ValueView found;
  ForEachConjunct(bound.statement, bound.statement.where, [&](const Term& term) {
    const KeyEquality equality = FindKeyEquality(bound.statement, term, schema);
    if (equality.attribute != attribute || equality.value == nullptr) return;
    const ValueView value = bound.Value(*equality.value);
    if (!found) found = value;
    if (!(found == value)) conflict = true;
  });
  return found;
}

}  // namespace

void LowerItem(const BoundStatement& bound, std::string& out) {
  const size_t begin = out.size();
  ValueBuilder builder(out);
  const Term& item = bound[bound.statement.item];
  for (TermIndex i = item.first_child; i != kNoTerm; i = bound[i].next) {
    builder.Name(bound.statement.Name(bound[i]));
    builder.Copy(bound.Value(bound[bound[i].first_child]));
  }
  builder.EndEntries(begin);
}

Result<void> CheckItemKey(EntryRange item, const KeySchema& schema) {
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      const ValueView value = item.Find(attribute.name);
      if (!value) return Invalid(messages::KeyAttributeMissing(attribute.name));
      if (!value.is(attribute.type)) return Invalid(messages::KeyValueTypeDiffers(attribute.name));
    }
  }
  return {};
}

Result<void> CheckKeyType(const KeyAttribute& attribute, ValueView value) {
  const ValueType type = value.type();
  const bool is_scalar =
      type == ValueType::kString || type == ValueType::kNumber || type == ValueType::kBinary;
  if (!is_scalar) return Invalid(messages::KeyValueNotScalar(attribute.name, TypeName(type)));
  if (type == attribute.type) return {};
  return Invalid(messages::KeyValueTypeDiffers(attribute.name));
}

Result<void> LowerKey(const BoundStatement& bound, const KeySchema& schema, std::string& out) {
  const size_t begin = out.size();
  ValueBuilder builder(out);
  bool is_missing = false;
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      bool conflict = false;
      const ValueView value = FindKeyValue(bound, schema, attribute.name, conflict);
      if (conflict) return Invalid(messages::SeveralConditionsOnKey(attribute.name));
      if (!value) {
        is_missing = true;
        continue;
      }
      PIXII_RETURN_IF_ERROR(CheckKeyType(attribute, value));
      builder.Name(attribute.name);
      builder.Copy(value);
    }
  }
  if (is_missing) return Invalid(messages::MissingKeyEquality());
  builder.EndEntries(begin);
  return {};
}

KeyNaming NamingOf(const BoundStatement& bound, const KeySchema& schema) {
  const Statement& statement = bound.statement;
  KeyNaming naming;
  naming.is_only = naming.is_whole = naming.names_all = statement.where != kNoTerm;
  ForEachConjunct(statement, statement.where, [&](const Term& term) {
    ++naming.conjuncts;
    if (FindKeyEquality(statement, term, schema).value == nullptr) naming.is_only = false;
  });
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      bool conflict = false;
      const bool equals = static_cast<bool>(FindKeyValue(bound, schema, attribute.name, conflict));
      naming.names_all = naming.names_all && equals;
      naming.is_whole = naming.is_whole && equals && !conflict;
    }
  }
  return naming;
}

Span<const Column> LowerColumns(Arena& arena, const Statement& statement) {
  const uint32_t count = statement.ChainLength(statement.columns);
  Column* columns = arena.New<Column>(count);
  Column* column = columns;
  for (TermIndex i = statement.columns; i != kNoTerm; i = statement[i].next, ++column) {
    column->path = LowerPath(arena, statement, statement[i]);
    const PathElement& last = column->path.elements[column->path.elements.count - 1];
    column->name = last.is_index() ? arena.Copy(ColumnName(statement, statement[i])) : last.name;
  }
  return {columns, count};
}

void ProjectColumns(Span<const Column> columns, EntryRange item, std::string& out) {
  const size_t begin = out.size();
  ValueBuilder builder(out);
  for (const Column& column : columns) {
    const ValueView value = FindPath(item, column.path);
    if (!value) continue;
    builder.Name(column.name);
    builder.Copy(value);
  }
  builder.EndEntries(begin);
}

}  // namespace pixii::partiql
