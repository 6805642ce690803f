// The steps of parsing in the order in which the service reports their faults.
#include "core/expressions/parser.h"

#include "core/base/limits.h"
#include "core/expressions/syntax.h"
#include "core/expressions/tree_rules.h"

namespace pixii {
namespace {

Error Invalid(ExpressionKind kind, Envelope envelope, const std::string& text) {
  return {ErrorType::kValidation,
          Enveloped(envelope, messages::InvalidExpression(ParameterName(kind), text))};
}

}  // namespace

Result<std::unique_ptr<const ExpressionTree>> ParseExpression(ExpressionKind kind,
                                                              std::string_view text,
                                                              Envelope envelope) {
  if (text.empty()) return Invalid(kind, envelope, messages::ExpressionIsEmpty());
  if (text.size() > limits::kExpressionSizeBytesMax) {
    // Only the operations that answer without the envelope tell the size.
    const bool tell_size = envelope == Envelope::kNone;
    return Invalid(kind, envelope, messages::ExpressionTooLong(text.size(), tell_size));
  }
  auto tree = std::make_unique<ExpressionTree>();
  tree->kind = kind;
  tree->text = text;
  SyntaxParser parser(*tree);
  parser.Parse();
  std::string fault = parser.fault().empty() ? FindTreeFault(*tree) : parser.fault();
  if (fault.empty()) fault = parser.clause_fault();
  if (!fault.empty()) return Invalid(kind, envelope, fault);
  tree->nodes.shrink_to_fit();
  return std::unique_ptr<const ExpressionTree>(std::move(tree));
}

}  // namespace pixii
