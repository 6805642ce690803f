// Paths that meet, the order of paths, and the tree that they form.
#include "core/expressions/path_tree.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

std::string Shape(Span<const ProjectionNode> nodes) {
  std::string text;
  for (const ProjectionNode& node : nodes) {
    text += text.empty() ? "" : " ";
    text += node.step.is_index() ? "[" + std::to_string(node.step.index) + "]"
                                 : std::string(node.step.name);
    if (!node.children.empty()) text += "(" + Shape(node.children) + ")";
  }
  return text;
}

std::string Arranged(std::string_view projection) {
  Request request;
  const auto bound = request.Projection(projection);
  if (!bound.ok()) return Stripped(ExpressionKind::kProjection, bound.error().message);
  return Shape(ArrangePaths(request.arena(), bound.value().Paths()));
}

TEST(PathTreeTest, SharedBeginningsStandOnce) {
  EXPECT_EQ(Arranged("a"), "a");
  EXPECT_EQ(Arranged("c, a, b"), "a b c");
  EXPECT_EQ(Arranged("a.c, b, a.b"), "a(b c) b");
  EXPECT_EQ(Arranged("a[10], a[2], a[0]"), "a([0] [2] [10])");
  EXPECT_EQ(Arranged("a.b[1].c, a.b[0].x, a.c, a.b[1].a"), "a(b([0](x) [1](a c)) c)");
}

TEST(PathTreeTest, PathsThatMeetAreReportedInTheOrderWritten) {
  const auto overlap = [](const char* one, const char* two) {
    return "Two document paths overlap with each other; must remove or rewrite one of these paths; "
           "path one: " +
           std::string(one) + ", path two: " + two;
  };
  const auto conflict = [](const char* one, const char* two) {
    return "Two document paths conflict with each other; must remove or rewrite one of these "
           "paths; path one: " +
           std::string(one) + ", path two: " + two;
  };
  EXPECT_EQ(Arranged("a, a"), overlap("[a]", "[a]"));
  EXPECT_EQ(Arranged("a, a.b"), overlap("[a]", "[a, b]"));
  EXPECT_EQ(Arranged("a.b, a"), overlap("[a, b]", "[a]"));
  EXPECT_EQ(Arranged("a, b, c, b[0].d"), overlap("[b]", "[b, [0], d]"));
  EXPECT_EQ(Arranged("a[1], a[2], a[1]"), overlap("[a, [1]]", "[a, [1]]"));
  EXPECT_EQ(Arranged("a.b, a[0]"), conflict("[a, b]", "[a, [0]]"));
  EXPECT_EQ(Arranged("a[0].x, a.b.c"), conflict("[a, [0], x]", "[a, b, c]"));
  EXPECT_EQ(Arranged("x, a.b, y, a[0], x"), conflict("[a, b]", "[a, [0]]"));
  EXPECT_EQ(Arranged("m.n, m, l, m.s"), overlap("[m]", "[m, s]"));
}

TEST(PathTreeTest, APathComesBeforeWhatLiesInsideIt) {
  const PathElement steps[] = {{"a"}, {"b"}, {{}, 3}};
  const DocumentPath a{{steps, 1}}, ab{{steps, 2}}, ab3{{steps, 3}};
  const PathElement other[] = {{"a"}, {{}, 1}};
  const DocumentPath a1{{other, 2}};
  EXPECT_TRUE(IsPathLess(a, ab));
  EXPECT_TRUE(IsPathLess(ab, ab3));
  EXPECT_TRUE(IsPathLess(ab3, a1));  // names before indexes
  EXPECT_FALSE(IsPathLess(ab, ab));
}

}  // namespace
}  // namespace pixii::test
