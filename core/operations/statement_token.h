// Where the next page of a statement begins, as the NextToken that clients hand back.
//
// A token is base64 of: u64 fingerprint of the request, u32 number of the range, then the key
// behind which reading goes on. Any key is a place in a map, so none can do harm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/base/bytes.h"
#include "pixii/error.h"

namespace pixii {

struct NextPlace {
  uint32_t range = 0;
  std::string key;
};

// A token that lives as long as the arena.
std::string_view WriteNextToken(Arena& arena, uint64_t fingerprint, uint32_t range, Bytes key);

// Errors: kValidation for what is no token, and for the token of another request.
Result<NextPlace> ReadNextToken(std::string_view token, uint64_t fingerprint);

}  // namespace pixii
