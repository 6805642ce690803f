// The short names under which errors stand inside an answer: as reasons why a transaction was
// cancelled, and as errors of single statements of a batch.
#pragma once

#include <string_view>

#include "pixii/error.h"

namespace pixii {

// What a statement of a batch tells of an error of this type.
std::string_view StatementErrorCode(ErrorType type);

// The code under which a cancellation reason tells an error of this type; empty for errors that are
// no reason but refuse the whole request.
std::string_view ReasonCode(ErrorType type);

}  // namespace pixii
