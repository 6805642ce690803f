// Shows how literals are encoded as they are read, and what may not stand in them.
#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::Entries;
using test::FaultOf;
using test::ToText;

std::string Inserted(const std::string& value) {
  const BoundText text("INSERT INTO Things VALUE {'a':" + value + "}");
  std::string item;
  LowerItem(text.bound(), item);
  return ToText(EntryRange(Bytes(item)));
}

std::string Stored(const std::string& value) {
  const std::string entries = Entries("{'a':" + value + "}");
  return ToText(EntryRange(Bytes(entries)));
}

std::string Fault(const std::string& value) {
  return FaultOf("INSERT INTO Things VALUE {'a':" + value + "}");
}

TEST(LiteralSyntax, ReadsScalars) {
  EXPECT_EQ(Inserted("'it''s'").find("it's") != std::string::npos, true);
  EXPECT_EQ(Inserted("'two words'"), Stored("{'S':'two words'}"));
  EXPECT_EQ(Inserted("-12.50e1"), Stored("{'N':'-125'}"));
  EXPECT_EQ(Inserted("true"), Stored("{'BOOL':true}"));
  EXPECT_EQ(Inserted("NULL"), Stored("{'NULL':true}"));
}

TEST(LiteralSyntax, ReadsContainers) {
  EXPECT_EQ(Inserted("[]"), Stored("{'L':[]}"));
  EXPECT_EQ(Inserted("{}"), Stored("{'M':{}}"));
  EXPECT_EQ(Inserted("[1,['b',{'k':<<2,1>>}]]"),
            Stored("{'L':[{'N':'1'},{'L':[{'S':'b'},{'M':{'k':{'NS':['1','2']}}}]}]}"));
  EXPECT_EQ(Inserted("(1,'b')"), Stored("{'L':[{'N':'1'},{'S':'b'}]}"));
  EXPECT_EQ(Inserted("(1)"), Stored("{'N':'1'}"));
  EXPECT_EQ(Inserted("{'z':1,'b':2}"), Stored("{'M':{'b':{'N':'2'},'z':{'N':'1'}}}"));
}

TEST(LiteralSyntax, RefusesSetsThatAreNone) {
  EXPECT_EQ(Fault("<<>>"), "Empty bags are not supported");
  EXPECT_EQ(
      Fault("<<1,'a'>>"),
      "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
  EXPECT_EQ(Fault("<<'b','a','b'>>"),
            "One or more parameter values were invalid: Input collection [b, a, b] contains "
            "duplicates.");
}

TEST(LiteralSyntax, TellsWhereAValueIsNone) {
  EXPECT_EQ(Fault("[1,x]"), "Unsupported data type: VariableReference under key root.1 at 1:34:1");
  EXPECT_EQ(Fault("{'k':[{'j':?}]}"),
            "Unsupported data type: Parameter under key root.k.0.j at 1:42:1");
  EXPECT_EQ(Fault("x"), "Unsupported data type: x under key root at 1:31:1");
  EXPECT_EQ(Fault("a.b"), "Unsupported data type: PATH under key root");
  EXPECT_EQ(Fault("1+1"), "Unsupported data type: + under key root at 1:32:1");
}

TEST(LiteralSyntax, RefusesNamesThatAreNone) {
  EXPECT_EQ(
      Fault("{k:1}"),
      "Tuple keys must be of type String. Actual type: VariableReference under root at 1:32:1");
  EXPECT_EQ(Fault("{1:1,2:2}"),
            "Tuple keys must be of type String. Actual type: INT under root at 1:32:1");
  EXPECT_EQ(Fault("{'k':1,'j':2,'k':3}"), "Duplicate keys in tuple. Key: k under root at 1:31:1");
}

TEST(LiteralSyntax, RefusesNumbersThatAreNone) {
  EXPECT_EQ(Fault("123456789012345678901234567890123456789"),
            "DynamoDB only supports precision up to 38 digits");
  EXPECT_NE(Fault("1e126").find("overflow"), std::string::npos);
  EXPECT_NE(Fault("1e-131").find("underflow"), std::string::npos);
}

TEST(LiteralSyntax, BoundsDepth) {
  std::string open, close;
  for (int i = 0; i < 40; ++i) {
    open += "[";
    close += "]";
  }
  EXPECT_NE(Fault(open + close).find("nested levels beyond supported limit"), std::string::npos);
}

TEST(LiteralSyntax, TakesNoCommaAtTheEnd) {
  for (const char* value : {"[1,]", "{'k':1,}", "<<1,>>"}) {
    EXPECT_NE(Fault(value).find("wasn't well formed"), std::string::npos) << value;
  }
}

}  // namespace
}  // namespace pixii::partiql
