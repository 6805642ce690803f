// What clients read when the JSON of a request has the wrong form or type (SerializationException).
// Java's class names in them are what AWS sends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pixii::messages {

// `token` as AWS names it: NUMBER_VALUE, DECIMAL_VALUE, TRUE_VALUE, FALSE_VALUE, STRING_VALUE;
// `type`: String, Boolean, Integer, Long, Double, Date.
std::string CannotBeConverted(std::string_view token, std::string_view type);
// A list where none is due; `java_type` is what is: "class java.lang.String".
std::string UnrecognizedCollection(std::string_view java_type);
// An object where none is due.
std::string StructureNotExpected();
// A text where a truth value is due.
std::string UnexpectedToken();
// A scalar where a list or map is due.
std::string UnexpectedFieldType();
// A scalar where a structure is due.
std::string UnexpectedValueType();

std::string NotBase64String();
std::string Base64LengthWrong(size_t length);
std::string Base64CharacterWrong(char character);
std::string Base64LastCharacterWrong();

}  // namespace pixii::messages
