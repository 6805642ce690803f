// JSON as a tree for mutating: it keeps what a reader would throw away or refuse, such as names
// that stand twice and texts that are no UTF-8, so that what is written may be as wrong as one
// likes.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace pixii::fuzz {

struct JsonNode {
  enum class Kind { kScalar, kString, kList, kObject };

  Kind kind = Kind::kScalar;
  std::string text;  // kScalar: as it is written; kString: between the quotes, escapes as they are
  std::vector<std::string> names;  // kObject: one for each of `items`, like a kString's text
  std::vector<JsonNode> items;     // kList, kObject

  static JsonNode Scalar(std::string_view text) {
    return {Kind::kScalar, std::string(text), {}, {}};
  }
  static JsonNode String(std::string_view text) {
    return {Kind::kString, std::string(text), {}, {}};
  }
  static JsonNode List(std::vector<JsonNode> items) {
    return {Kind::kList, "", {}, std::move(items)};
  }
  static JsonNode Object(std::string_view name, JsonNode value) {
    return {Kind::kObject, "", {std::string(name)}, {std::move(value)}};
  }
};

// Reads the tree of a text; what is no JSON ends it early, so that there is a tree of any text.
class JsonTreeReader {
 public:
  explicit JsonTreeReader(std::string_view text) : text_(text) {}

  JsonNode Read() { return ReadValue(0); }

 private:
  static constexpr int kDepthMax = 300;

  JsonNode ReadValue(int depth) {
    SkipSpace();
    const char next = Peek();
    if (next == '"') return JsonNode::String(ReadString());
    if ((next == '{' || next == '[') && depth < kDepthMax) return ReadItems(next == '{', depth);
    const size_t start = at_;
    while (at_ < text_.size() && std::string_view(",]} \n").find(text_[at_]) == std::string::npos) {
      ++at_;
    }
    return JsonNode::Scalar(text_.substr(start, at_ - start));
  }

  JsonNode ReadItems(bool is_object, int depth) {
    JsonNode node;
    node.kind = is_object ? JsonNode::Kind::kObject : JsonNode::Kind::kList;
    ++at_;
    for (SkipSpace(); at_ < text_.size() && Peek() != ']' && Peek() != '}'; SkipSpace()) {
      const size_t before = at_;
      if (is_object) {
        node.names.push_back(Peek() == '"' ? ReadString() : std::string());
        SkipSpace();
        if (Peek() == ':') ++at_;
      }
      node.items.push_back(ReadValue(depth + 1));
      SkipSpace();
      if (Peek() == ',') ++at_;
      if (at_ == before) ++at_;  // Garbage must not stop the walk.
    }
    at_ = std::min(at_ + 1, text_.size());
    return node;
  }

  std::string ReadString() {
    const size_t start = std::min(++at_, text_.size());
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const size_t end = std::min(at_, text_.size());
    at_ = std::min(at_ + 1, text_.size());
    return std::string(text_.substr(start, end - start));
  }

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void SkipSpace() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
  }

  std::string_view text_;
  size_t at_ = 0;
};

inline void WriteJsonTree(const JsonNode& node, std::string& out) {
  switch (node.kind) {
    case JsonNode::Kind::kScalar: out += node.text; return;
    case JsonNode::Kind::kString: out += '"' + node.text + '"'; return;
    case JsonNode::Kind::kList:
    case JsonNode::Kind::kObject: break;
  }
  const bool is_object = node.kind == JsonNode::Kind::kObject;
  out += is_object ? '{' : '[';
  for (size_t i = 0; i < node.items.size(); ++i) {
    if (i > 0) out += ',';
    if (is_object) out += '"' + node.names[i] + "\":";
    WriteJsonTree(node.items[i], out);
  }
  out += is_object ? '}' : ']';
}

// Every node of the tree, from the top; valid until the tree changes its shape.
inline void CollectNodes(JsonNode& node, std::vector<JsonNode*>& nodes) {
  nodes.push_back(&node);
  for (JsonNode& item : node.items) CollectNodes(item, nodes);
}

}  // namespace pixii::fuzz
