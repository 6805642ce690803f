// The sentences about attribute values.
#include "core/base/messages/attribute_values.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

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
  return Invalid("Null attribute value types must have the value of true");
}

// The service's own grammar and spacing.
std::string StringSetEmpty() { return Invalid("An string set  may not be empty"); }
std::string NumberSetEmpty() { return Invalid("An number set  may not be empty"); }
std::string BinarySetEmpty() { return Invalid("Binary sets should not be empty"); }

std::string StringSetHasDuplicates(std::string_view members) {
  return Invalid("Input collection [").append(members).append("] contains duplicates.");
}

std::string NumberSetHasDuplicates() { return "Input collection contains duplicates"; }

std::string BinarySetHasDuplicates(std::string_view members) {
  return Invalid("Input collection [").append(members).append("]of type BS contains duplicates.");
}

std::string NestedTooDeep() {
  return "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels "
         "beyond supported limit";
}

}  // namespace pixii::messages
