// The rounds of MD5 over blocks of 64 bytes.
#include "core/base/md5.h"

#include <cstring>
#include <string>

namespace pixii {
namespace {

constexpr size_t kBlockBytes = 64;
constexpr uint8_t kPadBegin = 0x80;

// How far each step rotates: four amounts a round, taken in turn.
constexpr uint32_t kShifts[4][4] = {
    {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

// floor(2^32 * abs(sin(i + 1))).
// clang-format off
constexpr uint32_t kSines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
// clang-format on

struct State {
  uint32_t a = 0x67452301;
  uint32_t b = 0xefcdab89;
  uint32_t c = 0x98badcfe;
  uint32_t d = 0x10325476;
};

uint32_t WordAt(const char* block, uint32_t place) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(block) + size_t{place} * 4;
  return uint32_t{bytes[0]} | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16 |
         uint32_t{bytes[3]} << 24;
}

// What a step mixes in, and which word of the block it takes.
uint32_t Mix(uint32_t step, const State& at, uint32_t& place) {
  switch (step / 16) {
    case 0: place = step; return (at.b & at.c) | (~at.b & at.d);
    case 1: place = (5 * step + 1) % 16; return (at.d & at.b) | (~at.d & at.c);
    case 2: place = (3 * step + 5) % 16; return at.b ^ at.c ^ at.d;
    default: place = 7 * step % 16; return at.c ^ (at.b | ~at.d);
  }
}

void AddBlock(const char* block, State& state) {
  State at = state;
  for (uint32_t step = 0; step < 64; ++step) {
    uint32_t place = 0;
    const uint32_t mixed = Mix(step, at, place) + at.a + kSines[step] + WordAt(block, place);
    const uint32_t by = kShifts[step / 16][step % 4];
    at = {at.d, at.b + (mixed << by | mixed >> (32 - by)), at.b, at.c};
  }
  state = {state.a + at.a, state.b + at.b, state.c + at.c, state.d + at.d};
}

}  // namespace

std::array<uint8_t, 16> Md5(std::string_view bytes) {
  State state;
  const size_t whole = bytes.size() / kBlockBytes * kBlockBytes;
  for (size_t at = 0; at < whole; at += kBlockBytes) AddBlock(bytes.data() + at, state);
  // What is left, a bit, zeros, and the number of bits.
  std::string rest(bytes.substr(whole));
  rest.push_back(static_cast<char>(kPadBegin));
  while (rest.size() % kBlockBytes != kBlockBytes - 8) rest.push_back('\0');
  const uint64_t bits = uint64_t{bytes.size()} * 8;
  for (int by = 0; by < 64; by += 8) rest.push_back(static_cast<char>(bits >> by));
  for (size_t at = 0; at < rest.size(); at += kBlockBytes) AddBlock(rest.data() + at, state);
  std::array<uint8_t, 16> digest{};
  const uint32_t words[4] = {state.a, state.b, state.c, state.d};
  for (size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<uint8_t>(words[i / 4] >> (i % 4 * 8));
  }
  return digest;
}

}  // namespace pixii
