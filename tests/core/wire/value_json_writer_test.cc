// Writing values that were built, not read: every type, names that need escapes, the largest
// numbers.
#include <gtest/gtest.h>

#include <string>

#include "core/values/number.h"
#include "core/values/value_builder.h"
#include "core/wire/value_json.h"

namespace pixii {
namespace {

std::string Written(std::string_view entries) {
  JsonBuffer out;
  WriteAttributesJson(out, EntryRange(entries));
  return std::string(out.view());
}

void AddNumber(ValueBuilder& builder, std::string_view text) {
  PackedNumber number;
  ASSERT_EQ(ParseNumber(text, number), NumberFault::kNone) << text;
  builder.Number(number.view());
}

TEST(ValueJsonWriter, WritesEveryTypeInsideAnItem) {
  std::string bytes;
  ValueBuilder builder(bytes);
  builder.Name("binary");
  builder.Binary(std::string_view("\0\xFF", 2));
  builder.Name("list");
  builder.BeginList();
  builder.String("a");
  builder.BeginMap();
  builder.Name("k");
  builder.Bool(false);
  builder.EndMap();
  builder.BeginSet(ValueType::kBinarySet);
  builder.Binary("x");
  ASSERT_TRUE(builder.EndSet());
  builder.EndList();
  builder.Name("null");
  builder.Null();
  builder.Name("numbers");
  builder.BeginSet(ValueType::kNumberSet);
  AddNumber(builder, "2");
  AddNumber(builder, "-1.5");
  ASSERT_TRUE(builder.EndSet());
  builder.Name("texts");
  builder.BeginSet(ValueType::kStringSet);
  builder.String("é\"");
  builder.String("plain");
  ASSERT_TRUE(builder.EndSet());
  builder.EndEntries(0);
  EXPECT_EQ(Written(bytes),
            R"({"binary":{"B":"AP8="},"list":{"L":[{"S":"a"},{"M":{"k":{"BOOL":false}}},)"
            R"({"BS":["eA=="]}]},"null":{"NULL":true},"numbers":{"NS":["-1.5","2"]},)"
            R"("texts":{"SS":["plain","é\""]}})");
}

TEST(ValueJsonWriter, EscapesNamesAndTextsThatAreNotPlain) {
  std::string bytes;
  ValueBuilder builder(bytes);
  builder.Name("a\"b");
  builder.String("line\nbreak");
  builder.Name("");
  builder.String("");
  builder.EndEntries(0);
  EXPECT_EQ(Written(bytes), R"({"":{"S":""},"a\"b":{"S":"line\nbreak"}})");
}

TEST(ValueJsonWriter, HasRoomForTheLongestNumbers) {
  std::string largest = "-9.";
  largest.append(37, '9').append("E125");
  std::string smallest = "-1.";
  smallest.append(36, '0').append("1E-93");
  for (const std::string& text : {largest, smallest}) {
    std::string bytes;
    ValueBuilder builder(bytes);
    builder.Name("n");
    AddNumber(builder, text);
    builder.EndEntries(0);
    const std::string written = Written(bytes);
    EXPECT_GT(written.size(), 130u);
    // Read again, it is the same number.
    Arena arena;
    WireScratch scratch;
    JsonReader json(written, arena);
    ValueReader reader(json, scratch, arena);
    uint32_t count = 0;
    ASSERT_TRUE(reader.ReadAttributes(count));
    ASSERT_EQ(reader.fault(), nullptr) << written;
    EXPECT_EQ(scratch.values, bytes);
  }
}

TEST(ValueJsonWriter, WritesAnEmptyItem) { EXPECT_EQ(Written({}), "{}"); }

}  // namespace
}  // namespace pixii
