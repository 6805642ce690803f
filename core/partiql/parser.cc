// The steps of parsing in the order in which the service reports their faults.
#include "core/partiql/parser.h"

#include "core/base/messages/partiql.h"
#include "core/base/utf8.h"
#include "core/partiql/statement_rules.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

Result<std::unique_ptr<const Statement>> ParseStatement(std::string_view text) {
  // Requests hold at most 8,192 characters; this only keeps offsets in bounds.
  constexpr size_t kSizeBytesMax = size_t{1} << 24;
  if (text.size() > kSizeBytesMax || !IsValidUtf8(text)) {
    return Error{ErrorType::kValidation, messages::StatementNotWellFormed("")};
  }
  auto statement = std::make_unique<Statement>();
  statement->text = text;
  SyntaxParser parser(*statement);
  parser.Parse();
  if (!parser.syntax_fault().empty()) return Error{ErrorType::kValidation, parser.syntax_fault()};
  statement->fault = parser.fault();
  if (statement->fault.empty()) statement->fault = FindStatementFault(*statement);
  if (statement->fault.empty()) statement->actions_fault = FindActionsFault(*statement);
  statement->terms.shrink_to_fit();
  return std::unique_ptr<const Statement>(std::move(statement));
}

}  // namespace pixii::partiql
