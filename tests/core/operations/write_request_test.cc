// Shows the steps that item writes share: conditions and what their failure tells, one commit, and
// what is reported of it.
#include "core/operations/write_request.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(WriteRequest, LetsPutAndDeleteReturnOldAttributesOnly) {
  WriteParameters parameters{};
  EXPECT_TRUE(CheckReturnsOldOrNothing(parameters).ok());
  for (const char* allowed : {"NONE", "ALL_OLD"}) {
    parameters.return_values = allowed;
    EXPECT_TRUE(CheckReturnsOldOrNothing(parameters).ok());
  }
  for (const char* refused : {"ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"}) {
    parameters.return_values = refused;
    EXPECT_FALSE(CheckReturnsOldOrNothing(parameters).ok());
  }
}

TEST(WriteRequest, TellsTheItemOfAFailedConditionOnlyIfAsked) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  OperationContext context = harness.Begin();
  WriteParameters parameters{};
  parameters.condition_expression = "attribute_not_exists(pk)";
  ItemWrite write(context);
  ASSERT_TRUE(BindWriteCondition(context, parameters, write).ok());
  EXPECT_TRUE(CheckCondition(parameters, write).ok());  // no item: the condition holds
  write.old_item = harness.TableOf("Things")->items().Begin().get();
  const Result<void> failed = CheckCondition(parameters, write);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().type, ErrorType::kConditionalCheckFailed);
  EXPECT_EQ(failed.error().extra, "");
  parameters.return_values_on_condition_check_failure = "ALL_OLD";
  EXPECT_EQ(CheckCondition(parameters, write).error().extra, "\"Item\":{\"pk\":{\"S\":\"a\"}}");
}

TEST(WriteRequest, CommitsOnceAndNothingForNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  OperationContext context = harness.Begin();
  const uint64_t commit_number = harness.database().commit_number();
  ItemWrite write(context);
  write.table = harness.TableOf("Things");
  const std::string entries = support::Entries({{"pk", "a"}});
  ASSERT_TRUE(
      PrimaryKeyOfItem(write.table->key_schema(), EntryRange(entries), false, write.key).ok());
  EXPECT_EQ(CommitItemWrite(context, write, nullptr).value(), nullptr);
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  const NewItem new_item{entries, 3};
  const Result<const Item*> stored = CommitItemWrite(context, write, &new_item);
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(stored.value()->Body(), entries);
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  EXPECT_EQ(harness.last_commit().time_ms, harness.now_ms);
}

}  // namespace
}  // namespace pixii
