// Shows which table a name or an ARN means to whom: account and region of the one who asks, those
// of the ARN, or one namespace for all.
#include "core/operations/table_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// The ARN of the table found, or the fault.
std::string Found(OperationHarness& harness, const std::string& name_or_arn,
                  decltype(FindDataTable) find = FindDataTable) {
  const OperationContext context = harness.Begin();
  const Result<const Table*> table = find(context, name_or_arn);
  return table.ok() ? table.value()->definition().Arn() : table.error().message;
}

constexpr const char* kHere = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";
constexpr const char* kAbroad = "arn:aws:dynamodb:eu-west-1:000000000000:table/Things";
constexpr const char* kForeign = "arn:aws:dynamodb:us-east-1:123456789012:table/Things";

// Things here, Things in another region and Things of another account.
void MakeTables(OperationHarness& harness) {
  harness.MakeTable("Things");
  harness.region = "eu-west-1";
  harness.MakeTable("Things");
  harness.region = "us-east-1";
  harness.account = "123456789012";
  harness.MakeTable("Things");
  harness.account = "000000000000";
}

TEST(TableLookup, ANameIsLookedUpWhereItsAskerIs) {
  OperationHarness harness;
  MakeTables(harness);
  EXPECT_EQ(harness.database().tables().Count(), 3u);
  EXPECT_EQ(Found(harness, "Things"), kHere);
  harness.region = "eu-west-1";
  EXPECT_EQ(Found(harness, "Things"), kAbroad);
  harness.account = "123456789012";
  EXPECT_EQ(Found(harness, "Things"), "Requested resource not found");
  harness.region = "us-east-1";
  EXPECT_EQ(Found(harness, "Things"), kForeign);
}

TEST(TableLookup, AnArnIsLookedUpWhereItSays) {
  OperationHarness harness;
  MakeTables(harness);
  for (const char* arn : {kHere, kAbroad, kForeign}) EXPECT_EQ(Found(harness, arn), arn);
  EXPECT_EQ(Found(harness, "arn:aws:dynamodb:us-west-2:000000000000:table/Things"),
            "Requested resource not found");
  EXPECT_EQ(Found(harness, "arn:aws:dynamodb:us-east-1:000000000000:table/Others"),
            "Requested resource not found");
}

TEST(TableLookup, AnArnOfAnythingElseIsInvalid) {
  OperationHarness harness;
  MakeTables(harness);
  for (const std::string arn :
       {"arn:", "arn:aws", "arn:aws:s3:us-east-1:000000000000:table/Things",
        "arn:aws:dynamodb:us-east-1:000000000000:index/Things", "arn:aws:dynamodb:us-east-1",
        "arn:aws:dynamodb:::Things", "arn:aws:dynamodb::000000000000:table/Things",
        "arn:aws:dynamodb:us-east-1::table/Things",
        "arn:aws:dynamodb:us-east-1:000000000000:table/",
        "arn:aws:dynamodb:us-east-1:000000000000:table/Things/index/ByDate"}) {
    EXPECT_EQ(Found(harness, arn),
              "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
  }
}

TEST(TableLookup, ControlPlaneAnswersNameTheTable) {
  OperationHarness harness;
  MakeTables(harness);
  EXPECT_EQ(Found(harness, "Others", FindControlTable),
            "Requested resource not found: Table: Others not found");
  EXPECT_EQ(
      Found(harness, "arn:aws:dynamodb:us-east-1:000000000000:table/Others", FindControlTable),
      "Requested resource not found: Table: Others not found");
  EXPECT_EQ(Found(harness, "Things", FindControlTable), kHere);
}

TEST(TableLookup, TheControlPlaneServesTheTablesOfItsAsker) {
  OperationHarness harness;
  MakeTables(harness);
  for (const auto lookup : {FindControlTable, FindRecoveryTable}) {
    EXPECT_EQ(Found(harness, kHere, lookup), kHere);
    EXPECT_EQ(Found(harness, kAbroad, lookup),
              std::string("1 validation error detected: Invalid AWS region in '") + kAbroad + "'");
    EXPECT_EQ(Found(harness, kForeign, lookup), "Access is denied");
  }
  const std::string partition = "arn:aws-cn:dynamodb:us-east-1:000000000000:table/Things";
  EXPECT_EQ(Found(harness, partition, FindControlTable),
            "1 validation error detected: Invalid AWS partition in '" + partition + "'");
}

TEST(TableLookup, NamesAreComparedWholeAndWithCase) {
  OperationHarness harness;
  MakeTables(harness);
  for (const char* name : {"things", "Thing", "Things2", "Things "}) {
    EXPECT_EQ(Found(harness, name), "Requested resource not found") << name;
  }
}

TEST(TableLookup, ASharedNamespaceFindsOneTableForAll) {
  OperationHarness harness(0, true);
  harness.region = "eu-west-1";
  harness.account = "123456789012";
  harness.MakeTable("Things");
  const std::string arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Things";
  harness.region = "us-east-1";
  harness.account = "000000000000";
  EXPECT_EQ(Found(harness, "Things"), arn);
  EXPECT_EQ(Found(harness, kHere), arn);
  EXPECT_EQ(Found(harness, arn), arn);
  EXPECT_EQ(harness.Fault("CreateTable",
                          "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST','KeySchema':"
                          "[{'AttributeName':'pk','KeyType':'HASH'}],'AttributeDefinitions':"
                          "[{'AttributeName':'pk','AttributeType':'S'}]}"),
            "ResourceInUseException: Table already exists: Things");
}

TEST(TableLookup, WritesThePlaceOfATableThatDoesNotExist) {
  OperationHarness harness;
  const OperationContext context = harness.Begin();
  const Result<TablePlace> place = PlaceOf(context, kForeign);
  ASSERT_TRUE(place.ok());
  EXPECT_EQ(place.value().account, "123456789012");
  EXPECT_EQ(place.value().region, "us-east-1");
  EXPECT_EQ(place.value().name, "Things");
  WritePlace(context, place.value());
  EXPECT_EQ(context.catalog_key, CatalogKey("123456789012", "us-east-1", "Things"));
}

}  // namespace
}  // namespace pixii
