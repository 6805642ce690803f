// Updates and projections by attribute names.
#include "core/expressions/legacy_attributes.h"

#include <algorithm>

#include "core/base/messages/legacy.h"
#include "core/expressions/path_tree.h"
#include "core/values/attribute_lookup.h"

namespace pixii {
namespace {

constexpr uint8_t kEmptyList[9] = {'L'};

bool IsSet(ValueType type) {
  return type == ValueType::kStringSet || type == ValueType::kNumberSet ||
         type == ValueType::kBinarySet;
}

// The message about the first fault of one update, or empty.
std::string UpdateFault(const AttributeUpdateInput& input) {
  if (!input.value) {
    return input.action == "DELETE" ? std::string() : messages::AttributeUpdateWithoutValue();
  }
  const ValueType type = input.value.type();
  if (input.action == "DELETE" && !IsSet(type)) {
    return messages::AttributeDeleteType(TypeName(type));
  }
  if (input.action == "ADD" && !IsSet(type) && type != ValueType::kNumber &&
      type != ValueType::kList) {
    return messages::AttributeAddType(TypeName(type));
  }
  return {};
}

// list_append(if_not_exists(path, []), added)
const UpdateOperand* AppendOperand(Arena& arena, const DocumentPath& path, ValueView added) {
  UpdateOperand* operands = arena.New<UpdateOperand>(4);
  operands[0].value = ValueView(kEmptyList);
  operands[1].value = added;
  operands[2].kind = UpdateOperand::Kind::kIfNotExists;
  operands[2].path = path;
  operands[2].left = &operands[0];
  operands[3].kind = UpdateOperand::Kind::kListAppend;
  operands[3].left = &operands[2];
  operands[3].right = &operands[1];
  return &operands[3];
}

const UpdateOperand* ValueOperand(Arena& arena, ValueView value) {
  UpdateOperand* operand = arena.New<UpdateOperand>();
  operand->value = value;
  return operand;
}

UpdateAction MakeAction(Arena& arena, const AttributeUpdateInput& input) {
  UpdateAction action;
  action.path = TopLevelPath(arena, input.attribute);
  action.value = input.value;
  if (input.action == "DELETE") {
    action.kind = input.value ? UpdateAction::Kind::kDelete : UpdateAction::Kind::kRemove;
  } else if (input.action == "ADD" && !input.value.is(ValueType::kList)) {
    action.kind = UpdateAction::Kind::kAdd;
  } else if (input.action == "ADD") {
    action.operand = AppendOperand(arena, action.path, input.value);
  } else {
    action.operand = ValueOperand(arena, input.value);
  }
  return action;
}

}  // namespace

DocumentPath TopLevelPath(Arena& arena, std::string_view attribute) {
  PathElement* element = arena.New<PathElement>();
  element->name = attribute;
  return DocumentPath{{element, 1}};
}

Result<BoundUpdate> BindAttributeUpdates(Arena& arena, Span<const AttributeUpdateInput> inputs,
                                         Envelope envelope) {
  UpdateAction* actions = arena.New<UpdateAction>(inputs.count);
  DocumentPath* paths = arena.New<DocumentPath>(inputs.count);
  for (size_t i = 0; i < inputs.count; ++i) {
    std::string fault = UpdateFault(inputs[i]);
    if (!fault.empty()) {
      return Error{ErrorType::kValidation, Enveloped(envelope, std::move(fault))};
    }
    actions[i] = MakeAction(arena, inputs[i]);
    paths[i] = actions[i].path;
  }
  const Span<const UpdateAction> made{actions, inputs.count};
  const Span<const DocumentPath> targets{paths, inputs.count};
  const auto roots = ArrangeSorted<UpdateNode>(arena, SortByPath(arena, made));
  return BoundUpdate(made, roots, ArrangePaths(arena, targets), targets);
}

Result<void> CheckUpdatedTypes(Span<const AttributeUpdateInput> inputs, EntryRange old_item) {
  if (inputs.empty()) return {};
  const AttributeLookup old_attributes(old_item);
  for (const AttributeUpdateInput& input : inputs) {
    if (!input.value || (input.action != "ADD" && input.action != "DELETE")) continue;
    const ValueView old_value = old_attributes.Find(input.attribute);
    if (!old_value || old_value.type() == input.value.type()) continue;
    return Error{ErrorType::kValidation, messages::AttributeUpdateTypeMismatch()};
  }
  return {};
}

Result<BoundProjection> BindAttributesToGet(Arena& arena, Span<const std::string_view> names) {
  DocumentPath* paths = arena.New<DocumentPath>(names.count);
  for (size_t i = 0; i < names.count; ++i) paths[i] = TopLevelPath(arena, names[i]);
  const Span<const DocumentPath> wanted{paths, names.count};
  const Span<const DocumentPath*> sorted = SortByPath(arena, wanted);
  for (size_t i = 1; i < sorted.count; ++i) {
    if (sorted[i - 1]->root() != sorted[i]->root()) continue;
    return Error{ErrorType::kValidation, messages::AttributeNameTwice(sorted[i]->root())};
  }
  return BoundProjection(ArrangeSorted<ProjectionNode>(arena, sorted), wanted);
}

}  // namespace pixii
