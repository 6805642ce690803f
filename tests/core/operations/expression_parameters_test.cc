// Shows the rules about expression parameters that need only the request, and in which words they
// are told.
#include "core/operations/expression_parameters.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

std::string TextOf(const Result<void>& result) { return result.ok() ? "" : result.error().message; }

TEST(ExpressionParameters, MayNotBeMixedWithThoseFromBefore) {
  EXPECT_EQ(TextOf(CheckNotMixed({{"Expected", true}}, {{"ConditionExpression", false}},
                                 Envelope::kNone)),
            "");
  EXPECT_EQ(TextOf(CheckNotMixed({{"Expected", true}, {"ConditionalOperator", true}},
                                 {{"UpdateExpression", false}, {"ConditionExpression", true}},
                                 Envelope::kNone)),
            "Can not use both expression and non-expression parameters in the same request: "
            "Non-expression parameters: {Expected, ConditionalOperator} Expression parameters: "
            "{ConditionExpression}");
}

TEST(ExpressionParameters, RefuseUnservedOnesByName) {
  EXPECT_TRUE(RefuseParameters("CreateTable", {{"Tags", false}}).ok());
  const Result<void> refused = RefuseParameters("CreateTable", {{"Tags", false}, {"More", true}});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().type, ErrorType::kUnsupportedOperation);
  EXPECT_NE(refused.error().message.find("More of CreateTable"), std::string::npos);
}

TEST(ExpressionParameters, NeedAnExpressionForNamesAndValues) {
  MapEntry<std::string_view> name{"#n", "name"};
  const AttributeMap values(Bytes("x"));
  const GivenParameter none[] = {{"FilterExpression", false}, {"KeyConditionExpression", false}};
  EXPECT_EQ(TextOf(CheckPlaceholdersNeeded({{&name, 1}, nullptr, {none, 2}}, Envelope::kNone)),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(TextOf(CheckPlaceholdersNeeded({{}, &values, {none, 2}}, Envelope::kNone)),
            "ExpressionAttributeValues can only be specified when using expressions: "
            "FilterExpression and KeyConditionExpression are null");
  EXPECT_EQ(TextOf(CheckPlaceholdersNeeded({{}, &values, {none, 1}}, Envelope::kNone)),
            "ExpressionAttributeValues can only be specified when using expressions: "
            "FilterExpression is null");
  const GivenParameter some[] = {{"FilterExpression", true}};
  EXPECT_EQ(TextOf(CheckPlaceholdersNeeded({{&name, 1}, &values, {some, 1}}, Envelope::kNone)), "");
  EXPECT_EQ(TextOf(CheckPlaceholdersNeeded({{&name, 0}, nullptr, {some, 1}}, Envelope::kNone)),
            "ExpressionAttributeNames must not be empty");
}

TEST(ExpressionParameters, TellFaultsOfValuesWithTheirPlaceholderAndEnvelope) {
  const auto fault = std::make_unique<ValueFault>();
  fault->type = ErrorType::kValidation;
  fault->message = "what is wrong";
  fault->enveloped = true;
  fault->attribute = ":v";
  AttributeMap values;
  values.fault = fault.get();
  EXPECT_EQ(TextOf(CheckFault(values, Envelope::kNone)), "what is wrong");
  EXPECT_EQ(TextOf(CheckFault(values, Envelope::kOneValidationError)),
            "1 validation error detected: what is wrong");
  fault->enveloped = false;
  EXPECT_EQ(TextOf(CheckFault(values, Envelope::kOneValidationError)), "what is wrong");
  EXPECT_EQ(TextOf(CheckValuesFault(values, Envelope::kNone)),
            "ExpressionAttributeValues contains invalid value: what is wrong for key :v");
}

}  // namespace
}  // namespace pixii
