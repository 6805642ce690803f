// Finding one item by a statement, and telling what its columns ask for.
#include "core/operations/statement_item.h"

#include "core/operations/table_lookup.h"
#include "core/partiql/item_lowering.h"

namespace pixii {

using partiql::BoundStatement;
using partiql::Column;

Result<void> FindReadTable(OperationContext& context, const BoundStatement& bound,
                           const std::string& needs_key, StatementItem& found) {
  PIXII_ASSIGN_OR_RETURN(found.table, FindStatementTable(context, bound.statement));
  const partiql::KeyNaming naming = partiql::NamingOf(bound, found.table->key_schema());
  if (naming.is_whole && naming.is_only && !bound.statement.has_index) return {};
  return ValidationError(needs_key);
}

Result<void> LowerReadKey(OperationContext& context, const BoundStatement& bound,
                          StatementItem& found) {
  std::string& attributes = context.projected;
  attributes.clear();
  PIXII_RETURN_IF_ERROR(partiql::LowerKey(bound, found.table->key_schema(), attributes));
  found.key_attributes = AttributeMap(context.arena.Copy(attributes));
  return {};
}

Result<void> FindReadItem(OperationContext& context, StatementItem& found) {
  PIXII_RETURN_IF_ERROR(
      PrimaryKeyOfKey(found.table->key_schema(), found.key_attributes.Entries(), context.key));
  found.key = context.arena.Copy(context.key);
  found.item = found.table->items().Find(found.key);
  return {};
}

AttributeMap TellColumns(OperationContext& context, Span<const Column> columns, EntryRange item) {
  if (columns.empty()) return AttributeMap(item.Encoded());
  std::string& entries = context.projected;
  entries.clear();
  partiql::ProjectColumns(columns, item, entries);
  return AttributeMap(context.arena.Copy(entries));
}

}  // namespace pixii
