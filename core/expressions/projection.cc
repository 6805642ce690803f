// One pass over the entries, both sides in ascending order of names.
#include "core/expressions/projection.h"

#include "core/expressions/path_tree.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

// Writes what a projection keeps; the outermost entries go straight to `out`.
class Projector {
 public:
  explicit Projector(std::string& out) : out_(out), builder_(out) {}

  // Whether anything was written.
  bool ProjectEntries(EntryRange entries, Span<const ProjectionNode> nodes);

 private:
  bool ProjectElements(ElementRange elements, Span<const ProjectionNode> nodes);
  bool ProjectValue(ValueView value, const ProjectionNode& node);

  std::string& out_;
  ValueBuilder builder_;
};

bool Projector::ProjectEntries(EntryRange entries, Span<const ProjectionNode> nodes) {
  const size_t before = out_.size();
  const ProjectionNode* node = nodes.begin();
  for (auto at = entries.begin(); at != entries.end() && node != nodes.end(); ++at) {
    const Entry entry = *at;
    while (node != nodes.end() && node->step.name < entry.name) ++node;
    if (node == nodes.end() || node->step.name != entry.name) continue;
    const size_t before_name = out_.size();
    builder_.Name(entry.name, entry.name_plain);
    if (!ProjectValue(entry.value, *node)) out_.resize(before_name);
  }
  return out_.size() > before;
}

bool Projector::ProjectElements(ElementRange elements, Span<const ProjectionNode> nodes) {
  const size_t before = out_.size();
  const ProjectionNode* node = nodes.begin();
  uint32_t index = 0;
  for (const ValueView element : elements) {
    if (node == nodes.end()) break;
    if (node->step.index == index++) ProjectValue(element, *node++);
  }
  return out_.size() > before;
}

bool Projector::ProjectValue(ValueView value, const ProjectionNode& node) {
  if (node.children.empty()) {
    builder_.Copy(value);
    return true;
  }
  const bool wants_list = node.children[0].step.is_index();
  if (!value.is(wants_list ? ValueType::kList : ValueType::kMap)) return false;
  const size_t before = out_.size();
  bool reached = false;
  if (wants_list) {
    builder_.BeginList();
    reached = ProjectElements(value.Elements(), node.children);
    builder_.EndList();
  } else {
    builder_.BeginMap();
    reached = ProjectEntries(value.Entries(), node.children);
    builder_.EndMap();
  }
  if (!reached) out_.resize(before);
  return reached;
}

}  // namespace

Span<const ProjectionNode> ArrangePaths(Arena& arena, Span<const DocumentPath> paths) {
  return ArrangeSorted<ProjectionNode>(arena, SortByPath(arena, paths));
}

void ProjectPaths(EntryRange item, Span<const ProjectionNode> roots, std::string& out) {
  Projector(out).ProjectEntries(item, roots);
}

}  // namespace pixii
