// Statements and their parameters.
#include "core/operations/statement_request.h"

#include "core/base/limits.h"
#include "core/base/messages/partiql.h"
#include "core/operations/table_lookup.h"
#include "core/values/key_bytes.h"
#include "core/wire/pattern.h"

namespace pixii {

Result<const partiql::Statement*> FindStatement(OperationContext& context, std::string_view text,
                                                Span<AttributeValue> parameters) {
  for (const AttributeValue& each : parameters) {
    if (each.fault != nullptr) return ValidationError(each.fault->message);
  }
  return context.statements.Parse(text);
}

Result<partiql::BoundStatement> BindParameters(OperationContext& context,
                                               const partiql::Statement& statement,
                                               Span<AttributeValue> parameters) {
  if (!statement.fault.empty()) return ValidationError(statement.fault);
  if (statement.parameter_count != parameters.count) {
    return ValidationError(messages::ParameterCountMismatch());
  }
  ValueView* values = context.arena.New<ValueView>(parameters.count);
  for (size_t i = 0; i < parameters.count; ++i) values[i] = parameters[i].value;
  return partiql::BoundStatement{statement, {values, parameters.count}};
}

Result<partiql::BoundStatement> BindStatement(OperationContext& context, std::string_view text,
                                              Span<AttributeValue> parameters) {
  PIXII_ASSIGN_OR_RETURN(const partiql::Statement* statement,
                         FindStatement(context, text, parameters));
  return BindParameters(context, *statement, parameters);
}

Result<const Table*> FindStatementTable(OperationContext& context,
                                        const partiql::Statement& statement) {
  const std::string_view name = statement.table;
  const bool fits = name.size() >= limits::kTableNameSizeMin &&
                    name.size() <= limits::kTableNameSizeMax && Matches(Pattern::kName, name);
  if (!fits && !IsArn(name) && statement.kind != partiql::StatementKind::kInsert) {
    return ValidationError(messages::InvalidTableNameInStatement());
  }
  return FindDataTable(context, name);
}

uint64_t FingerprintOf(const partiql::BoundStatement& bound) {
  std::string all = bound.statement.text;
  all.push_back('\0');
  for (const ValueView& parameter : bound.parameters) all.append(parameter.Encoded());
  return HashPartitionKey(all);
}

}  // namespace pixii
