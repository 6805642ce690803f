// Request tokens: what a transaction that succeeded leaves behind for ten minutes, so that the same
// request, sent again, answers again and changes nothing. Part of the database's value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/ref.h"
#include "core/storage/ordered_map.h"

namespace pixii {

// What of a request must be the same for it to be the same request.
struct ContentDigest {
  uint64_t hash = 0;
  uint64_t check = 0;
  bool operator==(const ContentDigest&) const = default;
};
// Of a request's content in canonical form.
ContentDigest DigestOf(Bytes content);

// What a repetition tells of one table: the units of reading the first call's items, under the name
// by which the first call gave the table.
struct TokenReadUnits {
  std::string table_name;
  uint64_t units = 0;
};

// One remembered request. Immutable; shared by versions; one thread.
class RequestToken {
 public:
  static Ref<RequestToken> Make(std::string key, ContentDigest digest, int64_t expires_ms,
                                std::vector<TokenReadUnits> reads);

  // TokenKey() of the request.
  std::string_view Key() const { return key_; }
  const ContentDigest& digest() const { return digest_; }
  // The first moment at which the token is a new one.
  int64_t expires_ms() const { return expires_ms_; }
  const std::vector<TokenReadUnits>& reads() const { return reads_; }
  // What it takes from the heap, by the engine's own count.
  uint64_t MemoryBytes() const;

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }

 private:
  RequestToken(std::string key, ContentDigest digest, int64_t expires_ms,
               std::vector<TokenReadUnits> reads);

  std::string key_;
  ContentDigest digest_;
  int64_t expires_ms_;
  std::vector<TokenReadUnits> reads_;
  mutable uint32_t references_ = 1;
};

// Where a token stands: tokens belong to an account, a region and an operation.
std::string TokenKey(std::string_view account, std::string_view region, std::string_view operation,
                     std::string_view token);

// All remembered requests. A value: copying it costs two pointers.
class RequestTokens {
 public:
  // Null if there is none, or none any more at `now_ms`.
  const RequestToken* Find(std::string_view key, int64_t now_ms) const;
  // Adds a token, or puts it in the place of one with its key.
  void Add(Ref<RequestToken> token);
  void DropExpired(int64_t now_ms);

  // In the order of keys.
  const OrderedMap<RequestToken>& all() const { return tokens_; }
  // What the tokens take from the heap, map nodes not included.
  uint64_t memory_bytes() const { return memory_bytes_; }

 private:
  // A token's place in the order of expiry. Its key: expires_ms, big-endian, then the token's key.
  class Expiry {
   public:
    static Ref<Expiry> Make(const RequestToken& token);
    static std::string KeyOf(const RequestToken& token);
    std::string_view Key() const { return key_; }
    std::string_view token_key() const { return Key().substr(sizeof(uint64_t)); }
    void Retain() const { ++references_; }
    void Release() const {
      if (--references_ == 0) delete this;
    }

   private:
    explicit Expiry(std::string key) : key_(std::move(key)) {}
    std::string key_;
    mutable uint32_t references_ = 1;
  };

  OrderedMap<RequestToken> tokens_;
  OrderedMap<Expiry> expiries_;
  uint64_t memory_bytes_ = 0;
};

}  // namespace pixii
