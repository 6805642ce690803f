// The sentences about throughput, letter by letter.
#include "core/base/messages/throughput.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

struct Row {
  std::string text;
  const char* expected;
};

template <size_t N>
void ExpectTexts(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(row.text, row.expected);
}

TEST(ThroughputMessages, TellWhichBillingModeTakesUnits) {
  ExpectTexts({
      {ThroughputMissing(),
       "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must "
       "both be specified when BillingMode is PROVISIONED"},
      {ThroughputMissingInUpdate(),
       "One or more parameter values were invalid: ProvisionedThroughput must be specified when "
       "BillingMode is PROVISIONED"},
      {ThroughputOnDemand(),
       "One or more parameter values were invalid: Neither ReadCapacityUnits nor "
       "WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"},
  });
}

TEST(ThroughputMessages, NumberTheUnitsThatAreRefused) {
  ExpectTexts({
      {ThroughputOutOfBounds({}, "ReadCapacityUnits", 1000000000001),
       "Given value 1000000000001 for ReadCapacityUnits is out of bounds"},
      {ThroughputAboveQuota({}, "WriteCapacityUnits", 40001, "eu-west-1"),
       "The requested WriteCapacityUnits, 40001, is above the per table maximum for the account in "
       "eu-west-1. Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for "
       "current limits and how to request higher limits."},
      {ThroughputUnchanged({}, 5, 6),
       "The provisioned throughput for the table will not change. The requested value equals the "
       "current value. Current ReadCapacityUnits provisioned for the table: 5. Requested "
       "ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for the table: 6. Requested "
       "WriteCapacityUnits: 6. Refer to the Amazon DynamoDB Developer Guide for current limits and "
       "how to request higher limits."},
  });
}

TEST(ThroughputMessages, TellWhenTheNextDecreaseIsDue) {
  const std::string text = TooManyDecreases(4, 1700000000000, 1700003600000);
  const std::string known =
      "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC "
      "day. After the first 4 decreases, each subsequent decrease in the same UTC day can be "
      "performed at most once every 3600 seconds. Number of decreases today: 4. Last decrease at "
      "Tuesday, November 14, 2023 at 10:13:20 PM Coordinated Universal Time. ";
  EXPECT_EQ(text.substr(0, known.size()), known);
  EXPECT_NE(text.find("Tuesday, November 14, 2023 at 11:13:20 PM Coordinated Universal Time"),
            std::string::npos);
}

// The same bounds hold for an index, which its texts name.
TEST(ThroughputMessages, NameTheIndexWhoseUnitsTheyAre) {
  ExpectTexts({
      {ThroughputOutOfBounds("ByDay", "ReadCapacityUnits", 1000000000001),
       "Given value 1000000000001 for ReadCapacityUnits is out of bounds for index ByDay"},
      {ThroughputAboveQuota("ByDay", "WriteCapacityUnits", 40001, "eu-west-1"),
       "The requested WriteCapacityUnits for index ByDay, 40001, is above the per index maximum "
       "for the account in eu-west-1. Per index maximum: 40000. Refer to the Amazon DynamoDB "
       "Developer Guide for current limits and how to request higher limits."},
  });
}

}  // namespace
}  // namespace pixii::messages
