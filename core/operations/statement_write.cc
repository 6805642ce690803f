// The steps of one writing statement.
#include "core/operations/statement_write.h"

#include <algorithm>

#include "core/base/messages/partiql.h"
#include "core/operations/capacity_door.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/item_collections.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/table_lookup.h"
#include "core/partiql/condition_lowering.h"
#include "core/partiql/update_lowering.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::Returning;
using partiql::StatementKind;

Result<void> BindInsert(OperationContext& context, StatementWrite& write) {
  std::string& entries = context.new_entries;
  entries.clear();
  partiql::LowerItem(*write.bound, entries);
  PIXII_ASSIGN_OR_RETURN(write.put, MeasurePut(AttributeMap(context.arena.Copy(entries))));
  return {};
}

// An UPDATE or EXISTS whose WHERE clause names the key is false of an item that is not there, so
// the clause, key and all, is the condition.
Result<void> BindWhere(OperationContext& context, StatementWrite& write) {
  PIXII_ASSIGN_OR_RETURN(
      write.planned.condition,
      partiql::LowerCondition(context.arena, *write.bound, write.bound->statement.where));
  write.planned.has_condition = true;
  return {};
}

void TellReturned(OperationContext& context, StatementWrite& write) {
  const Returning asked = write.bound->statement.returning;
  const bool is_old = asked == Returning::kAllOld || asked == Returning::kModifiedOld;
  const Item* item = is_old ? write.planned.old_item : write.new_item;
  if (asked == Returning::kNothing || item == nullptr) return;
  if (asked == Returning::kAllOld || asked == Returning::kAllNew) {
    write.returned = AttributeMap(item->Body());
  } else {
    std::string& touched = context.projected;
    touched.clear();
    write.update.ProjectTouched(item->Attributes(), touched);
    if (touched.empty()) return;
    write.returned = AttributeMap(context.arena.Copy(touched));
  }
  write.returns = true;
}

Result<void> PlanInsert(OperationContext& context, StatementWrite& write) {
  const Item* old_item = write.planned.old_item;
  write.size_bytes = std::max(SizeOf(old_item), write.put.size_bytes);
  if (old_item != nullptr) return Error{ErrorType::kDuplicateItem, messages::DuplicateItem()};
  write.new_item = PlanItemWrite(context, write.planned, &write.put);
  return AdmitPlanned(context, write.planned);
}

Result<void> PlanUpdate(OperationContext& context, StatementWrite& write) {
  const ItemWrite& planned = write.planned;
  const TableDefinition& definition = planned.table->definition();
  PIXII_ASSIGN_OR_RETURN(
      const NewItem updated,
      MakeUpdated(context, planned, {write.update, planned.key_attributes, UpdateGate::kItem}));
  const EntryRange item(updated.entries);
  write.refuses_request = true;
  PIXII_RETURN_IF_ERROR(CheckNoIndexKeyEmptied(definition, write.update.Paths(), item));
  write.refuses_request = false;
  PIXII_RETURN_IF_ERROR(CheckUpdatedIndexKeys(definition, write.update.Paths(), item));
  write.size_bytes = std::max(SizeOf(planned.old_item), updated.size_bytes);
  write.new_item = PlanItemWrite(context, planned, &updated);
  return AdmitPlanned(context, write.planned);
}

}  // namespace

Result<void> BindStatementWrite(OperationContext& context, StatementWrite& write) {
  const BoundStatement& bound = *write.bound;
  if (bound.statement.kind == StatementKind::kInsert) return BindInsert(context, write);
  PIXII_RETURN_IF_ERROR(BindWhere(context, write));
  if (bound.statement.kind != StatementKind::kUpdate) return {};
  if (!bound.statement.actions_fault.empty()) {
    return ValidationError(bound.statement.actions_fault);
  }
  PIXII_ASSIGN_OR_RETURN(write.update, partiql::LowerUpdate(context.arena, bound));
  return {};
}

Result<void> FindWriteTable(OperationContext& context, StatementWrite& write) {
  const partiql::Statement& statement = write.bound->statement;
  PIXII_ASSIGN_OR_RETURN(write.planned.table, FindStatementTable(context, statement));
  if (statement.has_index) return ValidationError(messages::WriteOnIndex());
  return {};
}

Result<void> LowerStatementKey(OperationContext& context, StatementWrite& write) {
  const KeySchema& schema = write.planned.table->key_schema();
  if (write.bound->statement.kind == StatementKind::kInsert) {
    write.planned.key_attributes = EntryRange(write.put.entries);
    return partiql::CheckItemKey(write.planned.key_attributes, schema);
  }
  std::string& attributes = context.projected;
  attributes.clear();
  PIXII_RETURN_IF_ERROR(partiql::LowerKey(*write.bound, schema, attributes));
  write.planned.key_attributes = EntryRange(Bytes(context.arena.Copy(attributes)));
  return {};
}

Result<void> CheckStatementKeysNotEmpty(const StatementWrite& write) {
  const Table& table = *write.planned.table;
  PIXII_RETURN_IF_ERROR(CheckKeysNotEmpty(table.key_schema(), write.planned.key_attributes));
  if (write.bound->statement.kind != StatementKind::kInsert) return {};
  return CheckPutIndexKeys(table.definition(), write.planned.key_attributes,
                           KeyFaults::kEmptyValues);
}

Result<void> ResolveStatementKey(OperationContext& context, StatementWrite& write) {
  const Table& table = *write.planned.table;
  PIXII_RETURN_IF_ERROR(CheckKeyValues(table.key_schema(), write.planned.key_attributes));
  if (write.bound->statement.kind == StatementKind::kInsert) {
    PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(table.definition(), write.planned.key_attributes));
  } else {
    PIXII_RETURN_IF_ERROR(CheckKeyPaths(table.definition(), write.update.Paths()));
    PIXII_RETURN_IF_ERROR(CheckConditionPaths(write.planned));
    PIXII_RETURN_IF_ERROR(CheckLeavesKey(table.key_schema(), write.update));
    PIXII_RETURN_IF_ERROR(CheckKnownIndexKeys(table.definition(), write.update));
  }
  EncodePrimaryKey(table.key_schema(), write.planned.key_attributes, context.key);
  write.planned.key = context.arena.Copy(context.key);
  return {};
}

Result<void> PlanStatementChange(OperationContext& context, std::string_view on_failure,
                                 StatementWrite& write) {
  PIXII_RETURN_IF_ERROR(FindOldItem(context, write.planned));
  const StatementKind kind = write.bound->statement.kind;
  if (kind == StatementKind::kInsert) return PlanInsert(context, write);
  write.size_bytes = SizeOf(write.planned.old_item);
  // Nothing to delete is no failure, whatever the WHERE clause says besides the key.
  if (kind == StatementKind::kDelete && write.planned.old_item == nullptr) return {};
  PIXII_RETURN_IF_ERROR(CheckCondition(on_failure, write.planned));
  if (kind == StatementKind::kUpdate) {
    PIXII_RETURN_IF_ERROR(PlanUpdate(context, write));
  } else if (kind == StatementKind::kDelete) {
    PlanItemWrite(context, write.planned, nullptr);
    PIXII_RETURN_IF_ERROR(AdmitPlanned(context, write.planned));
  }
  TellReturned(context, write);
  return {};
}

Result<void> PlanStatementWrite(OperationContext& context, const BoundStatement& bound,
                                std::string_view on_failure, StatementWrite& write) {
  write.bound = &bound;
  PIXII_RETURN_IF_ERROR(BindStatementWrite(context, write));
  PIXII_RETURN_IF_ERROR(FindWriteTable(context, write));
  PIXII_RETURN_IF_ERROR(LowerStatementKey(context, write));
  PIXII_RETURN_IF_ERROR(CheckStatementKeysNotEmpty(write));
  PIXII_RETURN_IF_ERROR(ResolveStatementKey(context, write));
  return PlanStatementChange(context, on_failure, write);
}

void ChargeStatement(const OperationContext& context, const StatementWrite& write,
                     size_t planned_before) {
  const std::vector<ItemChange>& changes = context.commit.items;
  ChargeWrite(context, *write.planned.table, write.planned.key, WriteUnits(write.size_bytes),
              planned_before < changes.size() ? &changes[planned_before].index_changes : nullptr);
}

CapacityTally TallyOf(const OperationContext& context, const StatementWrite& write,
                      size_t planned_before) {
  CapacityTally tally;
  tally.table_units = static_cast<double>(WriteUnits(write.size_bytes));
  for (size_t i = planned_before; i < context.commit.items.size(); ++i) {
    tally.AddIndexChanges(context.commit.items[i].index_changes);
  }
  return tally;
}

}  // namespace pixii
