// The Binder: placeholders of one request, and one entry for each kind of expression.
#include "core/expressions/binding.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/name_set_text.h"
#include "core/expressions/condition_binder.h"
#include "core/expressions/key_condition_binder.h"
#include "core/expressions/lexer.h"
#include "core/expressions/tree_binder.h"
#include "core/expressions/update_binder.h"

namespace pixii {
namespace {

constexpr std::string_view kNames = "ExpressionAttributeNames";
constexpr std::string_view kValues = "ExpressionAttributeValues";

// The message about one placeholder, or empty. Length comes before form.
std::string PlaceholderFault(std::string_view parameter, std::string_view key, char mark) {
  if (key.size() > limits::kPlaceholderSizeBytesMax) {
    return messages::PlaceholderTooLong(parameter, key.size());
  }
  return IsPlaceholder(key, mark) ? std::string() : messages::InvalidPlaceholder(parameter, key);
}

}  // namespace

Binder::Binder(Arena& arena, Span<const NamePlaceholder> names, EntryRange values,
               Envelope envelope)
    : arena_(arena), names_(names), envelope_(envelope) {
  names_sorted_ = {arena.New<uint32_t>(names.count), names.count};
  names_used_ = {arena.New<bool>(names.count), names.count};
  for (uint32_t i = 0; i < names.count; ++i) names_sorted_[i] = i;
  std::sort(names_sorted_.begin(), names_sorted_.end(), [this](uint32_t left, uint32_t right) {
    return names_[left].placeholder < names_[right].placeholder;
  });
  size_t count = 0;
  for (auto at = values.begin(); at != values.end(); ++at) ++count;
  values_ = {arena.New<Value>(count), count};
  values_used_ = {arena.New<bool>(count), count};
  Value* next = values_.data;
  for (const Entry entry : values) *next++ = {entry.name, entry.value};
}

Result<void> Binder::CheckNames() const {
  for (const NamePlaceholder& each : names_) {
    std::string fault = PlaceholderFault(kNames, each.placeholder, '#');
    if (fault.empty() && each.name.empty()) {
      fault = messages::EmptyNameForPlaceholder(each.placeholder);
    }
    if (!fault.empty()) return Invalid(std::move(fault));
  }
  return {};
}

Result<void> Binder::CheckValues() const {
  uint64_t size = 0;
  for (const NamePlaceholder& each : names_) size += each.placeholder.size() + each.name.size();
  for (const Value& each : values_) {
    std::string fault = PlaceholderFault(kValues, each.placeholder, ':');
    if (!fault.empty()) return Invalid(std::move(fault));
    size += each.placeholder.size() + each.value.EncodedSize();
  }
  if (size > limits::kPlaceholdersSizeBytesMax) return Invalid(messages::PlaceholdersTooLarge());
  return {};
}

Error Binder::Invalid(std::string text) const {
  return {ErrorType::kValidation, Enveloped(envelope_, std::move(text))};
}

Result<BoundCondition> Binder::BindCondition(const ExpressionTree& tree) {
  TreeBinder leaves(*this, tree);
  ConditionBinder binder(leaves);
  PIXII_ASSIGN_OR_RETURN(const uint32_t root, binder.Bind());
  return BoundCondition(binder.nodes(), root, leaves.paths());
}

Result<KeyConditionClauses> Binder::BindKeyCondition(const ExpressionTree& tree) {
  TreeBinder leaves(*this, tree);
  ConditionBinder binder(leaves);
  PIXII_ASSIGN_OR_RETURN(const uint32_t root, binder.Bind());
  return BindKeyClauses(leaves, binder.nodes(), root);
}

Result<BoundUpdate> Binder::BindUpdate(const ExpressionTree& tree) {
  TreeBinder leaves(*this, tree);
  return BindUpdateTree(leaves);
}

Result<BoundProjection> Binder::BindProjection(const ExpressionTree& tree) {
  TreeBinder leaves(*this, tree);
  const Node& root = tree[tree.root];
  for (NodeIndex i = root.first_child; i != kNoNode; i = tree[i].next) {
    PIXII_RETURN_IF_ERROR(leaves.BindPath(tree[i]));
  }
  PIXII_RETURN_IF_ERROR(CheckPathsApart(leaves, leaves.paths()));
  return BoundProjection(ArrangePaths(arena_, leaves.paths()), leaves.paths());
}

Result<void> Binder::CheckAllUsed() const {
  std::vector<std::string_view> unused;
  for (size_t i = 0; i < names_.count; ++i) {
    if (!names_used_[i]) unused.push_back(names_[i].placeholder);
  }
  if (!unused.empty()) return Unused(kNames, unused, names_.count);
  for (size_t i = 0; i < values_.count; ++i) {
    if (!values_used_[i]) unused.push_back(values_[i].placeholder);
  }
  return unused.empty() ? Result<void>() : Unused(kValues, unused, values_.count);
}

// The service walks a hash table of all `count` placeholders.
Error Binder::Unused(std::string_view parameter, const std::vector<std::string_view>& unused,
                     size_t count) const {
  std::string keys;
  const size_t capacity = std::max(kUsualSetCapacity, (count * 4 + 2) / 3);
  for (const std::string_view key : InHashOrder(unused, capacity)) {
    keys.append(keys.empty() ? "" : ", ").append(key);
  }
  return Invalid(messages::UnusedPlaceholders(parameter, keys));
}

}  // namespace pixii
