// Shows how document paths are read, and which steps are none.
#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::FaultOf;

std::string Detail(const std::string& where) {
  const std::string fault = FaultOf("SELECT * FROM Things WHERE " + where);
  const std::string begin = "Statement wasn't well formed, can't be processed: ";
  return fault.substr(0, begin.size()) == begin ? fault.substr(begin.size()) : "served: " + fault;
}

TEST(PathSyntax, ReadsPaths) {
  BoundText text("SELECT * FROM Things WHERE @a.\"b c\"[1]['d']=5");
  EXPECT_EQ(text.Matches("{'a':{'M':{'b c':{'L':[{'S':''},{'M':{'d':{'N':'5'}}}]}}}}"), "true");
}

TEST(PathSyntax, RefusesListIndexesThatAreNone) {
  EXPECT_EQ(Detail("a[-1]=1"),
            "served: List index is not within the allowable range; index: [-1] at 1:31:1");
  EXPECT_EQ(
      Detail("a[99999999999]=1"),
      "served: List index is not within the allowable range; index: [99999999999] at 1:30:11");
  EXPECT_EQ(Detail("a[1.5]=1"), "served: Unexpected path component at 1:30:3");
}

TEST(PathSyntax, TellsWhatIsMissing) {
  EXPECT_EQ(Detail("a.=1"), "Invalid path dot component");
  EXPECT_EQ(Detail("a[0=1"), "expected token of type RIGHT_BRACKET");
  EXPECT_EQ(
      FaultOf("UPDATE Things SET 1=1"),
      "Statement wasn't well formed, can't be processed: Expected identifier for simple path");
}

}  // namespace
}  // namespace pixii::partiql
