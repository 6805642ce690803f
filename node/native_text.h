// Text across the JavaScript border, by the cheapest way measured: one pass out of V8 into a reused
// buffer, and one-byte strings back whenever an answer is plain ASCII.
#pragma once

#include <napi.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace pixii::node {

// A buffer that grows and is used again, without ever clearing its bytes.
class ScratchBuffer {
 public:
  // At least `size_bytes` of writable memory; what was there before is lost.
  // Throws std::bad_alloc.
  char* Reserve(size_t size_bytes);
  // Gives memory back after an unusually large request.
  void Trim();

 private:
  std::unique_ptr<char[]> bytes_;
  size_t capacity_bytes_ = 0;
};

// A short text argument (a target, a region, an access key id), read into the object itself.
class ShortText {
 public:
  ShortText() = default;
  ShortText(const ShortText&) = delete;
  ShortText& operator=(const ShortText&) = delete;
  // Reads `value`; leaves the text empty when it is undefined or null.
  // Throws Napi::TypeError for anything else that is not a string.
  void Read(napi_env env, napi_value value);
  std::string_view view() const { return view_; }

 private:
  char inline_[192];
  std::unique_ptr<char[]> long_;
  std::string_view view_;
};

// Reads the string `value` as UTF-8 into `scratch`; the view lives until its next use.
// Throws Napi::TypeError when `value` is not a string.
std::string_view ReadText(napi_env env, napi_value value, ScratchBuffer& scratch);

// The bytes of a Uint8Array (a Buffer is one); the view lives as long as JavaScript does not run.
// Throws Napi::TypeError when `value` is not a Uint8Array.
std::string_view ReadBytes(napi_env env, napi_value value);

// A JavaScript string of `text`, which is UTF-8. Throws Napi::Error when V8 refuses (too long).
napi_value MakeText(napi_env env, std::string_view text);

}  // namespace pixii::node
