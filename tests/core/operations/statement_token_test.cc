// Shows that tokens bring back the place they were made of, and that no other text does any harm.
#include "core/operations/statement_token.h"

#include <gtest/gtest.h>

#include "core/base/base64.h"

namespace pixii {
namespace {

std::string Fault(std::string_view token, uint64_t fingerprint) {
  const auto place = ReadNextToken(token, fingerprint);
  return place.ok() ? "" : place.error().message;
}

TEST(StatementToken, BringsBackItsPlace) {
  Arena arena;
  const std::string key("k\0ey", 4);
  const auto place = ReadNextToken(WriteNextToken(arena, 42, 7, key), 42);
  ASSERT_TRUE(place.ok());
  EXPECT_EQ(place.value().range, 7u);
  EXPECT_EQ(place.value().key, key);
}

TEST(StatementToken, IsTiedToItsRequest) {
  Arena arena;
  EXPECT_EQ(Fault(WriteNextToken(arena, 42, 7, "key"), 43), "NextToken does not match request");
}

TEST(StatementToken, IsNoOtherText) {
  for (const char* text : {"", "A", "AAAA", "not base64!", "AAAAAAAAAAAAAA=="}) {
    EXPECT_EQ(Fault(text, 0), "Invalid NextToken") << text;
  }
}

}  // namespace
}  // namespace pixii
