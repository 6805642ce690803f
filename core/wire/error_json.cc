// Names, statuses and bodies of errors, one table row each.
#include "core/wire/error_json.h"

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace pixii {
namespace {

enum class MessageKey : uint8_t { kLower, kUpper };

// Error types live in three namespaces on AWS; pixii's own use the first, so that SDKs name them
// alike.
constexpr std::string_view kDynamoDb = "com.amazonaws.dynamodb.v20120810#";
constexpr std::string_view kService = "com.amazon.coral.service#";
constexpr std::string_view kValidate = "com.amazon.coral.validate#";

struct Row {
  ErrorType type;
  std::string_view space;
  std::string_view name;
  MessageKey key = MessageKey::kLower;
  int status = 400;
};

// In the order of ErrorType.
constexpr Row kRows[] = {
    {ErrorType::kValidation, kValidate, "ValidationException"},
    {ErrorType::kSerialization, kService, "SerializationException", MessageKey::kUpper},
    {ErrorType::kUnknownOperation, kService, "UnknownOperationException"},
    {ErrorType::kUnsupportedOperation, kDynamoDb, "UnsupportedOperationException"},
    {ErrorType::kResourceNotFound, kDynamoDb, "ResourceNotFoundException"},
    {ErrorType::kResourceInUse, kDynamoDb, "ResourceInUseException"},
    {ErrorType::kTableNotFound, kDynamoDb, "TableNotFoundException"},
    {ErrorType::kTableAlreadyExists, kDynamoDb, "TableAlreadyExistsException"},
    {ErrorType::kPolicyNotFound, kDynamoDb, "PolicyNotFoundException"},
    {ErrorType::kConditionalCheckFailed, kDynamoDb, "ConditionalCheckFailedException"},
    {ErrorType::kItemCollectionSizeLimit, kDynamoDb, "ItemCollectionSizeLimitExceededException"},
    {ErrorType::kLimitExceeded, kDynamoDb, "LimitExceededException"},
    {ErrorType::kProvisionedThroughput, kDynamoDb, "ProvisionedThroughputExceededException"},
    {ErrorType::kThrottling, kDynamoDb, "ThrottlingException"},
    {ErrorType::kRequestLimit, kDynamoDb, "RequestLimitExceeded"},
    {ErrorType::kTransactionCanceled, kDynamoDb, "TransactionCanceledException",
     MessageKey::kUpper},
    {ErrorType::kTransactionConflict, kDynamoDb, "TransactionConflictException"},
    {ErrorType::kTransactionInProgress, kDynamoDb, "TransactionInProgressException",
     MessageKey::kUpper},
    {ErrorType::kIdempotentParameterMismatch, kDynamoDb, "IdempotentParameterMismatchException",
     MessageKey::kUpper},
    {ErrorType::kDuplicateItem, kDynamoDb, "DuplicateItemException"},
    {ErrorType::kExpiredIterator, kDynamoDb, "ExpiredIteratorException"},
    {ErrorType::kTrimmedDataAccess, kDynamoDb, "TrimmedDataAccessException"},
    {ErrorType::kInvalidArgument, kDynamoDb, "InvalidArgumentException"},
    {ErrorType::kAccessDenied, kService, "AccessDeniedException"},
    {ErrorType::kMissingAuthenticationToken, kService, "MissingAuthenticationTokenException"},
    {ErrorType::kIncompleteSignature, kService, "IncompleteSignatureException"},
    {ErrorType::kInvalidSignature, kService, "InvalidSignatureException"},
    {ErrorType::kUnrecognizedClient, kService, "UnrecognizedClientException"},
    {ErrorType::kObjectNotFound, kDynamoDb, "ObjectNotFoundException"},
    {ErrorType::kInvalidNextToken, kDynamoDb, "InvalidNextTokenException"},
    {ErrorType::kInvalidParameterValue, kDynamoDb, "InvalidParameterValueException"},
    {ErrorType::kInvalidParameterCombination, kDynamoDb, "InvalidParameterCombinationException"},
    {ErrorType::kMissingRequiredParameter, kDynamoDb, "MissingRequiredParameterException"},
    {ErrorType::kMemoryLimitExceeded, kDynamoDb, "MemoryLimitExceededException"},
    {ErrorType::kInstanceLost, kDynamoDb, "InstanceLostException"},
    {ErrorType::kDamagedData, kDynamoDb, "DamagedDataException"},
    {ErrorType::kInternal, kDynamoDb, "InternalServerError", MessageKey::kLower, 500},
};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kRows); ++i) {
    if (static_cast<size_t>(kRows[i].type) != i) return false;
  }
  return std::size(kRows) == static_cast<size_t>(ErrorType::kInternal) + 1;
}
static_assert(InOrder());

const Row& RowOf(ErrorType type) { return kRows[static_cast<size_t>(type)]; }

}  // namespace

std::string_view ErrorName(ErrorType type) { return RowOf(type).name; }

std::string ErrorTypeName(ErrorType type) {
  return std::string(RowOf(type).space).append(RowOf(type).name);
}

int ErrorStatus(ErrorType type) { return RowOf(type).status; }

void WriteErrorJson(JsonBuffer& out, const Error& error, ErrorDialect dialect) {
  const Row& row = RowOf(error.type);
  const bool qualified = dialect == ErrorDialect::kQualified;
  const bool upper =
      qualified ? row.key == MessageKey::kUpper : dialect == ErrorDialect::kBareUpper;
  out.Append(R"({"__type":")");
  if (qualified) out.Append(row.space);
  out.Append(row.name);
  out.Push('"');
  const bool silent = error.message.empty() && (error.type == ErrorType::kSerialization ||
                                                error.type == ErrorType::kUnknownOperation);
  if (!silent) {
    out.Append(upper ? R"(,"Message":)" : R"(,"message":)");
    WriteJsonString(out, error.message);
  }
  if (!error.extra.empty()) {
    out.Push(',');
    out.Append(error.extra);
  }
  out.Push('}');
}

}  // namespace pixii
