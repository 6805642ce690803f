// The grammar of conditions and projections: what binds tighter, what is refused, and how the
// message shows the place: the token, and the text from the token before it to the one after.
#include "core/expressions/syntax.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

std::string_view Symbol(NodeKind kind) {
  switch (kind) {
    case NodeKind::kOr: return "OR";
    case NodeKind::kAnd: return "AND";
    case NodeKind::kNot: return "NOT";
    case NodeKind::kEqual: return "=";
    case NodeKind::kNotEqual: return "<>";
    case NodeKind::kLess: return "<";
    case NodeKind::kLessEqual: return "<=";
    case NodeKind::kGreater: return ">";
    case NodeKind::kGreaterEqual: return ">=";
    case NodeKind::kBetween: return "BETWEEN";
    case NodeKind::kIn: return "IN";
    case NodeKind::kPath: return "path";
    case NodeKind::kPlus: return "+";
    case NodeKind::kMinus: return "-";
    case NodeKind::kProjection: return "projection";
    default: return "";
  }
}

// The tree as text: (operator child child).
std::string Shape(const ExpressionTree& tree, NodeIndex index) {
  const Node& node = tree[index];
  if (node.first_child == kNoNode) return std::string(tree.Text(node));
  std::string shape(node.kind == NodeKind::kFunction ? tree.Text(node) : Symbol(node.kind));
  for (NodeIndex i = node.first_child; i != kNoNode; i = tree[i].next) {
    shape += " " + Shape(tree, i);
  }
  if (node.kind == NodeKind::kPath) {
    shape = shape.substr(5);
    std::replace(shape.begin(), shape.end(), ' ', '.');
    return shape;
  }
  return "(" + shape + ")";
}

std::string Parsed(ExpressionKind kind, std::string_view text) {
  const auto tree = ParseExpression(kind, text, Envelope::kNone);
  if (!tree.ok()) return Stripped(kind, tree.error().message);
  return Shape(*tree.value(), tree.value()->root);
}

TEST(SyntaxTest, OperatorsBindAsDocumented) {
  const struct {
    const char* text;
    const char* shape;
  } rows[] = {
      {"a = :a", "(= a :a)"},
      {"a=:a", "(= a :a)"},
      {" a\n<>\t:a ", "(<> a :a)"},
      {"a < b", "(< a b)"},
      {"a <= b", "(<= a b)"},
      {"a > b", "(> a b)"},
      {"a >= b", "(>= a b)"},
      {"a = :a AND b = :b", "(AND (= a :a) (= b :b))"},
      {"a = :a and b = :b oR c = :c", "(OR (AND (= a :a) (= b :b)) (= c :c))"},
      {"a = :a OR b = :b AND c = :c", "(OR (= a :a) (AND (= b :b) (= c :c)))"},
      {"a = :a OR b = :b OR c = :c", "(OR (OR (= a :a) (= b :b)) (= c :c))"},
      {"a = :a AND b = :b AND c = :c", "(AND (AND (= a :a) (= b :b)) (= c :c))"},
      {"a = b AND c = d OR e = f AND g = h", "(OR (AND (= a b) (= c d)) (AND (= e f) (= g h)))"},
      {"(a = :a OR b = :b) AND c = :c", "(AND (OR (= a :a) (= b :b)) (= c :c))"},
      {"NOT a = :a AND b = :b", "(AND (NOT (= a :a)) (= b :b))"},
      {"not not a = :a", "(NOT (NOT (= a :a)))"},
      {"NOT (a = :a AND b = :b)", "(NOT (AND (= a :a) (= b :b)))"},
      {"NOT contains(a, :a) OR b = :b", "(OR (NOT (contains a :a)) (= b :b))"},
      {"a BETWEEN :a AND :b", "(BETWEEN a :a :b)"},
      {"a between :a and :b AND c = :c", "(AND (BETWEEN a :a :b) (= c :c))"},
      {"NOT a BETWEEN :a AND :b OR c = :c", "(OR (NOT (BETWEEN a :a :b)) (= c :c))"},
      {"a IN (:a)", "(IN a :a)"},
      {"a in(:a,b , :c)", "(IN a :a b :c)"},
      {"a IN (:a) AND b IN (:b)", "(AND (IN a :a) (IN b :b))"},
      {"attribute_exists(a)", "(attribute_exists a)"},
      {"attribute_exists (a)", "(attribute_exists a)"},
      {"size(a) > :a", "(> (size a) :a)"},
      {":a < size ( a . b )", "(< :a (size a.b))"},
      {"size(a) BETWEEN :a AND size(b)", "(BETWEEN (size a) :a (size b))"},
      {"size(a) IN (:a, size(b))", "(IN (size a) :a (size b))"},
      {"(a = :a)", "(= a :a)"},
      {"(a) = :a", "(= a :a)"},
      {"a = (:a)", "(= a :a)"},
      {"(a) BETWEEN (:a) AND (:b)", "(BETWEEN a :a :b)"},
      {"(a) IN ((:a), (b))", "(IN a :a b)"},
      {"((a) = :a)", "(= a :a)"},
      {"(size(a)) = :a", "(= (size a) :a)"},
      {"size((a)) = :a", "(= (size a) :a)"},
      {"(attribute_exists(a))", "(attribute_exists a)"},
      {"((a = :a) AND (b = :b))", "(AND (= a :a) (= b :b))"},
      {"((a = :a) AND b = :b) OR (c = :c)", "(OR (AND (= a :a) (= b :b)) (= c :c))"},
      {"(NOT (a = :a))", "(NOT (= a :a))"},
      {"a.b[0].#c[12] = :a", "(= a.b.0.#c.12 :a)"},
      {"#a . b [ 3 ] = :a", "(= #a.b.3 :a)"},
      {"#and.b = :a", "(= #and.b :a)"},
      {"ands = :a", "(= ands :a)"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Parsed(ExpressionKind::kCondition, row.text), row.shape) << row.text;
  }
}

TEST(SyntaxTest, ProjectionsAreListsOfPaths) {
  EXPECT_EQ(Parsed(ExpressionKind::kProjection, "a"), "(projection a)");
  EXPECT_EQ(Parsed(ExpressionKind::kProjection, "a,b.c , #d[1]"), "(projection a b.c #d.1)");
}

std::string Syntax(const char* token, const char* near) {
  return "Syntax error; token: \"" + std::string(token) + "\", near: \"" + near + "\"";
}

TEST(SyntaxTest, TheTokenThatDoesNotFitIsShownWithItsNeighbours) {
  const struct {
    ExpressionKind kind;
    const char* text;
    const char* token;
    const char* near;
  } rows[] = {
      {ExpressionKind::kCondition, " ", "<EOF>", " "},
      {ExpressionKind::kCondition, "a", "<EOF>", "a"},
      {ExpressionKind::kCondition, "a =", "<EOF>", "="},
      {ExpressionKind::kCondition, "a = ", "<EOF>", "= "},
      {ExpressionKind::kCondition, "attribute_exists(car_id) AND NOT #flag", "<EOF>", "#flag"},
      {ExpressionKind::kCondition, "attribute_not_exists(", "<EOF>", "("},
      {ExpressionKind::kCondition, "attribute_type()", ")", "()"},
      {ExpressionKind::kCondition, "book-price = :p", "-", "book-price"},
      {ExpressionKind::kCondition, "a = 1", "1", "= 1"},
      {ExpressionKind::kCondition, "a = = :b", "=", "= = :b"},
      {ExpressionKind::kCondition, "a == :b", "=", "== :b"},
      {ExpressionKind::kCondition, "a != :b", "!", "a !="},
      {ExpressionKind::kCondition, "!!", "!", "!!"},
      {ExpressionKind::kCondition, "a = :a b = :b", "b", ":a b ="},
      {ExpressionKind::kCondition, "a = :a AND", "<EOF>", "AND"},
      {ExpressionKind::kCondition, "AND a = :a", "AND", "AND a"},
      {ExpressionKind::kCondition, "a AND b = :b", "AND", "a AND b"},
      {ExpressionKind::kCondition, "(a) AND b = :b", "AND", ") AND b"},
      {ExpressionKind::kCondition, "(a = :b AND c)", ")", "c)"},
      {ExpressionKind::kCondition, "(a = :b", "<EOF>", ":b"},
      {ExpressionKind::kCondition, "a = :b)", ")", ":b)"},
      {ExpressionKind::kCondition, "(a = b) = c", "=", ") = c"},
      {ExpressionKind::kCondition, "a = (b = c)", "=", "b = c"},
      {ExpressionKind::kCondition, "a = b = c", "=", "b = c"},
      {ExpressionKind::kCondition, "a BETWEEN :a", "<EOF>", ":a"},
      {ExpressionKind::kCondition, "a BETWEEN :a OR :b", "OR", ":a OR :b"},
      {ExpressionKind::kCondition, "a IN :a", ":a", "IN :a"},
      {ExpressionKind::kCondition, "a IN ()", ")", "()"},
      {ExpressionKind::kCondition, "a IN (:a,)", ")", ",)"},
      {ExpressionKind::kCondition, "NOT", "<EOF>", "NOT"},
      {ExpressionKind::kCondition, "a NOT IN (:a)", "NOT", "a NOT IN"},
      {ExpressionKind::kCondition, "a.and = :a", "and", ".and ="},
      {ExpressionKind::kCondition, "set = :a", "set", "set ="},
      {ExpressionKind::kFilter, "a.Remove = :a", "Remove", ".Remove ="},
      {ExpressionKind::kProjection, "and", "and", "and"},
      {ExpressionKind::kProjection, "a, delete", "delete", ", delete"},
      {ExpressionKind::kCondition, "a. = :a", "=", ". = :a"},
      {ExpressionKind::kCondition, "a.:b = :a", ":b", ".:b ="},
      {ExpressionKind::kCondition, "a[b] = :a", "b", "[b]"},
      {ExpressionKind::kCondition, "a[] = :a", "]", "[] ="},
      {ExpressionKind::kCondition, "a[-1] = :a", "-", "[-1"},
      {ExpressionKind::kCondition, "a[01] = :a", "1", "01]"},
      {ExpressionKind::kCondition, "a[1 = :a", "=", "1 = :a"},
      {ExpressionKind::kCondition, "[0] = :a", "[", "[0"},
      {ExpressionKind::kCondition, ":a.b = :a", ".", ":a.b"},
      {ExpressionKind::kCondition, "_hidden = :v", "_", "_hidden"},
      {ExpressionKind::kCondition, "a = :", ":", "= :"},
      {ExpressionKind::kCondition, "# = :a", "#", "# ="},
      {ExpressionKind::kCondition, "a + :b = :c", "+", "a + :b"},
      {ExpressionKind::kCondition, "contains(a, :b", "<EOF>", ":b"},
      {ExpressionKind::kCondition, "contains(a :b)", ":b", "a :b)"},
      {ExpressionKind::kCondition, "contains(a = :b)", "=", "a = :b"},
      {ExpressionKind::kCondition, "#f(a)", "(", "#f(a"},
      {ExpressionKind::kCondition, "caf\xC3\xA9 = :a", "\xC3\xA9", "caf\xC3\xA9 ="},
      {ExpressionKind::kFilter, "a = 'x'", "'", "= 'x"},
      {ExpressionKind::kKeyCondition, "pk = :gsi1sk AND", "<EOF>", "AND"},
      {ExpressionKind::kProjection, "a,", "<EOF>", ","},
      {ExpressionKind::kProjection, "a,,b", ",", ",,b"},
      {ExpressionKind::kProjection, ",a", ",", ",a"},
      {ExpressionKind::kProjection, "a b", "b", "a b"},
      {ExpressionKind::kProjection, "l[a]", "a", "[a]"},
      {ExpressionKind::kProjection, "a, :b", ":b", ", :b"},
      {ExpressionKind::kProjection, "size(a)", "(", "size(a"},
      {ExpressionKind::kProjection, "a.*", "*", ".*"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(ParseOutcome(row.kind, row.text), Syntax(row.token, row.near)) << row.text;
  }
}

TEST(SyntaxTest, DoubledParenthesesAreRedundant) {
  for (const char* text : {"((a = :a))", "(((a = :a)))", "a = :a AND ((b = :b))",
                           "((a = :a AND b = :b))", "NOT ((a = :a))", "((a)) = :a", "a = ((:a))",
                           "((attribute_exists(a)))", "size(((a))) = :a", "a IN (((:a)))"}) {
    EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, text),
              "The expression has redundant parentheses;")
        << text;
  }
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "((a = :a)"), Syntax("<EOF>", ")"));
}

// Recursion stays bounded however deep the text nests (4,096 bytes allow 4,096 parentheses).
TEST(SyntaxTest, DeepNestingEndsInAMessage) {
  const std::string open(4000, '(');
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, open),
            "The expression has redundant parentheses;");
  std::string calls;
  for (int i = 0; i < 500; ++i) calls += "size(";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, calls),
            "The expression contains too many operators; operator count: 301");
  std::string negations;
  for (int i = 0; i < 1000; ++i) negations += "NOT ";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, negations + "a=b"),
            "The expression contains too many operators; operator count: 301");
  std::string groups, closed;
  for (int i = 0; i < 140; ++i) groups += "(a=b AND ", closed += ")";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, groups + "a=b" + closed), "ok");
}

}  // namespace
}  // namespace pixii::test
