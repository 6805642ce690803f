// Short names of errors, and where batches and transactions part over them.
#include "core/operations/member_error_code.h"

namespace pixii {
namespace {

// What both have in common. "ValidationError" where an exception would be a ValidationException, as
// the service model has it.
std::string_view CommonCode(ErrorType type) {
  switch (type) {
    case ErrorType::kConditionalCheckFailed: return "ConditionalCheckFailed";
    case ErrorType::kItemCollectionSizeLimit: return "ItemCollectionSizeLimitExceeded";
    case ErrorType::kValidation: return "ValidationError";
    case ErrorType::kProvisionedThroughput: return "ProvisionedThroughputExceeded";
    case ErrorType::kTransactionConflict: return "TransactionConflict";
    case ErrorType::kThrottling: return "ThrottlingError";
    case ErrorType::kDuplicateItem: return "DuplicateItem";
    default: return {};
  }
}

}  // namespace

std::string_view StatementErrorCode(ErrorType type) {
  switch (type) {
    case ErrorType::kRequestLimit: return "RequestLimitExceeded";
    case ErrorType::kResourceNotFound: return "ResourceNotFound";
    case ErrorType::kAccessDenied: return "AccessDenied";
    default: break;
  }
  const std::string_view code = CommonCode(type);
  return code.empty() ? "InternalServerError" : code;
}

std::string_view ReasonCode(ErrorType type) {
  return CommonCode(type == ErrorType::kRequestLimit ? ErrorType::kThrottling : type);
}

}  // namespace pixii
