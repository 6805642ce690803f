// Right-hand sides: what they give, and what they say when they cannot.
#include "core/expressions/update_operand.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kItem[] =
    "{'n':{'N':'10'},'s':{'S':'x'},'l':{'L':[{'N':'1'}]},'m':{'M':{'k':{'N':'2.5'}}},"
    "'big':{'N':'9.9999999999999999999999999999999999999E+125'},"
    "'one':{'N':'1'},'wide':{'N':'1E+40'}}";
constexpr char kValues[] =
    "{':n':{'N':'3'},':l':{'L':[{'S':'q'}]},':el':{'L':[]},':s':{'S':'d'},"
    "':tiny':{'N':'1E-10'},':big':{'N':'9.9999999999999999999999999999999999999E+125'},':e':{'N':'"
    "1E+125'}}";

// What SET r = <operand> makes of r.
std::string Given(const std::string& operand) {
  const std::string item = Updated("SET r = " + operand, kItem, kValues);
  const size_t at = item.find("'r':");
  if (at == std::string::npos) return item;
  const size_t behind = item.find(",'s':");
  return item.substr(at + 4, behind - at - 4);
}

const char kMissing[] =
    "The provided expression refers to an attribute that does not exist in the item";
const char kWrongType[] = "An operand in the update expression has an incorrect data type";

TEST(UpdateOperandTest, OperandsGiveValues) {
  const struct {
    const char* operand;
    const char* given;
  } rows[] = {
      {":n", "{'N':'3'}"},
      {"n", "{'N':'10'}"},
      {"m.k", "{'N':'2.5'}"},
      {"l[0]", "{'N':'1'}"},
      {"m", "{'M':{'k':{'N':'2.5'}}}"},
      {"n + :n", "{'N':'13'}"},
      {"n - :n", "{'N':'7'}"},
      {":n - n", "{'N':'-7'}"},
      {"m.k + l[0]", "{'N':'3.5'}"},
      {":n + :n", "{'N':'6'}"},
      {"(n + :n)", "{'N':'13'}"},
      {"if_not_exists(n, :n)", "{'N':'10'}"},
      {"if_not_exists(gone, :n)", "{'N':'3'}"},
      {"if_not_exists(m.gone, n)", "{'N':'10'}"},
      {"if_not_exists(gone, :n) + n", "{'N':'13'}"},
      {"n - if_not_exists(l[5], :n)", "{'N':'7'}"},
      {"if_not_exists(gone, if_not_exists(gone2, :s))", "{'S':'d'}"},
      {"list_append(l, :l)", "{'L':[{'N':'1'},{'S':'q'}]}"},
      {"list_append(:l, l)", "{'L':[{'S':'q'},{'N':'1'}]}"},
      {"list_append(:el, :el)", "{'L':[]}"},
      {"list_append(l, l)", "{'L':[{'N':'1'},{'N':'1'}]}"},
      {"list_append(if_not_exists(gone, :el), :l)", "{'L':[{'S':'q'}]}"},
      {"list_append(if_not_exists(l, :el), l)", "{'L':[{'N':'1'},{'N':'1'}]}"},
      {"big - :big", "{'N':'0'}"},
  };
  for (const auto& row : rows) EXPECT_EQ(Given(row.operand), row.given) << row.operand;
}

TEST(UpdateOperandTest, OperandsSayWhyTheyGiveNone) {
  const struct {
    const char* operand;
    const char* fault;
  } rows[] = {
      {"gone", kMissing},
      {"m.gone", kMissing},
      {"l[1]", kMissing},
      {"s.k", kMissing},
      {"gone + :n", kMissing},
      {":n + gone", kMissing},
      {"list_append(gone, :l)", kMissing},
      {"if_not_exists(gone, gone2)", kMissing},
      {"s + :n", kWrongType},
      {":n - l", kWrongType},
      {"if_not_exists(gone, :s) + :n", kWrongType},
      {"list_append(n, :l)", kWrongType},
      {"list_append(:l, s)", kWrongType},
      {"big + :big",
       "Number overflow. Attempting to store a number with magnitude larger than supported range"},
      {"big + :e",
       "Number overflow. Attempting to store a number with magnitude larger than supported range"},
      {"wide + :tiny", "Attempting to store more than 38 significant digits in a Number"},
  };
  for (const auto& row : rows) EXPECT_EQ(Given(row.operand), row.fault) << row.operand;
}

}  // namespace
}  // namespace pixii::test
