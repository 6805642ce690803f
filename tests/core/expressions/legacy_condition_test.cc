// Conditions from before expressions: what each operator takes and says, how Expected reads its
// members, and what becomes of KeyConditions.
#include "core/expressions/legacy_condition.h"

#include <gtest/gtest.h>

#include "tests/core/expressions/expression_fixture.h"

namespace pixii::test {
namespace {

// The values of one condition, written as a JSON list with ' for ".
class Values {
 public:
  explicit Values(const std::string& list) : entries_(Entries("{'l':{'L':" + list + "}}")) {
    for (const ValueView value : EntryRange(entries_).Find("l").Elements()) views_.push_back(value);
  }
  Span<const ValueView> span() const { return {views_.data(), views_.size()}; }

 private:
  std::string entries_;
  std::vector<ValueView> views_;
};

std::string Matched(const Result<BoundCondition>& bound, const std::string& item) {
  if (!bound.ok()) return bound.error().message;
  const std::string entries = Entries(item);
  return bound.value().Matches(EntryRange(entries)) ? "true" : "false";
}

// "true", "false" or the fault of `a <comparison> list` on an item.
std::string Compared(std::string_view comparison, const std::string& list,
                     const std::string& item = "{}") {
  Arena arena;
  const Values values(list);
  const LegacyConditionInput input{"a", comparison, values.span()};
  return Matched(
      BindLegacyConditions(arena, {&input, 1}, ConditionalOperator::kAnd, Envelope::kNone), item);
}

struct ComparedCase {
  std::string comparison, list, item, expected;
};

TEST(LegacyCondition, EveryOperatorComparesAsItsExpressionDoes) {
  const ComparedCase cases[] = {
      {"EQ", "[{'N':'1.0'}]", "{'a':{'N':'1'}}", "true"},
      {"EQ", "[{'S':'1'}]", "{'a':{'N':'1'}}", "false"},
      {"EQ", "[{'S':'1'}]", "{}", "false"},
      {"EQ", "[{'SS':['b','a']}]", "{'a':{'SS':['a','b']}}", "true"},
      {"EQ", "[{'M':{'x':{'L':[{'N':'1'}]}}}]", "{'a':{'M':{'x':{'L':[{'N':'1'}]}}}}", "true"},
      {"EQ", "[{'BOOL':true}]", "{'a':{'BOOL':true}}", "true"},
      {"EQ", "[{'NULL':true}]", "{'a':{'NULL':true}}", "true"},
      {"NE", "[{'N':'1'}]", "{'a':{'N':'1'}}", "false"},
      {"NE", "[{'N':'1'}]", "{'a':{'S':'1'}}", "true"},
      {"NE", "[{'N':'1'}]", "{}", "true"},
      {"LT", "[{'N':'10'}]", "{'a':{'N':'9'}}", "true"},
      {"LT", "[{'S':'10'}]", "{'a':{'S':'9'}}", "false"},
      {"LT", "[{'N':'10'}]", "{'a':{'S':'9'}}", "false"},
      {"LT", "[{'N':'10'}]", "{}", "false"},
      {"LE", "[{'N':'10'}]", "{'a':{'N':'10'}}", "true"},
      {"GT", "[{'B':'AQ=='}]", "{'a':{'B':'/w=='}}", "true"},
      {"GE", "[{'N':'-1'}]", "{'a':{'N':'-2'}}", "false"},
      {"BETWEEN", "[{'N':'1'},{'N':'3'}]", "{'a':{'N':'3'}}", "true"},
      {"BETWEEN", "[{'N':'1'},{'N':'3'}]", "{'a':{'N':'3.1'}}", "false"},
      {"IN", "[{'S':'x'},{'S':'y'}]", "{'a':{'S':'y'}}", "true"},
      {"IN", "[{'S':'x'},{'S':'y'}]", "{'a':{'S':'z'}}", "false"},
      {"IN", "[{'S':'x'}]", "{}", "false"},
      {"BEGINS_WITH", "[{'S':'ab'}]", "{'a':{'S':'abc'}}", "true"},
      {"BEGINS_WITH", "[{'S':'b'}]", "{'a':{'S':'abc'}}", "false"},
      {"CONTAINS", "[{'S':'bc'}]", "{'a':{'S':'abc'}}", "true"},
      {"CONTAINS", "[{'S':'bc'}]", "{'a':{'SS':['b','bc']}}", "true"},
      {"CONTAINS", "[{'N':'2'}]", "{'a':{'NS':['1','2.0']}}", "true"},
      {"CONTAINS", "[{'BOOL':true}]", "{'a':{'L':[{'BOOL':true}]}}", "true"},
      {"CONTAINS", "[{'S':'bc'}]", "{}", "false"},
      {"NOT_CONTAINS", "[{'S':'bc'}]", "{'a':{'S':'abc'}}", "false"},
      {"NOT_CONTAINS", "[{'S':'x'}]", "{'a':{'S':'abc'}}", "true"},
      {"NOT_CONTAINS", "[{'S':'x'}]", "{}", "true"},
      {"NULL", "[]", "{}", "true"},
      {"NULL", "[]", "{'a':{'NULL':true}}", "false"},
      {"NOT_NULL", "[]", "{'a':{'NULL':true}}", "true"},
      {"NOT_NULL", "[]", "{}", "false"},
  };
  for (const ComparedCase& each : cases) {
    EXPECT_EQ(Compared(each.comparison, each.list, each.item), each.expected)
        << each.comparison << " " << each.list << " " << each.item;
  }
}

TEST(LegacyCondition, OperatorsCountTheirValues) {
  const auto counted = [](const std::string& name) {
    return "One or more parameter values were invalid: Invalid number of argument(s) for the " +
           name + " ComparisonOperator";
  };
  for (const char* name :
       {"EQ", "NE", "LE", "LT", "GE", "GT", "BEGINS_WITH", "CONTAINS", "NOT_CONTAINS"}) {
    EXPECT_EQ(Compared(name, "[]"), counted(name));
    EXPECT_EQ(Compared(name, "[{'S':'a'},{'S':'b'}]"), counted(name));
  }
  for (const char* name : {"NULL", "NOT_NULL"}) {
    EXPECT_EQ(Compared(name, "[{'S':'a'}]"), counted(name));
  }
  EXPECT_EQ(Compared("IN", "[]"), counted("IN"));
  EXPECT_EQ(Compared("BETWEEN", "[{'S':'a'}]"), counted("BETWEEN"));
  EXPECT_EQ(Compared("BETWEEN", "[{'S':'a'},{'S':'b'},{'S':'c'}]"), counted("BETWEEN"));
}

TEST(LegacyCondition, OperatorsKnowTheTypesTheyTake) {
  const auto refused = [](const std::string& name, const std::string& type) {
    return "One or more parameter values were invalid: ComparisonOperator " + name +
           " is not valid for " + type + " AttributeValue type";
  };
  for (const char* name : {"LE", "LT", "GE", "GT", "IN"}) {
    EXPECT_EQ(Compared(name, "[{'SS':['a']}]"), refused(name, "SS"));
    EXPECT_EQ(Compared(name, "[{'BOOL':true}]"), refused(name, "BOOL"));
    EXPECT_EQ(Compared(name, "[{'M':{}}]"), refused(name, "M"));
  }
  EXPECT_EQ(Compared("BETWEEN", "[{'M':{}},{'M':{}}]"), refused("BETWEEN", "M"));
  EXPECT_EQ(Compared("BEGINS_WITH", "[{'N':'1'}]"), refused("BEGINS_WITH", "N"));
  EXPECT_EQ(Compared("CONTAINS", "[{'NS':['1']}]"), refused("CONTAINS", "NS"));
  EXPECT_EQ(Compared("NOT_CONTAINS", "[{'L':[]}]"), refused("NOT_CONTAINS", "L"));
}

TEST(LegacyCondition, SeveralValuesAreOfOneTypeAndBoundsInOrder) {
  const std::string differ =
      "One or more parameter values were invalid: AttributeValues inside AttributeValueList must "
      "be of same type";
  EXPECT_EQ(Compared("IN", "[{'S':'a'},{'N':'1'}]"), differ);
  EXPECT_EQ(Compared("BETWEEN", "[{'S':'a'},{'N':'1'}]"), differ);
  EXPECT_EQ(Compared("BETWEEN", "[{'N':'10'},{'N':'9'}]"),
            "The BETWEEN condition was provided a range where the lower bound is greater than the "
            "upper bound");
}

TEST(LegacyCondition, ManyConditionsAreJoinedByAndOrOr) {
  // 50,000 conditions on one attribute, of which exactly one fails: neither joining nor evaluating
  // may depend on their number for its depth.
  Arena arena;
  const Values one("[{'N':'1'}]");
  const Values two("[{'N':'2'}]");
  std::vector<LegacyConditionInput> inputs(50000, {"a", "EQ", one.span()});
  const auto matched = [&](ConditionalOperator joined_by) {
    return Matched(
        BindLegacyConditions(arena, {inputs.data(), inputs.size()}, joined_by, Envelope::kNone),
        "{'a':{'N':'1'}}");
  };
  EXPECT_EQ(matched(ConditionalOperator::kAnd), "true");
  inputs[31234].values = two.span();
  EXPECT_EQ(matched(ConditionalOperator::kAnd), "false");
  EXPECT_EQ(matched(ConditionalOperator::kOr), "true");
  inputs.assign(3, {"a", "EQ", two.span()});
  EXPECT_EQ(matched(ConditionalOperator::kOr), "false");
  inputs.clear();
  EXPECT_EQ(matched(ConditionalOperator::kAnd), "true");
}

TEST(LegacyCondition, NamesAreNamesAndArePathsOfTheCondition) {
  Arena arena;
  const Values one("[{'N':'1'}]");
  const LegacyConditionInput inputs[] = {{"a.b", "EQ", one.span()}, {"c", "NE", one.span()}};
  const Result<BoundCondition> bound =
      BindLegacyConditions(arena, {inputs, 2}, ConditionalOperator::kAnd, Envelope::kNone);
  EXPECT_EQ(Matched(bound, "{'a.b':{'N':'1'}}"), "true");
  EXPECT_EQ(Matched(bound, "{'a':{'M':{'b':{'N':'1'}}}}"), "false");
  ASSERT_EQ(bound.value().Paths().count, 2u);
  EXPECT_EQ(bound.value().Paths()[0].root(), "a.b");
  EXPECT_EQ(bound.value().Paths()[1].root(), "c");
}

// One member of Expected: the comparison or null, Value or null, "true", "false" or null for
// Exists, and the list or null.
struct ExpectedCase {
  const char* comparison;
  const char* value;
  const char* exists;
  const char* list;
  std::string expected;
};

std::string ExpectedOutcome(const ExpectedCase& each, Envelope envelope = Envelope::kNone) {
  Arena arena;
  const Values value(each.value == nullptr ? "[]" : std::string("[") + each.value + "]");
  const Values list(each.list == nullptr ? "[]" : each.list);
  ExpectedInput input{"a"};
  if (each.comparison != nullptr) input.comparison_operator = each.comparison;
  if (each.value != nullptr) input.value = value.span()[0];
  if (each.exists != nullptr) input.exists = std::string_view(each.exists) == "true";
  if (each.list != nullptr) {
    static const ValueView kNone;
    input.values = list.span().empty() ? Span<const ValueView>{&kNone, 0} : list.span();
  }
  return Matched(BindExpected(arena, {&input, 1}, ConditionalOperator::kAnd, envelope),
                 "{'a':{'N':'1'}}");
}

TEST(LegacyCondition, ExpectedTakesValueOrExistsOrAnOperator) {
  const ExpectedCase cases[] = {
      {nullptr, "{'N':'1'}", nullptr, nullptr, "true"},
      {nullptr, "{'N':'2'}", nullptr, nullptr, "false"},
      {nullptr, "{'N':'1'}", "true", nullptr, "true"},
      {nullptr, nullptr, "false", nullptr, "false"},
      {"GE", nullptr, nullptr, "[{'N':'1'}]", "true"},
      {"NULL", nullptr, nullptr, nullptr, "false"},
      {"NOT_NULL", nullptr, nullptr, "[]", "true"},
      // Documented as incompatible, taken by the service.
      {"LT", "{'N':'2'}", nullptr, nullptr, "true"},
  };
  for (const ExpectedCase& each : cases) EXPECT_EQ(ExpectedOutcome(each), each.expected);
}

TEST(LegacyCondition, ExpectedRefusesWhatDoesNotFitTogether) {
  const std::string invalid = "One or more parameter values were invalid: ";
  const ExpectedCase cases[] = {
      {"EQ", "{'N':'1'}", nullptr, "[{'N':'1'}]",
       "Value and AttributeValueList cannot be used together for Attribute: a"},
      {"NULL", nullptr, "false", nullptr,
       "Exists and ComparisonOperator cannot be used together for Attribute: a"},
      {"EQ", nullptr, nullptr, nullptr,
       "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a"},
      {"EQ", nullptr, nullptr, "[]", "Invalid number of argument(s) for the EQ ComparisonOperator"},
      {nullptr, nullptr, "false", "[{'N':'1'}]",
       "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"},
      {nullptr, nullptr, "true", nullptr,
       "Value must be provided when Exists is true for Attribute: a"},
      {nullptr, nullptr, nullptr, nullptr,
       "Value must be provided when Exists is null for Attribute: a"},
      {nullptr, "{'N':'1'}", "false", nullptr,
       "Value cannot be used when Exists is false for Attribute: a"},
  };
  for (const ExpectedCase& each : cases) {
    EXPECT_EQ(ExpectedOutcome(each), invalid + each.expected);
    EXPECT_EQ(ExpectedOutcome(each, Envelope::kOneValidationError),
              "1 validation error detected: " + invalid + each.expected);
  }
}

struct KeyInput {
  std::string attribute, comparison, list;
};

// The clauses as "attribute kind [function] first second", or the fault.
std::string KeyClauses(const std::vector<KeyInput>& conditions) {
  Arena arena;
  std::deque<Values> values;
  std::vector<LegacyConditionInput> inputs;
  for (const KeyInput& each : conditions) {
    values.emplace_back(each.list);
    inputs.push_back({each.attribute, each.comparison, values.back().span()});
  }
  const Result<KeyConditionClauses> bound =
      BindLegacyKeyConditions(arena, {inputs.data(), inputs.size()});
  if (!bound.ok()) return bound.error().message;
  std::string text;
  for (const KeyClause& clause : bound.value().clauses) {
    if (!clause.is_indexable) {
      text += std::string(clause.attribute) + " cannot be served;";
      continue;
    }
    text += std::string(clause.attribute) + " " + std::to_string(static_cast<int>(clause.kind)) +
            " " + ToText(clause.first) + (clause.second ? ToText(clause.second) : "") + ";";
  }
  return text;
}

TEST(LegacyCondition, KeyConditionsBecomeClauses) {
  const auto kind = [](NodeKind of) { return " " + std::to_string(static_cast<int>(of)) + " "; };
  const std::pair<std::string, NodeKind> operators[] = {
      {"EQ", NodeKind::kEqual},        {"LT", NodeKind::kLess},
      {"LE", NodeKind::kLessEqual},    {"GT", NodeKind::kGreater},
      {"GE", NodeKind::kGreaterEqual}, {"BEGINS_WITH", NodeKind::kFunction}};
  for (const auto& [name, node] : operators) {
    EXPECT_EQ(KeyClauses({{"pk", "EQ", "[{'S':'p'}]"}, {"sk", name, "[{'S':'s'}]"}}),
              "pk" + kind(NodeKind::kEqual) + "{'S':'p'};sk" + kind(node) + "{'S':'s'};");
  }
  EXPECT_EQ(KeyClauses({{"sk", "BETWEEN", "[{'N':'1'},{'N':'2'}]"}}),
            "sk" + kind(NodeKind::kBetween) + "{'N':'1'}{'N':'2'};");
}

// How many there may be at most depends on the index that is read (key_condition_test.cc).
TEST(LegacyCondition, KeyConditionsAreSomeAndMayNotBeIndexable) {
  const std::string count = "Conditions can be of length 1 or 2 only";
  const KeyInput one{"a", "EQ", "[{'S':'p'}]"};
  EXPECT_EQ(KeyClauses({}), count);
  EXPECT_NE(KeyClauses({one, {"b", "EQ", "[{'N':'1'}]"}, {"c", "GT", "[{'N':'1'}]"}}), count);
  for (const char* name : {"NE", "IN", "CONTAINS", "NOT_CONTAINS"}) {
    EXPECT_EQ(KeyClauses({{"a", name, "[{'S':'p'}]"}}), "a cannot be served;");
  }
  EXPECT_EQ(KeyClauses({{"b", "NULL", "[]"}}), "b cannot be served;");
  EXPECT_EQ(KeyClauses({{"a", "EQ", "[]"}}),
            "One or more parameter values were invalid: Invalid number of argument(s) for the EQ "
            "ComparisonOperator");
}

}  // namespace
}  // namespace pixii::test
