// Shows that parts are laid out as their grammar says.
#include "core/persistence/byte_sink.h"

#include <gtest/gtest.h>

#include "core/base/checksum.h"

namespace pixii {
namespace {

TEST(ByteSink, WritesSizeChecksumKindAndPayload) {
  std::string out = "before";
  ByteSink sink(out);
  sink.BeginPart('X');
  sink.Byte(7);
  sink.Text("ab");
  EXPECT_EQ(sink.PartSize(), 4u);
  sink.EndPart();
  const Bytes part = Bytes(out).substr(6);
  EXPECT_EQ(ReadFixed32(Data(part)), 4u);
  EXPECT_EQ(ReadFixed32(Data(part) + 4), Crc32c(part.substr(8)));
  EXPECT_EQ(part.substr(8), Bytes("X\x07\x02"
                                  "ab"));
}

TEST(ByteSink, WritesNumbers) {
  std::string out;
  ByteSink sink(out);
  sink.Varint(300);
  sink.Fixed64(1);
  EXPECT_EQ(out, std::string("\xAC\x02\x01\0\0\0\0\0\0\0", 10));
}

}  // namespace
}  // namespace pixii
