// Binding, resolving and planning one action of a write transaction.
#include "core/operations/transaction_action.h"

#include <algorithm>

#include "core/base/messages/transactions.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr Envelope kEnvelope = Envelope::kNone;

// Errors: kValidation unless `asked` holds exactly one action.
Result<void> ChooseAction(const TransactWriteItem& asked, TransactionAction& action) {
  const struct {
    ActionKind kind;
    const TransactAction* request;
  } choices[] = {{ActionKind::kConditionCheck, asked.condition_check},
                 {ActionKind::kPut, asked.put},
                 {ActionKind::kDelete, asked.remove},
                 {ActionKind::kUpdate, asked.update}};
  size_t given = 0;
  for (const auto& choice : choices) {
    if (choice.request == nullptr) continue;
    action.kind = choice.kind;
    action.request = choice.request;
    ++given;
  }
  if (given == 1) return {};
  return ValidationError(messages::TransactionActionNotOne());
}

bool HasExpression(const TransactAction& request) {
  return Given(request.update_expression) || Given(request.condition_expression);
}

// Unlike single writes, actions may have placeholders and no expression to use them in (case
// "Names need no expression").
Result<void> CheckRequestRules(const TransactAction& request) {
  PIXII_RETURN_IF_ERROR(CheckFault(request.item, kEnvelope));
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, kEnvelope));
  if (HasExpression(request)) return {};
  return CheckValuesFault(request.expression_attribute_values, kEnvelope);
}

EntryRange KeySourceOf(const TransactionAction& action) {
  return action.kind == ActionKind::kPut ? action.request->item.Entries()
                                         : action.request->key.Entries();
}

Result<void> PlanUpdate(OperationContext& context, TransactionAction& action) {
  const ItemWrite& write = action.write;
  PIXII_ASSIGN_OR_RETURN(
      const NewItem updated,
      MakeUpdated(context, write,
                  {action.update, action.request->key.Entries(), UpdateGate::kItem}));
  const EntryRange item(updated.entries);
  const TableDefinition& definition = write.table->definition();
  action.refuses_request = true;
  PIXII_RETURN_IF_ERROR(CheckNoIndexKeyEmptied(definition, action.update.Paths(), item));
  action.refuses_request = false;
  PIXII_RETURN_IF_ERROR(CheckUpdatedIndexKeys(definition, action.update.Paths(), item));
  if (write.old_item != nullptr || !action.update.TakesAwayOnly()) {
    action.size_bytes = std::max(SizeOf(write.old_item), updated.size_bytes);
    PlanItemWrite(context, write, &updated);
  }
  return AdmitPlanned(context, write);
}

}  // namespace

Result<void> BindAction(OperationContext& context, const TransactWriteItem& asked,
                        TransactionAction& action) {
  PIXII_RETURN_IF_ERROR(ChooseAction(asked, action));
  const TransactAction& request = *action.request;
  PIXII_RETURN_IF_ERROR(CheckRequestRules(request));
  if (HasExpression(request)) {
    PIXII_RETURN_IF_ERROR(BindWriteExpressions(
        context,
        {request.update_expression, request.condition_expression,
         request.expression_attribute_names, &request.expression_attribute_values, kEnvelope},
        action.write, action.update));
  }
  if (action.kind != ActionKind::kPut) return {};
  PIXII_ASSIGN_OR_RETURN(action.put, MeasurePut(request.item));
  return {};
}

Result<void> FindActionTable(OperationContext& context, TransactionAction& action) {
  PIXII_ASSIGN_OR_RETURN(action.write.table, FindDataTable(context, action.request->table_name));
  return {};
}

Result<void> CheckActionKeysNotEmpty(const TransactionAction& action) {
  const Table& table = *action.write.table;
  PIXII_RETURN_IF_ERROR(CheckKeysNotEmpty(table.key_schema(), KeySourceOf(action)));
  const TableDefinition& definition = table.definition();
  if (action.kind == ActionKind::kPut) {
    return CheckPutIndexKeys(definition, KeySourceOf(action), KeyFaults::kEmptyValues);
  }
  return CheckKnownIndexKeys(definition, action.update, KeyFaults::kEmptyValues);
}

Result<void> ResolveActionKey(OperationContext& context, TransactionAction& action) {
  const Table& table = *action.write.table;
  const EntryRange source = KeySourceOf(action);
  if (action.kind == ActionKind::kPut) {
    PIXII_RETURN_IF_ERROR(
        PrimaryKeyOfItem(table.key_schema(), source, /*schema_wording=*/false, context.key));
    PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(table.definition(), source));
  } else {
    PIXII_RETURN_IF_ERROR(PrimaryKeyOfKey(table.key_schema(), source, context.key));
    PIXII_RETURN_IF_ERROR(CheckLeavesKey(table.key_schema(), action.update));
  }
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(table.definition(), action.update.NamedPaths()));
  PIXII_RETURN_IF_ERROR(CheckConditionPaths(action.write));
  action.write.key = context.arena.Copy(context.key);
  action.write.key_attributes = source;
  return {};
}

Result<void> PlanAction(OperationContext& context, TransactionAction& action,
                        std::string_view held_id) {
  ItemWrite& write = action.write;
  action.size_bytes = action.kind == ActionKind::kPut ? action.put.size_bytes : 0;
  PIXII_RETURN_IF_ERROR(FindOldItem(context, write, held_id));
  action.size_bytes = std::max<uint64_t>(action.size_bytes, SizeOf(write.old_item));
  PIXII_RETURN_IF_ERROR(
      CheckCondition(action.request->return_values_on_condition_check_failure, write));
  switch (action.kind) {
    case ActionKind::kConditionCheck: return {};
    case ActionKind::kUpdate: return PlanUpdate(context, action);
    case ActionKind::kDelete: PlanItemWrite(context, write, nullptr); break;
    case ActionKind::kPut: PlanItemWrite(context, write, &action.put); break;
  }
  return AdmitPlanned(context, write);
}

}  // namespace pixii
