// Checking, attaching and numbering policies.
#include "core/operations/resource_policy.h"

#include <algorithm>

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

// Reads the whole document for its syntax. False: it is no JSON object.
bool ReadStatement(JsonReader& reader, bool& has_statement) {
  if (reader.Peek() != JsonToken::kObject || !reader.BeginObject()) return false;
  JsonString name;
  while (reader.NextMember(name)) {
    const JsonToken token = reader.Peek();
    const bool list_or_object = token == JsonToken::kArray || token == JsonToken::kObject;
    if (name.text == "Statement" && list_or_object) has_statement = true;
    if (!reader.SkipValue()) return false;
  }
  return !reader.stopped() && reader.AtEnd();
}

}  // namespace

Result<void> CheckPolicy(const OperationContext& context, std::string_view text) {
  if (text.size() > limits::kPolicySizeBytesMax) return ValidationError(messages::PolicyTooLarge());
  JsonReader reader(text, context.arena);
  bool has_statement = false;
  if (!ReadStatement(reader, has_statement)) return ValidationError(messages::PolicyIsNotJson());
  if (!has_statement) return ValidationError(messages::PolicyWithoutStatement());
  return {};
}

void SetPolicy(std::string_view text, int64_t now_ms, ResourcePolicy& policy) {
  if (policy.text == text) return;
  policy.text = text;
  policy.revision = std::max(now_ms, policy.revision + 1);
}

Result<void> CheckRevision(std::string_view expected, const ResourcePolicy& policy,
                           std::string_view arn) {
  if (!Given(expected) || expected == RevisionOf(policy)) return {};
  return Error{ErrorType::kPolicyNotFound, messages::PolicyNotFound(arn)};
}

std::string_view RevisionText(const OperationContext& context, const ResourcePolicy& policy) {
  return policy.text.empty() ? std::string_view() : context.arena.Copy(RevisionOf(policy));
}

}  // namespace pixii
