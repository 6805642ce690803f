// NextTokens of statements, written and read.
#include "core/operations/statement_token.h"

#include "core/base/base64.h"
#include "core/base/messages/partiql.h"
#include "core/base/messages/requests.h"

namespace pixii {
namespace {

constexpr size_t kTokenHeadSize = 12;

}  // namespace

std::string_view WriteNextToken(Arena& arena, uint64_t fingerprint, uint32_t range, Bytes key) {
  std::string bytes(kTokenHeadSize, '\0');
  WriteFixed64(reinterpret_cast<uint8_t*>(bytes.data()), fingerprint);
  WriteFixed32(reinterpret_cast<uint8_t*>(bytes.data()) + 8, range);
  bytes.append(key);
  return arena.Copy(Base64Text(bytes));
}

Result<NextPlace> ReadNextToken(std::string_view token, uint64_t fingerprint) {
  std::string bytes(token.size() / 4 * 3 + 3, '\0');
  size_t size = 0;
  const bool is_base64 = DecodeBase64(token, bytes.data(), size) == Base64Fault::kNone;
  if (!is_base64 || size < kTokenHeadSize)
    return Error{ErrorType::kValidation, messages::InvalidNextToken()};
  bytes.resize(size);
  if (ReadFixed64(Data(bytes)) != fingerprint) {
    return Error{ErrorType::kValidation, messages::NextTokenMismatch()};
  }
  return NextPlace{ReadFixed32(Data(bytes) + 8), bytes.substr(kTokenHeadSize)};
}

}  // namespace pixii
