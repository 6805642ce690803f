// Shows the order of names in refusals: that of Java's hash tables, worked out by hand for some.
#include "core/operations/name_set_text.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(NameSetText, HasTheOrderOfHashTables) {
  // The hash of a name of one letter is its code: in 16 buckets, p (112) comes before a (97).
  EXPECT_EQ(NameSetText({"a", "p"}, kUsualSetCapacity), "[p, a]");
  EXPECT_EQ(NameSetText({"p", "a"}, kUsualSetCapacity), "[p, a]");
  // a (97) and q (113) meet in bucket 1, where the first stays first.
  EXPECT_EQ(NameSetText({"a", "q"}, kUsualSetCapacity), "[a, q]");
  EXPECT_EQ(NameSetText({"q", "a"}, kUsualSetCapacity), "[q, a]");
}

TEST(NameSetText, StartsWithAsManyBucketsAsItIsGiven) {
  // One bucket for one name; two names of one bucket need a table of four: b (98) is 2, a (97)
  // is 1.
  EXPECT_EQ(NameSetText({"b"}, 1), "[b]");
  EXPECT_EQ(NameSetText({"b", "a"}, 2), "[a, b]");
  EXPECT_EQ(NameSetText({}, 0), "[]");
}

}  // namespace
}  // namespace pixii
