// The sentences about attribute values.
#include "core/base/messages/attribute_values.h"

namespace pixii::messages {
namespace {
constexpr std::string_view kInvalidParameters = "One or more parameter values were invalid: ";

std::string InvalidParameters(std::string_view text) {
  return std::string(kInvalidParameters).append(text);
}
}  // namespace

std::string AttributeNameEmpty() { return "Empty attribute name"; }

std::string AttributeValueEmpty() {
  return "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
}

std::string AttributeValueHasManyTypes() {
  return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
         "supported datatypes";
}

std::string NotANumber(std::string_view text) {
  std::string message = "The parameter cannot be converted to a numeric value";
  if (!text.empty()) message.append(": ").append(text);
  return message;
}

std::string NullMustBeTrue() {
  return InvalidParameters("Null attribute value types must have the value of true");
}

// The service's own grammar and spacing.
std::string StringSetEmpty() { return InvalidParameters("An string set  may not be empty"); }
std::string NumberSetEmpty() { return InvalidParameters("An number set  may not be empty"); }
std::string BinarySetEmpty() { return InvalidParameters("Binary sets should not be empty"); }

std::string StringSetHasDuplicates(std::string_view members) {
  return InvalidParameters("Input collection [").append(members).append("] contains duplicates.");
}

std::string NumberSetHasDuplicates() { return "Input collection contains duplicates"; }

std::string BinarySetHasDuplicates(std::string_view members) {
  return InvalidParameters("Input collection [")
      .append(members)
      .append("]of type BS contains duplicates.");
}

std::string NestedTooDeep() {
  return "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels "
         "beyond supported limit";
}

}  // namespace pixii::messages
