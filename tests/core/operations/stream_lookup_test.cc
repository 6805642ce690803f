// ARNs of streams are taken apart, and only those of the asker's account and region are found.
#include "core/operations/stream_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(StreamLookup, TakesArnsApart) {
  const Result<StreamPlace> place =
      ParseStreamArn("arn:aws:dynamodb:r:123:table/Things/stream/2026-01-01T00:00:00.000");
  ASSERT_TRUE(place.ok());
  EXPECT_EQ(place.value().region, "r");
  EXPECT_EQ(place.value().account, "123");
  EXPECT_EQ(place.value().table_name, "Things");
  EXPECT_EQ(place.value().label, "2026-01-01T00:00:00.000");
}

TEST(StreamLookup, RefusesWhatIsNoArnOfAStream) {
  for (const char* text :
       {"", "arn", "arn:aws:dynamodb:r:1:table/Things", "arn:aws:dynamodb:r:1:table/Things/stream",
        "arn:aws:dynamodb:r:1:table/Things/stream/", "arn:aws:kinesis:r:1:table/Things/stream/x",
        "arn:aws:dynamodb::1:table/Things/stream/x", "arn:aws:dynamodb:r::table/Things/stream/x",
        "arn:aws:dynamodb:r:1:table/Th ings/stream/x", "arn:aws:dynamodb:r:1:tab/Things/stream/x",
        "arn:aws:dynamodb:r:1:table/Things/backup/x", "xrn:aws:dynamodb:r:1:table/T/stream/x"}) {
    EXPECT_FALSE(ParseStreamArn(text).ok()) << text;
  }
}

TEST(StreamLookup, FindsOnlyWhereItsAskerIs) {
  OperationHarness harness;
  const std::string arn = support::MakeStreamed(harness, "Things");
  EXPECT_TRUE(FindStream(harness.Begin(), arn).ok());
  harness.region = "eu-west-1";
  EXPECT_FALSE(FindStream(harness.Begin(), arn).ok());
  harness.region = "us-east-1";
  harness.account = "123456789012";
  EXPECT_FALSE(FindStream(harness.Begin(), arn).ok());
}

TEST(StreamLookup, ASharedNamespaceIsOnePlace) {
  OperationHarness harness(0, true);
  const std::string arn = support::MakeStreamed(harness, "Things");
  harness.region = "eu-west-1";
  const Result<const Stream*> stream = FindStream(harness.Begin(), arn);
  ASSERT_TRUE(stream.ok());
  EXPECT_TRUE(FindShard(*stream.value(), stream.value()->shards()[0]->id()).ok());
  EXPECT_FALSE(FindShard(*stream.value(), "none").ok());
}

}  // namespace
}  // namespace pixii
