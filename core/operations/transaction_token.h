// Client request tokens of transactions: recognising a request that was served already, and
// remembering one that succeeds.
#pragma once

#include <string_view>
#include <vector>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

inline constexpr Shape kClientRequestTokenShape =
    shape::String({.name = "ClientRequestToken", .min = 1, .max = 36});

// One request as its token knows it.
struct TransactionToken {
  std::string key;  // TokenKey(); empty: the request has no token
  ContentDigest digest{};
  bool given() const { return !key.empty(); }
};

// `content` is what of the request must not change under one token, in canonical form.
TransactionToken MakeTransactionToken(const OperationContext& context, std::string_view operation,
                                      std::string_view token, Bytes content);

// What was remembered of the same request; null if this is its first time.
// Errors: kIdempotentParameterMismatch for another content, kTransactionInProgress while a
// transaction is held under the token.
Result<const RequestToken*> FindRepeated(const OperationContext& context,
                                         const TransactionToken& token);

// Puts the token into the context's commit, if there is one, with what a repetition tells.
void RememberToken(OperationContext& context, const TransactionToken& token,
                   std::vector<TokenReadUnits> reads);

// Charges what a repetition consumes, and tells it: read units. Absent as in TellCapacity.
Span<ConsumedCapacity> TellRepeated(OperationContext& context, std::string_view asked,
                                    const RequestToken& token);

}  // namespace pixii
