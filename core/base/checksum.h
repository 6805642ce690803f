// CRC-32C (Castagnoli), the checksum of every stored part.
#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace pixii {

// Of `bytes`, continuing from `seed` (0 at the start).
uint32_t Crc32c(Bytes bytes, uint32_t seed = 0);

}  // namespace pixii
