// UpdateItem, step by step.
#include "core/operations/update_item.h"

#include <algorithm>

#include "core/operations/index_key_rules.h"
#include "core/operations/item_plans.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/legacy_parameters.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr Envelope kEnvelope = Envelope::kOneValidationError;

// What to change, by an expression or, with `inputs`, by AttributeUpdates.
struct RequestedUpdate {
  BoundUpdate update;
  Span<const AttributeUpdateInput> inputs;
};

Result<void> Check(const UpdateItemRequest& request) {
  const GivenParameter legacy{"AttributeUpdates", Given(request.attribute_updates)};
  const GivenParameter expression{"UpdateExpression", Given(request.update_expression)};
  PIXII_RETURN_IF_ERROR(CheckWriteParameters(request.parameters, &legacy, &expression));
  return CheckFault(request.key, kEnvelope);
}

Result<void> BindAttributeUpdatesParameter(OperationContext& context,
                                           const UpdateItemRequest& request,
                                           RequestedUpdate& change) {
  const Span<MapEntry<AttributeValueUpdate>> updates = request.attribute_updates;
  AttributeUpdateInput* inputs = context.arena.New<AttributeUpdateInput>(updates.count);
  for (size_t i = 0; i < updates.count; ++i) {
    inputs[i].attribute = updates[i].key;
    inputs[i].action = updates[i].value.action;
    PIXII_ASSIGN_OR_RETURN(inputs[i].value, ValueOf(updates[i].value.value, kEnvelope));
  }
  change.inputs = {inputs, updates.count};
  PIXII_ASSIGN_OR_RETURN(change.update,
                         BindAttributeUpdates(context.arena, change.inputs, kEnvelope));
  return {};
}

// Both expressions share one set of placeholders.
Result<void> Bind(OperationContext& context, const UpdateItemRequest& request, ItemWrite& write,
                  RequestedUpdate& change) {
  const WriteParameters& parameters = request.parameters;
  if (!Given(request.update_expression) && !Given(parameters.condition_expression)) {
    PIXII_RETURN_IF_ERROR(BindAttributeUpdatesParameter(context, request, change));
    return BindExpectedCondition(context, parameters, write);
  }
  return BindWriteExpressions(context, ExpressionsOf(parameters, request.update_expression), write,
                              change.update);
}

// Plans what the update makes of the item. Null if it does nothing.
Result<const Item*> Plan(OperationContext& context, const UpdateItemRequest& request,
                         const RequestedUpdate& change, const ItemWrite& write) {
  PIXII_RETURN_IF_ERROR(CheckUpdatedTypes(change.inputs, AttributesOf(write.old_item)));
  PIXII_ASSIGN_OR_RETURN(const NewItem updated, MakeUpdated(context, write,
                                                            {change.update, request.key.Entries(),
                                                             UpdateGate::kItemAndStatement}));
  PIXII_RETURN_IF_ERROR(CheckUpdatedIndexKeys(write.table->definition(), change.update.Paths(),
                                              EntryRange(updated.entries)));
  const Item* nothing = nullptr;
  // Case "REMOVE alone makes no item"; an update without any action does make one.
  if (write.old_item == nullptr && change.update.TakesAwayOnly()) return nothing;
  return PlanItemWrite(context, write, &updated);
}

void TellReturnValues(OperationContext& context, std::string_view asked, const BoundUpdate& update,
                      const Item* old_item, const Item* new_item, WriteResponse& response) {
  if (asked == "ALL_OLD") return TellAttributes(old_item, response);
  if (asked == "ALL_NEW") return TellAttributes(new_item, response);
  const bool old_ones = asked == "UPDATED_OLD";
  if (!old_ones && asked != "UPDATED_NEW") return;
  std::string& touched = context.projected;
  touched.clear();
  update.ProjectTouched(AttributesOf(old_ones ? old_item : new_item), touched);
  if (!touched.empty()) response.attributes = AttributeMap(context.arena.Copy(touched));
}

}  // namespace

Result<void> UpdateItem::Execute(OperationContext& context, const Request& request,
                                 Response& response) {
  PIXII_RETURN_IF_ERROR(Check(request));
  ItemWrite write;
  RequestedUpdate change;
  PIXII_RETURN_IF_ERROR(Bind(context, request, write, change));
  PIXII_ASSIGN_OR_RETURN(write.table, FindDataTable(context, request.table_name));
  const KeySchema& schema = write.table->key_schema();
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfKey(schema, request.key.Entries(), context.key));
  write.key = context.key;
  write.key_attributes = request.key.Entries();
  PIXII_RETURN_IF_ERROR(CheckLeavesKey(schema, change.update));
  PIXII_RETURN_IF_ERROR(CheckKnownIndexKeys(write.table->definition(), change.update));
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(write.table->definition(), change.update.NamedPaths()));
  PIXII_RETURN_IF_ERROR(CheckConditionPaths(write));
  PIXII_RETURN_IF_ERROR(FindOldItem(context, write));
  PIXII_RETURN_IF_ERROR(CheckSingleCondition(
      context, request.parameters.return_values_on_condition_check_failure, write));
  PIXII_ASSIGN_OR_RETURN(const Item* new_item, Plan(context, request, change, write));
  PIXII_RETURN_IF_ERROR(AdmitPlanned(context, write));
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  TellReturnValues(context, request.parameters.return_values, change.update, write.old_item,
                   new_item, response);
  ReportWrite(context, request.parameters, request.table_name, write,
              std::max(SizeOf(write.old_item), SizeOf(new_item)), response);
  return {};
}

}  // namespace pixii
