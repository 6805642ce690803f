// Planning writes, one function per kind of statement.
#include "core/operations/statement_write.h"

#include <algorithm>

#include "core/base/messages/partiql.h"
#include "core/metering/capacity.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/item_plans.h"
#include "core/operations/table_lookup.h"
#include "core/partiql/condition_lowering.h"
#include "core/partiql/item_lowering.h"
#include "core/partiql/update_lowering.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::Returning;
using partiql::StatementKind;

// Units for the larger of two images, and for what the last planned change does to indexes.
void TallyWrite(OperationContext& context, size_t planned_before, uint64_t size_bytes,
                StatementWrite& write) {
  write.tally.table_units = static_cast<double>(WriteUnits(size_bytes));
  for (size_t i = planned_before; i < context.commit.items.size(); ++i) {
    write.tally.AddIndexChanges(context.commit.items[i].index_changes);
  }
}

// Errors: kValidation for a statement on an index, kResourceNotFound.
Result<const Table*> FindWrittenTable(OperationContext& context, const BoundStatement& bound) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, bound.statement.table));
  if (bound.statement.has_index) return ValidationError(messages::WriteOnIndex());
  return table;
}

Result<void> PlanInsert(OperationContext& context, const BoundStatement& bound,
                        StatementWrite& write) {
  std::string& entries = context.new_entries;
  entries.clear();
  partiql::LowerItem(bound, entries);
  const AttributeMap item{Bytes(entries)};
  PIXII_ASSIGN_OR_RETURN(const NewItem measured, MeasurePut(item));
  PIXII_ASSIGN_OR_RETURN(write.table, FindWrittenTable(context, bound));
  ItemWrite planned{write.table};
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfItem(write.table->key_schema(), item.Entries(),
                                         /*schema_wording=*/false, context.key));
  PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(write.table->definition(), item.Entries()));
  planned.key = write.key = context.arena.Copy(context.key);
  PIXII_RETURN_IF_ERROR(FindOldItem(context, planned));
  write.old_item = planned.old_item;
  if (write.old_item != nullptr) {
    TallyWrite(context, context.commit.items.size(),
               std::max(SizeOf(write.old_item), measured.size_bytes), write);
    return Error{ErrorType::kDuplicateItem, messages::DuplicateItem()};
  }
  const size_t before = context.commit.items.size();
  write.new_item = PlanItemWrite(context, planned, &measured);
  TallyWrite(context, before, measured.size_bytes, write);
  return {};
}

// The item that the WHERE clause names, and whether it fulfils it. `key_attributes` lives in the
// arena.
Result<void> FindWritten(OperationContext& context, const BoundStatement& bound,
                         StatementWrite& write, ItemWrite& planned, Bytes& key_attributes) {
  PIXII_ASSIGN_OR_RETURN(
      planned.condition, partiql::LowerCondition(context.arena, bound, bound.statement.where));
  PIXII_ASSIGN_OR_RETURN(write.table, FindWrittenTable(context, bound));
  planned.table = write.table;
  std::string& attributes = context.projected;
  attributes.clear();
  PIXII_RETURN_IF_ERROR(partiql::LowerKey(bound, write.table->key_schema(), attributes));
  key_attributes = context.arena.Copy(attributes);
  PIXII_RETURN_IF_ERROR(
      PrimaryKeyOfKey(write.table->key_schema(), EntryRange(key_attributes), context.key));
  planned.key = write.key = context.arena.Copy(context.key);
  PIXII_RETURN_IF_ERROR(FindOldItem(context, planned));
  write.old_item = planned.old_item;
  return {};
}

void TellReturned(OperationContext& context, Returning asked, const BoundUpdate& update,
                  StatementWrite& write) {
  const bool is_old = asked == Returning::kAllOld || asked == Returning::kModifiedOld;
  const Item* item = is_old ? write.old_item : write.new_item;
  if (asked == Returning::kNothing || item == nullptr) return;
  if (asked == Returning::kAllOld || asked == Returning::kAllNew) {
    write.returned = AttributeMap(item->Body());
  } else {
    std::string& touched = context.projected;
    touched.clear();
    update.ProjectTouched(item->Attributes(), touched);
    if (touched.empty()) return;
    write.returned = AttributeMap(context.arena.Copy(touched));
  }
  write.returns = true;
}

Result<void> PlanUpdate(OperationContext& context, const BoundStatement& bound,
                        std::string_view on_failure, StatementWrite& write) {
  PIXII_ASSIGN_OR_RETURN(const BoundUpdate update, partiql::LowerUpdate(context.arena, bound));
  ItemWrite planned;
  Bytes key_attributes;
  PIXII_RETURN_IF_ERROR(FindWritten(context, bound, write, planned, key_attributes));
  PIXII_RETURN_IF_ERROR(CheckLeavesKey(write.table->key_schema(), update));
  // The WHERE clause names the key, so that it is false of an item that is not there: an UPDATE
  // never makes one.
  planned.has_condition = true;
  const size_t before = context.commit.items.size();
  TallyWrite(context, before, SizeOf(write.old_item), write);
  PIXII_RETURN_IF_ERROR(CheckCondition(on_failure, planned));
  PIXII_ASSIGN_OR_RETURN(
      const NewItem updated,
      MakeUpdated(context, planned, {update, EntryRange(key_attributes), UpdateGate::kItem}));
  PIXII_RETURN_IF_ERROR(CheckUpdatedIndexKeys(write.table->definition(), update.Paths(),
                                              EntryRange(updated.entries)));
  write.new_item = PlanItemWrite(context, planned, &updated);
  TallyWrite(context, before, std::max(SizeOf(write.old_item), SizeOf(write.new_item)), write);
  TellReturned(context, bound.statement.returning, update, write);
  return {};
}

Result<void> PlanDelete(OperationContext& context, const BoundStatement& bound,
                        std::string_view on_failure, StatementWrite& write) {
  ItemWrite planned;
  Bytes key_attributes;
  PIXII_RETURN_IF_ERROR(FindWritten(context, bound, write, planned, key_attributes));
  const size_t before = context.commit.items.size();
  TallyWrite(context, before, SizeOf(write.old_item), write);
  // Nothing to delete is no failure, whatever the WHERE clause says besides the key.
  if (write.old_item == nullptr) return {};
  planned.has_condition = true;
  PIXII_RETURN_IF_ERROR(CheckCondition(on_failure, planned));
  PlanItemWrite(context, planned, nullptr);
  TallyWrite(context, before, SizeOf(write.old_item), write);
  TellReturned(context, bound.statement.returning, BoundUpdate(), write);
  return {};
}

}  // namespace

Result<void> PlanStatementWrite(OperationContext& context, const BoundStatement& bound,
                                std::string_view on_failure, StatementWrite& write) {
  switch (bound.statement.kind) {
    case StatementKind::kInsert: return PlanInsert(context, bound, write);
    case StatementKind::kUpdate: return PlanUpdate(context, bound, on_failure, write);
    default: return PlanDelete(context, bound, on_failure, write);
  }
}

}  // namespace pixii
