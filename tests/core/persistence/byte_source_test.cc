// Shows that what a ByteSink wrote is read back, and that damage of any byte is seen.
#include "core/persistence/byte_source.h"

#include <gtest/gtest.h>

#include "core/persistence/byte_sink.h"

namespace pixii {
namespace {

std::string TwoParts() {
  std::string out;
  ByteSink sink(out);
  sink.BeginPart('A');
  sink.Text("first");
  sink.Fixed64(1234567890123);
  sink.EndPart();
  sink.BeginPart('B');
  sink.Varint(70000);
  sink.EndPart();
  return out;
}

TEST(ByteSource, ReadsPartsAndFields) {
  const std::string bytes = TwoParts();
  ByteSource source(bytes);
  Part part;
  ASSERT_TRUE(source.Next(part));
  EXPECT_EQ(part.kind, 'A');
  FieldSource first(part.payload);
  EXPECT_EQ(first.Text(), "first");
  EXPECT_EQ(first.Fixed64(), 1234567890123u);
  EXPECT_TRUE(first.ok() && first.AtEnd());
  ASSERT_TRUE(source.Next(part));
  FieldSource second(part.payload);
  EXPECT_EQ(second.Varint(), 70000u);
  EXPECT_TRUE(source.AtEnd());
  EXPECT_FALSE(source.Next(part));
}

TEST(ByteSource, SeesEveryChangedByteAndEveryCut) {
  const std::string whole = TwoParts();
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    ByteSource source(changed);
    Part part;
    EXPECT_FALSE(source.Next(part) && source.Next(part)) << at;
    ByteSource cut(Bytes(whole).substr(0, at));
    EXPECT_FALSE(cut.Next(part) && cut.Next(part)) << at;
  }
}

TEST(FieldSource, ReadsNothingPastTheEnd) {
  FieldSource fields(
      Bytes("\x05"
            "ab",
            3));
  EXPECT_EQ(fields.Text(), "");
  EXPECT_FALSE(fields.ok());
  EXPECT_EQ(fields.Fixed64(), 0u);
  EXPECT_EQ(fields.Byte(), 0u);
  FieldSource endless(Bytes("\xFF\xFF\xFF\xFF\xFF\xFF", 6));
  endless.Varint();
  EXPECT_FALSE(endless.ok());
}

}  // namespace
}  // namespace pixii
