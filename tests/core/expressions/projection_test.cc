// What projections keep of an item.
#include "core/expressions/projection.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kItem[] =
    "{'a':{'S':'x'},'b':{'N':'1'},'l':{'L':[{'N':'0'},{'N':'1'},{'M':{'k':{'S':'v'},'q':{'N':'2'}}}"
    ","
    "{'L':[{'S':'i'},{'S':'j'}]}]},'m':{'M':{'k':{'S':'v'},'n':{'M':{'x':{'N':'1'},'y':{'N':'2'}}},"
    "'e':{'M':{}}}},'z':{'SS':['p','q']}}";

TEST(ProjectionTest, PathsAreKeptWithTheirNesting) {
  const struct {
    const char* projection;
    const char* kept;
  } rows[] = {
      {"a", "{'a':{'S':'x'}}"},
      {"z, a", "{'a':{'S':'x'},'z':{'SS':['p','q']}}"},
      {"absent", "{}"},
      {"absent, b", "{'b':{'N':'1'}}"},
      {"m.k", "{'m':{'M':{'k':{'S':'v'}}}}"},
      {"m.n.y, m.k", "{'m':{'M':{'k':{'S':'v'},'n':{'M':{'y':{'N':'2'}}}}}}"},
      {"m.e", "{'m':{'M':{'e':{'M':{}}}}}"},
      {"m.gone", "{}"},
      {"m.gone, m.k", "{'m':{'M':{'k':{'S':'v'}}}}"},
      {"m.n.gone", "{}"},
      {"m.k.deeper", "{}"},
      {"m[0]", "{}"},
      {"a.b", "{}"},
      {"a[0]", "{}"},
      {"l[0]", "{'l':{'L':[{'N':'0'}]}}"},
      {"l[1]", "{'l':{'L':[{'N':'1'}]}}"},
      {"l[3][1], l[0]", "{'l':{'L':[{'N':'0'},{'L':[{'S':'j'}]}]}}"},
      {"l[2].q, l[1]", "{'l':{'L':[{'N':'1'},{'M':{'q':{'N':'2'}}}]}}"},
      {"l[2].gone, l[1]", "{'l':{'L':[{'N':'1'}]}}"},
      {"l[9]", "{}"},
      {"l[9], l[0]", "{'l':{'L':[{'N':'0'}]}}"},
      {"l.k", "{}"},
      {"z[0]", "{}"},
      {"a, b, l, m, z",
       "{'a':{'S':'x'},'b':{'N':'1'},'l':{'L':[{'N':'0'},{'N':'1'},{'M':{'k':{'S':'v'},'q':{'N':'2'"
       "}}},"
       "{'L':[{'S':'i'},{'S':'j'}]}]},'m':{'M':{'e':{'M':{}},'k':{'S':'v'},'n':{'M':{'x':{'N':'1'},"
       "'y':{'N':'2'}}}}},'z':{'SS':['p','q']}}"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Projected(row.projection, kItem), row.kept) << row.projection;
  }
}

TEST(ProjectionTest, NamesComeFromPlaceholders) {
  EXPECT_EQ(Projected("#m.#k", "{'name':{'M':{'a.b':{'S':'v'}}}}", "{'#m':'name','#k':'a.b'}"),
            "{'name':{'M':{'a.b':{'S':'v'}}}}");
}

TEST(ProjectionTest, OverlappingPathsAreRefusedWithTheirNames) {
  EXPECT_EQ(Projected("#x, a.b", "{}", "{'#x':'a'}"),
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove "
            "or rewrite one of these paths; path one: [a], path two: [a, b]");
}

TEST(ProjectionTest, AbsentItemsAndNoProjectionGiveNothing) {
  std::string out;
  BoundProjection().Project(EntryRange(), out);
  EXPECT_TRUE(out.empty());
  EXPECT_EQ(Projected("a.b[0]", "{}"), "{}");
}

}  // namespace
}  // namespace pixii::test
