// One parsed PartiQL statement; parameters are still question marks in it.
//
//   statement  := select | EXISTS "(" select ")"
//               | INSERT INTO table VALUE tuple
//               | UPDATE table action { action } [where] [returning]
//               | FROM table [where] action { action } [returning]
//               | DELETE FROM table [where] [returning]                       all: [";"]
//   select     := SELECT ("*" | path { "," path }) FROM source [where]
//                 [ORDER BY name [ASC | DESC] { "," name [ASC | DESC] }]
//   source     := name ["." name]           table        := source
//   where      := WHERE expression
//   action     := SET path "=" expression { "," path "=" expression } | REMOVE path
//   returning  := RETURNING (ALL | MODIFIED) (OLD | NEW) "*"
//   expression := or, and, not, then = <> != IS [NOT] IN, then < <= > >= BETWEEN, then + -, then
//   term term       := "(" expression ")" | value | path | name "(" [expression { "," expression }]
//   ")" path       := name { "." name | "[" digits "]" | "[" string "]" } value      := "?" |
//   string | number | TRUE | FALSE | NULL | "[" values "]" | "<<" values ">>"
//               | tuple
//   tuple      := "{" [string ":" value { "," string ":" value }] "}"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/partiql/lexer.h"
#include "core/values/attribute_value.h"

namespace pixii::partiql {

enum class TermKind : uint8_t {
  // Values. A literal is whole, whatever it contains; a list is only what IN looks in.
  kLiteral,
  kParameter,
  kList,
  // INSERT's item: members, each with its name and one value.
  kTuple,
  kMember,
  // A path's children are its steps.
  kPath,
  kName,
  kIndex,
  // Conditions; the children are the operands in order. AND and OR have two or more.
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
  kIs,  // `data`: the IsType; negated by a kNot around it
  kCall,
  // Sums in SET.
  kPlus,
  kMinus,
  // Actions of an update: path and new value; path.
  kSet,
  kRemove,
  // What is well formed and never served: another operator, MISSING without IS.
  kUnsupported,
  kMissing,
};

// What IS asks for.
enum class IsType : uint8_t { kMissing, kNull, kBool, kBinary, kString, kNumber, kMap, kList };

enum class CallKind : uint8_t {
  kUnknown,
  kAttributeExists,
  kAttributeNotExists,
  kAttributeType,
  kBeginsWith,
  kContains,
  kSize,
  kIfNotExists,
  kListAppend,
  kSetAdd,
  kSetDelete,
};

using TermIndex = uint32_t;
inline constexpr TermIndex kNoTerm = 0xFFFFFFFF;

// Children form a chain: first_child, then each one's next.
struct Term {
  TermKind kind;
  CallKind call = CallKind::kUnknown;
  uint32_t at = 0;  // its token, into Statement::text
  uint32_t size = 0;
  // kLiteral: where its encoding begins in `literals`. kParameter: its number, from 0. kIndex: the
  // index. kName, kMember: where the name begins in `names`, and its size.
  uint32_t data = 0;
  uint32_t data_size = 0;
  TermIndex first_child = kNoTerm;
  TermIndex next = kNoTerm;
};

enum class StatementKind : uint8_t { kSelect, kExists, kInsert, kUpdate, kDelete };
enum class Returning : uint8_t { kNothing, kAllOld, kModifiedOld, kAllNew, kModifiedNew };

struct OrderTerm {
  std::string attribute;
  bool descending = false;
};

// Owns its text and terms; never changed after parsing. Everything that can be found wrong without
// parameters or a table has been checked.
struct Statement {
  StatementKind kind = StatementKind::kSelect;
  // What is well formed but no statement may say, as clients read it; empty: nothing. The statement
  // then tells its kind, and nothing else of it may be used.
  std::string fault;
  // What is wrong with the actions of an UPDATE, which is told after all that is wrong with its
  // WHERE clause, its parameters included; empty: nothing. The actions may then not be used.
  std::string actions_fault;
  std::string text;
  std::string literals;  // encoded values, one behind the other
  std::string names;     // unquoted
  std::vector<Term> terms;

  std::string table;
  std::string index;
  bool has_index = false;
  TermIndex columns = kNoTerm;  // a chain of paths; none: all attributes
  TermIndex where = kNoTerm;
  std::vector<OrderTerm> order_by;
  TermIndex item = kNoTerm;     // INSERT: its tuple
  TermIndex actions = kNoTerm;  // UPDATE: a chain
  Returning returning = Returning::kNothing;
  uint32_t parameter_count = 0;

  bool is_read() const { return kind == StatementKind::kSelect; }
  const Term& operator[](TermIndex index_asked) const { return terms[index_asked]; }
  std::string_view Text(const Term& term) const {
    return std::string_view(text).substr(term.at, term.size);
  }
  // REQUIRES: a name or member.
  std::string_view Name(const Term& term) const {
    return std::string_view(names).substr(term.data, term.data_size);
  }
  // REQUIRES: a literal.
  ValueView Literal(const Term& term) const { return ValueView(Data(literals) + term.data); }
  uint32_t ChildCount(const Term& term) const { return ChainLength(term.first_child); }
  uint32_t ChainLength(TermIndex first) const {
    uint32_t count = 0;
    for (TermIndex at = first; at != kNoTerm; at = terms[at].next) ++count;
    return count;
  }
};

// " at 1:8:5": where `term` stands.
std::string PlaceText(const Statement& statement, const Term& term);

// Whether both are paths of the same steps.
bool IsSamePath(const Statement& statement, const Term& left, const Term& right);

// The operator or function as messages call it: "=", "BETWEEN", "begins_with".
std::string_view OperationName(const Term& term);

// The operator as messages about ones that are not served call it: "=", "like", "not".
std::string OperatorText(const Statement& statement, const Term& term);

// What kind of expression the term is, as messages about wrong ones call it: "VariableReference".
std::string KindName(const Statement& statement, const Term& term);

}  // namespace pixii::partiql
