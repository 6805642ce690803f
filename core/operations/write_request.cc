// The steps that item writes share, between finding the old item and answering.
#include "core/operations/write_request.h"

#include "core/base/messages/requests.h"
#include "core/metering/capacity.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/legacy_parameters.h"
#include "core/values/item_size.h"
#include "core/wire/value_json.h"

namespace pixii {

Result<void> CheckWriteParameters(const WriteParameters& parameters,
                                  const GivenParameter* other_legacy,
                                  const GivenParameter* other_expression) {
  constexpr Envelope kEnvelope = Envelope::kOneValidationError;
  const GivenParameter none{"", false};
  const GivenParameter legacy = other_legacy != nullptr ? *other_legacy : none;
  const GivenParameter expression = other_expression != nullptr ? *other_expression : none;
  const GivenParameter expected{"Expected", Given(parameters.expected)};
  const GivenParameter conditional{"ConditionalOperator", Given(parameters.conditional_operator)};
  const GivenParameter condition{"ConditionExpression", Given(parameters.condition_expression)};
  PIXII_RETURN_IF_ERROR(
      CheckNotMixed({legacy, expected, conditional}, {expression, condition}, kEnvelope));
  const GivenParameter expressions[] = {expression, condition};
  const size_t first = other_expression == nullptr ? 1 : 0;
  return CheckPlaceholdersNeeded({parameters.expression_attribute_names,
                                  &parameters.expression_attribute_values,
                                  {expressions + first, 2 - first}},
                                 kEnvelope);
}

Result<void> CheckReturnsOldOrNothing(const WriteParameters& parameters) {
  const std::string_view asked = parameters.return_values;
  if (!Given(asked) || asked == "NONE" || asked == "ALL_OLD") return {};
  return ValidationError(
      Enveloped(Envelope::kOneValidationError, messages::ReturnValuesNotAllowed()));
}

Result<void> BindWriteCondition(OperationContext& context, const WriteParameters& parameters,
                                ItemWrite& write) {
  if (!Given(parameters.condition_expression)) {
    return BindExpectedCondition(context, parameters, write);
  }
  Binder binder =
      MakeBinder(context, parameters.expression_attribute_names,
                 &parameters.expression_attribute_values, Envelope::kOneValidationError);
  PIXII_RETURN_IF_ERROR(binder.CheckPlaceholders());
  PIXII_RETURN_IF_ERROR(BindCondition(context, parameters, binder, write));
  return binder.CheckAllUsed();
}

Result<void> BindExpectedCondition(OperationContext& context, const WriteParameters& parameters,
                                   ItemWrite& write) {
  PIXII_ASSIGN_OR_RETURN(write.condition, BindExpectedParameter(context.arena, parameters.expected,
                                                                parameters.conditional_operator));
  write.has_condition = !parameters.expected.empty();
  return {};
}

Result<void> BindCondition(OperationContext& context, const WriteParameters& parameters,
                           Binder& binder, ItemWrite& write) {
  if (!Given(parameters.condition_expression)) return {};
  PIXII_ASSIGN_OR_RETURN(
      const ExpressionTree* tree,
      context.expressions.Parse(ExpressionKind::kCondition, parameters.condition_expression,
                                Envelope::kOneValidationError));
  PIXII_ASSIGN_OR_RETURN(write.condition, binder.BindCondition(*tree));
  write.has_condition = true;
  return {};
}

EntryRange AttributesOf(const Item* item) {
  return item == nullptr ? EntryRange() : item->Attributes();
}

uint32_t SizeOf(const Item* item) { return item == nullptr ? 0 : item->SizeBytes(); }

Result<void> CheckCondition(const WriteParameters& parameters, const ItemWrite& write) {
  if (!write.has_condition || write.condition.Matches(AttributesOf(write.old_item))) return {};
  Error error{ErrorType::kConditionalCheckFailed, messages::ConditionFailed()};
  const bool with_item = parameters.return_values_on_condition_check_failure == "ALL_OLD";
  if (with_item && write.old_item != nullptr) {
    JsonBuffer item;
    WriteAttributesJson(item, write.old_item->Attributes());
    error.extra = "\"Item\":" + std::string(item.view());
  }
  return error;
}

Result<const Item*> CommitItemWrite(OperationContext& context, const ItemWrite& write,
                                    const NewItem* new_item) {
  if (new_item == nullptr && write.old_item == nullptr) {
    const Item* none = nullptr;
    return none;
  }
  Ref<Item> item;
  if (new_item != nullptr) item = Item::Make(write.key, new_item->entries, new_item->size_bytes);
  const Item* borrowed = item.get();
  context.commit.time_ms = context.now_ms;
  context.commit.items.push_back(
      PlanItemChange(*write.table, write.key, write.old_item, std::move(item)));
  PIXII_RETURN_IF_ERROR(context.database.Apply(context.commit));
  return borrowed;
}

void TellAttributes(const Item* item, WriteResponse& response) {
  if (item != nullptr) response.attributes = AttributeMap(item->Body());
}

void ReportWriteCapacity(OperationContext& context, const WriteParameters& parameters,
                         std::string_view table_name, const ItemWrite& write,
                         uint64_t size_bytes, WriteResponse& response) {
  CapacityTally tally;
  tally.table_units = static_cast<double>(WriteUnits(size_bytes));
  for (const ItemChange& change : context.commit.items) {
    tally.AddIndexChanges(change.index_changes);
  }
  response.consumed_capacity = TellCapacity(context, parameters.return_consumed_capacity,
                                            table_name, write.table->definition(), tally);
}

}  // namespace pixii
