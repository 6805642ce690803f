// Shows that the checksum is CRC-32C, by its published check value, and that it continues.
#include "core/base/checksum.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(Checksum, HasThePublishedCheckValues) {
  EXPECT_EQ(Crc32c("123456789"), 0xE3069283u);
  EXPECT_EQ(Crc32c(std::string(32, '\0')), 0x8A9136AAu);  // RFC 3720, B.4
  EXPECT_EQ(Crc32c(""), 0u);
}

TEST(Checksum, ContinuesOverPieces) {
  const std::string text = "a text that is longer than eight bytes, twice over";
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    EXPECT_EQ(Crc32c(Bytes(text).substr(cut), Crc32c(Bytes(text).substr(0, cut))), Crc32c(text));
  }
}

}  // namespace
}  // namespace pixii
