// MD5 (RFC 1321), by which Kinesis spreads partition keys over shards. No secrets here.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pixii {

// The sixteen bytes of the digest, in their written order.
std::array<uint8_t, 16> Md5(std::string_view bytes);

}  // namespace pixii
