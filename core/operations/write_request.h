// Members and steps that PutItem, UpdateItem and DeleteItem share: the condition, what to return,
// and the one change they plan.
#pragma once

#include <string>
#include <string_view>

#include "core/expressions/binding.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/item_collections.h"
#include "core/operations/joined_members.h"
#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// The parameters about conditions and answers, which all three requests have.
struct WriteParameters {
  std::string_view condition_expression;
  std::string_view conditional_operator;
  Span<MapEntry<ExpectedAttributeValue>> expected;
  StringMap expression_attribute_names;
  AttributeMap expression_attribute_values;
  std::string_view return_consumed_capacity;
  std::string_view return_item_collection_metrics;
  std::string_view return_values;
  std::string_view return_values_on_condition_check_failure;
};

// What all three answer.
struct WriteResponse {
  AttributeMap attributes;
  const ConsumedCapacity* consumed_capacity;
  const ItemCollectionMetrics* item_collection_metrics;
};

inline constexpr std::string_view kReturnValueValues[] = {"ALL_NEW", "UPDATED_OLD", "ALL_OLD",
                                                          "NONE", "UPDATED_NEW"};
inline constexpr Shape kReturnValueShape = shape::Enum("ReturnValue", kReturnValueValues);
inline constexpr std::string_view kReturnValuesOnConditionCheckFailureValues[] = {"ALL_OLD",
                                                                                  "NONE"};
inline constexpr Shape kReturnValuesOnConditionCheckFailureShape =
    shape::Enum("ReturnValuesOnConditionCheckFailure", kReturnValuesOnConditionCheckFailureValues);

inline constexpr Member kWriteParameterMembers[] = {
    {"ConditionExpression", PIXII_FIELD(WriteParameters, condition_expression), kExpressionShape},
    {"ConditionalOperator", PIXII_FIELD(WriteParameters, conditional_operator),
     kConditionalOperatorShape},
    {"Expected", PIXII_FIELD(WriteParameters, expected), kExpectedAttributeMapShape},
    {"ExpressionAttributeNames", PIXII_FIELD(WriteParameters, expression_attribute_names),
     kNameMapShape},
    {"ExpressionAttributeValues", PIXII_FIELD(WriteParameters, expression_attribute_values),
     kExpressionValueMapShape},
    {"ReturnConsumedCapacity", PIXII_FIELD(WriteParameters, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"ReturnItemCollectionMetrics", PIXII_FIELD(WriteParameters, return_item_collection_metrics),
     kReturnItemCollectionMetricsShape},
    {"ReturnValues", PIXII_FIELD(WriteParameters, return_values), kReturnValueShape},
    {"ReturnValuesOnConditionCheckFailure",
     PIXII_FIELD(WriteParameters, return_values_on_condition_check_failure),
     kReturnValuesOnConditionCheckFailureShape},
};

inline constexpr Member kWriteResponseMembers[] = {
    {"Attributes", PIXII_FIELD(WriteResponse, attributes), kAttributeMapShape},
    {"ConsumedCapacity", PIXII_FIELD(WriteResponse, consumed_capacity), kConsumedCapacityShape},
    {"ItemCollectionMetrics", PIXII_FIELD(WriteResponse, item_collection_metrics),
     kItemCollectionMetricsShape},
};

// An item write between its steps. Borrows the request and the database.
struct ItemWrite {
  const Table* table = nullptr;
  std::string_view key{};          // encoded primary key, borrowed
  EntryRange key_attributes{};     // the item or key of the request, which holds them
  const Item* old_item = nullptr;  // null: none
  bool has_condition = false;
  BoundCondition condition{};
};

// The expressions of one write and the placeholders they share. `update_expression` is absent but
// for updates.
struct WriteExpressions {
  std::string_view update_expression{};
  std::string_view condition_expression;
  StringMap names;
  const AttributeMap* values;
  Envelope envelope;
};

// The rules of the condition's parameters that need only the request; `other_expression` is another
// expression parameter of the operation (UpdateItem's), given or not; null: it has none.
// Errors: kValidation.
Result<void> CheckWriteParameters(const WriteParameters& parameters,
                                  const GivenParameter* other_legacy,
                                  const GivenParameter* other_expression);

// Whether the item a condition refers to may be returned: the rule of PutItem and DeleteItem.
// Errors: kValidation for a ReturnValues other than NONE and ALL_OLD.
Result<void> CheckReturnsOldOrNothing(const WriteParameters& parameters);

// Parses and binds the condition, if there is one, and checks that all placeholders are used; or
// binds Expected, if that is given.
Result<void> BindWriteCondition(OperationContext& context, const WriteParameters& parameters,
                                ItemWrite& write);

// Expected alone, for requests that have further parameters from before expressions.
Result<void> BindExpectedCondition(OperationContext& context, const WriteParameters& parameters,
                                   ItemWrite& write);

// The expressions of a single write, whose faults are enveloped.
WriteExpressions ExpressionsOf(const WriteParameters& parameters,
                               std::string_view update_expression);

// Parses and binds those expressions that are given, the update into `update` and the condition
// into `write`, and checks that all placeholders are used. Errors: kValidation.
Result<void> BindWriteExpressions(OperationContext& context, const WriteExpressions& expressions,
                                  ItemWrite& write, BoundUpdate& update);

// The attributes and the billed size of an item that may be absent (null).
EntryRange AttributesOf(const Item* item);
uint32_t SizeOf(const Item* item);

// Finds the old item under `write.key`, unless a held transaction other than `held_id` has locked
// it, or the table's capacity does not admit the write.
// Errors: kTransactionConflict; kProvisionedThroughput, kThrottling, kRequestLimit.
Result<void> FindOldItem(const OperationContext& context, ItemWrite& write,
                         std::string_view held_id = {});

// Errors: kConditionalCheckFailed if the condition fails, with the item if
// `return_values_on_failure` (the request's ReturnValuesOnConditionCheckFailure) is ALL_OLD.
Result<void> CheckCondition(std::string_view return_values_on_failure, const ItemWrite& write);

// The same for a single write, which pays for a condition that fails by the size of the item that
// is there (developer guide, WorkingWithItems).
Result<void> CheckSingleCondition(const OperationContext& context,
                                  std::string_view return_values_on_failure,
                                  const ItemWrite& write);

// Whether the change planned last, if it is this write's, is admitted by its item collection and by
// the global indexes it touches; one that is refused is taken out of the commit again.
// Errors: kItemCollectionSizeLimit, kProvisionedThroughput, kThrottling, kRequestLimit.
Result<void> AdmitPlanned(OperationContext& context, const ItemWrite& write);

// Commits what plans (item_plans.h) left in the context; no change and no token, no commit.
// Errors: kItemCollectionSizeLimit, kMemoryLimitExceeded.
Result<void> CommitPlanned(OperationContext& context);

// Puts `item` into the answer, unless it is null.
void TellAttributes(const Item* item, WriteResponse& response);

// Charges a write whose larger image is `size_bytes` and whose index changes stand in the context's
// commit, and fills consumed capacity and item collection metrics in, if they were asked for.
void ReportWrite(OperationContext& context, const WriteParameters& parameters,
                 std::string_view table_name, const ItemWrite& write, uint64_t size_bytes,
                 WriteResponse& response);

// Errors: kValidation if the condition looks inside a key attribute.
Result<void> CheckConditionPaths(const ItemWrite& write);

}  // namespace pixii
