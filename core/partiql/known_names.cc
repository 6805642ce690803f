// Types and functions by their names.
#include "core/partiql/known_names.h"

#include <utility>

#include "core/partiql/keywords.h"

namespace pixii::partiql {
namespace {

constexpr std::pair<std::string_view, IsType> kIsTypes[] = {
    {"MISSING", IsType::kMissing}, {"NULL", IsType::kNull},   {"BOOL", IsType::kBool},
    {"BOOLEAN", IsType::kBool},    {"BLOB", IsType::kBinary}, {"STRING", IsType::kString},
    {"NUMERIC", IsType::kNumber},  {"STRUCT", IsType::kMap},  {"TUPLE", IsType::kMap},
    {"LIST", IsType::kList},
};
constexpr std::pair<std::string_view, std::string_view> kOtherTypes[] = {
    {"INT", "INTEGER"},
    {"INTEGER", "INTEGER"},
    {"SMALLINT", "SMALLINT"},
    {"BIGINT", "BIGINT"},
    {"DEC", "DECIMAL"},
    {"DECIMAL", "DECIMAL"},
    {"FLOAT", "FLOAT"},
    {"REAL", "REAL"},
    {"CHAR", "CHARACTER"},
    {"CHARACTER", "CHARACTER"},
    {"VARCHAR", "CHARACTER_VARYING"},
    {"CLOB", "CLOB"},
    {"SYMBOL", "SYMBOL"},
    {"TIMESTAMP", "TIMESTAMP"},
    {"DATE", "DATE"},
    {"TIME", "TIME"},
    {"BAG", "BAG"},
    {"SEXP", "SEXP"},
    {"ANY", "ANY"},
};

constexpr std::pair<std::string_view, CallKind> kCalls[] = {
    {"ATTRIBUTE_EXISTS", CallKind::kAttributeExists},
    {"ATTRIBUTE_NOT_EXISTS", CallKind::kAttributeNotExists},
    {"ATTRIBUTE_TYPE", CallKind::kAttributeType},
    {"BEGINS_WITH", CallKind::kBeginsWith},
    {"CONTAINS", CallKind::kContains},
    {"SIZE", CallKind::kSize},
    {"IF_NOT_EXISTS", CallKind::kIfNotExists},
    {"LIST_APPEND", CallKind::kListAppend},
    {"SET_ADD", CallKind::kSetAdd},
    {"SET_DELETE", CallKind::kSetDelete},
};

}  // namespace

std::optional<IsType> IsTypeNamed(std::string_view word) {
  for (const auto& [known, type] : kIsTypes) {
    if (IsSameWord(word, known)) return type;
  }
  return {};
}

std::string_view OtherTypeNamed(std::string_view word) {
  for (const auto& [known, name] : kOtherTypes) {
    if (IsSameWord(word, known)) return name;
  }
  return {};
}

CallKind CallNamed(std::string_view name) {
  for (const auto& [known, call] : kCalls) {
    if (IsSameWord(name, known)) return call;
  }
  return CallKind::kUnknown;
}

}  // namespace pixii::partiql
