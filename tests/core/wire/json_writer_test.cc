// The JSON writer: escapes, numbers and times as the service writes them, and the buffer.
#include "core/wire/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace pixii {
namespace {

std::string StringJson(std::string_view text) {
  JsonBuffer out;
  WriteJsonString(out, text);
  return std::string(out.view());
}
std::string DoubleJson(double value) {
  JsonBuffer out;
  WriteJsonDouble(out, value);
  return std::string(out.view());
}
std::string TimestampJson(int64_t milliseconds) {
  JsonBuffer out;
  WriteJsonTimestamp(out, milliseconds);
  return std::string(out.view());
}

TEST(JsonWriter, EscapesWhatJsonDemandsAndNothingElse) {
  EXPECT_EQ(StringJson(""), "\"\"");
  EXPECT_EQ(StringJson("plain é𝄞 / \x7f"), "\"plain é𝄞 / \x7f\"");
  EXPECT_EQ(StringJson("\"\\\b\f\n\r\t"), R"("\"\\\b\f\n\r\t")");
  EXPECT_EQ(StringJson(std::string("\0\x01\x1f", 3)), R"("\u0000\u0001\u001f")");
}

TEST(JsonWriter, EscapesAtEveryPlace) {
  for (size_t size = 1; size < 34; ++size) {
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '"';
      std::string expected(1, '"');
      expected.append(at, 'a').append("\\\"").append(size - at - 1, 'a').append("\"");
      ASSERT_EQ(StringJson(text), expected);
    }
  }
  // Every byte grows sixfold: the buffer has to grow on the way.
  EXPECT_EQ(StringJson(std::string(5000, '\x01')).size(), 5000 * 6 + 2u);
}

TEST(JsonWriter, WritesDoublesWithADecimal) {
  EXPECT_EQ(DoubleJson(0), "0.0");
  EXPECT_EQ(DoubleJson(0.5), "0.5");
  EXPECT_EQ(DoubleJson(1), "1.0");
  EXPECT_EQ(DoubleJson(12.5), "12.5");
  EXPECT_EQ(DoubleJson(-0.5), "-0.5");
  EXPECT_EQ(DoubleJson(-7), "-7.0");
  EXPECT_EQ(DoubleJson(0.1), "0.1");
  EXPECT_EQ(DoubleJson(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(DoubleJson(40000), "40000.0");
  EXPECT_EQ(DoubleJson(std::numeric_limits<double>::infinity()), "0.0");
  EXPECT_EQ(DoubleJson(std::numeric_limits<double>::quiet_NaN()), "0.0");
  for (const double value : {1e300, 1.7976931348623157e308, 5e-324, 123456789.123456, 1e15, 2e20}) {
    EXPECT_EQ(std::strtod(DoubleJson(value).c_str(), nullptr), value);
  }
}

TEST(JsonWriter, WritesTimesAsSecondsWithAFraction) {
  EXPECT_EQ(TimestampJson(1'700'000'000'123), "1700000000.123");
  EXPECT_EQ(TimestampJson(1'700'000'000'000), "1700000000");
  EXPECT_EQ(TimestampJson(1'700'000'000'120), "1700000000.12");
  EXPECT_EQ(TimestampJson(1'700'000'000'007), "1700000000.007");
  EXPECT_EQ(TimestampJson(0), "0");
  EXPECT_EQ(TimestampJson(-1500), "-1.5");
}

TEST(JsonWriter, WritesIntegersAndBinary) {
  JsonBuffer out;
  WriteJsonInteger(out, std::numeric_limits<int64_t>::min());
  out.Push(' ');
  WriteJsonInteger(out, std::numeric_limits<int64_t>::max());
  out.Push(' ');
  WriteJsonBinary(out, "fo");
  WriteJsonBinary(out, "");
  EXPECT_EQ(out.view(), "-9223372036854775808 9223372036854775807 \"Zm8=\"\"\"");
}

TEST(JsonBuffer, GrowsKeepsWhatItHoldsAndForgetsOnClear) {
  JsonBuffer out;
  std::string expected;
  for (int i = 0; i < 10'000; ++i) {
    const std::string piece = std::to_string(i) + ",";
    out.Append(piece);
    expected += piece;
  }
  EXPECT_EQ(out.view(), expected);
  out.Drop(1);
  EXPECT_EQ(out.view(), expected.substr(0, expected.size() - 1));
  out.Clear();
  EXPECT_EQ(out.view(), "");
  out.Append(std::string(10 << 20, 'x'));
  EXPECT_EQ(out.size(), size_t{10 << 20});
  out.Clear();
  out.Append("again");
  EXPECT_EQ(out.view(), "again");
}

}  // namespace
}  // namespace pixii
