// UpdateItem, step by step.
#include "core/operations/update_item.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/operations/legacy_parameters.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/table_lookup.h"
#include "core/values/item_size.h"

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
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, kEnvelope));
  return CheckValuesFault(request.parameters.expression_attribute_values, kEnvelope);
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
  Binder binder = MakeBinder(context, parameters.expression_attribute_names,
                             &parameters.expression_attribute_values, kEnvelope);
  PIXII_RETURN_IF_ERROR(binder.CheckPlaceholders());
  if (Given(request.update_expression)) {
    PIXII_ASSIGN_OR_RETURN(
        const ExpressionTree* tree,
        context.expressions.Parse(ExpressionKind::kUpdate, request.update_expression, kEnvelope));
    PIXII_ASSIGN_OR_RETURN(change.update, binder.BindUpdate(*tree));
  }
  PIXII_RETURN_IF_ERROR(BindCondition(context, parameters, binder, write));
  return binder.CheckAllUsed();
}

// Errors: kValidation if the update names a key attribute.
Result<void> CheckLeavesKey(const KeySchema& schema, const BoundUpdate& update) {
  for (const DocumentPath& path : update.Paths()) {
    if (!schema.Names(path.root())) continue;
    return ValidationError(path.is_top_level() ? messages::CannotUpdateKey(path.root())
                                               : messages::KeyPathNotScalar(path.root()));
  }
  return {};
}

// Errors: kValidation for an item over the limit.
Result<NewItem> Measure(const BoundUpdate& update, Bytes new_entries) {
  const EntryRange item(new_entries);
  const NewItem measured{new_entries, EntriesSizeBytes(item)};
  const bool fits = measured.size_bytes <= limits::kItemSizeBytesMax &&
                    update.GateSizeBytes(item) <= limits::kItemSizeBytesMax;
  if (fits) return measured;
  return ValidationError(messages::UpdatedItemTooLarge());
}

// The item as it will be, borrowed from the context.
Result<NewItem> Updated(OperationContext& context, const RequestedUpdate& change,
                        EntryRange before) {
  PIXII_RETURN_IF_ERROR(CheckUpdatedTypes(change.inputs, before));
  std::string& new_entries = context.new_entries;
  new_entries.clear();
  PIXII_RETURN_IF_ERROR(change.update.Apply(before, new_entries));
  return Measure(change.update, new_entries);
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
  ItemWrite write(context);
  RequestedUpdate change;
  PIXII_RETURN_IF_ERROR(Bind(context, request, write, change));
  PIXII_ASSIGN_OR_RETURN(write.table, FindDataTable(context, request.table_name));
  const KeySchema& schema = write.table->key_schema();
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfKey(schema, request.key.Entries(), write.key));
  PIXII_RETURN_IF_ERROR(CheckLeavesKey(schema, change.update));
  write.old_item = write.table->items().Find(write.key);
  PIXII_RETURN_IF_ERROR(CheckCondition(request.parameters, write));
  const Item* new_item = nullptr;
  // Developer guide, LegacyConditionalParameters.AttributeUpdates: DELETE of no item does nothing.
  if (write.old_item != nullptr || !DeletesOnly(change.inputs)) {
    const EntryRange before =
        write.old_item != nullptr ? write.old_item->Attributes() : request.key.Entries();
    PIXII_ASSIGN_OR_RETURN(const NewItem updated, Updated(context, change, before));
    PIXII_RETURN_IF_ERROR(CheckUpdatedIndexKeys(write.table->definition(), change.update.Paths(),
                                                EntryRange(updated.entries)));
    PIXII_ASSIGN_OR_RETURN(new_item, CommitItemWrite(context, write, &updated));
  }
  TellReturnValues(context, request.parameters.return_values, change.update, write.old_item,
                   new_item, response);
  ReportWriteCapacity(context, request.parameters, request.table_name, write,
                      std::max(SizeOf(write.old_item), SizeOf(new_item)), response);
  return {};
}

}  // namespace pixii
