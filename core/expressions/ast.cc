// Names of parameters and functions.
#include "core/expressions/ast.h"

#include <utility>

namespace pixii {

std::string_view ParameterName(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::kCondition: return "ConditionExpression";
    case ExpressionKind::kFilter: return "FilterExpression";
    case ExpressionKind::kKeyCondition: return "KeyConditionExpression";
    case ExpressionKind::kProjection: return "ProjectionExpression";
    case ExpressionKind::kUpdate: return "UpdateExpression";
  }
  return {};
}

Function FunctionNamed(std::string_view name) {
  constexpr std::pair<std::string_view, Function> kFunctions[] = {
      {"attribute_exists", Function::kAttributeExists},
      {"attribute_not_exists", Function::kAttributeNotExists},
      {"attribute_type", Function::kAttributeType},
      {"begins_with", Function::kBeginsWith},
      {"contains", Function::kContains},
      {"size", Function::kSize},
      {"if_not_exists", Function::kIfNotExists},
      {"list_append", Function::kListAppend},
  };
  for (const auto& [known, function] : kFunctions) {
    if (known == name) return function;
  }
  return Function::kUnknown;
}

}  // namespace pixii
