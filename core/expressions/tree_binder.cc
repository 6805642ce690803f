// Looking placeholders up and building paths.
#include "core/expressions/tree_binder.h"

#include <algorithm>
#include <utility>

namespace pixii {
namespace {

constexpr uint32_t kNoPlace = 0xFFFFFFFF;

uint32_t FindName(Span<const NamePlaceholder> names, Span<uint32_t> sorted,
                  std::string_view asked) {
  const uint32_t* found = std::lower_bound(
      sorted.begin(), sorted.end(), asked,
      [&](uint32_t place, std::string_view key) { return names[place].placeholder < key; });
  return found != sorted.end() && names[*found].placeholder == asked ? *found : kNoPlace;
}

template <class Value>
uint32_t FindValue(Span<Value> values, std::string_view asked) {
  const Value* found = std::lower_bound(
      values.begin(), values.end(), asked,
      [](const Value& value, std::string_view key) { return value.placeholder < key; });
  return found != values.end() && found->placeholder == asked
             ? static_cast<uint32_t>(found - values.begin())
             : kNoPlace;
}

uint32_t ParseIndex(std::string_view digits) {
  uint32_t index = 0;
  for (const char digit : digits) index = index * 10 + static_cast<uint32_t>(digit - '0');
  return index;
}

}  // namespace

TreeBinder::TreeBinder(Binder& binder, const ExpressionTree& tree) : binder_(binder), tree_(tree) {
  size_t path_count = 0;
  for (const Node& node : tree.nodes) path_count += node.kind == NodeKind::kPath ? 1 : 0;
  paths_ = {arena().New<DocumentPath>(path_count), path_count};
}

Result<DocumentPath> TreeBinder::BindPath(const Node& node) {
  const uint32_t count = tree_.ChildCount(node);
  PathElement* elements = arena().New<PathElement>(count);
  PathElement* element = elements;
  for (NodeIndex i = node.first_child; i != kNoNode; i = tree_[i].next, ++element) {
    const Node& step = tree_[i];
    if (step.kind == NodeKind::kIndex) {
      element->index = ParseIndex(tree_.Text(step));
    } else if (step.kind == NodeKind::kName) {
      element->name = tree_.Text(step);
    } else {
      PIXII_ASSIGN_OR_RETURN(element->name, BindName(tree_.Text(step)));
    }
  }
  const DocumentPath path{{elements, count}};
  paths_[path_count_++] = path;
  return path;
}

Result<std::string_view> TreeBinder::BindName(std::string_view placeholder) {
  const uint32_t place = FindName(binder_.names_, binder_.names_sorted_, placeholder);
  if (place == kNoPlace) return Invalid(messages::UndefinedName(placeholder));
  binder_.names_used_[place] = true;
  const std::string_view name = binder_.names_[place].name;
  return name.data() == nullptr ? std::string_view("") : name;
}

Result<ValueView> TreeBinder::BindValue(const Node& node) {
  const std::string_view placeholder = tree_.Text(node);
  const uint32_t place = FindValue(binder_.values_, placeholder);
  if (place == kNoPlace) return Invalid(messages::UndefinedValue(placeholder));
  binder_.values_used_[place] = true;
  return binder_.values_[place].value;
}

Error TreeBinder::Invalid(std::string_view text) const {
  return Bare(messages::InvalidExpression(ParameterName(tree_.kind), text));
}

Error TreeBinder::Bare(std::string text) const {
  return {ErrorType::kValidation, Enveloped(binder_.envelope_, std::move(text))};
}

}  // namespace pixii
