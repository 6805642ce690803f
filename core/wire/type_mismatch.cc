// Choosing the text for a value of the wrong JSON type.
#include "core/wire/type_mismatch.h"

#include "core/base/base64.h"
#include "core/base/messages/serialization.h"

namespace pixii {
namespace {

// The name AWS gives a scalar token, or nothing where the number is not well formed.
std::string_view TokenName(JsonReader& json, JsonToken token) {
  std::string_view number;
  switch (token) {
    case JsonToken::kTrue: return "TRUE_VALUE";
    case JsonToken::kFalse: return "FALSE_VALUE";
    case JsonToken::kString: return "STRING_VALUE";
    case JsonToken::kNumber: break;
    default: json.StopMalformed(); return {};
  }
  if (!json.ReadNumber(number)) return {};
  return number.find_first_of(".eE") == number.npos ? "NUMBER_VALUE" : "DECIMAL_VALUE";
}

}  // namespace

bool StopAtScalar(JsonReader& json, JsonToken token, JavaType type) {
  if (token == JsonToken::kNone) return json.StopMalformed();
  if (token == JsonToken::kObject) return json.Stop(messages::StructureNotExpected());
  if (token == JsonToken::kArray) {
    return json.Stop(messages::UnrecognizedCollection(type.class_name));
  }
  if (type.word == kJavaBlob.word) return json.Stop(messages::NotBase64String());
  if (type.word == kJavaBoolean.word && token == JsonToken::kString) {
    return json.Stop(messages::UnexpectedToken());
  }
  const std::string_view name = TokenName(json, token);
  return json.Stop(messages::CannotBeConverted(name, type.word));
}

bool StopAtList(JsonReader& json, JsonToken token) {
  if (token == JsonToken::kNone) return json.StopMalformed();
  if (token == JsonToken::kObject) return json.Stop(messages::StructureNotExpected());
  return json.Stop(messages::UnexpectedFieldType());
}

bool StopAtMap(JsonReader& json, JsonToken token, std::string_view class_name) {
  if (token == JsonToken::kNone) return json.StopMalformed();
  if (token == JsonToken::kArray) return json.Stop(messages::UnrecognizedCollection(class_name));
  return json.Stop(messages::UnexpectedFieldType());
}

bool StopAtStructure(JsonReader& json, JsonToken token, std::string_view class_name) {
  if (token == JsonToken::kNone) return json.StopMalformed();
  if (token == JsonToken::kArray) return json.Stop(messages::UnrecognizedCollection(class_name));
  return json.Stop(messages::UnexpectedValueType());
}

bool DecodeBinary(JsonReader& json, std::string_view text, Arena& arena, std::string_view& bytes) {
  char* const to = static_cast<char*>(arena.Allocate(text.size() / 4 * 3 + 1));
  size_t size = 0;
  switch (DecodeBase64(text, to, size)) {
    case Base64Fault::kNone: break;
    case Base64Fault::kLength: return json.Stop(messages::Base64LengthWrong(text.size()));
    case Base64Fault::kCharacter: return json.Stop(messages::Base64CharacterWrong(text[size]));
    case Base64Fault::kLastCharacter: return json.Stop(messages::Base64LastCharacterWrong());
  }
  bytes = {to, size};
  return true;
}

}  // namespace pixii
