// Changes requests the way a careless or hostile client would: members dropped, doubled, exchanged
// or of another type, numbers beyond all limits, deep nesting, texts that are no UTF-8 or far too
// long, expressions with a piece too many.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/fuzz/json_tree.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace pixii::fuzz {

inline constexpr std::string_view kScalars[] = {"null",
                                                "true",
                                                "false",
                                                "0",
                                                "-0",
                                                "1",
                                                "-1",
                                                "1.5",
                                                "25",
                                                "100",
                                                "101",
                                                "2147483648",
                                                "1e3",
                                                "-9223372036854775809",
                                                "99999999999999999999999999",
                                                "1e400",
                                                "NaN",
                                                "Infinity",
                                                "01",
                                                ".5"};
inline constexpr std::string_view kNumberTexts[] = {"0",
                                                    "-0",
                                                    "1",
                                                    "-1",
                                                    "00012.5000",
                                                    "1E125",
                                                    "9.9999999999999999999999999999999999999E+125",
                                                    "1E126",
                                                    "1E-130",
                                                    "1E-131",
                                                    "-1E-130",
                                                    "123456789012345678901234567890123456789",
                                                    "12345678901234567890123456789012345678",
                                                    "1e",
                                                    "+1",
                                                    ".5",
                                                    "5.",
                                                    "1e99999999999999999999",
                                                    "-",
                                                    "",
                                                    "NaN",
                                                    " 1",
                                                    "0x10"};
inline constexpr std::string_view kHostileTexts[] = {
    "",
    " ",
    "\xFF",
    "\xC0\x80",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80",
    "\xE2\x82",
    "\\ud800",
    "\\udc00",
    "\\ud83d\\ude00",
    "\\u0000",
    "\\",
    "\\x",
    "\\u12",
    "\x01",
    "\xF0\x9F\x8E\xAC",
    "\xEF\xBF\xBF",
    "ALL_NEW",
    "ALL_OLD",
    "INDEXES",
    "COUNT",
    "pk",
    "sk",
    "Things",
    "gone",
    "NONE",
    "YQ==",
    "Y",
    "arn:aws:dynamodb:us-east-1:000000000000:table/Things"};
inline constexpr std::string_view kPieces[] = {"attribute_exists(",
                                               "attribute_not_exists(",
                                               "size(",
                                               "contains(",
                                               "begins_with(",
                                               "attribute_type(",
                                               "if_not_exists(",
                                               "list_append(",
                                               " AND ",
                                               " OR ",
                                               "NOT ",
                                               " IN (",
                                               " BETWEEN ",
                                               "=",
                                               "<>",
                                               "<",
                                               ">=",
                                               "+",
                                               "-",
                                               "(",
                                               ")",
                                               ",",
                                               "[0]",
                                               "[99]",
                                               ".a",
                                               "#n",
                                               "#a",
                                               ":v",
                                               ":a",
                                               "SET ",
                                               "REMOVE ",
                                               "ADD ",
                                               "DELETE ",
                                               "pk",
                                               "sk",
                                               "SELECT * FROM ",
                                               "INSERT INTO ",
                                               "UPDATE ",
                                               " WHERE ",
                                               "VALUE {",
                                               "<<",
                                               ">>",
                                               "?",
                                               "'",
                                               "\\\"",
                                               "--",
                                               "/*",
                                               " ORDER BY ",
                                               " IS MISSING",
                                               " RETURNING ALL OLD *"};
inline constexpr std::string_view kTypeNames[] = {"S",  "N",  "B",  "BOOL", "NULL",
                                                  "SS", "NS", "BS", "L",    "M"};

class RequestMutator {
 public:
  RequestMutator(unsigned seed, size_t size_max) : random_(seed), size_max_(size_max) {}

  // Changes the tree a few times. Sizes stay near the most that fits.
  void Mutate(JsonNode& root) {
    for (size_t left = 1 + Below(3); left > 0; --left) MutateOnce(root);
  }

  size_t Below(size_t count) { return random_() % count; }

 private:
  void MutateOnce(JsonNode& root) {
    std::vector<JsonNode*> nodes;
    CollectNodes(root, nodes);
    JsonNode& node = *nodes[Below(nodes.size())];
    switch (Below(10)) {
      case 0: return Drop(node);
      case 1: return Double(node);
      case 2: return Rename(node, *nodes[Below(nodes.size())]);
      case 3: node = Copy(*nodes[Below(nodes.size())]); return;
      case 4: return Nest(node);
      case 5: return Repeat(node);
      case 6: node = Other(); return;
      case 7: node = Value(); return;
      default: return ChangeText(node);
    }
  }

  // A copy: the node given may hold the one it is put into.
  static JsonNode Copy(const JsonNode& node) { return node; }

  static void Erase(JsonNode& node, size_t index) {
    node.items.erase(node.items.begin() + static_cast<ptrdiff_t>(index));
    if (!node.names.empty()) node.names.erase(node.names.begin() + static_cast<ptrdiff_t>(index));
  }

  void Drop(JsonNode& node) {
    if (!node.items.empty()) Erase(node, Below(node.items.size()));
  }

  void Append(JsonNode& node, size_t index) {
    node.items.push_back(Copy(node.items[index]));
    if (!node.names.empty()) node.names.push_back(std::string(node.names[index]));
  }

  // Lists get an element twice, objects a member twice.
  void Double(JsonNode& node) {
    if (!node.items.empty()) Append(node, Below(node.items.size()));
  }

  void Rename(JsonNode& node, const JsonNode& other) {
    if (node.names.empty()) return;
    std::string& name = node.names[Below(node.names.size())];
    if (!other.names.empty() && Below(2) == 0) {
      name = std::string(other.names[Below(other.names.size())]);
    } else {
      name = Below(2) == 0 ? Pick(kTypeNames) : Pick(kHostileTexts);
    }
  }

  // Many levels around a node, as text: a tree that deep would cost more than the engine does.
  void Nest(JsonNode& node) {
    constexpr std::string_view kOpening[] = {"[", "{\"a\":", "{\"L\":[", "{\"M\":{\"a\":"};
    constexpr std::string_view kClosing[] = {"]", "}", "]}", "}}"};
    const size_t depth = Below(4) == 0 ? 1 + Below(600) : 1 + Below(40);
    const size_t way = Below(4);
    std::string before, inside, after;
    WriteJsonTree(node, inside);
    for (size_t i = 0; i < depth && before.size() < size_max_ / 2; ++i) {
      before += kOpening[way];
      after += kClosing[way];
    }
    node = JsonNode::Scalar(before + inside + after);
  }

  // Many of the same: elements of a list, members of an object, or a text many times as long.
  void Repeat(JsonNode& node) {
    const size_t times = 1 + Below(Below(2) == 0 ? 4 : 130);
    if (node.kind == JsonNode::Kind::kString) {
      const std::string once = node.text.empty() ? "a" : node.text;
      for (size_t i = 0; i < times && node.text.size() < size_max_ / 2; ++i) node.text += once;
      return;
    }
    if (!node.items.empty()) RepeatItem(node, Below(node.items.size()), times);
  }

  void RepeatItem(JsonNode& node, size_t index, size_t times) {
    std::string item;
    WriteJsonTree(node.items[index], item);
    const bool fresh_names = Below(2) == 0;
    for (size_t i = 0; i < times && (i + 1) * item.size() < size_max_ / 2; ++i) {
      node.items.push_back(JsonNode::Scalar(item));
      if (node.names.empty()) continue;
      node.names.push_back(node.names[index] + (fresh_names ? std::to_string(i) : ""));
    }
  }

  JsonNode Other() {
    switch (Below(4)) {
      case 0: return JsonNode::Scalar(Pick(kScalars));
      case 1: return JsonNode::String(Pick(kHostileTexts));
      case 2: return JsonNode::List({});
      default: return JsonNode::Object(Pick(kHostileTexts), JsonNode::String("a"));
    }
  }

  // An attribute value, right or wrong.
  JsonNode Value() {
    JsonNode inside = Below(2) == 0 ? JsonNode::String(Pick(kNumberTexts)) : Other();
    if (Below(3) == 0) inside = JsonNode::List({std::move(inside)});
    return JsonNode::Object(Below(2) == 0 ? "N" : Pick(kTypeNames), std::move(inside));
  }

  void ChangeText(JsonNode& node) {
    if (node.kind == JsonNode::Kind::kScalar) node.text = Pick(kScalars);
    if (node.kind != JsonNode::Kind::kString) return;
    std::string& text = node.text;
    switch (Below(5)) {
      case 0: text = Pick(kHostileTexts); return;
      case 1: text = Pick(kNumberTexts); return;
      case 2: text.insert(Below(text.size() + 1), Pick(kHostileTexts)); return;
      case 3: text.insert(Below(text.size() + 1), Pick(kPieces)); return;
      default: break;
    }
    std::vector<uint8_t> bytes(text.begin(), text.end());
    bytes.resize(text.size() + 16);
    bytes.resize(LLVMFuzzerMutate(bytes.data(), text.size(), bytes.size()));
    text.assign(bytes.begin(), bytes.end());
  }

  template <size_t count>
  std::string Pick(const std::string_view (&choices)[count]) {
    return std::string(choices[Below(count)]);
  }

  std::minstd_rand random_;
  size_t size_max_;
};

}  // namespace pixii::fuzz
