// The texts for JSON values of another kind than asked for, by kind asked and kind given.
#include "core/wire/type_mismatch.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

// What `stop` answers at the value `text`.
template <class Stop>
std::string Answer(std::string_view text, Stop stop) {
  Arena arena;
  JsonReader json(text, arena);
  const JsonToken token = json.Peek();
  EXPECT_FALSE(stop(json, token));
  EXPECT_TRUE(json.stopped());
  return json.error().message;
}
std::string AtScalar(std::string_view text, JavaType type) {
  return Answer(
      text, [type](JsonReader& json, JsonToken token) { return StopAtScalar(json, token, type); });
}
std::string AtList(std::string_view text) { return Answer(text, StopAtList); }
std::string AtMap(std::string_view text) {
  return Answer(text, [](JsonReader& json, JsonToken token) {
    return StopAtMap(json, token, "java.util.Map<A, B>");
  });
}
std::string AtStructure(std::string_view text) {
  return Answer(text, [](JsonReader& json, JsonToken token) {
    return StopAtStructure(json, token, "class C");
  });
}

TEST(TypeMismatch, NamesTheScalarGivenAndTheTypeAsked) {
  EXPECT_EQ(AtScalar("1", kJavaString), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(AtScalar("1e2", kJavaString), "DECIMAL_VALUE cannot be converted to String");
  EXPECT_EQ(AtScalar("true", kJavaLong), "TRUE_VALUE cannot be converted to Long");
  EXPECT_EQ(AtScalar("false", kJavaInteger), "FALSE_VALUE cannot be converted to Integer");
  EXPECT_EQ(AtScalar("\"x\"", kJavaBoolean), "Unexpected token received from parser");
  EXPECT_EQ(AtScalar("1", kJavaBlob), "only base-64-encoded strings are convertible to bytes");
}

TEST(TypeMismatch, NamesContainersWhereNoneIsDue) {
  EXPECT_EQ(AtScalar("{}", kJavaDouble), "Start of structure or map found where not expected");
  EXPECT_EQ(AtScalar("[]", kJavaDate), "Unrecognized collection type class java.util.Date");
  EXPECT_EQ(AtList("{}"), "Start of structure or map found where not expected");
  EXPECT_EQ(AtMap("[]"), "Unrecognized collection type java.util.Map<A, B>");
  EXPECT_EQ(AtStructure("[]"), "Unrecognized collection type class C");
}

TEST(TypeMismatch, NamesScalarsWhereAContainerIsDue) {
  for (const char* text : {"1", "\"x\"", "true"}) {
    EXPECT_EQ(AtList(text), "Unexpected field type");
    EXPECT_EQ(AtMap(text), "Unexpected field type");
    EXPECT_EQ(AtStructure(text), "Unexpected value type in payload");
  }
}

TEST(TypeMismatch, SaysNothingOfBrokenJson) {
  for (const char* text : {"", "x", ",", "}", "-"}) {
    EXPECT_EQ(AtScalar(text, kJavaString), "") << text;
  }
  EXPECT_EQ(AtList(""), "");
  EXPECT_EQ(AtMap("?"), "");
  EXPECT_EQ(AtStructure("]"), "");
}

TEST(DecodeBinary, GivesBytesThatAreNeverNull) {
  Arena arena;
  JsonReader json("", arena);
  std::string_view bytes;
  ASSERT_TRUE(DecodeBinary(json, "", arena, bytes));
  EXPECT_NE(bytes.data(), nullptr);
  EXPECT_TRUE(bytes.empty());
  ASSERT_TRUE(DecodeBinary(json, "AAEC", arena, bytes));
  EXPECT_EQ(bytes, std::string_view("\0\1\2", 3));
}

TEST(DecodeBinary, NeverRepeatsHalfACharacter) {
  Arena arena;
  JsonReader json("", arena);
  std::string_view bytes;
  EXPECT_FALSE(DecodeBinary(json, "é==", arena, bytes));
  EXPECT_EQ(json.error().message, "Invalid Base64 character: '?'");
}

}  // namespace
}  // namespace pixii
