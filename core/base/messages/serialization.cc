// The sentences of SerializationException.
#include "core/base/messages/serialization.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string CannotBeConverted(std::string_view token, std::string_view type) {
  return std::string(token).append(" cannot be converted to ").append(type);
}

std::string UnrecognizedCollection(std::string_view java_type) {
  return std::string("Unrecognized collection type ").append(java_type);
}

std::string StructureNotExpected() { return "Start of structure or map found where not expected"; }

std::string UnexpectedToken() { return "Unexpected token received from parser"; }
std::string UnexpectedFieldType() { return "Unexpected field type"; }

std::string UnexpectedValueType() { return "Unexpected value type in payload"; }

std::string NotBase64String() { return "only base-64-encoded strings are convertible to bytes"; }

std::string Base64LengthWrong(size_t length) {
  return Join({"Base64 encoded length is expected a multiple of 4 bytes but found: ",
               std::to_string(length)});
}

std::string Base64CharacterWrong(char character) {
  // Half of a longer UTF-8 sequence must not get into a text.
  const bool ascii = character >= 0x20 && character <= 0x7E;
  return Join({"Invalid Base64 character: '", {ascii ? &character : "?", 1}, "'"});
}

std::string Base64LastCharacterWrong() {
  return "Invalid last non-pad Base64 character dectected";  // the service's own spelling
}

}  // namespace pixii::messages
