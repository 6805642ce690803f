// Shows the steps Query and Scan share: the rules of Select, what filters and projections do to a
// page that was read, and what the page costs.
#include "core/operations/page_request.h"

#include <gtest/gtest.h>

#include "core/operations/page_source.h"
#include "core/operations/scan.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

ScanRequest Request(OperationHarness& harness, const std::string& members) {
  return harness.Request<Scan>("{'TableName':'Things'" + members + "}");
}

std::string Selected(OperationHarness& harness, const std::string& members,
                     Envelope envelope = Envelope::kNone) {
  harness.Begin();
  const Result<void> checked = CheckSelect(Request(harness, members).page, envelope);
  return checked.ok() ? "" : checked.error().message;
}

TEST(PageRequest, SpecificAttributesMustBeNamed) {
  OperationHarness harness;
  const std::string select = ",'Select':'SPECIFIC_ATTRIBUTES'";
  const std::string unnamed =
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
      "SPECIFIC_ATTRIBUTES";
  EXPECT_EQ(Selected(harness, select), unnamed);
  EXPECT_EQ(Selected(harness, select, Envelope::kOneValidationError),
            "1 validation error detected: " + unnamed);
  EXPECT_EQ(Selected(harness, select + ",'ProjectionExpression':'a'"), "");
  EXPECT_EQ(Selected(harness, select + ",'AttributesToGet':['a']"), "");
}

TEST(PageRequest, OtherSelectsNameNoAttributes) {
  OperationHarness harness;
  for (const std::string select : {"COUNT", "ALL_ATTRIBUTES"}) {
    const std::string told = select == "COUNT" ? "only the Count" : select;
    const std::string member = ",'Select':'" + select + "'";
    EXPECT_EQ(Selected(harness, member), "");
    EXPECT_EQ(Selected(harness, member + ",'ProjectionExpression':'a'"),
              "Cannot specify the ProjectionExpression when choosing to get " + told);
    EXPECT_EQ(Selected(harness, member + ",'AttributesToGet':['a']"),
              "Cannot specify the AttributesToGet when choosing to get " + told);
  }
  EXPECT_EQ(Selected(harness, ""), "");
  EXPECT_EQ(Selected(harness, ",'ProjectionExpression':'a'"), "");
}

// Enveloped for neither operation.
TEST(PageRequest, ProjectedAttributesAreThoseOfAnIndex) {
  OperationHarness harness;
  const std::string select = ",'Select':'ALL_PROJECTED_ATTRIBUTES'";
  EXPECT_EQ(Selected(harness, select, Envelope::kOneValidationError),
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  EXPECT_EQ(Selected(harness, select + ",'IndexName':'ByDate'"), "");
}

// Ten items of the partition key "p", with the numbers 0 to 9.
void FillThings(OperationHarness& harness) {
  harness.MakeTable("Things", "S", "N");
  for (int i = 0; i < 10; ++i) {
    harness.Put("Things", "{'pk':{'S':'p'},'sk':{'N':'" + std::to_string(i) + "'},'t':{'S':'x'}}");
  }
}

// The page of the whole table, with these members. Lives until the harness's next call.
PageResponse Answer(OperationHarness& harness, const std::string& members) {
  OperationContext context = harness.Begin();
  const ScanRequest request = Request(harness, members);
  const PageParameters& page = request.page;
  PageExpressions expressions;
  EXPECT_TRUE(BindLegacyProjection(context, page, expressions).ok());
  EXPECT_TRUE(BindLegacyFilter(context, page, request.scan_filter, expressions).ok());
  Binder binder = MakeBinder(context, page.expression_attribute_names,
                             &page.expression_attribute_values, Envelope::kNone);
  EXPECT_TRUE(BindPage(context, page, binder, expressions).ok());
  PageOrder order;
  PageResponse response{};
  const PageSource source{harness.TableOf("Things")};
  EXPECT_TRUE(AnswerPage(context, page, source, order, expressions, response).ok());
  return response;
}

TEST(PageRequest, AWholeItemIsBorrowedFromTheTable) {
  OperationHarness harness;
  FillThings(harness);
  const PageResponse response = Answer(harness, "");
  ASSERT_EQ(response.items.count, 10u);
  EXPECT_EQ(response.items[0].entries.data(),
            harness.TableOf("Things")->items().Begin()->Body().data());
  EXPECT_FALSE(response.last_evaluated_key.present);
  EXPECT_EQ(response.consumed_capacity, nullptr);
}

TEST(PageRequest, TheLimitCountsWhatIsEvaluatedNotWhatPasses) {
  OperationHarness harness;
  FillThings(harness);
  const PageResponse response = Answer(
      harness,
      ",'Limit':6,'FilterExpression':'sk >= :n','ExpressionAttributeValues':{':n':{'N':'4'}}");
  EXPECT_EQ(response.scanned_count.value, 6);
  EXPECT_EQ(response.count.value, 2);
  EXPECT_EQ(response.items.count, 2u);
  // The key of the last evaluated item, and nothing else of it.
  EXPECT_TRUE(response.last_evaluated_key.Entries().Find("sk"));
  EXPECT_FALSE(response.last_evaluated_key.Entries().Find("t"));
}

TEST(PageRequest, ALegacyFilterIsAFilter) {
  OperationHarness harness;
  FillThings(harness);
  const std::string filter =
      ",'ScanFilter':{'sk':{'ComparisonOperator':'LT','AttributeValueList':[{'N':'3'}]}}";
  const PageResponse response = Answer(harness, filter + ",'AttributesToGet':['sk']");
  EXPECT_EQ(response.scanned_count.value, 10);
  ASSERT_EQ(response.items.count, 3u);
  EXPECT_FALSE(response.items[0].Entries().Find("pk"));
  EXPECT_EQ(Answer(harness, ",'ScanFilter':{}").items.count, 10u);
}

TEST(PageRequest, ACountTellsNoItems) {
  OperationHarness harness;
  FillThings(harness);
  const PageResponse response = Answer(harness, ",'Select':'COUNT'");
  EXPECT_EQ(response.items.data, nullptr);
  EXPECT_EQ(response.count.value, 10);
  EXPECT_EQ(response.scanned_count.value, 10);
}

TEST(PageRequest, AProjectionKeepsTheStartOfTheNextPage) {
  OperationHarness harness;
  FillThings(harness);
  const PageResponse response = Answer(harness, ",'Limit':2,'ProjectionExpression':'t'");
  EXPECT_FALSE(response.items[1].Entries().Find("pk"));
  EXPECT_EQ(response.last_evaluated_key.Entries().Find("pk").AsString(), "p");
  const Item& first = *harness.TableOf("Things")->items().Begin();
  EXPECT_NE(response.last_evaluated_key.Entries().Find("sk"), first.Find("sk"));
}

TEST(PageRequest, PaysForTheBytesEvaluatedOnce) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (const char* pk : {"a", "b", "c"}) {
    harness.Put("Things", "{'pk':{'S':'" + std::string(pk) + "'},'t':{'S':'" +
                              std::string(3000, 'x') + "'}}");
  }
  const auto units = [&harness](const std::string& more) {
    return Answer(harness, ",'ReturnConsumedCapacity':'TOTAL'" + more)
        .consumed_capacity->capacity_units.value;
  };
  EXPECT_EQ(units(""), 1.5);  // 9,012 bytes are three times 4 KB
  EXPECT_EQ(units(",'ConsistentRead':true"), 3);
  EXPECT_EQ(units(",'Select':'COUNT'"), 1.5);
  EXPECT_EQ(units(",'FilterExpression':'attribute_not_exists(t)'"), 1.5);
  EXPECT_EQ(units(",'Limit':1"), 0.5);
}

}  // namespace
}  // namespace pixii
