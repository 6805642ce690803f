// The sentences about tables and their settings, letter by letter.
#include "core/base/messages/tables.h"

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

TEST(TableMessages, TellDataAndControlPlaneApart) {
  ExpectTexts({
      {ResourceNotFound(), "Requested resource not found"},
      {TableNotFound("Things"), "Requested resource not found: Table: Things not found"},
      {TableAlreadyExists("Things"), "Table already exists: Things"},
      {InvalidTableArn("arn:aws:s3:::b"),
       "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:s3:::b"},
      {TableIsProtected(),
       "Resource cannot be deleted as it is currently protected against deletion. Disable deletion "
       "protection first."},
  });
  EXPECT_NE(TooManyTables().find("2500"), std::string::npos);
}

TEST(TableMessages, NameWhatIsWrongWithAKeySchema) {
  ExpectTexts({
      {KeySchemaFirstNotHash(),
       "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
      {KeySchemaSecondNotRange(),
       "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"},
      {KeySchemaNamesTwice(),
       "Both the Hash Key and the Range Key element in the KeySchema have the same name"},
      {KeyAttributesNotDefined("[pk, sk]", "[pk]"),
       "One or more parameter values were invalid: Some index key attributes are not defined in "
       "AttributeDefinitions. Keys: [pk, sk], AttributeDefinitions: [pk]"},
      {KeyAndDefinitionCountsDiffer(),
       "One or more parameter values were invalid: Number of attributes in KeySchema does not "
       "exactly match number of attributes defined in AttributeDefinitions"},
  });
}

TEST(TableMessages, TellWhichBillingModeTakesUnits) {
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

TEST(TableMessages, NumberTheUnitsThatAreRefused) {
  ExpectTexts({
      {ThroughputOutOfBounds("ReadCapacityUnits", 1000000000001),
       "Given value 1000000000001 for ReadCapacityUnits is out of bounds"},
      {ThroughputAboveQuota("WriteCapacityUnits", 40001, "eu-west-1"),
       "The requested WriteCapacityUnits, 40001, is above the per table maximum for the account in "
       "eu-west-1. Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for "
       "current limits and how to request higher limits."},
      {ThroughputUnchanged(5, 6),
       "The provisioned throughput for the table will not change. The requested value equals the "
       "current value. Current ReadCapacityUnits provisioned for the table: 5. Requested "
       "ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for the table: 6. Requested "
       "WriteCapacityUnits: 6. Refer to the Amazon DynamoDB Developer Guide for current limits and "
       "how to request higher limits."},
  });
}

TEST(TableMessages, TellWhenTheNextDecreaseIsDue) {
  const std::string text = TooManyDecreases(4, 1700000000000, 1700003600000);
  const std::string known =
      "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC "
      "day. After the first 4 decreases, each subsequent decrease in the same UTC day can be "
      "performed at most once every 3600 seconds. Number of decreases today: 4. Last decrease at "
      "2023-11-14T22:13:20Z. ";
  EXPECT_EQ(text.substr(0, known.size()), known);
  EXPECT_NE(text.find("2023-11-14T23:13:20Z"), std::string::npos);
}

TEST(TableMessages, ListWhatAnUpdateCouldHaveNamed) {
  ExpectTexts({
      {NothingToUpdate(),
       "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
       "GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, "
       "ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
       "OnDemandThroughput, WarmThroughput or TableClass is required"},
      {MustBeOnlyOperation("TableClass"),
       "One or more parameter values were invalid: TableClass modification must be the only "
       "operation in the request"},
      {MustBeOnlyOperation("DeletionProtection"),
       "One or more parameter values were invalid: DeletionProtection modification must be the "
       "only "
       "operation in the request"},
  });
}

}  // namespace
}  // namespace pixii::messages
