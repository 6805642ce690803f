// One action of a write transaction: what the wire says of it, and the action bound and resolved.
// Its steps are those of the single writes (write_request.h, item_plans.h), with bare texts.
#pragma once

#include "core/base/limits.h"
#include "core/operations/item_plans.h"
#include "core/operations/joined_members.h"
#include "core/operations/operation.h"
#include "core/operations/update_item.h"

namespace pixii {

// ConditionCheck, Put, Delete and Update alike; each names the members it has.
struct TransactAction {
  std::string_view table_name;
  AttributeMap item;  // Put: the whole item
  AttributeMap key;   // all others
  std::string_view update_expression;
  std::string_view condition_expression;
  StringMap expression_attribute_names;
  AttributeMap expression_attribute_values;
  std::string_view return_values_on_condition_check_failure;
};
struct TransactWriteItem {
  const TransactAction* condition_check;
  const TransactAction* put;
  const TransactAction* remove;
  const TransactAction* update;
};

inline constexpr Shape kTransactPutItemMapShape =
    shape::AttributeMap({.name = "PutItemInputAttributeMap"});
inline constexpr Member kTransactKeyMember{"Key", PIXII_FIELD(TransactAction, key), kKeyShape,
                                           Presence::kRequired};
inline constexpr Member kTransactTableNameMember{
    "TableName", PIXII_FIELD(TransactAction, table_name), kTableArnShape, Presence::kRequired};
inline constexpr Member kTransactNamesMember{
    "ExpressionAttributeNames", PIXII_FIELD(TransactAction, expression_attribute_names),
    kNameMapShape};
inline constexpr Member kTransactValuesMember{
    "ExpressionAttributeValues", PIXII_FIELD(TransactAction, expression_attribute_values),
    kExpressionValueMapShape};
inline constexpr Member kTransactReturnValuesMember{
    "ReturnValuesOnConditionCheckFailure",
    PIXII_FIELD(TransactAction, return_values_on_condition_check_failure),
    kReturnValuesOnConditionCheckFailureShape};

inline constexpr Member kTransactConditionCheckMembers[] = {
    kTransactKeyMember,
    kTransactTableNameMember,
    {"ConditionExpression", PIXII_FIELD(TransactAction, condition_expression), kExpressionShape,
     Presence::kRequired},
    kTransactNamesMember,
    kTransactValuesMember,
    kTransactReturnValuesMember,
};
inline constexpr Member kTransactPutMembers[] = {
    {"Item", PIXII_FIELD(TransactAction, item), kTransactPutItemMapShape, Presence::kRequired},
    kTransactTableNameMember,
    {"ConditionExpression", PIXII_FIELD(TransactAction, condition_expression), kExpressionShape},
    kTransactNamesMember,
    kTransactValuesMember,
    kTransactReturnValuesMember,
};
inline constexpr Member kTransactDeleteMembers[] = {
    kTransactKeyMember,
    kTransactTableNameMember,
    {"ConditionExpression", PIXII_FIELD(TransactAction, condition_expression), kExpressionShape},
    kTransactNamesMember,
    kTransactValuesMember,
    kTransactReturnValuesMember,
};
inline constexpr Member kTransactUpdateMembers[] = {
    kTransactKeyMember,
    {"UpdateExpression", PIXII_FIELD(TransactAction, update_expression), kUpdateExpressionShape,
     Presence::kRequired},
    kTransactTableNameMember,
    {"ConditionExpression", PIXII_FIELD(TransactAction, condition_expression), kExpressionShape},
    kTransactNamesMember,
    kTransactValuesMember,
    kTransactReturnValuesMember,
};
inline constexpr Shape kTransactConditionCheckShape =
    shape::Structure<TransactAction>("ConditionCheck", kTransactConditionCheckMembers);
inline constexpr Shape kTransactPutShape =
    shape::Structure<TransactAction>("Put", kTransactPutMembers);
inline constexpr Shape kTransactDeleteShape =
    shape::Structure<TransactAction>("Delete", kTransactDeleteMembers);
inline constexpr Shape kTransactUpdateShape =
    shape::Structure<TransactAction>("Update", kTransactUpdateMembers);
inline constexpr Member kTransactWriteItemMembers[] = {
    {"ConditionCheck", PIXII_FIELD(TransactWriteItem, condition_check),
     kTransactConditionCheckShape},
    {"Put", PIXII_FIELD(TransactWriteItem, put), kTransactPutShape},
    {"Delete", PIXII_FIELD(TransactWriteItem, remove), kTransactDeleteShape},
    {"Update", PIXII_FIELD(TransactWriteItem, update), kTransactUpdateShape},
};
inline constexpr Shape kTransactWriteItemShape =
    shape::Structure<TransactWriteItem>("TransactWriteItem", kTransactWriteItemMembers);
inline constexpr Shape kTransactWriteItemListShape = shape::List<TransactWriteItem>(
    {.name = "TransactWriteItemList", .min = 1, .max = limits::kTransactionActionsMax},
    kTransactWriteItemShape);

enum class ActionKind : uint8_t { kConditionCheck, kPut, kDelete, kUpdate };

// An action on its way: bound, then resolved, then planned. Lives in the arena.
struct TransactionAction {
  ActionKind kind = ActionKind::kConditionCheck;
  const TransactAction* request = nullptr;
  NewItem put{};  // kPut: measured
  ItemWrite write{};
  BoundUpdate update{};
  uint64_t size_bytes = 0;  // of the larger image, once planned
  // Whether the error of its plan refuses the whole request, rather than cancelling the
  // transaction.
  bool refuses_request = false;
};

// Everything that needs only the request. Errors: kValidation.
Result<void> BindAction(OperationContext& context, const TransactWriteItem& asked,
                        TransactionAction& action);

// Finds the action's table. Errors: kResourceNotFound.
Result<void> FindActionTable(OperationContext& context, TransactionAction& action);

// Faults of key values that refuse the whole request: empty ones, of the table's key or of an
// index's. Errors: kValidation.
Result<void> CheckActionKeysNotEmpty(const TransactionAction& action);

// Faults of keys that cancel the transaction: attributes that are missing, of another type or too
// long, an expression that looks inside a key, and an update of the key. Encodes the key.
// Errors: kValidation.
Result<void> ResolveActionKey(OperationContext& context, TransactionAction& action);

// Plans the action's change; what the error says becomes its cancellation reason. `held_id` is the
// held transaction on whose behalf this is planned; empty: none.
// Errors: kTransactionConflict, kConditionalCheckFailed, kValidation.
Result<void> PlanAction(OperationContext& context, TransactionAction& action,
                        std::string_view held_id);

}  // namespace pixii
