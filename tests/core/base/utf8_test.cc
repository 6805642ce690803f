// UTF-8: which bytes are text, how code points are written, and how many UTF-16 units they take.
#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

std::string Written(uint32_t code_point) {
  char bytes[4];
  return {bytes, static_cast<size_t>(WriteUtf8(code_point, bytes) - bytes)};
}

TEST(Utf8, AcceptsEveryScalarValueAndNothingShortened) {
  for (uint32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    const std::string text = Written(code_point);
    ASSERT_TRUE(IsValidUtf8(text)) << code_point;
    ASSERT_EQ(Utf16Length(text), code_point >= 0x10000 ? 2u : 1u) << code_point;
    if (text.size() > 1) {
      ASSERT_FALSE(IsValidUtf8(std::string_view(text).substr(0, text.size() - 1))) << code_point;
      ASSERT_FALSE(IsValidUtf8(std::string_view(text).substr(1))) << code_point;
    }
  }
}

TEST(Utf8, RefusesSurrogatesOverlongFormsAndValuesOutOfRange) {
  for (const char* text :
       {"\xED\xA0\x80", "\xED\xBF\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF",
        "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
        "\xBF", "\xFE", "\xFF", "\xC3(", "\xE2\x82(", "\xE2(\x82", "\xF0\x9F\x98("}) {
    EXPECT_FALSE(IsValidUtf8(text)) << testing::PrintToString(text);
  }
}

TEST(Utf8, FindsABadByteAtAnyOffsetOfALongText) {
  for (size_t size = 1; size < 40; ++size) {
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      ASSERT_TRUE(IsValidUtf8(text));
      text[at] = '\xFF';
      ASSERT_FALSE(IsValidUtf8(text)) << size << " " << at;
    }
  }
}

TEST(Utf8, CountsUtf16UnitsAsTheGuideSaysSizeDoes) {
  EXPECT_EQ(Utf16Length(""), 0u);
  EXPECT_EQ(Utf16Length("abc"), 3u);
  EXPECT_EQ(Utf16Length("é𝄞"), 3u);
}

}  // namespace
}  // namespace pixii
