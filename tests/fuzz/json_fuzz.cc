// Fuzzes the way in and out of requests: any bytes are decoded as several requests and checked;
// what was decoded is encoded, and decoding and encoding that again must give the same text. The
// first byte of the input chooses the shape.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/operations/operation_table.h"
#include "core/wire/error_json.h"
#include "core/wire/shape.h"
#include "tests/support/sample_shapes.h"

namespace pixii {
namespace {

void Require(bool condition, const char* what, std::string_view text) {
  if (condition) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

// The JSON of an Error is itself JSON, whatever the message repeats of the request.
void RequireJson(const Error& error) {
  JsonBuffer out;
  WriteErrorJson(out, error);
  Arena arena;
  JsonReader json(out.view(), arena);
  Require(json.SkipValue() && json.AtEnd(), "error is not JSON", out.view());
}

void FuzzOperation(const OperationRow& row, std::string_view body) {
  Arena arena;
  WireScratch scratch;
  void* const request = arena.Allocate(row.request->size);
  std::memset(request, 0, row.request->size);
  const Result<void> decoded = DecodeRequest(*row.request, body, arena, scratch, request);
  if (!decoded.ok()) return RequireJson(decoded.error());
  const Result<void> checked = CheckRequest(*row.request, request);
  if (!checked.ok()) RequireJson(checked.error());
}

bool HasFault(const sample::Request& request) {
  if (request.item.fault != nullptr || request.value.fault != nullptr) return true;
  for (const AttributeValue& value : request.values) {
    if (value.fault != nullptr) return true;
  }
  for (const auto& entry : request.request_items) {
    for (const sample::WriteRequest& write : entry.value) {
      if (write.put != nullptr && write.put->item.fault != nullptr) return true;
    }
  }
  return false;
}

// Decodes and encodes. False: refused, or a value is at fault, so that there is nothing to encode.
bool Again(std::string_view body, std::string& encoded) {
  Arena arena;
  WireScratch scratch;
  sample::Request request{};
  const Result<void> decoded = DecodeRequest(sample::kRequestShape, body, arena, scratch, &request);
  if (!decoded.ok()) {
    RequireJson(decoded.error());
    return false;
  }
  const Result<void> checked = CheckRequest(sample::kRequestShape, &request);
  if (!checked.ok()) RequireJson(checked.error());
  if (HasFault(request)) return false;
  if (request.item.present) {
    Require(IsWellFormedEntries(request.item.entries, 64), "item is not well formed", body);
  }
  JsonBuffer out;
  EncodeResponse(sample::kRequestShape, &request, out);
  encoded = out.view();
  return true;
}

void FuzzSample(std::string_view body) {
  std::string once;
  if (!Again(body, once)) return;
  std::string twice;
  Require(Again(once, twice), "what was encoded is refused", once);
  Require(once == twice, "encoding is not a fixpoint", once);
}

}  // namespace
}  // namespace pixii

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const pixii::Span<const pixii::OperationRow> operations = pixii::Operations();
  const size_t choice = data[0] % (2 * operations.count);
  if (choice < operations.count) {
    pixii::FuzzOperation(operations[choice], body);
  } else {
    pixii::FuzzSample(body);
  }
  return 0;
}
