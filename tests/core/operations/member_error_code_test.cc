// Shows which short names batches and transactions give errors, and where they part.
#include "core/operations/member_error_code.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(ReasonCode, IsEmptyForErrorsThatAreNoReason) {
  EXPECT_EQ(ReasonCode(ErrorType::kValidation), "ValidationError");
  EXPECT_EQ(ReasonCode(ErrorType::kItemCollectionSizeLimit), "ItemCollectionSizeLimitExceeded");
  EXPECT_EQ(ReasonCode(ErrorType::kProvisionedThroughput), "ProvisionedThroughputExceeded");
  EXPECT_EQ(ReasonCode(ErrorType::kThrottling), "ThrottlingError");
  EXPECT_EQ(ReasonCode(ErrorType::kDuplicateItem), "DuplicateItem");
  EXPECT_EQ(ReasonCode(ErrorType::kMemoryLimitExceeded), "");
  EXPECT_EQ(ReasonCode(ErrorType::kResourceNotFound), "");
  EXPECT_EQ(ReasonCode(ErrorType::kAccessDenied), "");
}

TEST(StatementErrorCode, IsThatOfAReasonWhereThereIsOne) {
  for (const ErrorType type : {ErrorType::kConditionalCheckFailed, ErrorType::kValidation,
                               ErrorType::kTransactionConflict, ErrorType::kThrottling}) {
    EXPECT_EQ(StatementErrorCode(type), ReasonCode(type));
  }
}

TEST(StatementErrorCode, HasNamesForWhatRefusesATransaction) {
  EXPECT_EQ(StatementErrorCode(ErrorType::kResourceNotFound), "ResourceNotFound");
  EXPECT_EQ(StatementErrorCode(ErrorType::kAccessDenied), "AccessDenied");
  EXPECT_EQ(StatementErrorCode(ErrorType::kMemoryLimitExceeded), "InternalServerError");
}

TEST(RequestLimit, HasTwoNames) {
  EXPECT_EQ(StatementErrorCode(ErrorType::kRequestLimit), "RequestLimitExceeded");
  EXPECT_EQ(ReasonCode(ErrorType::kRequestLimit), "ThrottlingError");
}

}  // namespace
}  // namespace pixii
