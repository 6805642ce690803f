// Base64: known forms of RFC 4648, round trips of every length, and what is refused.
#include "core/base/base64.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

Base64Fault Decode(std::string_view text, std::string& bytes, size_t& size) {
  bytes.assign(text.size() + 1, '\0');
  const Base64Fault fault = DecodeBase64(text, bytes.data(), size);
  if (fault == Base64Fault::kNone) bytes.resize(size);
  return fault;
}

Base64Fault FaultOf(std::string_view text) {
  std::string bytes;
  size_t size = 0;
  return Decode(text, bytes, size);
}

TEST(Base64, WritesTheFormsOfTheStandard) {
  EXPECT_EQ(Base64Text(""), "");
  EXPECT_EQ(Base64Text("f"), "Zg==");
  EXPECT_EQ(Base64Text("fo"), "Zm8=");
  EXPECT_EQ(Base64Text("foo"), "Zm9v");
  EXPECT_EQ(Base64Text("foob"), "Zm9vYg==");
  EXPECT_EQ(Base64Text("\xFB\xFF\xBF"), "+/+/");
}

TEST(Base64, ReadsBackWhatItWrote) {
  std::string bytes;
  for (int i = 0; i < 600; ++i) {
    const std::string text = Base64Text(bytes);
    EXPECT_EQ(text.size(), Base64Size(bytes.size()));
    std::string read;
    size_t size = 0;
    ASSERT_EQ(Decode(text, read, size), Base64Fault::kNone) << i;
    ASSERT_EQ(read, bytes);
    bytes.push_back(static_cast<char>(i * 37 + i / 256));
  }
}

TEST(Base64, RefusesWrongLengths) {
  for (const char* text : {"Z", "Zg", "Zg=", "Zm9vY", "="}) {
    EXPECT_EQ(FaultOf(text), Base64Fault::kLength) << text;
  }
}

TEST(Base64, NamesThePlaceOfAWrongCharacter) {
  std::string bytes;
  size_t place = 0;
  EXPECT_EQ(Decode("Zm9v*m9v", bytes, place), Base64Fault::kCharacter);
  EXPECT_EQ(place, 4u);
  EXPECT_EQ(Decode("Zm 9", bytes, place), Base64Fault::kCharacter);
  EXPECT_EQ(place, 2u);
  EXPECT_EQ(Decode("Zg==Zg==", bytes, place), Base64Fault::kCharacter);
  EXPECT_EQ(place, 2u);
  EXPECT_EQ(Decode("Z===", bytes, place), Base64Fault::kCharacter);
  EXPECT_EQ(place, 1u);
  EXPECT_EQ(Decode("\xC3\xA9"
                   "Zg",
                   bytes, place),
            Base64Fault::kCharacter);
  EXPECT_EQ(place, 0u);
}

TEST(Base64, RefusesBitsThatBelongToNoByte) {
  EXPECT_EQ(FaultOf("Zh=="), Base64Fault::kLastCharacter);
  EXPECT_EQ(FaultOf("Zm9="), Base64Fault::kLastCharacter);
  EXPECT_EQ(FaultOf("Zm8="), Base64Fault::kNone);
}

}  // namespace
}  // namespace pixii
