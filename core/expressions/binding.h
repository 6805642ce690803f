// Puts names and values in the place of placeholders: trees of one request become bound conditions,
// key conditions, updates and projections, ready to be used on items. Stands between parsing and
// the table: nothing here knows a key schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/base/messages/expressions.h"
#include "core/expressions/ast.h"
#include "core/expressions/condition.h"
#include "core/expressions/key_condition.h"
#include "core/expressions/projection.h"
#include "core/expressions/update.h"
#include "core/values/attribute_value.h"
#include "core/values/document_path.h"
#include "pixii/error.h"

namespace pixii {

// One member of ExpressionAttributeNames: "#n" and the name it stands for.
struct NamePlaceholder {
  std::string_view placeholder;
  std::string_view name;
};

// Binds all expressions of one request and remembers which placeholders they used. The order of
// calls is the order in which faults are found: CheckNames, CheckValues, each Bind, CheckAllUsed.
// Borrows the arena, the names and the values; what it binds lives in the arena and borrows the
// names, the values and the tree's text as well: all of them must outlive the request. A
// KeyConditionExpression, a FilterExpression and a ProjectionExpression share one Binder.
class Binder {
 public:
  // `values` holds ExpressionAttributeValues as entries, their names with the colon. Either may be
  // empty.
  Binder(Arena& arena, Span<const NamePlaceholder> names, EntryRange values,
         Envelope envelope = Envelope::kNone);

  // The form and length of placeholders, with values also the total size of all (bare or enveloped
  // as the Binder was told).
  Result<void> CheckNames() const;
  Result<void> CheckValues() const;

  // REQUIRES: a tree of that kind (a filter is a condition). Faults are kValidation: an undefined
  // placeholder; wrong count or type of operands; BETWEEN bounds of two types or reversed; operands
  // that must differ; overlapping paths; paths deeper than 32 steps. For key conditions also
  // operators and forms that no key condition may use.
  Result<BoundCondition> BindCondition(const ExpressionTree& tree);
  Result<KeyConditionClauses> BindKeyCondition(const ExpressionTree& tree);
  Result<BoundUpdate> BindUpdate(const ExpressionTree& tree);
  Result<BoundProjection> BindProjection(const ExpressionTree& tree);

  // Reports placeholders that no bound expression used, names before values.
  Result<void> CheckAllUsed() const;

 private:
  friend class TreeBinder;
  struct Value {
    std::string_view placeholder;
    ValueView value;
  };

  Error Invalid(std::string text) const;
  Error Unused(std::string_view parameter, const std::vector<std::string_view>& unused,
               size_t count) const;

  Arena& arena_;
  Span<const NamePlaceholder> names_;  // as given
  Span<Value> values_;                 // ascending by placeholder
  Span<uint32_t> names_sorted_;        // positions in names_, ascending by placeholder
  Span<bool> names_used_;
  Span<bool> values_used_;
  Envelope envelope_;
};

}  // namespace pixii
