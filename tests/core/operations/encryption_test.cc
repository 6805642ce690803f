// Shows the keys that requests name, and how often they change in a day.
#include "core/operations/encryption.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kHour = 3600 * 1000;

SseSpecification Key(std::string_view id) {
  SseSpecification asked;
  asked.enabled = true;
  asked.sse_type = "KMS";
  if (!id.empty()) asked.kms_master_key_id = id;
  return asked;
}

TableDefinition Things() {
  TableDefinition definition;
  definition.account = "123456789012";
  definition.region = "eu-west-1";
  return definition;
}

TEST(Encryption, NamesKeysByTheirArns) {
  const std::string arn = "arn:aws:kms:us-east-1:1:key/abc";
  EXPECT_EQ(KeyArnOf(Key(arn), Things()), arn);
  EXPECT_EQ(KeyArnOf(Key("abc"), Things()), "arn:aws:kms:eu-west-1:123456789012:key/abc");
  const std::string alias = KeyArnOf(Key("alias/mine"), Things());
  EXPECT_EQ(alias.substr(0, 39), "arn:aws:kms:eu-west-1:123456789012:key/");
  EXPECT_EQ(KeyArnOf(Key("arn:aws:kms:eu-west-1:123456789012:alias/mine"), Things()), alias);
  EXPECT_NE(KeyArnOf(Key(""), Things()), alias);
  EXPECT_EQ(KeyArnOf({}, Things()), "");
}

TEST(Encryption, ChangesFourTimesADayAndThenOnceInSixHours) {
  TableDefinition definition = Things();
  int64_t now = 1000 * kHour;
  for (const char* id : {"a", "b", "c", "d"}) {
    ASSERT_TRUE(UpdateEncryption(Key(id), now, definition).ok()) << id;
  }
  EXPECT_EQ(UpdateEncryption(Key("e"), now + 6 * kHour - 1, definition).error().type,
            ErrorType::kLimitExceeded);
  ASSERT_TRUE(UpdateEncryption(Key("e"), now + 6 * kHour, definition).ok());
  // Back to a key of AWS's own is always allowed.
  ASSERT_TRUE(UpdateEncryption({}, now + 6 * kHour, definition).ok());
  EXPECT_FALSE(UpdateEncryption({}, now + 6 * kHour, definition).ok());
}

TEST(Encryption, HasNoTypeAndNoKeyWhenItIsOff) {
  SseSpecification asked;
  EXPECT_TRUE(CheckSse(asked).ok());
  asked.enabled = false;
  asked.sse_type = "KMS";
  EXPECT_FALSE(CheckSse(asked).ok());
  asked = Key("");
  EXPECT_TRUE(CheckSse(asked).ok());
  asked.sse_type = "AES256";
  EXPECT_FALSE(CheckSse(asked).ok());
}

}  // namespace
}  // namespace pixii
