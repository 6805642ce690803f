// Shows the steps item writes share, one by one: which parameters go together, what a condition is
// asked of, what its failure carries, and when nothing is committed.
#include "core/operations/write_request.h"

#include <gtest/gtest.h>

#include "core/operations/item_plans.h"
#include "core/operations/put_item.h"
#include "tests/support/items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// The parameters of a PutItem with these members. They live until the harness's next call.
WriteParameters Parameters(OperationHarness& harness, const std::string& members) {
  return harness.Request<PutItem>("{'TableName':'Things','Item':{'pk':{'S':'a'}}" + members + "}")
      .parameters;
}

std::string Text(const Result<void>& outcome) {
  return outcome.ok() ? "" : outcome.error().message;
}

Ref<Item> MakeItem(const std::string& pk, const std::string& text) {
  const std::string entries = support::Entries({{"pk", pk}, {"t", text}});
  return Item::Make(pk, entries, EntriesSizeBytes(EntryRange(entries)));
}

TEST(WriteRequest, ListsTheParametersThatDoNotGoTogether) {
  OperationHarness harness;
  harness.Begin();
  const WriteParameters both = Parameters(
      harness, ",'Expected':{'t':{'Exists':false}},'ConditionExpression':'attribute_exists(t)'");
  const GivenParameter updates{"AttributeUpdates", true};
  const GivenParameter update{"UpdateExpression", true};
  const std::string mixed =
      "1 validation error detected: Can not use both expression and non-expression parameters in "
      "the same request: Non-expression parameters: ";
  EXPECT_EQ(Text(CheckWriteParameters(both, nullptr, nullptr)),
            mixed + "{Expected} Expression parameters: {ConditionExpression}");
  EXPECT_EQ(Text(CheckWriteParameters(both, &updates, &update)),
            mixed +
                "{AttributeUpdates, Expected} Expression parameters: {UpdateExpression, "
                "ConditionExpression}");
}

TEST(WriteRequest, LetsPlaceholdersStandWithEitherExpression) {
  OperationHarness harness;
  harness.Begin();
  const WriteParameters values =
      Parameters(harness, ",'ExpressionAttributeValues':{':v':{'S':'x'}}");
  const GivenParameter given{"UpdateExpression", true};
  const GivenParameter absent{"UpdateExpression", false};
  const std::string needed =
      "1 validation error detected: ExpressionAttributeValues can only be specified when using "
      "expressions: ";
  EXPECT_EQ(Text(CheckWriteParameters(values, nullptr, &given)), "");
  EXPECT_EQ(Text(CheckWriteParameters(values, nullptr, &absent)),
            needed + "UpdateExpression and ConditionExpression are null");
  EXPECT_EQ(Text(CheckWriteParameters(values, nullptr, nullptr)),
            needed + "ConditionExpression is null");
}

TEST(WriteRequest, ReturnsOldValuesOrNothing) {
  OperationHarness harness;
  harness.Begin();
  for (const std::string allowed : {"", ",'ReturnValues':'NONE'", ",'ReturnValues':'ALL_OLD'"}) {
    EXPECT_EQ(Text(CheckReturnsOldOrNothing(Parameters(harness, allowed))), "") << allowed;
  }
  for (const std::string other : {"ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"}) {
    EXPECT_EQ(
        Text(CheckReturnsOldOrNothing(Parameters(harness, ",'ReturnValues':'" + other + "'"))),
        "1 validation error detected: ReturnValues can only be ALL_OLD or NONE");
  }
}

// Whether a write with these members passes, asked of `item`; or the fault of its parameters.
std::string Asked(OperationHarness& harness, const std::string& members, const Item* item) {
  OperationContext context = harness.Begin();
  const WriteParameters parameters = Parameters(harness, members);
  ItemWrite write;
  const Result<void> bound = BindWriteCondition(context, parameters, write);
  if (!bound.ok()) return bound.error().message;
  write.old_item = item;
  return CheckCondition(parameters.return_values_on_condition_check_failure, write).ok() ? "passes"
                                                                                         : "fails";
}

TEST(WriteRequest, AsksTheConditionOfTheOldItemOrOfNone) {
  OperationHarness harness;
  const Ref<Item> item = MakeItem("a", "x");
  EXPECT_EQ(Asked(harness, "", item.get()), "passes");
  EXPECT_EQ(Asked(harness, "", nullptr), "passes");
  const std::string exists = ",'ConditionExpression':'attribute_exists(t)'";
  EXPECT_EQ(Asked(harness, exists, item.get()), "passes");
  EXPECT_EQ(Asked(harness, exists, nullptr), "fails");
  const std::string is_x =
      ",'ConditionExpression':'t = :x','ExpressionAttributeValues':{':x':{'S':'x'}}";
  EXPECT_EQ(Asked(harness, is_x, item.get()), "passes");
  EXPECT_EQ(Asked(harness, is_x, nullptr), "fails");
  const std::string expected = ",'Expected':{'t':{'Value':{'S':'y'}}}";
  EXPECT_EQ(Asked(harness, expected, item.get()), "fails");
  EXPECT_EQ(Asked(harness, ",'Expected':{}", nullptr), "passes");
}

TEST(WriteRequest, ReportsPlaceholdersThatNothingUses) {
  OperationHarness harness;
  EXPECT_EQ(Asked(harness,
                  ",'ConditionExpression':'attribute_exists(t)',"
                  "'ExpressionAttributeNames':{'#n':'t'}",
                  nullptr),
            "1 validation error detected: Value provided in ExpressionAttributeNames unused in "
            "expressions: keys: {#n}");
}

TEST(WriteRequest, AFailedConditionCarriesTheItemIfThatWasAskedFor) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const std::string fails = ",'ConditionExpression':'attribute_not_exists(pk)'";
  const Ref<Item> item = MakeItem("a", "x");
  const auto error = [&](const std::string& more, const Item* old_item,
                         const std::string& condition) {
    const WriteParameters parameters = Parameters(harness, condition + more);
    ItemWrite write;
    EXPECT_TRUE(BindWriteCondition(context, parameters, write).ok());
    write.old_item = old_item;
    const Result<void> checked =
        CheckCondition(parameters.return_values_on_condition_check_failure, write);
    EXPECT_FALSE(checked.ok());
    EXPECT_EQ(checked.error().type, ErrorType::kConditionalCheckFailed);
    EXPECT_EQ(checked.error().message, "The conditional request failed");
    return checked.error().extra;
  };
  const std::string all_old = ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'";
  EXPECT_EQ(error(all_old, item.get(), fails), R"("Item":{"pk":{"S":"a"},"t":{"S":"x"}})");
  EXPECT_EQ(error("", item.get(), fails), "");
  EXPECT_EQ(error(",'ReturnValuesOnConditionCheckFailure':'NONE'", item.get(), fails), "");
  EXPECT_EQ(error(all_old, nullptr, ",'ConditionExpression':'attribute_exists(pk)'"), "");
}

TEST(WriteRequest, CommitsNothingInThePlaceOfNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  OperationContext context = harness.Begin();
  ItemWrite write;
  write.table = harness.TableOf("Things");
  EXPECT_EQ(PlanItemWrite(context, write, nullptr), nullptr);
  ASSERT_TRUE(CommitPlanned(context).ok());
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

TEST(WriteRequest, CommitsTheNewItemUnderTheContextsKey) {
  OperationHarness harness;
  harness.MakeTable("Things");
  OperationContext context = harness.Begin();
  ItemWrite write;
  write.table = harness.TableOf("Things");
  write.key = "some key";
  const std::string entries = support::Entries({{"pk", "a"}});
  const NewItem new_item{entries, 3};
  const Item* planned = PlanItemWrite(context, write, &new_item);
  EXPECT_EQ(harness.TableOf("Things")->items().Find("some key"), nullptr);
  ASSERT_TRUE(CommitPlanned(context).ok());
  EXPECT_EQ(harness.TableOf("Things")->items().Find("some key"), planned);
  EXPECT_EQ(planned->Body(), entries);
  EXPECT_EQ(planned->SizeBytes(), 3u);
}

TEST(WriteRequest, TreatsAMissingItemAsAnEmptyOne) {
  EXPECT_EQ(SizeOf(nullptr), 0u);
  EXPECT_TRUE(AttributesOf(nullptr).empty());
  const Ref<Item> item = MakeItem("a", "x");
  EXPECT_EQ(SizeOf(item.get()), 5u);
  WriteResponse response{};
  TellAttributes(nullptr, response);
  EXPECT_FALSE(response.attributes.present);
  TellAttributes(item.get(), response);
  EXPECT_EQ(response.attributes.entries, item->Body());
}

TEST(WriteRequest, CountsUnitsByStartedKilobytes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  OperationContext context = harness.Begin();
  ItemWrite write;
  write.table = harness.TableOf("Things");
  const WriteParameters asking = Parameters(harness, ",'ReturnConsumedCapacity':'TOTAL'");
  const auto units = [&](uint64_t size_bytes) {
    WriteResponse response{};
    ReportWrite(context, asking, "Things", write, size_bytes, response);
    return response.consumed_capacity->capacity_units.value;
  };
  EXPECT_EQ(units(0), 1);
  EXPECT_EQ(units(1024), 1);
  EXPECT_EQ(units(1025), 2);
  EXPECT_EQ(units(400 * 1024), 400);
}

}  // namespace
}  // namespace pixii
