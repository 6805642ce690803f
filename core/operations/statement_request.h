// How requests carry PartiQL statements, and the step from their members to a bound statement.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"
#include "core/partiql/bound_statement.h"
#include "core/partiql/item_lowering.h"

namespace pixii {

inline constexpr Shape kStatementShape =
    shape::String({.name = "PartiQLStatement", .min = 1, .max = 8192});
inline constexpr Shape kStatementParametersShape = shape::List<AttributeValue>(
    {.name = "PreparedStatementParameters", .min = 1}, kAttributeValueShape);
inline constexpr Shape kNextTokenShape =
    shape::String({.name = "PartiQLNextToken", .min = 1, .max = 32768});

// Parses the statement, or finds it parsed. It lives as long as the request. Errors: kValidation: a
// fault that decoding left in a parameter; text that is not well formed.
Result<const partiql::Statement*> FindStatement(OperationContext& context, std::string_view text,
                                                Span<AttributeValue> parameters);

// Puts the parameters in place. Errors: kValidation: what the statement may not say; a wrong number
// of parameters.
Result<partiql::BoundStatement> BindParameters(OperationContext& context,
                                               const partiql::Statement& statement,
                                               Span<AttributeValue> parameters);

// Both steps, for requests of one statement.
Result<partiql::BoundStatement> BindStatement(OperationContext& context, std::string_view text,
                                              Span<AttributeValue> parameters);

// The table that the statement names. Errors: kResourceNotFound; kValidation for what can be no
// table's name, but INSERT's.
Result<const Table*> FindStatementTable(OperationContext& context,
                                        const partiql::Statement& statement);

// A number that differs, as good as surely, where the statement or a parameter does: binds a next
// token to its request.
uint64_t FingerprintOf(const partiql::BoundStatement& bound);

}  // namespace pixii
