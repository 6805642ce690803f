// Shows the rules about expression parameters by themselves: what goes together, what placeholders
// need, and which faults of values are put into an envelope.
#include "core/operations/expression_parameters.h"

#include <gtest/gtest.h>

#include "core/operations/put_item.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr const char* kEnvelope = "1 validation error detected: ";

std::string Text(const Result<void>& outcome) {
  return outcome.ok() ? "" : outcome.error().message;
}

TEST(ExpressionParameters, MixOnlyWhenBothGroupsAreGiven) {
  const GivenParameter old_given{"Old", true};
  const GivenParameter old_absent{"Older", false};
  const GivenParameter new_given{"New", true};
  const GivenParameter new_absent{"Newer", false};
  const auto mixed = [](std::initializer_list<GivenParameter> legacy,
                        std::initializer_list<GivenParameter> expressions) {
    return Text(CheckNotMixed(legacy, expressions, Envelope::kNone));
  };
  EXPECT_EQ(mixed({old_given, old_absent}, {new_absent}), "");
  EXPECT_EQ(mixed({old_absent}, {new_given, new_absent}), "");
  EXPECT_EQ(mixed({}, {new_given}), "");
  EXPECT_EQ(mixed({old_given, old_absent}, {new_absent, new_given}),
            "Can not use both expression and non-expression parameters in the same request: "
            "Non-expression parameters: {Old} Expression parameters: {New}");
  EXPECT_EQ(Text(CheckNotMixed({old_given}, {new_given}, Envelope::kOneValidationError))
                .substr(0, std::string(kEnvelope).size()),
            kEnvelope);
}

TEST(ExpressionParameters, AreRefusedByTheNameOfTheFirstGiven) {
  EXPECT_TRUE(RefuseParameters("CreateTable", {{"Tags", false}}).ok());
  const Result<void> refused =
      RefuseParameters("CreateTable", {{"Tags", false}, {"First", true}, {"Second", true}});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().type, ErrorType::kUnsupportedOperation);
  EXPECT_EQ(refused.error().message,
            "pixii does not serve the parameter First of CreateTable yet.");
}

// What is wrong with names and values as given, `expression` being there or not.
std::string Needed(const StringMap& names, const AttributeMap* values, bool expression,
                   bool other = false) {
  const GivenParameter parameters[] = {{"FilterExpression", expression},
                                       {"KeyConditionExpression", false}};
  return Text(CheckPlaceholdersNeeded({names, values, {parameters, 2}, other}, Envelope::kNone));
}

TEST(ExpressionParameters, NamesNeedAnExpression) {
  MapEntry<std::string_view> entry{"#n", "name"};
  const StringMap one{&entry, 1};
  const StringMap empty{&entry, 0};
  EXPECT_EQ(Needed({}, nullptr, false), "");
  EXPECT_EQ(Needed(one, nullptr, true), "");
  EXPECT_EQ(Needed(one, nullptr, false, true), "");
  const std::string alone = "ExpressionAttributeNames can only be specified when using expressions";
  EXPECT_EQ(Needed(one, nullptr, false), alone);
  EXPECT_EQ(Needed(empty, nullptr, false), alone);
  EXPECT_EQ(Needed(empty, nullptr, true), "");
}

TEST(ExpressionParameters, ValuesNeedAnExpressionThatMayUseThem) {
  AttributeMap absent;
  const AttributeMap empty{Bytes()};
  EXPECT_EQ(Needed({}, &absent, false), "");
  EXPECT_EQ(Needed({}, &absent, true), "");
  const std::string alone =
      "ExpressionAttributeValues can only be specified when using expressions: FilterExpression "
      "and "
      "KeyConditionExpression are null";
  EXPECT_EQ(Needed({}, &empty, false), alone);
  // A projection uses names alone.
  EXPECT_EQ(Needed({}, &empty, false, true), alone);
  EXPECT_EQ(Needed({}, &empty, true), "");
}

// What is wrong with the placeholders of a put with these members.
std::string Placeholders(OperationHarness& harness, const std::string& members) {
  OperationContext context = harness.Begin();
  const auto request = harness.Request<PutItem>("{'TableName':'Things','Item':{}," + members + "}");
  const StringMap names = request.parameters.expression_attribute_names;
  const AttributeMap* values = &request.parameters.expression_attribute_values;
  const Binder binder = MakeBinder(context, names, values, Envelope::kNone);
  return Text(CheckPlaceholders(binder, names, values, Envelope::kNone));
}

TEST(ExpressionParameters, NamesAreLookedAtBeforeValuesAndFormsBeforeContents) {
  OperationHarness harness;
  const auto faults = [&](const std::string& names, const std::string& values) {
    return Placeholders(
        harness, "'ExpressionAttributeNames':" + names + ",'ExpressionAttributeValues':" + values);
  };
  const std::string key = " contains invalid key: Syntax error; key: ";
  EXPECT_EQ(faults("{}", "{}"), "ExpressionAttributeNames must not be empty");
  EXPECT_EQ(faults("{'n':'x'}", "{}"), "ExpressionAttributeNames" + key + "\"n\"");
  EXPECT_EQ(faults("{'#n':'x'}", "{}"), "ExpressionAttributeValues must not be empty");
  EXPECT_EQ(faults("{'#n':'x'}", "{':v':{'N':'x'},'w':{'N':'1'}}"),
            "ExpressionAttributeValues" + key + "\"w\"");
  EXPECT_EQ(faults("{'#n':'x'}", "{':v':{'N':'x'}}"),
            "ExpressionAttributeValues contains invalid value: The parameter cannot be converted "
            "to a numeric value: x for key :v");
  EXPECT_EQ(faults("{'#n':'x'}", "{':v':{'N':'1'}}"), "");
}

TEST(ExpressionParameters, FaultsOfItemsAreEnvelopedByTheirFamily) {
  const ValueFault bare{{ErrorType::kValidation, "bad number"}, false, "n"};
  const ValueFault enveloped{{ErrorType::kValidation, "empty set"}, true, "s"};
  AttributeMap item;
  EXPECT_EQ(Text(CheckFault(item, Envelope::kOneValidationError)), "");
  item.fault = &bare;
  EXPECT_EQ(Text(CheckFault(item, Envelope::kOneValidationError)), "bad number");
  item.fault = &enveloped;
  EXPECT_EQ(Text(CheckFault(item, Envelope::kOneValidationError)),
            std::string(kEnvelope) + "empty set");
  EXPECT_EQ(Text(CheckFault(item, Envelope::kNone)), "empty set");
}

TEST(ExpressionParameters, FaultsOfValuesNameTheirPlaceholder) {
  const ValueFault bare{{ErrorType::kValidation, "bad number"}, false, ":n"};
  AttributeMap values;
  EXPECT_EQ(Text(CheckValuesFault(values, Envelope::kOneValidationError)), "");
  values.fault = &bare;
  const std::string text =
      "ExpressionAttributeValues contains invalid value: bad number for key :n";
  EXPECT_EQ(Text(CheckValuesFault(values, Envelope::kNone)), text);
  EXPECT_EQ(Text(CheckValuesFault(values, Envelope::kOneValidationError)), kEnvelope + text);
}

TEST(ExpressionParameters, ABinderHasTheRequestsPlaceholders) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const auto request = harness.Request<PutItem>(
      "{'TableName':'Things','Item':{'pk':{'S':'a'}},'ExpressionAttributeNames':{'#n':'n'},"
      "'ExpressionAttributeValues':{':v':{'N':'1'}}}");
  const WriteParameters& parameters = request.parameters;
  Binder binder = MakeBinder(context, parameters.expression_attribute_names,
                             &parameters.expression_attribute_values, Envelope::kNone);
  const Result<const ExpressionTree*> tree =
      context.expressions.Parse(ExpressionKind::kCondition, "#n = :v");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(Text(binder.CheckAllUsed()),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}");
  ASSERT_TRUE(binder.BindCondition(*tree.value()).ok());
  EXPECT_EQ(Text(binder.CheckAllUsed()), "");
  Binder none = MakeBinder(context, {}, nullptr, Envelope::kNone);
  EXPECT_FALSE(none.BindCondition(*tree.value()).ok());
}

}  // namespace
}  // namespace pixii
