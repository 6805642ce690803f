// What happens when a JSON value is of another kind than the member it is given for: reading stops
// with the text AWS answers, which names the class its own code meant.
#pragma once

#include <string_view>

#include "core/wire/json_reader.h"

namespace pixii {

// The word and the class by which AWS's texts call a type.
struct JavaType {
  std::string_view word;
  std::string_view class_name;
};
inline constexpr JavaType kJavaString{"String", "class java.lang.String"};
inline constexpr JavaType kJavaBoolean{"Boolean", "class java.lang.Boolean"};
inline constexpr JavaType kJavaInteger{"Integer", "class java.lang.Integer"};
inline constexpr JavaType kJavaLong{"Long", "class java.lang.Long"};
inline constexpr JavaType kJavaDouble{"Double", "class java.lang.Double"};
inline constexpr JavaType kJavaDate{"Date", "class java.util.Date"};
inline constexpr JavaType kJavaBlob{"Blob", "class java.nio.ByteBuffer"};

// Each reads nothing more, stops `json` and returns false. `token` is what stands next.
// For a scalar of `type`.
bool StopAtScalar(JsonReader& json, JsonToken token, JavaType type);
// For a list.
bool StopAtList(JsonReader& json, JsonToken token);
// For a map; `class_name` as "java.util.Map<java.lang.String, java.lang.String>".
bool StopAtMap(JsonReader& json, JsonToken token, std::string_view class_name);
// For a structure; `class_name` as "class com.amazonaws.dynamodb.v20120810.Tag".
bool StopAtStructure(JsonReader& json, JsonToken token, std::string_view class_name);

// The bytes of base64 `text`, in the arena of the caller. False: stopped.
bool DecodeBinary(JsonReader& json, std::string_view text, Arena& arena, std::string_view& bytes);

}  // namespace pixii
