// Paths of statements as paths of items.
#include "core/partiql/bound_statement.h"

namespace pixii::partiql {

DocumentPath LowerPath(Arena& arena, const Statement& statement, const Term& path) {
  const uint32_t count = statement.ChildCount(path);
  PathElement* elements = arena.New<PathElement>(count);
  PathElement* element = elements;
  for (TermIndex i = path.first_child; i != kNoTerm; i = statement[i].next, ++element) {
    const Term& step = statement[i];
    if (step.kind == TermKind::kIndex) {
      element->index = step.data;
    } else {
      element->name = statement.Name(step);
    }
  }
  return DocumentPath{{elements, count}};
}

std::string ColumnName(const Statement& statement, const Term& path) {
  std::string name;
  for (TermIndex i = path.first_child; i != kNoTerm; i = statement[i].next) {
    const Term& step = statement[i];
    if (step.kind == TermKind::kName) {
      name = statement.Name(step);
    } else {
      name.append("[").append(std::to_string(step.data)).append("]");
    }
  }
  return name;
}

std::string_view TopLevelName(const Statement& statement, const Term& term) {
  if (term.kind != TermKind::kPath) return {};
  const Term& root = statement[term.first_child];
  return root.next == kNoTerm ? statement.Name(root) : std::string_view();
}

}  // namespace pixii::partiql
