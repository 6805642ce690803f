// Implements the text border of the native host.
#include "node/native_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace pixii::node {
namespace {

// A scratch buffer larger than this is given back after the request that needed it.
constexpr size_t kScratchBytesKept = size_t{1} << 20;
constexpr size_t kScratchBytesMin = size_t{16} << 10;

[[noreturn]] void ThrowType(napi_env env, const char* message) {
  throw Napi::TypeError::New(env, message);
}

// The length in UTF-16 units, which V8 knows without a scan. An UTF-8 form is at most three times
// it.
size_t LengthOf(napi_env env, napi_value value) {
  size_t units = 0;
  if (napi_get_value_string_utf16(env, value, nullptr, 0, &units) != napi_ok) {
    ThrowType(env, "expected a string");
  }
  return units;
}

std::string_view Copy(napi_env env, napi_value value, char* bytes, size_t size_bytes) {
  size_t written = 0;
  if (napi_get_value_string_utf8(env, value, bytes, size_bytes, &written) != napi_ok) {
    ThrowType(env, "expected a string");
  }
  return {bytes, written};
}

// Blocks of 64 bytes, so that the compiler uses vector registers.
bool IsAscii(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (; end - at >= 64; at += 64) {
    uint64_t words[8];
    std::memcpy(words, at, sizeof words);
    uint64_t all = 0;
    for (const uint64_t word : words) all |= word;
    if ((all & 0x8080808080808080ULL) != 0) return false;
  }
  unsigned char all = 0;
  for (; at != end; ++at) all |= static_cast<unsigned char>(*at);
  return all < 0x80;
}

}  // namespace

char* ScratchBuffer::Reserve(size_t size_bytes) {
  if (size_bytes > capacity_bytes_) {
    const size_t wanted = std::max(size_bytes, kScratchBytesMin);
    bytes_.reset();
    capacity_bytes_ = 0;
    bytes_.reset(new char[wanted]);
    capacity_bytes_ = wanted;
  }
  return bytes_.get();
}

void ScratchBuffer::Trim() {
  if (capacity_bytes_ <= kScratchBytesKept) return;
  bytes_.reset();
  capacity_bytes_ = 0;
}

void ShortText::Read(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  if (type == napi_undefined || type == napi_null) return;
  const size_t size_bytes = 3 * LengthOf(env, value) + 1;
  char* bytes = inline_;
  if (size_bytes > sizeof inline_) {
    long_.reset(new char[size_bytes]);
    bytes = long_.get();
  }
  view_ = Copy(env, value, bytes, size_bytes);
}

std::string_view ReadText(napi_env env, napi_value value, ScratchBuffer& scratch) {
  const size_t size_bytes = 3 * LengthOf(env, value) + 1;
  return Copy(env, value, scratch.Reserve(size_bytes), size_bytes);
}

std::string_view ReadBytes(napi_env env, napi_value value) {
  napi_typedarray_type type = napi_int8_array;
  size_t length = 0;
  void* data = nullptr;
  const napi_status status =
      napi_get_typedarray_info(env, value, &type, &length, &data, nullptr, nullptr);
  if (status != napi_ok || type != napi_uint8_array) ThrowType(env, "expected a Uint8Array");
  return {static_cast<const char*>(data), length};
}

napi_value MakeText(napi_env env, std::string_view text) {
  napi_value value = nullptr;
  const napi_status status = IsAscii(text)
                                 ? napi_create_string_latin1(env, text.data(), text.size(), &value)
                                 : napi_create_string_utf8(env, text.data(), text.size(), &value);
  if (status != napi_ok) throw Napi::Error::New(env, "the answer does not fit a JavaScript string");
  return value;
}

}  // namespace pixii::node
