// Shows the three ways to say which attributes are wanted, what they refuse, and that a whole item
// is told without a copy.
#include "core/operations/projection_parameters.h"

#include <gtest/gtest.h>

#include "core/operations/get_item.h"
#include "core/wire/value_json.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

GetItem::Request Request(OperationHarness& harness, const std::string& members) {
  return harness.Request<GetItem>("{'TableName':'Things','Key':{'pk':{'S':'a'}}" + members + "}");
}

// {"a":1,"l":[1,2,3],"m":{"x":"X","y":"Y"}} as an item.
AttributeMap Sample(OperationHarness& harness) {
  return harness
      .Request<GetItem>(
          "{'TableName':'Things','Key':{'a':{'N':'1'},'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]},"
          "'m':{'M':{'x':{'S':'X'},'y':{'S':'Y'}}}}}")
      .key;
}

// What is left of the sample, or why the parameters are refused.
std::string Projection(OperationHarness& harness, const std::string& members) {
  OperationContext context = harness.Begin();
  const GetItem::Request request = Request(harness, members);
  const Result<void> checked = CheckProjectionParameters(
      request.projection_expression, request.expression_attribute_names, request.attributes_to_get);
  if (!checked.ok()) return checked.error().message;
  const Result<Projected> projected =
      BindOnlyProjection(context, request.projection_expression, request.expression_attribute_names,
                         request.attributes_to_get);
  if (!projected.ok()) return projected.error().message;
  const AttributeMap told = ProjectItem(context, projected.value(), Sample(harness).Entries());
  JsonBuffer json;
  WriteAttributesJson(json, told.Entries());
  return std::string(json.view());
}

TEST(ProjectionParameters, KeepWhatIsNamed) {
  OperationHarness harness;
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':'a'"), R"({"a":{"N":"1"}})");
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':'m.y, l[2], l[0]'"),
            R"({"l":{"L":[{"N":"1"},{"N":"3"}]},"m":{"M":{"y":{"S":"Y"}}}})");
  EXPECT_EQ(
      Projection(harness, ",'ProjectionExpression':'#a','ExpressionAttributeNames':{'#a':'a'}"),
      R"({"a":{"N":"1"}})");
  EXPECT_EQ(Projection(harness, ",'AttributesToGet':['m','none']"),
            R"({"m":{"M":{"x":{"S":"X"},"y":{"S":"Y"}}}})");
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':'nothing'"), "{}");
}

TEST(ProjectionParameters, RefuseWhatDoesNotGoTogether) {
  OperationHarness harness;
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':'a','AttributesToGet':['a']"),
            "Can not use both expression and non-expression parameters in the same request: "
            "Non-expression parameters: {AttributesToGet} Expression parameters: "
            "{ProjectionExpression}");
  EXPECT_EQ(Projection(harness, ",'ExpressionAttributeNames':{'#a':'a'}"),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(Projection(harness, ",'AttributesToGet':['a'],'ExpressionAttributeNames':{'#a':'a'}"),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':'a','ExpressionAttributeNames':{}"),
            "ExpressionAttributeNames must not be empty");
  EXPECT_EQ(
      Projection(harness, ",'ProjectionExpression':'a','ExpressionAttributeNames':{'#b':'b'}"),
      "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}");
  EXPECT_EQ(Projection(harness, ",'ProjectionExpression':''"),
            "Invalid ProjectionExpression: The expression can not be empty;");
  EXPECT_NE(Projection(harness, ",'AttributesToGet':['a','a']").find("Duplicate"),
            std::string::npos);
}

TEST(ProjectionParameters, TellAWholeItemWithoutACopy) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const AttributeMap item = Sample(harness);
  const Result<Projected> projected = BindOnlyProjection(context, {}, {}, {});
  ASSERT_TRUE(projected.ok());
  EXPECT_TRUE(projected.value().is_all);
  EXPECT_EQ(ProjectItem(context, projected.value(), item.Entries()).entries.data(),
            item.entries.data());
}

TEST(ProjectionParameters, PlaceProjectedItemsSideBySideInTheArena) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const AttributeMap item = Sample(harness);
  const Result<Projected> projected = BindOnlyProjection(context, "a", {}, {});
  ASSERT_TRUE(projected.ok());
  const AttributeMap first = ProjectItem(context, projected.value(), item.Entries());
  const AttributeMap second = ProjectItem(context, projected.value(), item.Entries());
  EXPECT_NE(first.entries.data(), second.entries.data());
  EXPECT_EQ(first.entries, second.entries);
  EXPECT_EQ(first.Entries().Find("a"), item.Entries().Find("a"));
}

}  // namespace
}  // namespace pixii
