// Sequence numbers are texts of 21 digits that ascend as numbers do.
#include "core/streams/sequence_number.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

uint64_t Parsed(std::string_view text) {
  uint64_t sequence = 12345;
  EXPECT_TRUE(ParseSequenceNumber(text, sequence)) << text;
  return sequence;
}

TEST(SequenceNumber, HasTwentyOneDigitsAndNoLeadingZero) {
  EXPECT_EQ(SequenceNumberText(1), "100000000000000000001");
  EXPECT_EQ(SequenceNumberText(UINT64_MAX), "118446744073709551615");
  EXPECT_LT(SequenceNumberText(9), SequenceNumberText(10));
}

TEST(SequenceNumber, ReadsBackWhatItWrites) {
  for (const uint64_t sequence : {uint64_t{0}, uint64_t{1}, uint64_t{99}, UINT64_MAX}) {
    EXPECT_EQ(Parsed(SequenceNumberText(sequence)), sequence);
  }
}

TEST(SequenceNumber, OtherNumbersBecomeTheNearest) {
  EXPECT_EQ(Parsed("000000000000000000000"), 0u);
  EXPECT_EQ(Parsed("000000000000000000000099"), 0u);
  EXPECT_EQ(Parsed("0000100000000000000000007"), 7u);
  EXPECT_EQ(Parsed("200000000000000000001"), UINT64_MAX);
  EXPECT_EQ(Parsed("118446744073709551616"), UINT64_MAX);
  EXPECT_EQ(Parsed(std::string(40, '9')), UINT64_MAX);
}

TEST(SequenceNumber, RefusesWhatIsNone) {
  uint64_t sequence = 0;
  for (const std::string& text :
       {std::string(20, '1'), std::string(41, '1'), std::string(),
        std::string("10000000000000000000x"), std::string("-10000000000000000000")}) {
    EXPECT_FALSE(ParseSequenceNumber(text, sequence)) << text;
  }
}

}  // namespace
}  // namespace pixii
