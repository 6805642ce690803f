// Shows that SET and REMOVE do what UpdateExpressions do, and which actions are refused.
#include "core/partiql/update_lowering.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::Entries;
using test::ToText;

constexpr char kItem[] =
    "{'n':{'N':'1'},'l':{'L':[{'N':'1'}]},'m':{'M':{'k':{'N':'1'}}},'ss':{'SS':['a','b']}}";

std::string Updated(const std::string& actions, const std::string& parameters = "{}") {
  return BoundText("UPDATE Things " + actions + " WHERE pk='a'", parameters).Updated(kItem);
}

std::string Item(const std::string& item) {
  const std::string entries = Entries(item);
  return ToText(EntryRange(Bytes(entries)));
}

TEST(UpdateLowering, SetsAndRemoves) {
  EXPECT_EQ(Updated("SET n=2 REMOVE l SET q='x' REMOVE m.k REMOVE ss"),
            Item("{'m':{'M':{}},'n':{'N':'2'},'q':{'S':'x'}}"));
}

TEST(UpdateLowering, Calculates) {
  EXPECT_EQ(Updated("SET n=n+2 REMOVE l REMOVE m REMOVE ss"), Item("{'n':{'N':'3'}}"));
  EXPECT_EQ(Updated("SET n=10-(n+?)-1 REMOVE l REMOVE m REMOVE ss", "{'0':{'N':'2'}}"),
            Item("{'n':{'N':'6'}}"));
}

TEST(UpdateLowering, AppendsToLists) {
  EXPECT_EQ(Updated("SET l=list_append(list_append([0],l),[2]) REMOVE n REMOVE m REMOVE ss"),
            Item("{'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}}"));
}

TEST(UpdateLowering, TakesDefaults) {
  EXPECT_EQ(Updated("SET n=if_not_exists(n,9), q=if_not_exists(q,m.k) REMOVE l REMOVE m REMOVE ss"),
            Item("{'n':{'N':'1'},'q':{'N':'1'}}"));
}

TEST(UpdateLowering, ChangesSets) {
  EXPECT_EQ(Updated("SET ss=set_add(ss,<<'c'>>) REMOVE l REMOVE m REMOVE n"),
            Item("{'ss':{'SS':['a','b','c']}}"));
  EXPECT_EQ(Updated("SET ss=set_delete(ss,<<'a','x'>>) REMOVE l REMOVE m REMOVE n"),
            Item("{'ss':{'SS':['b']}}"));
  EXPECT_EQ(Updated("SET ss=set_delete(ss,?) REMOVE l REMOVE m", "{'0':{'SS':['a','b']}}"),
            Item("{'n':{'N':'1'}}"));
}

TEST(UpdateLowering, RefusesOperandsOfWrongTypes) {
  const std::string begin =
      "Incorrect operand type for operator or function; operator or function: ";
  EXPECT_EQ(Updated("SET n=n+'x'"), begin + "+, operand type: S");
  EXPECT_EQ(Updated("SET l=list_append(l,?)", "{'0':{'N':'1'}}"),
            begin + "list_append, operand type: N");
  EXPECT_EQ(Updated("SET ss=set_add(ss,?)", "{'0':{'S':'a'}}"),
            "The second argument to SET_ADD must be a value with type SET at 1:30:2");
}

TEST(UpdateLowering, CountsOperandsAndWantsPaths) {
  EXPECT_EQ(Updated("SET n=-s"),
            "Incorrect number of operands for operator or function; operator or function: -, "
            "number of operands: 1");
  EXPECT_EQ(Updated("SET n=if_not_exists(1,2)"),
            "Operator or function requires a document path; operator or function: if_not_exists");
}

TEST(UpdateLowering, WantsDifferentOperandsOfIfNotExists) {
  EXPECT_EQ(Updated("SET n=if_not_exists(m.k,m.k)"),
            "The first operand must be distinct from the remaining operands for this operator or "
            "function; operator: if_not_exists, first operand: [m, k]");
}

TEST(UpdateLowering, KnowsThePlaceOfANameAlone) {
  const std::string fault = "The second argument to SET_ADD must be a value with type SET";
  EXPECT_EQ(Updated("SET m.k=set_add(m.k,?)", "{'0':{'S':'a'}}"), fault);
  EXPECT_EQ(Updated("SET ss=set_add(ss,?)", "{'0':{'S':'a'}}"), fault + " at 1:30:2");
}

TEST(UpdateLowering, TellsPathsThatMeetBeforeOperands) {
  EXPECT_EQ(Updated("SET n=1+'x', n=2").substr(0, 26), "Two document paths overlap");
}

TEST(UpdateLowering, RefusesPathsThatMeet) {
  EXPECT_EQ(Updated("SET m.k=1 REMOVE m"),
            "Two document paths overlap with each other; must remove or rewrite one of these "
            "paths; path one: [m], path two: [m, k]");
  EXPECT_EQ(Updated("SET m.k=1, m[0]=1"),
            "Two document paths conflict with each other; must remove or rewrite one of these "
            "paths; path one: [m, [0]], path two: [m, k]");
}

}  // namespace
}  // namespace pixii::partiql
