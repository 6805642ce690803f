// The steps that item writes share, between finding the old item and answering.
#include "core/operations/write_request.h"

#include "core/base/messages/requests.h"
#include "core/base/messages/transactions.h"
#include "core/metering/capacity.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/legacy_parameters.h"
#include "core/storage/modes.h"
#include "core/values/item_size.h"
#include "core/wire/value_json.h"

namespace pixii {
namespace {

// Whether a throttle outranks a condition that fails, which AWS does not tell.
bool ThrottlesFirst(const OperationContext& context) {
  return context.database.modes().throttle_before_condition != 0;
}

}  // namespace

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
  BoundUpdate none;
  return BindWriteExpressions(context, ExpressionsOf(parameters, {}), write, none);
}

Result<void> BindExpectedCondition(OperationContext& context, const WriteParameters& parameters,
                                   ItemWrite& write) {
  PIXII_ASSIGN_OR_RETURN(write.condition, BindExpectedParameter(context.arena, parameters.expected,
                                                                parameters.conditional_operator));
  write.has_condition = !parameters.expected.empty();
  return {};
}

WriteExpressions ExpressionsOf(const WriteParameters& parameters,
                               std::string_view update_expression) {
  return {update_expression, parameters.condition_expression, parameters.expression_attribute_names,
          &parameters.expression_attribute_values, Envelope::kOneValidationError};
}

Result<void> BindWriteExpressions(OperationContext& context, const WriteExpressions& expressions,
                                  ItemWrite& write, BoundUpdate& update) {
  const Envelope envelope = expressions.envelope;
  Binder binder = MakeBinder(context, expressions.names, expressions.values, envelope);
  PIXII_RETURN_IF_ERROR(CheckPlaceholders(binder, expressions.names, expressions.values, envelope));
  if (Given(expressions.update_expression)) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree,
                           context.expressions.Parse(ExpressionKind::kUpdate,
                                                     expressions.update_expression, envelope));
    PIXII_ASSIGN_OR_RETURN(update, binder.BindUpdate(*tree));
  }
  if (Given(expressions.condition_expression)) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree,
                           context.expressions.Parse(ExpressionKind::kCondition,
                                                     expressions.condition_expression, envelope));
    PIXII_ASSIGN_OR_RETURN(write.condition, binder.BindCondition(*tree));
    write.has_condition = true;
  }
  return binder.CheckAllUsed();
}

EntryRange AttributesOf(const Item* item) {
  return item == nullptr ? EntryRange() : item->Attributes();
}

uint32_t SizeOf(const Item* item) { return item == nullptr ? 0 : item->SizeBytes(); }

Result<void> FindOldItem(const OperationContext& context, ItemWrite& write,
                         std::string_view held_id) {
  if (context.transactions.Locks(write.table->Key(), write.key, held_id)) {
    return Error{ErrorType::kTransactionConflict, messages::TransactionOngoing()};
  }
  write.old_item = write.table->items().Find(write.key);
  // A transaction that is held was admitted when it was planned first.
  if (!held_id.empty() || (write.has_condition && !ThrottlesFirst(context))) return {};
  return AdmitWrite(context, *write.table, write.key);
}

Result<void> CheckCondition(std::string_view return_values_on_failure, const ItemWrite& write) {
  if (!write.has_condition || write.condition.Matches(AttributesOf(write.old_item))) return {};
  Error error{ErrorType::kConditionalCheckFailed, messages::ConditionFailed()};
  if (return_values_on_failure == "ALL_OLD" && write.old_item != nullptr) {
    JsonBuffer item;
    WriteAttributesJson(item, write.old_item->Attributes());
    error.extra = "\"Item\":" + std::string(item.view());
  }
  return error;
}

Result<void> CheckSingleCondition(const OperationContext& context,
                                  std::string_view return_values_on_failure,
                                  const ItemWrite& write) {
  Result<void> outcome = CheckCondition(return_values_on_failure, write);
  if (!outcome.ok()) {
    ChargeWrite(context, *write.table, write.key, WriteUnits(SizeOf(write.old_item)), nullptr);
  }
  return outcome;
}

Result<void> AdmitPlanned(OperationContext& context, const ItemWrite& write) {
  if (write.has_condition && !ThrottlesFirst(context)) {
    PIXII_RETURN_IF_ERROR(AdmitWrite(context, *write.table, write.key));
  }
  std::vector<ItemChange>& changes = context.commit.items;
  if (changes.empty() || changes.back().item_key != write.key ||
      changes.back().table_key != write.table->Key()) {
    return {};
  }
  PIXII_RETURN_IF_ERROR(AdmitLastChange(context));
  Result<void> admitted = AdmitIndexWrites(context, *write.table, changes.back());
  if (!admitted.ok()) changes.pop_back();
  return admitted;
}

Result<void> CommitPlanned(OperationContext& context) {
  if (context.commit.items.empty() && !context.commit.token) return {};
  PIXII_RETURN_IF_ERROR(AdmitCollections(context));
  context.commit.time_ms = context.now_ms;
  return context.database.Apply(context.commit);
}

void TellAttributes(const Item* item, WriteResponse& response) {
  if (item != nullptr) response.attributes = AttributeMap(item->Body());
}

void ReportWrite(OperationContext& context, const WriteParameters& parameters,
                 std::string_view table_name, const ItemWrite& write, uint64_t size_bytes,
                 WriteResponse& response) {
  CapacityTally tally;
  const uint64_t units = WriteUnits(size_bytes);
  tally.table_units = static_cast<double>(units);
  const std::vector<IndexChange>* changes = nullptr;
  for (const ItemChange& change : context.commit.items) {
    tally.AddIndexChanges(change.index_changes);
    changes = &change.index_changes;
  }
  ChargeWrite(context, *write.table, write.key, units, changes);
  response.consumed_capacity = TellCapacity(context, parameters.return_consumed_capacity,
                                            table_name, write.table->definition(), tally);
  response.item_collection_metrics = TellCollection(
      context, parameters.return_item_collection_metrics, *write.table, write.key_attributes);
}

Result<void> CheckConditionPaths(const ItemWrite& write) {
  return CheckKeyPaths(write.table->definition(), write.condition.Paths());
}

}  // namespace pixii
