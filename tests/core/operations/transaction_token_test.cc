// Shows what a token is known by, and what a repetition is told.
#include "core/operations/transaction_token.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(TransactionToken, BelongsToAccountRegionAndOperation) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  EXPECT_FALSE(MakeTransactionToken(context, "TransactWriteItems", {}, "content").given());
  const auto key_of = [&](std::string_view operation, std::string_view token) {
    return MakeTransactionToken(context, operation, token, "content").key;
  };
  const std::string key = key_of("TransactWriteItems", "t");
  EXPECT_EQ(key_of("TransactWriteItems", "t"), key);
  EXPECT_NE(key_of("TransactWriteItems", "u"), key);
  EXPECT_NE(key_of("ExecuteTransaction", "t"), key);
  context.region = "eu-west-1";
  EXPECT_NE(key_of("TransactWriteItems", "t"), key);
}

TEST(TransactionToken, IsOneForAllInASharedNamespace) {
  OperationHarness harness(0, /*shared_namespace=*/true);
  OperationContext context = harness.Begin();
  const std::string key = MakeTransactionToken(context, "X", "t", "content").key;
  context.region = "eu-west-1";
  context.account = "111122223333";
  EXPECT_EQ(MakeTransactionToken(context, "X", "t", "content").key, key);
}

TEST(TransactionToken, TellsARepetitionTheReadsOfTheFirstCall) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const TransactionToken token = MakeTransactionToken(context, "X", "t", "content");
  EXPECT_EQ(FindRepeated(context, token).value(), nullptr);
  RememberToken(context, token, {{"Things", 6}, {"Others", 2}});
  ASSERT_TRUE(context.database.Apply(context.commit).ok());
  const RequestToken* known = FindRepeated(context, token).value();
  ASSERT_NE(known, nullptr);
  const Span<ConsumedCapacity> told = TellRepeated(context, "TOTAL", *known);
  ASSERT_EQ(told.count, 2u);
  EXPECT_EQ(told[0].table_name, "Things");
  EXPECT_EQ(told[0].read_capacity_units.value, 6);
  EXPECT_TRUE(TellRepeated(context, "NONE", *known).empty());
  const TransactionToken other = MakeTransactionToken(context, "X", "t", "other content");
  EXPECT_EQ(FindRepeated(context, other).error().type, ErrorType::kIdempotentParameterMismatch);
}

}  // namespace
}  // namespace pixii
