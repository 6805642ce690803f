// The sentences about expressions, as the service writes them.
#include "core/base/messages/expressions.h"

#include "core/base/messages/wording.h"

namespace pixii {

std::string Enveloped(Envelope envelope, std::string text) {
  if (envelope == Envelope::kNone) return text;
  return messages::Join({"1 validation error detected: ", text});
}

namespace messages {

std::string InvalidExpression(std::string_view parameter, std::string_view text) {
  return Join({"Invalid ", parameter, ": ", text});
}

std::string ExpressionIsEmpty() { return "The expression can not be empty;"; }
std::string ExpressionTooLong(size_t size_bytes, bool tell_size) {
  const std::string text = "Expression size has exceeded the maximum allowed size;";
  return tell_size ? Join({text, " expression size: ", std::to_string(size_bytes)}) : text;
}
std::string ExpressionSyntaxError(std::string_view token, std::string_view near) {
  return Join({"Syntax error; token: \"", token, "\", near: \"", near, "\""});
}
std::string TooManyOperators() {
  return "The expression contains too many operators; operator count: 301";
}
std::string RedundantParentheses() { return "The expression has redundant parentheses;"; }
std::string ReservedKeyword(std::string_view word) {
  return Join({"Attribute name is a reserved keyword; reserved keyword: ", word});
}
std::string InvalidFunctionName(std::string_view function) {
  return Join({"Invalid function name; function: ", function});
}
std::string FunctionMisplaced(std::string_view function) {
  return Join(
      {"The function is not allowed to be used this way in an expression; function: ", function});
}
std::string FunctionNotInCondition(std::string_view function) {
  return Join({"The function is not allowed in a condition expression; function: ", function});
}
std::string FunctionNotInUpdate(std::string_view function) {
  return Join({"The function is not allowed in an update expression; function: ", function});
}
std::string SectionRepeated(std::string_view section) {
  return Join({"The \"", section, "\" section can only be used once in an update expression;"});
}
std::string PathTooDeep(uint32_t levels) {
  return Join(
      {"The document path has too many nesting levels; nesting levels: ", std::to_string(levels)});
}
std::string ListIndexTooLarge(std::string_view digits) {
  return Join({"List index is not within the allowable range; index: [", digits, "]"});
}
std::string TooManyInOperands(uint32_t count) {
  return Join({"The IN operator is provided with too many operands; number of operands: ",
               std::to_string(count)});
}

std::string UndefinedName(std::string_view placeholder) {
  return Join({"An expression attribute name used in the document path is not defined; ",
               "attribute name: ", placeholder});
}
std::string UndefinedValue(std::string_view placeholder) {
  return Join({"An expression attribute value used in expression is not defined; ",
               "attribute value: ", placeholder});
}
std::string OperandCount(std::string_view operation, uint32_t count) {
  return Join({"Incorrect number of operands for operator or function; operator or function: ",
               operation, ", number of operands: ", std::to_string(count)});
}
std::string SectionOperandType(std::string_view section, std::string_view type) {
  static constexpr std::pair<std::string_view, std::string_view> kLongNames[] = {
      {"S", "STRING"},      {"N", "NUMBER"},      {"B", "BINARY"}, {"SS", "STRING_SET"},
      {"NS", "NUMBER_SET"}, {"BS", "BINARY_SET"}, {"M", "MAP"},    {"L", "LIST"},
      {"NULL", "NULL"},     {"BOOL", "BOOLEAN"}};
  std::string_view name = type;
  for (const auto& [short_name, long_name] : kLongNames) {
    if (short_name == type) name = long_name;
  }
  return Join({"Incorrect operand type for operator or function; operator: ", section,
               ", operand type: ", name, ", typeSet: ALLOWED_FOR_", section, "_OPERAND"});
}
std::string OperandType(std::string_view operation, std::string_view type) {
  return Join({"Incorrect operand type for operator or function; operator or function: ", operation,
               ", operand type: ", type});
}
std::string InvalidAttributeTypeName(std::string_view type) {
  return Join({"Invalid attribute type name found; type: ", type,
               ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"});
}
std::string DocumentPathRequired(std::string_view operation) {
  return Join({"Operator or function requires a document path; operator or function: ", operation});
}
std::string OperandsMustDiffer(std::string_view operation, std::string_view path) {
  return Join({"The first operand must be distinct from the remaining operands for this operator ",
               "or function; operator: ", operation, ", first operand: ", path});
}
std::string BetweenBoundsReversed(std::string_view lower, std::string_view upper) {
  return Join({"The BETWEEN operator requires upper bound to be greater than or equal to lower ",
               "bound; lower bound operand: AttributeValue: ", lower,
               ", upper bound operand: AttributeValue: ", upper});
}
std::string BetweenBoundTypes(std::string_view lower, std::string_view upper) {
  return Join({"The BETWEEN operator requires same data type for lower and upper bounds; ",
               "lower bound operand: AttributeValue: ", lower,
               ", upper bound operand: AttributeValue: ", upper});
}
std::string PathsOverlap(std::string_view one, std::string_view two) {
  return Join({"Two document paths overlap with each other; must remove or rewrite one of these ",
               "paths; path one: ", one, ", path two: ", two});
}
std::string PathsConflict(std::string_view one, std::string_view two) {
  return Join({"Two document paths conflict with each other; must remove or rewrite one of these ",
               "paths; path one: ", one, ", path two: ", two});
}

std::string EmptyNameForPlaceholder(std::string_view placeholder) {
  return Join({"ExpressionAttributeNames contains invalid value: Empty attribute name for key ",
               placeholder});
}
std::string UnusedPlaceholders(std::string_view parameter, std::string_view keys) {
  return Join({"Value provided in ", parameter, " unused in expressions: keys: {", keys, "}"});
}
std::string InvalidPlaceholder(std::string_view parameter, std::string_view key) {
  return Join({parameter, " contains invalid key: Syntax error; key: \"", key, "\""});
}
std::string PlaceholderTooLong(std::string_view parameter, size_t size_bytes) {
  return Join({parameter,
               " contains invalid key: The expression attribute map contains a key that ",
               "is too long; size of key: ", std::to_string(size_bytes)});
}
std::string PlaceholdersTooLarge() {
  return "The combined size of ExpressionAttributeNames and ExpressionAttributeValues has exceeded "
         "the maximum allowed size";
}

std::string KeyConditionOperator(std::string_view operation) {
  return Join({"Invalid operator used in KeyConditionExpression: ", operation});
}
std::string KeyConditionTwicePerKey() {
  return "KeyConditionExpressions must only contain one condition per key";
}
std::string KeyConditionNestedAttribute() {
  return "KeyConditionExpressions cannot have conditions on nested attributes";
}
std::string KeyConditionNestedOperation() {
  return "KeyConditionExpressions cannot contain nested operations";
}
std::string KeyConditionFirstOperand(std::string_view operation) {
  return Join({"Invalid condition in KeyConditionExpression: ", operation,
               " operator must have the key attribute as its first operand"});
}
std::string KeyConditionSeveralNames() {
  return "Invalid condition in KeyConditionExpression: Multiple attribute names used in one "
         "condition";
}
std::string KeyConditionNoAttribute() {
  return "Invalid condition in KeyConditionExpression: No key attribute specified";
}
std::string KeyConditionCount() { return "Conditions can be of length 1 or 2 only"; }
std::string KeyConditionMissed(std::string_view attribute) {
  return Join({"Query condition missed key schema element: ", attribute});
}
std::string KeyConditionNotSupported() { return "Query key condition not supported"; }
std::string KeyConditionType() {
  return "One or more parameter values were invalid: Condition parameter type does not match "
         "schema type";
}

std::string UpdatePathInvalid() {
  return "The document path provided in the update expression is invalid for update";
}
std::string OperandAttributeMissing() {
  return "The provided expression refers to an attribute that does not exist in the item";
}
std::string OperandDataType() {
  return "An operand in the update expression has an incorrect data type";
}
std::string NumberOverflow() {
  return "Number overflow. Attempting to store a number with magnitude larger than supported range";
}
std::string NumberUnderflow() {
  return "Number underflow. Attempting to store a number with magnitude smaller than supported "
         "range";
}
std::string NumberTooPrecise() {
  return "Attempting to store more than 38 significant digits in a Number";
}

}  // namespace messages
}  // namespace pixii
