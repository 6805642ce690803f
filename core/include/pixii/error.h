// Errors as values: every layer returns Result<T>, and only client/ turns an Error into an
// exception. The names are DynamoDB's; their `__type` prefixes and status codes stand in
// core/wire/error_json.
#pragma once

#include <cassert>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace pixii {

// What went wrong, in the words of the service that reports it.
enum class ErrorType : uint8_t {
  kValidation,              // ValidationException
  kSerialization,           // SerializationException: JSON of the wrong form or type
  kUnknownOperation,        // UnknownOperationException: no such operation exists
  kUnsupportedOperation,    // UnsupportedOperationException: exists on AWS, not served by pixii yet
  kResourceNotFound,        // ResourceNotFoundException
  kResourceInUse,           // ResourceInUseException
  kTableNotFound,           // TableNotFoundException
  kTableAlreadyExists,      // TableAlreadyExistsException
  kPolicyNotFound,          // PolicyNotFoundException
  kConditionalCheckFailed,  // ConditionalCheckFailedException
  kItemCollectionSizeLimit,      // ItemCollectionSizeLimitExceededException
  kLimitExceeded,                // LimitExceededException
  kProvisionedThroughput,        // ProvisionedThroughputExceededException
  kThrottling,                   // ThrottlingException
  kRequestLimit,                 // RequestLimitExceeded
  kTransactionCanceled,          // TransactionCanceledException
  kTransactionConflict,          // TransactionConflictException
  kTransactionInProgress,        // TransactionInProgressException
  kIdempotentParameterMismatch,  // IdempotentParameterMismatchException
  kDuplicateItem,                // DuplicateItemException
  kExpiredIterator,              // ExpiredIteratorException
  kTrimmedDataAccess,            // TrimmedDataAccessException
  kInvalidArgument,              // Kinesis: InvalidArgumentException
  kAccessDenied,                 // AccessDeniedException
  kMissingAuthenticationToken,   // MissingAuthenticationTokenException
  kIncompleteSignature,          // IncompleteSignatureException
  kInvalidSignature,             // InvalidSignatureException
  kUnrecognizedClient,           // UnrecognizedClientException
  kObjectNotFound,               // ObjectNotFoundException, of Application Auto Scaling
  kInvalidNextToken,             // InvalidNextTokenException, likewise, and InvalidNextToken
  kInvalidParameterValue,        // InvalidParameterValueException, of CloudWatch
  kInvalidParameterCombination,  // InvalidParameterCombinationException, likewise
  kMissingRequiredParameter,     // MissingRequiredParameterException, likewise
  kMemoryLimitExceeded,  // pixii's own: a commit would pass Options::memory_bytes_max (status 400)
  kInstanceLost,         // pixii's own: an allocation failed earlier (status 400, not retried)
  kDamagedData,          // pixii's own: bytes given to Import or read from a file are not whole
  kInternal,             // InternalServerError: a bug; state is unchanged
};

// One failure. `extra` holds further members of the error body as JSON text without the braces
// (`"Item":{...}`), or is empty.
struct [[nodiscard]] Error {
  ErrorType type;
  std::string message;
  std::string extra{};
};

// A value or an Error, never both.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}                               // NOLINT
  Result(Error error) : error_(std::make_unique<Error>(std::move(error))) {}  // NOLINT
  bool ok() const { return !error_; }
  // REQUIRES: ok().
  T& value() & {
    assert(ok());
    return *value_;
  }
  const T& value() const& {
    assert(ok());
    return *value_;
  }
  T&& value() && {
    assert(ok());
    return std::move(*value_);
  }
  // REQUIRES: !ok().
  const Error& error() const& {
    assert(!ok());
    return *error_;
  }
  Error&& error() && {
    assert(!ok());
    return std::move(*error_);
  }

 private:
  std::optional<T> value_;
  std::unique_ptr<Error> error_;
};

// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::make_unique<Error>(std::move(error))) {}  // NOLINT
  bool ok() const { return !error_; }
  const Error& error() const& {
    assert(!ok());
    return *error_;
  }
  Error&& error() && {
    assert(!ok());
    return std::move(*error_);
  }

 private:
  std::unique_ptr<Error> error_;
};

#define PIXII_CONCAT_INNER(a, b) a##b
#define PIXII_CONCAT(a, b) PIXII_CONCAT_INNER(a, b)
// Returns the Error of `expression`, a Result of any kind, from the enclosing function.
#define PIXII_RETURN_IF_ERROR(expression)                           \
  do {                                                              \
    auto pixii_status = (expression);                               \
    if (!pixii_status.ok()) return std::move(pixii_status).error(); \
  } while (false)
// Declares or assigns `target` from the value of `expression`, or returns its Error.
#define PIXII_ASSIGN_OR_RETURN(target, expression) \
  PIXII_ASSIGN_OR_RETURN_INNER(PIXII_CONCAT(pixii_result_, __LINE__), target, expression)
#define PIXII_ASSIGN_OR_RETURN_INNER(result, target, expression) \
  auto result = (expression);                                    \
  if (!result.ok()) return std::move(result).error();            \
  target = std::move(result).value()

}  // namespace pixii
