// Applying updates: the old entries and the actions are both in ascending order, so the new entries
// are written by merging them; what no action touches is copied as it stands.
#include "core/expressions/update.h"

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/expressions/update_operand.h"
#include "core/values/item_size.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

// An item of so many bytes is refused for its size, however they are counted, once the actions are
// done. What else they would set, some hundred times a large attribute perhaps, is not kept till
// then.
constexpr size_t kHopelessBytes = 16 * limits::kItemSizeBytesMax;

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// Writes one updated item to `out`. Functions that return a bool say whether they wrote a value; if
// not, the attribute, entry or element is gone.
class Updater {
 public:
  Updater(EntryRange item, std::string& out) : item_(item), out_(out), builder_(out) {}

  Result<void> UpdateEntries(EntryRange old_entries, Span<const UpdateNode> nodes);

 private:
  Result<void> UpdateEntry(const UpdateNode& node, ValueView old_value);
  Result<void> UpdateElements(ElementRange elements, Span<const UpdateNode> nodes);
  Result<bool> UpdateValue(const UpdateNode& node, ValueView old_value);
  Result<bool> Act(const UpdateAction& action, ValueView old_value);
  Result<bool> Add(ValueView old_value, ValueView added);
  Result<bool> Delete(ValueView old_value, ValueView deleted);
  void CopyRaw(const uint8_t* begin, const uint8_t* end) {
    if (begin != end)
      out_.append(reinterpret_cast<const char*>(begin), static_cast<size_t>(end - begin));
  }

  EntryRange item_;
  std::string& out_;
  ValueBuilder builder_;
};

Result<void> Updater::UpdateEntries(EntryRange old_entries, Span<const UpdateNode> nodes) {
  auto at = old_entries.begin();
  const auto end = old_entries.end();
  const uint8_t* copied = at.at();
  for (const UpdateNode& node : nodes) {
    int order = 1;
    for (; at != end && (order = (*at).name.compare(node.step.name)) < 0; ++at) {
    }
    CopyRaw(copied, at.at());
    ValueView old_value;
    if (at != end && order == 0) {
      old_value = (*at).value;
      ++at;
    }
    PIXII_RETURN_IF_ERROR(UpdateEntry(node, old_value));
    copied = at.at();
  }
  CopyRaw(copied, end.at());
  return {};
}

Result<void> Updater::UpdateEntry(const UpdateNode& node, ValueView old_value) {
  const size_t before = out_.size();
  builder_.Name(node.step.name);
  PIXII_ASSIGN_OR_RETURN(const bool wrote, UpdateValue(node, old_value));
  if (!wrote) out_.resize(before);
  return {};
}

Result<void> Updater::UpdateElements(ElementRange elements, Span<const UpdateNode> nodes) {
  const UpdateNode* node = nodes.begin();
  uint32_t index = 0;
  for (const ValueView element : elements) {
    if (node != nodes.end() && node->step.index == index++) {
      PIXII_RETURN_IF_ERROR(UpdateValue(*node++, element));
    } else {
      builder_.Copy(element);
    }
  }
  // Past the end: new elements follow in the order of their indexes.
  for (; node != nodes.end(); ++node) PIXII_RETURN_IF_ERROR(UpdateValue(*node, ValueView()));
  return {};
}

Result<bool> Updater::UpdateValue(const UpdateNode& node, ValueView old_value) {
  if (node.action != nullptr) return Act(*node.action, old_value);
  const bool in_list = node.children[0].step.is_index();
  if (!old_value || !old_value.is(in_list ? ValueType::kList : ValueType::kMap)) {
    return Invalid(messages::UpdatePathInvalid());
  }
  if (in_list) {
    builder_.BeginList();
    PIXII_RETURN_IF_ERROR(UpdateElements(old_value.Elements(), node.children));
    builder_.EndList();
  } else {
    builder_.BeginMap();
    PIXII_RETURN_IF_ERROR(UpdateEntries(old_value.Entries(), node.children));
    builder_.EndMap();
  }
  return true;
}

Result<bool> Updater::Act(const UpdateAction& action, ValueView old_value) {
  switch (action.kind) {
    case UpdateAction::Kind::kRemove: return false;
    case UpdateAction::Kind::kAdd: return Add(old_value, action.value);
    case UpdateAction::Kind::kDelete: return Delete(old_value, action.value);
    case UpdateAction::Kind::kSet: break;
  }
  std::string storage;
  PIXII_ASSIGN_OR_RETURN(const ValueView value, EvaluateOperand(*action.operand, item_, storage));
  if (out_.size() > kHopelessBytes) {
    builder_.Null();
  } else {
    builder_.Copy(value);
  }
  return true;
}

// Walks two sets of one type in step: `visit(member, in_left, in_right)` for each member once.
template <class Visit>
void MergeSets(ValueView left, ValueView right, Visit visit) {
  const ElementRange lefts = left.Elements(), rights = right.Elements();
  auto a = lefts.begin(), b = rights.begin();
  while (a != lefts.end() || b != rights.end()) {
    const int order = !(a != lefts.end()) ? 1 : !(b != rights.end()) ? -1 : CompareScalars(*a, *b);
    visit(order <= 0 ? *a : *b, order <= 0, order >= 0);
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
}

Result<bool> Updater::Add(ValueView old_value, ValueView added) {
  if (!old_value) {
    builder_.Copy(added);
    return true;
  }
  if (old_value.type() != added.type()) return Invalid(messages::OperandDataType());
  if (added.is(ValueType::kNumber)) {
    PackedNumber sum;
    PIXII_RETURN_IF_ERROR(Calculate(UpdateOperand::Kind::kPlus, old_value, added, sum));
    builder_.Number(sum.view());
    return true;
  }
  builder_.BeginSet(added.type());
  MergeSets(old_value, added, [this](ValueView member, bool, bool) { builder_.Copy(member); });
  builder_.EndSet();
  return true;
}

Result<bool> Updater::Delete(ValueView old_value, ValueView deleted) {
  if (!old_value) return false;
  if (old_value.type() != deleted.type()) return Invalid(messages::OperandDataType());
  const size_t before = out_.size();
  bool is_empty = true;
  builder_.BeginSet(deleted.type());
  MergeSets(old_value, deleted, [&](ValueView member, bool in_old, bool in_deleted) {
    if (!in_old || in_deleted) return;
    builder_.Copy(member);
    is_empty = false;
  });
  builder_.EndSet();
  if (is_empty) out_.resize(before);  // there are no empty sets
  return !is_empty;
}

// The fee that the service adds for an action when it holds an update against the item limit.
uint64_t ActionFeeBytes(const UpdateAction& action) {
  if (action.kind == UpdateAction::Kind::kRemove || action.kind == UpdateAction::Kind::kDelete) {
    return 2;
  }
  const Span<const PathElement> steps = action.path.elements;
  uint64_t fee = 19;
  if (steps[steps.count - 1].is_index()) fee += 1;
  const bool is_sum = action.kind == UpdateAction::Kind::kSet &&
                      (action.operand->kind == UpdateOperand::Kind::kPlus ||
                       action.operand->kind == UpdateOperand::Kind::kMinus);
  return is_sum ? fee + 50 : fee;
}

}  // namespace

Result<void> BoundUpdate::Apply(EntryRange old_item, std::string& new_entries) const {
  return Updater(old_item, new_entries).UpdateEntries(old_item, roots_);
}

KnownOutcome BoundUpdate::OutcomeOf(std::string_view name) const {
  for (const UpdateAction& action : actions_) {
    if (!action.path.is_top_level() || action.path.root() != name) continue;
    if (action.kind == UpdateAction::Kind::kRemove) return {};
    if (action.kind != UpdateAction::Kind::kSet) return {TypeName(action.value.type()), {}};
    return {KnownType(*action.operand), action.operand->value};
  }
  return {};
}

bool BoundUpdate::TakesAwayOnly() const {
  for (const UpdateAction& action : actions_) {
    const bool takes_away =
        action.kind == UpdateAction::Kind::kRemove || action.kind == UpdateAction::Kind::kDelete;
    if (!takes_away) return false;
  }
  return !actions_.empty();
}

uint64_t BoundUpdate::GateSizeBytes(EntryRange new_item) const {
  uint64_t size = 3;
  auto at = new_item.begin();
  for (const UpdateNode& root : roots_) {  // both ascend by name
    while (at != new_item.end() && (*at).name < root.step.name) ++at;
    if (!(at != new_item.end())) break;
    if ((*at).name == root.step.name) size += (*at).name.size() + ValueSizeBytes((*at).value);
  }
  for (const UpdateAction& action : actions_) size += ActionFeeBytes(action);
  return size;
}

}  // namespace pixii
