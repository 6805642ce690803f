// A statement with the values of one request in the place of its parameters, and what conditions,
// updates and projections have in common when they are lowered to the plans of storage.
#pragma once

#include "core/base/arena.h"
#include "core/partiql/ast.h"
#include "core/values/document_path.h"

namespace pixii::partiql {

// Borrows the statement and the parameters. REQUIRES: as many parameters as the statement has.
struct BoundStatement {
  const Statement& statement;
  Span<const ValueView> parameters;

  const Term& operator[](TermIndex index) const { return statement[index]; }
  // REQUIRES: a literal or parameter.
  ValueView Value(const Term& term) const {
    return term.kind == TermKind::kLiteral ? statement.Literal(term) : parameters[term.data];
  }
};

// The path that the term is; its steps live in the arena, their names in the statement.
// REQUIRES: a path.
DocumentPath LowerPath(Arena& arena, const Statement& statement, const Term& path);

// The name under which a SELECT tells a path: its last name and the indexes behind it, so that
// `a.b[0]` is "b[0]". REQUIRES: a path.
std::string ColumnName(const Statement& statement, const Term& path);

// The attribute that the term names, or a null view if it is no path or a deeper one.
std::string_view TopLevelName(const Statement& statement, const Term& term);

}  // namespace pixii::partiql
