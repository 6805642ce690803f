// Shows that no member of any operation of the service models passes unseen: of the operations
// served, every member that a request can have is read (a value of the wrong type is refused
// wherever it stands), and every other one is refused or listed as not told; of the operations not
// served yet, every request is refused by the operation's name, whatever members it has.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/operations/operation_table.h"
#include "pixii/engine.h"

namespace pixii {
namespace {

using nlohmann::json;

class StandingClock : public Clock {
 public:
  int64_t NowMilliseconds() override { return 1'700'000'000'123; }
};
class CountedIds : public IdSource {
 public:
  uint64_t Next() override { return ++last_; }

 private:
  uint64_t last_ = 0;
};

std::unique_ptr<Engine> OpenEngine() {
  Options options;
  options.clock = std::make_shared<StandingClock>();
  options.ids = std::make_shared<CountedIds>();
  return Engine::Open(std::move(options));
}

// The body of an answer with status 400; an empty object if the request was served.
json Refusal(Engine& engine, const std::string& target, const std::string& request) {
  const Answer answer = engine.Call(target, request, {});
  if (answer.status == 400) return json::parse(answer.body);
  ADD_FAILURE() << target << " of " << request << " answers " << answer.status;
  return json::object();
}

bool Names(const json& refusal, const std::string& error) {
  return refusal.value("__type", "").ends_with("#" + error);
}

json ReadFacts(const std::string& name) {
  std::ifstream file("tests/model-facts/" + name);
  EXPECT_TRUE(file.is_open()) << name << ": run from the project's folder";
  return json::parse(file);
}

// The model of a service, and for DynamoDB what newer SDKs have beyond it.
json ReadModel(Service service) {
  if (service == Service::kStreams) return ReadFacts("streams.json");
  json model = ReadFacts("dynamodb.json");
  const json newer = ReadFacts("newer.json");
  model["operations"].update(newer["operations"]);
  model["shapes"].update(newer["shapes"]);
  for (const auto& [name, members] : newer["members"].items()) {
    model["shapes"][name]["members"].update(members);
  }
  return model;
}

std::string TargetOf(Service service, std::string_view operation) {
  const bool streams = service == Service::kStreams;
  return (streams ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + std::string(operation);
}

const OperationRow* RowOf(Service service, std::string_view operation) {
  return FindTarget(TargetOf(service, operation)).row;
}

// Gives a request in which the value stands where a member does: the nested objects and lists.
using Wrapper = std::function<std::string(const std::string& value)>;

struct Place {
  std::string structure;  // the model's name
  std::string member;
  std::string type;    // the model's: "string", "list", ...
  const Shape* shape;  // pixii's; null: it has none
  Wrapper request;
};

// Visits every member that a request of one operation can have, each structure once.
class RequestWalk {
 public:
  RequestWalk(const json& model, std::function<void(const Place&)> visit)
      : model_(model), visit_(std::move(visit)) {}

  void Walk(const std::string& structure, const Shape* shape, const Wrapper& around) {
    if (!seen_.insert(structure).second) return;
    for (const auto& [name, type] : model_["shapes"][structure]["members"].items()) {
      const Wrapper inside = [around, name = name](const std::string& value) {
        return around("{\"" + name + "\":" + value + "}");
      };
      const Shape* member = MemberOf(shape, name);
      visit_({structure, name, TypeOf(type), member, inside});
      Descend(type, member, inside);
    }
  }

 private:
  std::string TypeOf(const std::string& shape) const {
    const json& shapes = model_["shapes"];
    return shapes.contains(shape) ? shapes[shape]["type"].get<std::string>() : shape;
  }

  static const Shape* MemberOf(const Shape* structure, std::string_view name) {
    if (structure == nullptr) return nullptr;
    for (uint32_t i = 0; i < structure->member_count; ++i) {
      if (structure->members[i].name == name) return structure->members[i].shape;
    }
    return nullptr;
  }

  // Behind the type of a member; attribute values have rules of their own and are no structure
  // here.
  void Descend(const std::string& type, const Shape* shape, const Wrapper& around) {
    if (type == "AttributeValue" || !model_["shapes"].contains(type)) return;
    const json& facts = model_["shapes"][type];
    const Shape* element = shape == nullptr ? nullptr : shape->element;
    if (facts["type"] == "structure") Walk(type, shape, around);
    if (facts["type"] == "list") {
      Descend(facts["member"], element,
              [around](const std::string& value) { return around("[" + value + "]"); });
    }
    if (facts["type"] == "map") {
      Descend(facts["value"], element,
              [around](const std::string& value) { return around("{\"key\":" + value + "}"); });
    }
  }

  const json& model_;
  std::function<void(const Place&)> visit_;
  std::set<std::string> seen_;
};

std::string Itself(const std::string& value) { return value; }

// A value that no member of this type can take.
std::string WrongValue(const std::string& type) {
  return type == "structure" || type == "map" ? "[]" : "{}";
}

// Members that are known not to be served or told: "Structure.Member".
std::set<std::string> ListedAsMissing() {
  std::set<std::string> listed;
  const std::string ending = ": missing";
  for (const json& exception : ReadFacts("exceptions.json")) {
    for (const std::string difference : exception["differences"]) {
      if (!difference.ends_with(ending)) continue;
      listed.insert(difference.substr(0, difference.size() - ending.size()));
    }
  }
  return listed;
}

bool IsUnserved(const Shape* shape) {
  if (shape == nullptr) return false;
  return shape->name == "UnservedParameter" || shape->name == "UnservedList";
}

// Nothing below a parameter is read that is refused whatever it holds.
bool IsBelowUnserved(const Place& place, const std::set<std::string>& below) {
  return place.shape == nullptr && below.contains(place.structure);
}

struct Tally {
  int read = 0;
  int refused = 0;
  int listed = 0;
};

void ExpectRead(Engine& engine, const std::string& target, const Place& place) {
  const std::string request = place.request(WrongValue(place.type));
  const json refusal = Refusal(engine, target, request);
  EXPECT_TRUE(Names(refusal, "SerializationException")) << request << ": " << refusal;
}

// Every structure that stands somewhere inside `structure`, and itself.
void CollectBelow(const json& model, const std::string& shape, std::set<std::string>& found) {
  if (!model["shapes"].contains(shape) || !found.insert(shape).second) return;
  const json& facts = model["shapes"][shape];
  for (const char* part : {"member", "value"}) {
    if (facts.contains(part)) CollectBelow(model, facts[part], found);
  }
  if (!facts.contains("members")) return;
  for (const auto& [name, type] : facts["members"].items()) CollectBelow(model, type, found);
}

void CheckRequest(const json& model, const OperationRow& row, const std::set<std::string>& missing,
                  Tally& tally) {
  const std::unique_ptr<Engine> engine = OpenEngine();
  const std::string target = TargetOf(row.service, row.name);
  const std::string input = model["operations"][std::string(row.name)]["input"];
  std::set<std::string> below;
  RequestWalk walk(model, [&](const Place& place) {
    const std::string name = place.structure + "." + place.member;
    if (IsBelowUnserved(place, below)) {
      ++tally.refused;
    } else if (place.shape == nullptr) {
      EXPECT_TRUE(missing.contains(name)) << name << " is not read and not listed";
      ++tally.listed;
    } else {
      ExpectRead(*engine, target, place);
      ++tally.read;
      if (!IsUnserved(place.shape)) return;
      CollectBelow(model, model["shapes"][place.structure]["members"][place.member], below);
    }
  });
  walk.Walk(input, row.request, Itself);
}

TEST(ModelCoverage, EveryMemberOfARequestIsRead) {
  const std::set<std::string> missing = ListedAsMissing();
  Tally tally;
  for (const OperationRow& row : Operations()) {
    if (row.service != Service::kDynamoDb && row.service != Service::kStreams) continue;
    CheckRequest(ReadModel(row.service), row, missing, tally);
  }
  std::printf("members of requests: %d read, %d inside parameters refused, %d listed\n", tally.read,
              tally.refused, tally.listed);
  EXPECT_GT(tally.read, 200);
}

// Any value that is well-formed for its type.
std::string SampleValue(const std::string& type) {
  if (type == "structure" || type == "map") return "{}";
  if (type == "list") return "[]";
  if (type == "boolean") return "true";
  return type == "string" || type == "blob" ? "\"c29tZQ==\"" : "1";
}

void ExpectUnsupported(Engine& engine, const std::string& target, const std::string& request) {
  const json refusal = Refusal(engine, target, request);
  EXPECT_TRUE(Names(refusal, "UnsupportedOperationException")) << request << ": " << refusal;
  const std::string operation = target.substr(target.find('.') + 1);
  EXPECT_NE(refusal.value("message", "").find(operation), std::string::npos) << refusal;
}

// What the model has and pixii does not serve is refused by its name, also with each of its
// members.
TEST(ModelCoverage, OperationsNotServedAreRefusedWithAnyMember) {
  const std::unique_ptr<Engine> engine = OpenEngine();
  int members = 0;
  for (const Service service : {Service::kDynamoDb, Service::kStreams}) {
    const json model = ReadModel(service);
    for (const auto& [operation, shapes] : model["operations"].items()) {
      if (RowOf(service, operation) != nullptr) continue;
      const std::string target = TargetOf(service, operation);
      ExpectUnsupported(*engine, target, "{}");
      RequestWalk walk(model, [&](const Place& place) {
        ++members;
        const std::string request = place.request(SampleValue(place.type));
        ExpectUnsupported(*engine, target, request);
      });
      walk.Walk(shapes["input"], nullptr, Itself);
    }
  }
  std::printf("members of requests of operations not served: %d\n", members);
  EXPECT_EQ(engine->commit_number(), 0u);
}

}  // namespace
}  // namespace pixii
