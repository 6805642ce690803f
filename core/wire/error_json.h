// An Error as clients see it: the status and the JSON body with its `__type`. The last step of a
// request's walk when the outcome is an Error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/wire/json_writer.h"
#include "pixii/error.h"

namespace pixii {

// The name under which clients know the error: "ValidationException".
std::string_view ErrorName(ErrorType type);
// The name with its namespace: "com.amazon.coral.validate#ValidationException".
std::string ErrorTypeName(ErrorType type);
// How a service writes its errors.
enum class ErrorDialect : uint8_t {
  kQualified,  // DynamoDB: names with their namespace, messages keyed as each type has it
  kBare,       // names alone, "message"
  kBareUpper,  // names alone, "Message"
};
// 400, or 500 for what is not the caller's fault (InternalServerError alone).
int ErrorStatus(ErrorType type);

// Appends {"__type":"...","message":"..."[,extra]}; the message's key is cased as AWS cases it for
// this type, and the message is left out where AWS sends none (empty, of kSerialization and
// kUnknownOperation).
void WriteErrorJson(JsonBuffer& out, const Error& error,
                    ErrorDialect dialect = ErrorDialect::kQualified);

}  // namespace pixii
