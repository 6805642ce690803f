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
      {TableArnOutOfPlace("region", "arn:x"),
       "1 validation error detected: Invalid AWS region in 'arn:x'"},
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

TEST(TableMessages, ListWhatAnUpdateCouldHaveNamed) {
  ExpectTexts({
      {NothingToUpdate({}),
       "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
       "GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, "
       "ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
       "OnDemandThroughput, WarmThroughput or TableClass is required"},
      {NothingToUpdate({"BillingMode", "GlobalSecondaryIndexUpdates", "OnDemandThroughput",
                        "WarmThroughput", "ReplicaUpdates", "SSESpecification",
                        "UpdateStreamEnabled", "MultiAccountReplicaReady"}),
       "At least one of ProvisionedThroughput, ReplicaTransitRoleArn, MultiRegionConsistency, "
       "DeletionProtectionEnabled or TableClass is required"},
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
