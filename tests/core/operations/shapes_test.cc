// Holds the member tables of every operation pixii serves against the service model: names, types,
// required members, lengths, ranges, patterns and enums. What differs must stand in
// tests/model-facts/exceptions.json with its reason, and what stands there must still differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/operations/operation_table.h"
#include "core/wire/pattern.h"

namespace pixii {
namespace {

using nlohmann::json;

json ReadFacts(const std::string& name) {
  std::ifstream file("tests/model-facts/" + name);
  EXPECT_TRUE(file.is_open()) << name << ": run from the project's folder";
  return json::parse(file);
}

std::string_view ServiceFile(Service service) {
  return service == Service::kStreams ? "streams.json" : "dynamodb.json";
}

// The model's word for a shape's type.
std::string ModelType(const Shape& shape) {
  switch (shape.kind) {
    case Kind::kString: return "string";
    case Kind::kBlob: return "blob";
    case Kind::kInteger: return "integer";
    case Kind::kLong: return "long";
    case Kind::kDouble: return "double";
    case Kind::kBoolean: return "boolean";
    case Kind::kTimestamp: return "timestamp";
    case Kind::kAttributeValue:
    case Kind::kStructure: return "structure";
    case Kind::kList: return "list";
    case Kind::kAttributeMap:
    case Kind::kMap: return "map";
  }
  return {};
}

// Walks pixii's shape and the model's side by side and collects differences as "<place>: <what>".
class Comparison {
 public:
  explicit Comparison(const json& model) : model_(model) {}

  // `place` is the model's name of the structure and the member: "PutItemInput.Item".
  void Compare(const Shape& shape, const std::string& model_name, const std::string& place) {
    ASSERT_TRUE(model_["shapes"].contains(model_name)) << model_name;
    const json& facts = model_["shapes"][model_name];
    if (facts["type"] != ModelType(shape)) {
      return Differ(place, "type", facts["type"], ModelType(shape));
    }
    CompareLimits(shape, facts, place);
    switch (shape.kind) {
      case Kind::kStructure: CompareMembers(shape, model_name); break;
      case Kind::kList: Compare(*shape.element, facts["member"], place + "[]"); break;
      case Kind::kMap:
        Compare(*shape.key, facts["key"], place + "{key}");
        Compare(*shape.element, facts["value"], place + "{}");
        break;
      case Kind::kAttributeMap: CompareAttributeMap(facts, place); break;
      case Kind::kAttributeValue:
        if (model_name != "AttributeValue") Differ(place, "type", model_name, "AttributeValue");
        break;
      default: break;
    }
  }

  const std::map<std::string, std::string>& details() const { return details_; }

 private:
  void CompareMembers(const Shape& shape, const std::string& name) {
    // What is only recognised, to be refused, is declared without what is inside.
    if (shape.name == "UnservedParameter" && shape.member_count == 0) return;
    if (name != shape.name) Differ(name, "name", name, std::string(shape.name));
    if (!compared_.insert(&shape).second) return;
    const json& facts = model_["shapes"][name];
    std::set<std::string> required;
    if (facts.contains("required")) required = facts["required"].get<std::set<std::string>>();
    std::set<std::string> served;
    for (uint32_t i = 0; i < shape.member_count; ++i) {
      const Member& member = shape.members[i];
      const std::string member_name(member.name);
      const std::string place = name + "." + member_name;
      EXPECT_TRUE(served.insert(member_name).second) << place << " stands twice";
      if (!facts["members"].contains(member_name)) {
        Differ(place, "unknown", "no such member", "a member");
        continue;
      }
      const bool is_required = member.presence != Presence::kOptional;
      if (is_required != required.contains(member_name)) {
        Differ(place, "required", required.contains(member_name), is_required);
      }
      Compare(*member.shape, facts["members"][member_name], place);
    }
    for (const auto& [member_name, shape_name] : facts["members"].items()) {
      if (!served.contains(member_name)) {
        Differ(name + "." + member_name, "missing", shape_name, "nothing");
      }
    }
  }

  void CompareLimits(const Shape& shape, const json& facts, const std::string& place) {
    CompareLimit(facts, "min", shape.min, place);
    CompareLimit(facts, "max", shape.max, place);
    const std::string pattern = facts.value("pattern", "");
    if (pattern != PatternText(shape.pattern)) {
      Differ(place, "pattern", pattern, std::string(PatternText(shape.pattern)));
    }
    std::set<std::string> expected;
    if (facts.contains("enum")) expected = facts["enum"].get<std::set<std::string>>();
    const std::set<std::string> actual(shape.enum_values.begin(), shape.enum_values.end());
    EXPECT_EQ(actual.size(), shape.enum_values.count) << place << " has an enum value twice";
    if (expected != actual) Differ(place, "enum", expected, actual);
  }

  void CompareLimit(const json& facts, const std::string& limit, int64_t actual,
                    const std::string& place) {
    const int64_t expected = facts.value(limit, kUnlimited);
    if (expected != actual) Differ(place, limit, expected, actual);
  }

  void CompareAttributeMap(const json& facts, const std::string& place) {
    if (facts["value"] != "AttributeValue") {
      Differ(place, "type", facts["value"], "AttributeValue");
    }
  }

  template <class Expected, class Actual>
  void Differ(const std::string& place, const std::string& what, const Expected& expected,
              const Actual& actual) {
    const std::string difference = place + ": " + what;
    details_[difference] =
        "the model has " + json(expected).dump() + ", pixii " + json(actual).dump();
  }

  const json& model_;
  std::set<const Shape*> compared_;
  std::map<std::string, std::string> details_;
};

// Every difference of every operation served, with what differs.
std::map<std::string, std::string> AllDifferences() {
  std::map<std::string, std::string> all;
  for (const OperationRow& row : Operations()) {
    if (row.service != Service::kDynamoDb && row.service != Service::kStreams) continue;
    const json model = ReadFacts(std::string(ServiceFile(row.service)));
    const std::string name(row.name);
    EXPECT_TRUE(model["operations"].contains(name)) << name << " is not in the model";
    if (!model["operations"].contains(name)) continue;
    Comparison comparison(model);
    const std::string input = model["operations"][name]["input"];
    comparison.Compare(*row.request, input, input);
    if (model["operations"][name].contains("output")) {
      const std::string output = model["operations"][name]["output"];
      comparison.Compare(*row.response, output, output);
    } else {
      EXPECT_EQ(row.response->name, kNoResponseShape.name) << name << " has no output in the model";
    }
    all.insert(comparison.details().begin(), comparison.details().end());
  }
  return all;
}

TEST(Shapes, AgreeWithTheServiceModelButForTheExceptionsListed) {
  std::map<std::string, std::string> differences = AllDifferences();
  std::set<std::string> listed;
  for (const json& exception : ReadFacts("exceptions.json")) {
    EXPECT_FALSE(exception["reason"].get<std::string>().empty()) << exception.dump();
    for (const auto& difference_text : exception["differences"]) {
      const std::string difference = difference_text;
      EXPECT_TRUE(listed.insert(difference).second) << difference << " is listed twice";
      EXPECT_TRUE(differences.contains(difference))
          << difference << " is listed but does not exist (any more)";
    }
  }
  for (const auto& [difference, detail] : differences) {
    EXPECT_TRUE(listed.contains(difference)) << difference << ": " << detail;
  }
}

void CollectEnums(const Shape& shape, std::map<std::string, std::vector<std::string>>& enums) {
  if (!shape.enum_values.empty()) {
    std::vector<std::string> values(shape.enum_values.begin(), shape.enum_values.end());
    const auto [known, fresh] = enums.emplace(shape.name, values);
    EXPECT_TRUE(fresh || known->second == values) << shape.name << " has two orders";
  }
  if (shape.element != nullptr) CollectEnums(*shape.element, enums);
  for (uint32_t i = 0; i < shape.member_count; ++i) CollectEnums(*shape.members[i].shape, enums);
}

TEST(Shapes, ListEnumValuesInTheOrderSeenOnTheService) {
  std::map<std::string, std::vector<std::string>> enums;
  for (const OperationRow& row : Operations()) CollectEnums(*row.request, enums);
  const json orders = ReadFacts("enum-orders.json");
  for (const auto& [name, values] : orders.items()) {
    if (!enums.contains(name)) continue;
    EXPECT_EQ(enums[name], values.get<std::vector<std::string>>()) << name;
  }
  EXPECT_TRUE(enums.contains("ReturnValue"));
}

// Fields may lie neither outside their structure nor over each other, as a wrong table could make
// them.
void ExpectSoundLayout(const Shape& shape) {
  if (shape.element != nullptr) ExpectSoundLayout(*shape.element);
  std::set<uint32_t> offsets;
  for (uint32_t i = 0; i < shape.member_count; ++i) {
    EXPECT_LT(shape.members[i].offset, shape.size) << shape.name;
    EXPECT_TRUE(offsets.insert(shape.members[i].offset).second)
        << shape.name << "." << shape.members[i].name << " shares its field";
    ExpectSoundLayout(*shape.members[i].shape);
  }
}

TEST(Shapes, GiveEveryMemberAFieldOfItsOwn) {
  for (const OperationRow& row : Operations()) {
    ExpectSoundLayout(*row.request);
    ExpectSoundLayout(*row.response);
  }
}

}  // namespace
}  // namespace pixii
