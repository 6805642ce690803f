// Requests of PartiQL statements for OperationHarness, in whose JSON ' stands for ".
#pragma once

#include <string>

namespace pixii::support {

// The members of one statement; `parameters` as JSON in the harness's way, without brackets.
inline std::string StatementMembers(const std::string& text, const std::string& parameters = "") {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'')
      escaped += "\\u0027";
    else if (c == '"')
      escaped += "\\\"";
    else
      escaped += c;
  }
  std::string members = "'Statement':'" + escaped + "'";
  if (!parameters.empty()) members += ",'Parameters':[" + parameters + "]";
  return members;
}

// A whole request of ExecuteStatement.
inline std::string StatementRequest(const std::string& text, const std::string& parameters = "") {
  return "{" + StatementMembers(text, parameters) + "}";
}

}  // namespace pixii::support
