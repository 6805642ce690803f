// What the tests of expressions share: items and values written as DynamoDB JSON, and one call each
// to parse, bind, evaluate, update and project, which answer with text that a table can hold.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/base64.h"
#include "core/expressions/binding.h"
#include "core/expressions/expression_cache.h"
#include "core/values/number.h"
#include "core/values/value_builder.h"

namespace pixii::test {

using Json = nlohmann::json;

inline void BuildValue(ValueBuilder& builder, const Json& value);

inline void BuildScalar(ValueBuilder& builder, const std::string& type, const std::string& text) {
  if (type == "S") return builder.String(text);
  if (type == "N") {
    PackedNumber number;
    if (ParseNumber(text, number) != NumberFault::kNone) std::abort();
    return builder.Number(number.view());
  }
  std::string bytes(text.size(), '\0');
  size_t size = 0;
  if (DecodeBase64(text, bytes.data(), size) != Base64Fault::kNone) std::abort();
  builder.Binary(std::string_view(bytes).substr(0, size));
}

inline void BuildSet(ValueBuilder& builder, const std::string& type, const Json& members) {
  builder.BeginSet(type == "SS"   ? ValueType::kStringSet
                   : type == "NS" ? ValueType::kNumberSet
                                  : ValueType::kBinarySet);
  for (const Json& member : members) BuildScalar(builder, type.substr(0, 1), member);
  builder.EndSet();
}

inline void BuildValue(ValueBuilder& builder, const Json& value) {
  const std::string type = value.begin().key();
  const Json& content = value.begin().value();
  if (type == "BOOL") return builder.Bool(content);
  if (type == "NULL") return builder.Null();
  if (type == "SS" || type == "NS" || type == "BS") return BuildSet(builder, type, content);
  if (type == "L") {
    builder.BeginList();
    for (const Json& element : content) BuildValue(builder, element);
    return builder.EndList();
  }
  if (type != "M") return BuildScalar(builder, type, content);
  builder.BeginMap();
  for (const auto& [name, entry] : content.items()) {
    builder.Name(name);
    BuildValue(builder, entry);
  }
  builder.EndMap();
}

// The entry run of an object of attribute values, written with ' for ".
inline std::string Entries(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  std::string out;
  ValueBuilder builder(out);
  const Json attributes = Json::parse(text);  // outlives the loop, which only borrows it
  for (const auto& [name, value] : attributes.items()) {
    builder.Name(name);
    BuildValue(builder, value);
  }
  builder.EndEntries(0);
  return out;
}

inline std::string ToText(EntryRange entries);

inline std::string ToText(ValueView value) {
  const std::string type(TypeName(value.type()));
  std::string body;
  const auto join = [&body](const std::string& part) { body += (body.empty() ? "" : ",") + part; };
  switch (value.type()) {
    case ValueType::kString: body = "'" + std::string(value.AsString()) + "'"; break;
    case ValueType::kNumber: body = "'" + NumberText(value.AsNumber()) + "'"; break;
    case ValueType::kBinary: body = "'" + Base64Text(value.AsBinary()) + "'"; break;
    case ValueType::kBool: body = value.AsBool() ? "true" : "false"; break;
    case ValueType::kNull: body = "true"; break;
    case ValueType::kMap: body = ToText(value.Entries()); break;
    default:
      for (const ValueView element : value.Elements()) {
        const std::string text = ToText(element);
        // Members of sets stand without their type.
        join(value.is(ValueType::kList) ? text : text.substr(5, text.size() - 6));
      }
      body = "[" + body + "]";
  }
  return "{'" + type + "':" + body + "}";
}

inline std::string ToText(EntryRange entries) {
  std::string body;
  for (const Entry entry : entries) {
    body += (body.empty() ? "'" : ",'") + std::string(entry.name) + "':" + ToText(entry.value);
  }
  return "{" + body + "}";
}

// One request's placeholders and everything that binding borrows.
class Request {
 public:
  // Names as an object of texts, values as attribute values, both with ' for ".
  explicit Request(std::string values = "{}", std::string names = "{}",
                   Envelope envelope = Envelope::kNone)
      : values_(Entries(std::move(values))) {
    std::replace(names.begin(), names.end(), '\'', '"');
    const Json placeholders = Json::parse(names);
    for (const auto& [placeholder, name] : placeholders.items()) {
      texts_.push_back(placeholder);
      const std::string& key = texts_.back();
      texts_.push_back(name);
      names_.push_back({key, texts_.back()});
    }
    binder_ =
        std::make_unique<Binder>(arena_, Span<const NamePlaceholder>{names_.data(), names_.size()},
                                 EntryRange(values_), envelope);
    envelope_ = envelope;
  }

  Binder& binder() { return *binder_; }
  Arena& arena() { return arena_; }
  Result<const ExpressionTree*> Parse(ExpressionKind kind, std::string_view text) {
    return cache_.Parse(kind, text, envelope_);
  }

  Result<BoundCondition> Condition(std::string_view text,
                                   ExpressionKind kind = ExpressionKind::kCondition) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree, Parse(kind, text));
    return binder_->BindCondition(*tree);
  }
  Result<KeyConditionClauses> KeyCondition(std::string_view text) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree, Parse(ExpressionKind::kKeyCondition, text));
    return binder_->BindKeyCondition(*tree);
  }
  Result<BoundUpdate> Update(std::string_view text) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree, Parse(ExpressionKind::kUpdate, text));
    return binder_->BindUpdate(*tree);
  }
  Result<BoundProjection> Projection(std::string_view text) {
    PIXII_ASSIGN_OR_RETURN(const ExpressionTree* tree, Parse(ExpressionKind::kProjection, text));
    return binder_->BindProjection(*tree);
  }

 private:
  Arena arena_;
  ExpressionCache cache_;
  std::deque<std::string> texts_;
  std::vector<NamePlaceholder> names_;
  std::string values_;
  std::unique_ptr<Binder> binder_;
  Envelope envelope_ = Envelope::kNone;
};

// "ok" or the message of a Result.
template <class T>
std::string Outcome(const Result<T>& result) {
  return result.ok() ? "ok" : result.error().message;
}

// The message without the "Invalid <parameter>: " of `kind`, if it begins so.
inline std::string Stripped(ExpressionKind kind, std::string message) {
  const std::string prefix = "Invalid " + std::string(ParameterName(kind)) + ": ";
  return message.rfind(prefix, 0) == 0 ? message.substr(prefix.size()) : message;
}

// The fault of parsing `text`, stripped, or "ok".
inline std::string ParseOutcome(ExpressionKind kind, std::string_view text) {
  return Stripped(kind, Outcome(ParseExpression(kind, text, Envelope::kNone)));
}

// "true" or "false", or the fault of parsing or binding.
inline std::string Evaluate(std::string_view condition, const std::string& item,
                            const std::string& values = "{}", const std::string& names = "{}") {
  Request request(values, names);
  const Result<BoundCondition> bound = request.Condition(condition);
  if (!bound.ok()) return bound.error().message;
  const std::string entries = Entries(item);
  return bound.value().Matches(EntryRange(entries)) ? "true" : "false";
}

// The item after the update, or the fault of parsing, binding or applying.
inline std::string Updated(std::string_view update, const std::string& item,
                           const std::string& values = "{}", const std::string& names = "{}") {
  Request request(values, names);
  const Result<BoundUpdate> bound = request.Update(update);
  if (!bound.ok()) return bound.error().message;
  const std::string entries = Entries(item);
  std::string out;
  const Result<void> applied = bound.value().Apply(EntryRange(entries), out);
  if (!applied.ok()) return applied.error().message;
  return IsWellFormedEntries(out, 64) ? ToText(EntryRange(out)) : "not well-formed";
}

// What the projection keeps of the item, or the fault.
inline std::string Projected(std::string_view projection, const std::string& item,
                             const std::string& names = "{}") {
  Request request("{}", names);
  const Result<BoundProjection> bound = request.Projection(projection);
  if (!bound.ok()) return bound.error().message;
  const std::string entries = Entries(item);
  std::string out;
  bound.value().Project(EntryRange(entries), out);
  return IsWellFormedEntries(out, 64) ? ToText(EntryRange(out)) : "not well-formed";
}

}  // namespace pixii::test
