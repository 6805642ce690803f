// Fields of request tokens.
#include "core/storage/idempotency_bytes.h"

#include "core/base/utf8.h"
#include "core/persistence/byte_source.h"

namespace pixii {
namespace {

// A transaction names as many tables as it has actions, at most.
constexpr uint32_t kTablesMax = 100;

bool ReadReads(FieldSource& fields, std::vector<TokenReadUnits>& reads) {
  const uint32_t count = fields.Varint();
  if (count > kTablesMax) return false;
  for (uint32_t i = 0; i < count && fields.ok(); ++i) {
    TokenReadUnits read;
    read.table_name = fields.Text();
    read.units = fields.Fixed64();
    if (!IsValidUtf8(read.table_name)) return false;
    reads.push_back(std::move(read));
  }
  return fields.ok();
}

}  // namespace

void WriteToken(const RequestToken& token, ByteSink& sink) {
  sink.Text(token.Key());
  sink.Fixed64(token.digest().hash);
  sink.Fixed64(token.digest().check);
  sink.Fixed64(static_cast<uint64_t>(token.expires_ms()));
  sink.Varint(static_cast<uint32_t>(token.reads().size()));
  for (const TokenReadUnits& read : token.reads()) {
    sink.Text(read.table_name);
    sink.Fixed64(read.units);
  }
}

bool ReadTokens(Bytes payload, std::vector<Ref<RequestToken>>& tokens) {
  FieldSource fields(payload);
  while (!fields.AtEnd()) {
    std::string key(fields.Text());
    ContentDigest digest;
    digest.hash = fields.Fixed64();
    digest.check = fields.Fixed64();
    const int64_t expires_ms = static_cast<int64_t>(fields.Fixed64());
    std::vector<TokenReadUnits> reads;
    if (!ReadReads(fields, reads) || key.empty() || expires_ms < 0) return false;
    tokens.push_back(RequestToken::Make(std::move(key), digest, expires_ms, std::move(reads)));
  }
  return true;
}

}  // namespace pixii
