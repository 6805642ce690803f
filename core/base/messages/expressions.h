// Every sentence a client can read about expressions, one function each. Texts come without the
// envelope; those of the first group without "Invalid <parameter>: " as well, which Enveloped and
// InvalidExpression put in front at the place that raises the error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pixii {

// Whether some families of errors say "1 validation error detected: " first, which depends on the
// operation (PutItem, UpdateItem and DeleteItem do, reads, batches and transactions do not).
enum class Envelope : uint8_t { kNone, kOneValidationError };
std::string Enveloped(Envelope envelope, std::string text);

namespace messages {

// "Invalid <parameter>: <text>".
std::string InvalidExpression(std::string_view parameter, std::string_view text);

// Found by parsing.
std::string ExpressionIsEmpty();
// Put and update expressions end after the semicolon, the others tell the size.
std::string ExpressionTooLong(size_t size_bytes, bool tell_size);
std::string ExpressionSyntaxError(std::string_view token, std::string_view near);
std::string TooManyOperators();
std::string RedundantParentheses();
std::string ReservedKeyword(std::string_view word);
std::string InvalidFunctionName(std::string_view function);
std::string FunctionMisplaced(std::string_view function);
std::string FunctionNotInCondition(std::string_view function);
std::string FunctionNotInUpdate(std::string_view function);
std::string SectionRepeated(std::string_view section);
std::string PathTooDeep(uint32_t levels);
std::string ListIndexTooLarge(std::string_view digits);
std::string TooManyInOperands(uint32_t count);

// Found by binding.
std::string UndefinedName(std::string_view placeholder);
std::string UndefinedValue(std::string_view placeholder);
std::string OperandCount(std::string_view operation, uint32_t count);
std::string OperandType(std::string_view operation, std::string_view type);
// The value of an ADD or DELETE section; `type` is one of the ten short names.
std::string SectionOperandType(std::string_view section, std::string_view type);
std::string InvalidAttributeTypeName(std::string_view type);
std::string DocumentPathRequired(std::string_view operation);
std::string OperandsMustDiffer(std::string_view operation, std::string_view path);
// Bounds as OperandText writes them.
std::string BetweenBoundsReversed(std::string_view lower, std::string_view upper);
std::string BetweenBoundTypes(std::string_view lower, std::string_view upper);
std::string PathsOverlap(std::string_view one, std::string_view two);
std::string PathsConflict(std::string_view one, std::string_view two);

// About placeholders; `parameter` is ExpressionAttributeNames or ExpressionAttributeValues, `keys`
// is "#a, #b". No "Invalid <parameter>: " in front.
std::string EmptyNameForPlaceholder(std::string_view placeholder);
std::string UnusedPlaceholders(std::string_view parameter, std::string_view keys);
std::string InvalidPlaceholder(std::string_view parameter, std::string_view key);
std::string PlaceholderTooLong(std::string_view parameter, size_t size_bytes);
std::string PlaceholdersTooLarge();

// Key conditions: what their form does not allow.
std::string KeyConditionOperator(std::string_view operation);
std::string KeyConditionTwicePerKey();
std::string KeyConditionNestedAttribute();
std::string KeyConditionNestedOperation();
std::string KeyConditionFirstOperand(std::string_view operation);
std::string KeyConditionSeveralNames();
std::string KeyConditionNoAttribute();
// Against the key schema. No "Invalid <parameter>: " in front.
std::string KeyConditionCount();
std::string KeyConditionMissed(std::string_view attribute);
std::string KeyConditionNotSupported();
std::string KeyConditionType();

// Applying updates. Never enveloped, no "Invalid <parameter>: " in front.
std::string UpdatePathInvalid();
std::string OperandAttributeMissing();
std::string OperandDataType();
std::string NumberOverflow();
std::string NumberUnderflow();
std::string NumberTooPrecise();

}  // namespace messages
}  // namespace pixii
