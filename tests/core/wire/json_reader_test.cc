// The JSON reader: what it accepts and refuses, strings in place and unescaped, and hostile input.
#include "core/wire/json_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

bool Accepts(std::string_view text) {
  Arena arena;
  JsonReader json(text, arena);
  return json.SkipValue() && json.AtEnd();
}

// The one string of `text`, or "stopped".
std::string ReadOnly(std::string_view text, bool* plain = nullptr) {
  Arena arena;
  JsonReader json(text, arena);
  JsonString string;
  if (json.Peek() != JsonToken::kString || !json.ReadString(string) || !json.AtEnd()) {
    return "stopped";
  }
  if (plain != nullptr) *plain = string.plain;
  return std::string(string.text);
}

TEST(JsonReader, AcceptsWhatTheGrammarAllows) {
  for (const char* text :
       {"{}", "[]", " {\"a\" : [1, -2.5e+10, 0, -0, 0.1E-3, true, false, null, \"x\"] } \n\r\t",
        "[[],{}]", "\"\"", "1", "{\"a\":{\"a\":{\"a\":[]}}}", "{\"a\":1,\"a\":2}",
        "\"\\u00e9\\uD834\\uDD1E\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "\"é𝄞\"", "\"\x7f\""}) {
    EXPECT_TRUE(Accepts(text)) << text;
  }
}

TEST(JsonReader, RefusesEverythingElse) {
  for (const char* text : {"",         " ",          "{",
                           "}",        "[",          "]",
                           "{]",       "[}",         "[1,]",
                           "[,1]",     "{,}",        "{\"a\"}",
                           "{\"a\":}", "{\"a\":1,}", "{a:1}",
                           "{'a':1}",  "{\"a\" 1}",  "{\"a\":1 \"b\":2}",
                           "[1 2]",    "01",         "-",
                           "+1",       ".5",         "1.",
                           "1e",       "1e+",        "0x1",
                           "- 1",      "NaN",        "Infinity",
                           "tru",      "nul",        "falsey",
                           "\"",       "\"a",        "\"\\",
                           "\"\\x\"",  "\"\\u12\"",  "\"\\u12g4\"",
                           "\"\t\"",   "\"a\nb\"",   "{} {}",
                           "1 2",      "// x\n1",    "\xEF\xBB\xBF{}",
                           "[1]x",     "\"\\u\"",    "{\"a\":1]",
                           "[1}"}) {
    EXPECT_FALSE(Accepts(text)) << text;
  }
}

TEST(JsonReader, RefusesBadUtf8AndHalvesOfPairs) {
  for (const char* text :
       {"\"\xFF\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"abcdefgh\x80\"", "\"\\uD834\"",
        "\"\\uDD1E\"", "\"\\uD834\\u0041\"", "\"\\uD834x\"", "\"\\uDD1E\\uD834\"", "{\"\xFF\":1}",
        "\"\\\xC3\xA9\"", "\"\\u00e9\xA1\"", "\"\\n abcdefghi\xFF\""}) {
    EXPECT_FALSE(Accepts(text)) << testing::PrintToString(text);
  }
}

TEST(JsonReader, GivesStringsInPlaceWhereTheyHaveNoEscapes) {
  const std::string text = "\"plain é\"";
  Arena arena;
  JsonReader json(text, arena);
  JsonString string;
  ASSERT_EQ(json.Peek(), JsonToken::kString);
  ASSERT_TRUE(json.ReadString(string));
  EXPECT_EQ(string.text.data(), text.data() + 1);
  EXPECT_EQ(string.text, "plain é");
  EXPECT_TRUE(string.plain);
}

TEST(JsonReader, UnescapesTheOthersAndSaysWhetherTheyArePlain) {
  bool plain = false;
  EXPECT_EQ(ReadOnly(R"("a\"b\\c\/d\b\f\n\r\t")", &plain), "a\"b\\c/d\b\f\n\r\t");
  EXPECT_FALSE(plain);
  EXPECT_EQ(ReadOnly(R"("\u0041\u00e9\u20ac\uD834\uDD1E")", &plain), "Aé€𝄞");
  EXPECT_TRUE(plain);
  EXPECT_EQ(ReadOnly(R"("\u0000")", &plain), std::string(1, '\0'));
  EXPECT_FALSE(plain);
  EXPECT_EQ(ReadOnly("\"\"", &plain), "");
  EXPECT_TRUE(plain);
}

TEST(JsonReader, FindsTheEndOfAStringAtEveryLengthAndOffset) {
  // The scan goes by eight bytes; every special byte is put at every place of them.
  for (size_t size = 0; size < 34; ++size) {
    const std::string text(size, 'a');
    ASSERT_EQ(ReadOnly("\"" + text + "\""), text);
    for (size_t at = 0; at < size; ++at) {
      std::string escaped = text;
      escaped.replace(at, 1, "\\n");
      std::string expected = text;
      expected[at] = '\n';
      ASSERT_EQ(ReadOnly("\"" + escaped + "\""), expected);
      std::string accented = text;
      accented.replace(at, 1, "é");
      ASSERT_EQ(ReadOnly("\"" + accented + "\""), accented);
      std::string control = text;
      control[at] = '\x1f';
      ASSERT_EQ(ReadOnly("\"" + control + "\""), "stopped");
    }
  }
}

TEST(JsonReader, ReadsNumbersAsTheyStand) {
  Arena arena;
  JsonReader json("[-12.50e+3, 7]", arena);
  ASSERT_EQ(json.Peek(), JsonToken::kArray);
  ASSERT_TRUE(json.BeginArray());
  std::string_view number;
  ASSERT_TRUE(json.NextElement());
  ASSERT_EQ(json.Peek(), JsonToken::kNumber);
  ASSERT_TRUE(json.ReadNumber(number));
  EXPECT_EQ(number, "-12.50e+3");
  ASSERT_TRUE(json.NextElement());
  ASSERT_EQ(json.Peek(), JsonToken::kNumber);
  ASSERT_TRUE(json.ReadNumber(number));
  EXPECT_EQ(number, "7");
  EXPECT_FALSE(json.NextElement());
  EXPECT_FALSE(json.stopped());
  EXPECT_TRUE(json.AtEnd());
}

TEST(JsonReader, RefusesHostileDepthWithoutRunningOutOfStack) {
  const int depth = JsonReader::kDepthMax;
  EXPECT_TRUE(Accepts(std::string(depth, '[') + std::string(depth, ']')));
  EXPECT_FALSE(Accepts(std::string(depth + 1, '[') + std::string(depth + 1, ']')));
  EXPECT_FALSE(Accepts(std::string(1'000'000, '[')));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_FALSE(Accepts(objects));
}

TEST(JsonReader, KeepsTheFirstReasonToStop) {
  Arena arena;
  JsonReader json("{", arena);
  EXPECT_FALSE(json.Stop("first"));
  EXPECT_FALSE(json.Stop("second"));
  EXPECT_TRUE(json.stopped());
  EXPECT_EQ(json.error().message, "first");
  EXPECT_EQ(json.error().type, ErrorType::kSerialization);
}

TEST(JsonReader, NeverReadsPastATextCutAnywhere) {
  const std::string text = R"({"a":[1.5e3,"x\u00e9\\",true,null,{"b":"é"}],"c":false})";
  ASSERT_TRUE(Accepts(text));
  for (size_t size = 0; size < text.size(); ++size) {
    // A copy of exactly that size, so that the address sanitizer sees a read too far.
    const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(Accepts({cut.data(), cut.size()})) << size;
  }
}

}  // namespace
}  // namespace pixii
