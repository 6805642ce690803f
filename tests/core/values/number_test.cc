// Shows that numbers keep DynamoDB's rules: grammar, 38 digits, range, canonical text, byte order,
// exact sums and the observed sizes.
#include "core/values/number.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace pixii {
namespace {

std::string Canonical(std::string_view text) {
  PackedNumber packed;
  switch (ParseNumber(text, packed)) {
    case NumberFault::kNone: break;
    case NumberFault::kNotANumber: return "not a number";
    case NumberFault::kTooManyDigits: return "too many digits";
    case NumberFault::kOverflow: return "overflow";
    case NumberFault::kUnderflow: return "underflow";
  }
  EXPECT_TRUE(IsPackedNumber(packed.view())) << text;
  return NumberText(packed.view());
}

PackedNumber Packed(std::string_view text) {
  PackedNumber packed;
  EXPECT_EQ(ParseNumber(text, packed), NumberFault::kNone) << text;
  return packed;
}

TEST(Number, HasOneTextForEachValue) {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"0", "0"},
      {"-0", "0"},
      {"0.000", "0"},
      {"0e125", "0"},
      {"0e-999", "0"},
      {"1", "1"},
      {"+1", "1"},
      {"001.500", "1.5"},
      {".5", "0.5"},
      {"5.", "5"},
      {"1E2", "100"},
      {"1e-2", "0.01"},
      {"123.456e1", "1234.56"},
      {"-42", "-42"},
      {"10", "10"},
      {"120", "120"},
      {"0.012", "0.012"},
      {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
      {"1E125", "1" + std::string(125, '0')},
      {"9.9999999999999999999999999999999999999E+125", std::string(38, '9') + std::string(88, '0')},
      {"1E-130", "0." + std::string(129, '0') + "1"},
      {"-1E-130", "-0." + std::string(129, '0') + "1"},
      {"0.1000000000000000000000000000000000000000000000", "0.1"}};
  for (const auto& [text, canonical] : cases) EXPECT_EQ(Canonical(text), canonical) << text;
}

TEST(Number, RefusesWhatIsNotANumber) {
  for (const char* text : {"", " 1", "1 ", "abc", "1e", "1e+", ".", "-", "+", "--1", "1.2.3",
                           "0x10", "NaN", "Infinity", "1,000", "1e1.5"}) {
    EXPECT_EQ(Canonical(text), "not a number") << text;
  }
}

TEST(Number, RefusesTooManyDigitsAndTooLargeOrSmallMagnitudes) {
  EXPECT_EQ(Canonical("1" + std::string(37, '0') + "1"), "too many digits");
  EXPECT_EQ(Canonical("0." + std::string(38, '9') + "9"), "too many digits");
  EXPECT_EQ(Canonical("1E126"), "overflow");
  EXPECT_EQ(Canonical("-1E126"), "overflow");
  EXPECT_EQ(Canonical("1E99999999999999999999999"), "overflow");
  EXPECT_EQ(Canonical("0e126"), "overflow");
  EXPECT_EQ(Canonical("-0E99999999999999999999999"), "overflow");
  EXPECT_EQ(Canonical("9.9E-131"), "underflow");
  EXPECT_EQ(Canonical("1E-99999999999999999999999"), "underflow");
}

TEST(Number, SortsAsBytesAsItSortsAsNumber) {
  const std::vector<const char*> ascending = {
      "-9.99E125", "-1E125",  "-100", "-99.5",  "-99",  "-10", "-9",    "-1.01",   "-1",   "-0.5",
      "-0.05",     "-1E-130", "0",    "1E-130", "0.05", "0.5", "0.99",  "1",       "1.01", "9",
      "10",        "10.5",    "99",   "99.5",   "100",  "101", "1E125", "9.99E125"};
  for (size_t i = 1; i < ascending.size(); ++i) {
    EXPECT_LT(Packed(ascending[i - 1]).view(), Packed(ascending[i]).view()) << ascending[i];
  }
}

TEST(Number, SortsRandomValuesNumerically) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const int64_t a = static_cast<int64_t>(random()) >> (random() % 60);
    const int64_t b = static_cast<int64_t>(random()) >> (random() % 60);
    EXPECT_EQ(a < b, PackInteger(a).view() < PackInteger(b).view()) << a << " " << b;
    EXPECT_EQ(NumberText(PackInteger(a).view()), std::to_string(a));
  }
}

std::string Added(std::string_view left, std::string_view right) {
  PackedNumber sum;
  const NumberFault fault = AddNumbers(Packed(left).view(), Packed(right).view(), sum);
  if (fault == NumberFault::kTooManyDigits) return "too many digits";
  if (fault == NumberFault::kOverflow) return "overflow";
  EXPECT_EQ(fault, NumberFault::kNone);
  return NumberText(sum.view());
}

TEST(Number, AddsExactly) {
  EXPECT_EQ(Added("0.1", "0.2"), "0.3");
  EXPECT_EQ(Added("1", "-1"), "0");
  EXPECT_EQ(Added("-5", "3"), "-2");
  EXPECT_EQ(Added("5", "-3"), "2");
  EXPECT_EQ(Added("99", "1"), "100");
  EXPECT_EQ(Added("-99", "-1"), "-100");
  EXPECT_EQ(Added("100", "-0.01"), "99.99");
  EXPECT_EQ(Added("0", "0"), "0");
  EXPECT_EQ(Added("99999999999999999999999999999999999998", "1"),
            "99999999999999999999999999999999999999");
  EXPECT_EQ(Added("99999999999999999999999999999999999999", "1"), "1" + std::string(38, '0'));
  EXPECT_EQ(Added("1E125", "1"), "too many digits");
  EXPECT_EQ(Added("9E125", "9E125"), "overflow");
}

TEST(Number, AddsAndSubtractsRandomIntegersAsTheMachineDoes) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20000; ++i) {
    const int64_t a = static_cast<int64_t>(random()) >> (2 + random() % 60);
    const int64_t b = static_cast<int64_t>(random()) >> (2 + random() % 60);
    PackedNumber result;
    ASSERT_EQ(AddNumbers(PackInteger(a).view(), PackInteger(b).view(), result), NumberFault::kNone);
    EXPECT_EQ(NumberText(result.view()), std::to_string(a + b));
    ASSERT_EQ(SubtractNumbers(PackInteger(a).view(), PackInteger(b).view(), result),
              NumberFault::kNone);
    EXPECT_EQ(NumberText(result.view()), std::to_string(a - b));
    EXPECT_TRUE(IsPackedNumber(result.view()));
  }
}

TEST(Number, CountsTheBytesObservedOnTheService) {
  const std::vector<std::pair<const char*, uint32_t>> cases = {
      {"0", 1},   {"1", 2},     {"10", 2},    {"120", 2},
      {"0.1", 2}, {"0.012", 2}, {"1.2", 3},   {"-42", 3},
      {"123", 3}, {"12.34", 3}, {"1.234", 4}, {"99999999999999999999999999999999999999", 20}};
  for (const auto& [text, size] : cases) {
    EXPECT_EQ(NumberSizeBytes(Packed(text).view()), size) << text;
  }
}

TEST(Number, KnowsForeignBytes) {
  EXPECT_FALSE(IsPackedNumber(""));
  EXPECT_FALSE(IsPackedNumber("\xC1"));
  EXPECT_FALSE(IsPackedNumber(Bytes("\xC1\x01", 2)));      // leading zero digit
  EXPECT_FALSE(IsPackedNumber(Bytes("\xC1\x02\x01", 3)));  // trailing zero digit
  EXPECT_FALSE(IsPackedNumber(Bytes("\xC1\x66", 2)));      // digit too large
  EXPECT_FALSE(IsPackedNumber(Bytes("\x3E\x64", 2)));      // negative without its end
  EXPECT_TRUE(IsPackedNumber(PackInteger(-7).view()));
}

}  // namespace
}  // namespace pixii
