// The tree of one parsed expression, whatever its kind; names and values are still placeholders in
// it.
//
//   condition  := condition OR condition | condition AND condition | NOT condition | "(" condition
//   ")"
//               | operand comparator operand | operand BETWEEN operand AND operand
//               | operand IN "(" operand { "," operand } ")" | function
//   comparator := "=" | "<>" | "<" | "<=" | ">" | ">="
//   operand    := path | value | function | "(" operand ")"
//   function   := name "(" operand { "," operand } ")"
//   path       := name { "." name | "[" digits "]" }       name := letter { letter | digit | "_" }
//   | #name value      := ":" name projection := path { "," path } update     := clause { clause }
//   each keyword at most once clause     := SET path "=" sum { "," path "=" sum } | REMOVE path {
//   "," path }
//               | ADD path value { "," path value } | DELETE path value { "," path value }
//   sum        := operand [ ("+" | "-") operand ]
//
// Binding, from loose to tight: OR, AND, NOT, then everything else. Keywords in any case; function
// names as written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pixii {

// Which parameter of a request an expression came in: it decides the grammar and the name that
// error messages begin with.
enum class ExpressionKind : uint8_t { kCondition, kFilter, kKeyCondition, kProjection, kUpdate };

// "ConditionExpression", "FilterExpression", ...
std::string_view ParameterName(ExpressionKind kind);

enum class NodeKind : uint8_t {
  // Operands. A path's children are its steps.
  kPath,
  kValue,
  // Steps of a path: a bare name, a #placeholder, an index (its text is the digits).
  kName,
  kNamePlaceholder,
  kIndex,
  // Conditions; the children are the operands in order.
  kOr,
  kAnd,
  kNot,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kBetween,
  kIn,
  // Of conditions and updates; the text is the function's name.
  kFunction,
  // Sums in SET.
  kPlus,
  kMinus,
  // Actions of an update: path and new value; path; path and value.
  kSet,
  kRemove,
  kAdd,
  kDelete,
  // Roots: a projection's paths; an update's actions in the order written.
  kProjection,
  kUpdate,
};

enum class Function : uint8_t {
  kUnknown,
  kAttributeExists,
  kAttributeNotExists,
  kAttributeType,
  kBeginsWith,
  kContains,
  kSize,
  kIfNotExists,
  kListAppend,
};

// The function so called, case-sensitively, or kUnknown.
Function FunctionNamed(std::string_view name);

// An expression has at most 4,096 bytes and few more nodes than bytes, so 16 bits hold every place.
using NodeIndex = uint16_t;
inline constexpr NodeIndex kNoNode = 0xFFFF;

// Children form a chain: first_child, then each one's next.
struct Node {
  NodeKind kind;
  Function function = Function::kUnknown;
  uint16_t text_at = 0;  // into ExpressionTree::text
  uint16_t text_size = 0;
  NodeIndex first_child = kNoNode;
  NodeIndex next = kNoNode;
};

// Owns its text and nodes; never changed after parsing. Everything that can be found wrong without
// names, values or a table has been checked: syntax, limits, functions, reserved words.
struct ExpressionTree {
  ExpressionKind kind;
  std::string text;
  std::vector<Node> nodes;
  NodeIndex root = kNoNode;

  const Node& operator[](NodeIndex index) const { return nodes[index]; }
  std::string_view Text(const Node& node) const {
    return std::string_view(text).substr(node.text_at, node.text_size);
  }
  uint32_t ChildCount(const Node& node) const {
    uint32_t count = 0;
    for (NodeIndex child = node.first_child; child != kNoNode; child = nodes[child].next) ++count;
    return count;
  }
};

}  // namespace pixii
