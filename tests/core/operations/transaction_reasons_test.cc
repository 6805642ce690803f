// Shows how the errors of a transaction's actions become its cancellation reasons.
#include "core/operations/transaction_reasons.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace pixii {
namespace {

TEST(CancellationReasons, AreNoErrorWhereNothingFailed) {
  EXPECT_TRUE(CancellationReasons(0).Check().ok());
  EXPECT_TRUE(CancellationReasons(3).Check().ok());
}

TEST(CancellationReasons, AreToldInTheOrderOfTheActions) {
  CancellationReasons reasons(4);
  reasons.Set(3, {ErrorType::kTransactionConflict, "later"});
  reasons.Set(1, {ErrorType::kConditionalCheckFailed, "no \"luck\"", R"("Item":{"pk":{"S":"a"}})"});
  const Result<void> outcome = reasons.Check();
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().type, ErrorType::kTransactionCanceled);
  EXPECT_EQ(outcome.error().message,
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
            "[None, ConditionalCheckFailed, None, TransactionConflict]");
  EXPECT_EQ(nlohmann::json::parse("{" + outcome.error().extra + "}"), nlohmann::json::parse(R"({
    "CancellationReasons": [
      {"Code": "None"},
      {"Code": "ConditionalCheckFailed", "Item": {"pk": {"S": "a"}}, "Message": "no \"luck\""},
      {"Code": "None"},
      {"Code": "TransactionConflict", "Message": "later"}
    ]})"));
}

}  // namespace
}  // namespace pixii
