// Checking, attaching and numbering policies.
#include "core/operations/resource_policy.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/policies.h"
#include "core/operations/expression_parameters.h"
#include "core/wire/json_reader.h"

namespace pixii {
namespace {

constexpr std::string_view kNoPolicy = "NO_POLICY";

std::string RevisionOf(const ResourcePolicy& policy) {
  return policy.text.empty() ? std::string(kNoPolicy) : std::to_string(policy.revision);
}

// What statements need, each or its opposite; the first that is missing is told.
struct Field {
  std::string_view name;
  std::string_view opposite;
};
constexpr Field kFields[] = {{"Effect", ""},
                             {"Principal", "NotPrincipal"},
                             {"Action", "NotAction"},
                             {"Resource", "NotResource"}};

// What was seen of a document.
struct Outline {
  size_t members = 0;
  size_t object_size_bytes = 0;  // up to the end of the object
  bool has_statement = false;
  size_t statements = 0;
  std::string_view lacks;  // of the first statement that lacks one
};

// Reads one statement, an object.
bool ReadStatement(JsonReader& reader, Outline& outline) {
  bool has[std::size(kFields)] = {};
  if (!reader.BeginObject()) return false;
  JsonString name;
  while (reader.NextMember(name)) {
    for (size_t i = 0; i < std::size(kFields); ++i) {
      if (name.text == kFields[i].name || name.text == kFields[i].opposite) has[i] = true;
    }
    if (!reader.SkipValue()) return false;
  }
  ++outline.statements;
  for (size_t i = 0; i < std::size(kFields) && outline.lacks.empty(); ++i) {
    if (!has[i]) outline.lacks = kFields[i].name;
  }
  return !reader.stopped();
}

// Reads one statement or a list of them.
bool ReadStatements(JsonReader& reader, Outline& outline) {
  const JsonToken token = reader.Peek();
  outline.has_statement = token == JsonToken::kObject || token == JsonToken::kArray;
  if (token == JsonToken::kObject) return ReadStatement(reader, outline);
  if (token != JsonToken::kArray) return reader.SkipValue();
  if (!reader.BeginArray()) return false;
  while (reader.NextElement()) {
    const bool is_object = reader.Peek() == JsonToken::kObject;
    if (!(is_object ? ReadStatement(reader, outline) : reader.SkipValue())) return false;
  }
  return !reader.stopped();
}

// Reads the whole document. False: it is no JSON object.
bool ReadDocument(std::string_view text, JsonReader& reader, Outline& outline) {
  if (reader.Peek() != JsonToken::kObject || !reader.BeginObject()) return false;
  JsonString name;
  while (reader.NextMember(name)) {
    ++outline.members;
    const bool statements = name.text == "Statement";
    if (!(statements ? ReadStatements(reader, outline) : reader.SkipValue())) return false;
  }
  if (reader.stopped()) return false;
  outline.object_size_bytes = text.size() - reader.Rest().size();
  return reader.AtEnd();
}

bool IsNull(std::string_view text, Arena& arena) {
  JsonReader reader(text, arena);
  return reader.Peek() == JsonToken::kNull && reader.ReadNull() && reader.AtEnd();
}

// The text for an object without members: where it ends.
std::string EndsAt(std::string_view object) {
  const size_t lines = static_cast<size_t>(std::count(object.begin(), object.end(), '\n'));
  const size_t start = lines == 0 ? 0 : object.rfind('\n') + 1;
  return messages::PolicyIsEmpty(lines + 1, object.size() - start + 1);
}

}  // namespace

Result<void> CheckPolicy(const OperationContext& context, std::string_view text) {
  if (text.size() > limits::kPolicySizeBytesMax) return ValidationError(messages::PolicyTooLarge());
  JsonReader reader(text, context.arena);
  Outline outline;
  if (!ReadDocument(text, reader, outline)) {
    const bool null = IsNull(text, context.arena);
    return ValidationError(null ? messages::PolicyIsNull() : messages::PolicyIsNotJson());
  }
  if (outline.members == 0) {
    return ValidationError(EndsAt(text.substr(0, outline.object_size_bytes)));
  }
  if (!outline.has_statement) return ValidationError(messages::PolicyLacks("Statement"));
  if (!outline.lacks.empty()) return ValidationError(messages::PolicyLacks(outline.lacks));
  if (outline.statements == 0) return ValidationError(messages::PolicyWithoutStatements());
  return {};
}

void SetPolicy(std::string_view text, int64_t now_ms, ResourcePolicy& policy) {
  if (policy.text == text) return;
  policy.text = text;
  policy.revision = std::max(now_ms, policy.revision + 1);
}

Result<void> CheckRevision(std::string_view expected, const ResourcePolicy& policy,
                           std::string_view table) {
  const std::string revision = RevisionOf(policy);
  if (!Given(expected) || expected == revision) return {};
  std::string text = messages::PolicyRevisionDiffers(expected, table, revision);
  if (policy.text.empty()) text = messages::PolicyWithoutRevision(expected, table);
  if (expected == kNoPolicy) text = messages::PolicyExists(table, revision);
  return Error{ErrorType::kPolicyNotFound, std::move(text)};
}

std::string_view RevisionText(const OperationContext& context, const ResourcePolicy& policy) {
  return policy.text.empty() ? std::string_view() : context.arena.Copy(RevisionOf(policy));
}

}  // namespace pixii
