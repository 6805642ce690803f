// All operations pixii serves, one row each, and the names of those it knows but does not serve
// yet.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/wire/error_json.h"

namespace pixii {

// Sorted by service, then name.
Span<const OperationRow> Operations();
// The names of a service's operations that exist on AWS and are not served yet.
Span<const std::string_view> UnservedOperations(Service service);

// What an `x-amz-target` names.
struct Target {
  enum class Kind : uint8_t { kServed, kKnown, kUnknown };
  Kind kind = Kind::kUnknown;
  const OperationRow* row = nullptr;  // kServed
  std::string_view operation;         // kServed, kKnown: the name behind the service, borrowed
};
Target FindTarget(std::string_view target);

// How the service that `target` names writes errors; as DynamoDB does if it names none.
ErrorDialect DialectOf(std::string_view target);

}  // namespace pixii
