// What a WHERE clause says about key attributes, multiplied out over AND and added up over OR: the
// branches of which one at least must hold.
#pragma once

#include "core/partiql/bound_statement.h"
#include "core/storage/key_schema.h"
#include "pixii/error.h"

namespace pixii::partiql {

// One condition on one key attribute, the attribute on the left.
struct KeyLeaf {
  const KeyAttribute* attribute = nullptr;
  TermKind kind = TermKind::kEqual;  // kCall: begins_with
  ValueView first{};
  ValueView second{};  // BETWEEN's upper bound
};

// Leaves of which all must hold. `is_whole`: there is nothing else in this branch.
struct Branch {
  Span<const KeyLeaf> leaves{};
  bool is_whole = true;
};

// The branches of the statement's WHERE clause by the keys of what is read; they live as long as
// the arena, the statement and the schema. Errors: kValidation for more branches than one statement
// may read. REQUIRES: there is a WHERE clause.
Result<Span<Branch>> FindBranches(Arena& arena, const BoundStatement& bound,
                                  const KeySchema& schema);

}  // namespace pixii::partiql
