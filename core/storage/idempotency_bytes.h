// Request tokens as bytes and back, inside parts of a stored database (docs/storage-format.md).
#pragma once

#include "core/persistence/byte_sink.h"
#include "core/storage/idempotency.h"

namespace pixii {

// Appends one token's fields to the open part.
void WriteToken(const RequestToken& token, ByteSink& sink);

// The tokens of one part's payload, appended to `tokens`. False if the payload is not as WriteToken
// writes it.
bool ReadTokens(Bytes payload, std::vector<Ref<RequestToken>>& tokens);

}  // namespace pixii
