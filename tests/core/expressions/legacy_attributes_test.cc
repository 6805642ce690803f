// AttributeUpdates and AttributesToGet: what each action does and refuses, and names as they are.
#include "core/expressions/legacy_attributes.h"

#include <gtest/gtest.h>

#include "tests/core/expressions/expression_fixture.h"

namespace pixii::test {
namespace {

struct Change {
  std::string attribute;
  const char* action;  // null: absent
  std::string value;   // empty: absent
};

// Changes as inputs, with the values they borrow.
class Changes {
 public:
  explicit Changes(const std::vector<Change>& changes) {
    for (const Change& each : changes) {
      names_.push_back(each.attribute);
      AttributeUpdateInput input{names_.back()};
      if (each.action != nullptr) input.action = each.action;
      if (!each.value.empty()) {
        values_.push_back(Entries("{'v':" + each.value + "}"));
        input.value = EntryRange(values_.back()).Find("v");
      }
      inputs_.push_back(input);
    }
  }
  Span<const AttributeUpdateInput> inputs() const { return {inputs_.data(), inputs_.size()}; }

 private:
  std::deque<std::string> names_;
  std::deque<std::string> values_;
  std::vector<AttributeUpdateInput> inputs_;
};

// The item after the changes, or the first fault.
std::string Changed(const std::string& item, const std::vector<Change>& list) {
  Arena arena;
  const Changes changes(list);
  const Result<BoundUpdate> update = BindAttributeUpdates(arena, changes.inputs(), Envelope::kNone);
  if (!update.ok()) return update.error().message;
  const std::string old_item = Entries(item);
  const Result<void> types = CheckUpdatedTypes(changes.inputs(), EntryRange(old_item));
  if (!types.ok()) return types.error().message;
  std::string out;
  const Result<void> applied = update.value().Apply(EntryRange(old_item), out);
  if (!applied.ok()) return applied.error().message;
  return IsWellFormedEntries(out, 64) ? ToText(EntryRange(out)) : "not well-formed";
}

TEST(LegacyAttributes, PutIsTheDefaultAndReplaces) {
  EXPECT_EQ(Changed("{'a':{'S':'x'}}", {{"b", nullptr, "{'N':'2'}"}, {"a", "PUT", "{'L':[]}"}}),
            "{'a':{'L':[]},'b':{'N':'2'}}");
  EXPECT_EQ(Changed("{'a':{'M':{}}}", {{"a.b", "PUT", "{'N':'1'}"}}),
            "{'a':{'M':{}},'a.b':{'N':'1'}}");
}

TEST(LegacyAttributes, DeleteRemovesAnAttributeOrMembersOfASet) {
  EXPECT_EQ(Changed("{'a':{'S':'x'},'b':{'N':'1'}}", {{"a", "DELETE", ""}, {"q", "DELETE", ""}}),
            "{'b':{'N':'1'}}");
  EXPECT_EQ(Changed("{'a':{'SS':['x','y']}}", {{"a", "DELETE", "{'SS':['y','z']}"}}),
            "{'a':{'SS':['x']}}");
  EXPECT_EQ(Changed("{'a':{'NS':['1']}}", {{"a", "DELETE", "{'NS':['1.0']}"}}), "{}");
  EXPECT_EQ(Changed("{}", {{"a", "DELETE", "{'SS':['y']}"}}), "{}");
}

TEST(LegacyAttributes, AddCountsJoinsSetsAndAppendsLists) {
  EXPECT_EQ(Changed("{'a':{'N':'1'}}", {{"a", "ADD", "{'N':'-3'}"}, {"b", "ADD", "{'N':'7'}"}}),
            "{'a':{'N':'-2'},'b':{'N':'7'}}");
  EXPECT_EQ(Changed("{'a':{'SS':['x']}}", {{"a", "ADD", "{'SS':['a','x']}"}}),
            "{'a':{'SS':['a','x']}}");
  EXPECT_EQ(Changed("{'a':{'L':[{'N':'1'}]}}", {{"a", "ADD", "{'L':[{'N':'1'},{'S':'x'}]}"}}),
            "{'a':{'L':[{'N':'1'},{'N':'1'},{'S':'x'}]}}");
  EXPECT_EQ(Changed("{}", {{"a", "ADD", "{'L':[{'N':'1'}]}"}, {"b", "ADD", "{'BS':['AQ==']}"}}),
            "{'a':{'L':[{'N':'1'}]},'b':{'BS':['AQ==']}}");
}

TEST(LegacyAttributes, OnlyDeleteGoesWithoutAValue) {
  const std::string refused =
      "One or more parameter values were invalid: Only DELETE action is allowed when no attribute "
      "value is specified";
  EXPECT_EQ(Changed("{}", {{"a", "PUT", ""}}), refused);
  EXPECT_EQ(Changed("{}", {{"a", "ADD", ""}}), refused);
  EXPECT_EQ(Changed("{}", {{"a", nullptr, ""}}), refused);
}

TEST(LegacyAttributes, AddAndDeleteKnowTheTypesTheyTake) {
  const std::string invalid = "One or more parameter values were invalid: ";
  const std::pair<std::string, std::string> values[] = {
      {"S", "'x'"}, {"B", "'AQ=='"}, {"BOOL", "true"}, {"NULL", "true"}, {"M", "{}"}};
  for (const auto& [type, content] : values) {
    const std::string value = "{'" + type + "':" + content + "}";
    EXPECT_EQ(Changed("{}", {{"a", "ADD", value}}),
              invalid + "ADD action is not supported for the type " + type);
    EXPECT_EQ(Changed("{}", {{"a", "DELETE", value}}),
              invalid + "DELETE action with value is not supported for the type " + type);
  }
  EXPECT_EQ(Changed("{}", {{"a", "DELETE", "{'N':'1'}"}}),
            invalid + "DELETE action with value is not supported for the type N");
  EXPECT_EQ(Changed("{}", {{"a", "DELETE", "{'L':[]}"}}),
            invalid + "DELETE action with value is not supported for the type L");
}

TEST(LegacyAttributes, AStoredValueOfAnotherTypeIsAMismatch) {
  const std::string mismatch = "Type mismatch for attribute to update";
  EXPECT_EQ(Changed("{'a':{'S':'x'}}", {{"a", "ADD", "{'N':'1'}"}}), mismatch);
  EXPECT_EQ(Changed("{'a':{'NS':['1']}}", {{"a", "ADD", "{'SS':['x']}"}}), mismatch);
  EXPECT_EQ(Changed("{'a':{'S':'x'}}", {{"a", "ADD", "{'L':[]}"}}), mismatch);
  EXPECT_EQ(Changed("{'a':{'S':'x'}}", {{"a", "DELETE", "{'SS':['x']}"}}), mismatch);
  EXPECT_EQ(Changed("{'a':{'S':'x'}}", {{"a", "PUT", "{'N':'1'}"}}), "{'a':{'N':'1'}}");
}

TEST(LegacyAttributes, TouchedAttributesAreTheNamedOnes) {
  Arena arena;
  const Changes changes({{"b", "ADD", "{'N':'1'}"}, {"q", "DELETE", ""}});
  const Result<BoundUpdate> update = BindAttributeUpdates(arena, changes.inputs(), Envelope::kNone);
  ASSERT_TRUE(update.ok());
  const std::string item = Entries("{'a':{'S':'x'},'b':{'N':'1'}}");
  std::string out;
  update.value().ProjectTouched(EntryRange(item), out);
  EXPECT_EQ(ToText(EntryRange(out)), "{'b':{'N':'1'}}");
  ASSERT_EQ(update.value().Paths().count, 2u);
  EXPECT_EQ(update.value().Paths()[0].root(), "b");
}

std::string Got(const std::vector<std::string_view>& names, const std::string& item) {
  Arena arena;
  const Result<BoundProjection> bound = BindAttributesToGet(arena, {names.data(), names.size()});
  if (!bound.ok()) return bound.error().message;
  const std::string entries = Entries(item);
  std::string out;
  bound.value().Project(EntryRange(entries), out);
  return ToText(EntryRange(out));
}

TEST(LegacyAttributes, AttributesToGetAreNamesEachOnce) {
  const std::string item = "{'a':{'M':{'b':{'N':'1'}}},'a.b':{'S':'x'},'c':{'N':'2'}}";
  EXPECT_EQ(Got({"c", "a"}, item), "{'a':{'M':{'b':{'N':'1'}}},'c':{'N':'2'}}");
  EXPECT_EQ(Got({"a.b", "l[0]", "q"}, item), "{'a.b':{'S':'x'}}");
  EXPECT_EQ(Got({"q"}, item), "{}");
  EXPECT_EQ(Got({"c", "a", "c"}, item),
            "One or more parameter values were invalid: Duplicate value in attribute name: c");
}

}  // namespace
}  // namespace pixii::test
