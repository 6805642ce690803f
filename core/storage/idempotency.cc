// Keeping request tokens, and letting them go in the order in which they expire.
#include "core/storage/idempotency.h"

#include "core/values/key_bytes.h"

namespace pixii {
namespace {

// A token with its place in the order of expiry, beside their texts.
constexpr uint64_t kTokenBytes = 192;
constexpr uint64_t kTableBytes = 64;

// Stored digests depend on them.
constexpr uint64_t kHashSeed = 0x2545F4914F6CDD1Du;
constexpr uint64_t kCheckSeed = 0x9FB21C651E98DF25u;

}  // namespace

ContentDigest DigestOf(Bytes content) {
  return {HashBytes(content, kHashSeed), HashBytes(content, kCheckSeed)};
}

Ref<RequestToken> RequestToken::Make(std::string key, ContentDigest digest, int64_t expires_ms,
                                     std::vector<TokenReadUnits> reads) {
  return Ref<RequestToken>::Adopt(
      new RequestToken(std::move(key), digest, expires_ms, std::move(reads)));
}

RequestToken::RequestToken(std::string key, ContentDigest digest, int64_t expires_ms,
                           std::vector<TokenReadUnits> reads)
    : key_(std::move(key)), digest_(digest), expires_ms_(expires_ms), reads_(std::move(reads)) {}

uint64_t RequestToken::MemoryBytes() const {
  uint64_t bytes = kTokenBytes + 2 * key_.size();
  for (const TokenReadUnits& read : reads_) bytes += kTableBytes + read.table_name.size();
  return bytes;
}

std::string TokenKey(std::string_view account, std::string_view region, std::string_view operation,
                     std::string_view token) {
  std::string key(account);
  for (const std::string_view part : {region, operation, token}) {
    key.append(1, '\0').append(part);
  }
  return key;
}

std::string RequestTokens::Expiry::KeyOf(const RequestToken& token) {
  std::string key;
  AppendBigEndian64(key, static_cast<uint64_t>(token.expires_ms()));
  return key.append(token.Key());
}

Ref<RequestTokens::Expiry> RequestTokens::Expiry::Make(const RequestToken& token) {
  return Ref<Expiry>::Adopt(new Expiry(KeyOf(token)));
}

const RequestToken* RequestTokens::Find(std::string_view key, int64_t now_ms) const {
  const RequestToken* token = tokens_.Find(key);
  return token != nullptr && now_ms < token->expires_ms() ? token : nullptr;
}

void RequestTokens::Add(Ref<RequestToken> token) {
  memory_bytes_ += token->MemoryBytes();
  expiries_.Upsert(Expiry::Make(*token));
  const Ref<RequestToken> replaced = tokens_.Upsert(std::move(token));
  if (!replaced) return;
  memory_bytes_ -= replaced->MemoryBytes();
  // The same request at the same moment has but one place.
  const RequestToken* kept = tokens_.Find(replaced->Key());
  if (replaced->expires_ms() != kept->expires_ms()) expiries_.Erase(Expiry::KeyOf(*replaced));
}

void RequestTokens::DropExpired(int64_t now_ms) {
  std::string bound;
  AppendBigEndian64(bound, static_cast<uint64_t>(now_ms) + 1);
  for (auto at = expiries_.Begin(); at.Valid() && at->Key() < bound; at = expiries_.Begin()) {
    const Ref<RequestToken> dropped = tokens_.Erase(at->token_key());
    memory_bytes_ -= dropped->MemoryBytes();
    expiries_.Erase(std::string(at->Key()));
  }
}

}  // namespace pixii
