// The texts about tables, as the service words them.
#include "core/base/messages/tables.h"

#include "core/base/messages/wording.h"

#include <algorithm>

#include "core/base/time_text.h"

namespace pixii::messages {

std::string ResourceNotFound() { return "Requested resource not found"; }

std::string TableNotFound(std::string_view table) {
  return Join({"Requested resource not found: Table: ", table, " not found"});
}

std::string TableAlreadyExists(std::string_view table) {
  return Join({"Table already exists: ", table});
}

std::string InvalidTableArn(std::string_view arn) {
  return Join({"Invalid TableArn: Invalid ResourceArn provided as input ", arn});
}

std::string TableArnOutOfPlace(std::string_view what, std::string_view arn) {
  return Join({"1 validation error detected: Invalid AWS ", what, " in '", arn, "'"});
}

std::string TableIsProtected() {
  return "Resource cannot be deleted as it is currently protected against deletion. Disable "
         "deletion "
         "protection first.";
}

std::string TooManyTables() {
  return "Subscriber limit exceeded: There is a limit of 2500 tables per subscriber";
}

std::string KeySchemaFirstNotHash() {
  return "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
}

std::string KeySchemaSecondNotRange() {
  return "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";
}

std::string KeySchemaNamesTwice() {
  return "Both the Hash Key and the Range Key element in the KeySchema have the same name";
}

std::string KeyAttributesNotDefined(std::string_view keys, std::string_view definitions) {
  return Invalid({"Some index key attributes are not defined in AttributeDefinitions. Keys: ", keys,
                  ", AttributeDefinitions: ", definitions});
}

std::string KeyAndDefinitionCountsDiffer() {
  return Invalid(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in "
      "AttributeDefinitions");
}

std::string KeyAttributeNotDefined() {
  return "Invalid KeySchema: Some index key attribute have no definition";
}

std::string DefinitionsNotUsed(std::string_view definitions, std::string_view keys) {
  return Invalid({"Some AttributeDefinitions are not used. AttributeDefinitions: ", definitions,
                  ", keys used: ", keys});
}

std::string AttributeDefinedTwice(std::string_view attribute) {
  return Join({"Attribute Name is duplicated: ", attribute});
}

std::string NothingToUpdate(const std::vector<std::string_view>& given) {
  constexpr std::string_view kMembers[] = {
      "ProvisionedThroughput",       "BillingMode",           "UpdateStreamEnabled",
      "GlobalSecondaryIndexUpdates", "SSESpecification",      "ReplicaUpdates",
      "MultiAccountReplicaReady",    "ReplicaTransitRoleArn", "MultiRegionConsistency",
      "DeletionProtectionEnabled",   "OnDemandThroughput",    "WarmThroughput"};
  std::string text = "At least one of ";
  std::string_view between;
  for (const std::string_view member : kMembers) {
    if (std::find(given.begin(), given.end(), member) != given.end()) continue;
    text.append(between).append(member);
    between = ", ";
  }
  return Join({text, " or TableClass is required"});
}

std::string MustBeOnlyOperation(std::string_view what) {
  return Invalid({what, " modification must be the only operation in the request"});
}

std::string WarmThroughputMustBeAlone() {
  return Invalid("WarmThroughput must be the only operation in the request");
}

std::string OnDemandThroughputWithOthers() {
  return Invalid(
      "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
}

std::string StreamWithThroughput() {
  return Invalid("You cannot modify stream status while updating table IOPS");
}

std::string IndexWithThroughput() {
  return Invalid("You cannot create or delete index while updating table IOPS");
}

std::string IndexWithStream() {
  return Invalid("You cannot create or delete index while changing stream status");
}

std::string IndexWithWarmThroughput() {
  return Invalid("Create global secondary index cannot be specified when updating WarmThroughput");
}

std::string UnknownTableClass() {
  return "Invalid table-class parameter provided. Please try again with a valid table-class value: "
         "[STANDARD, STANDARD_INFREQUENT_ACCESS].";
}

std::string TooManyTableClassChanges() {
  return "Subscriber limit exceeded: Updates to TableClass are limited to 2 times in 30 day(s).";
}

std::string StreamNeedsViewType() {
  return Invalid("If stream is being enabled then UpdateViewType is required");
}

std::string DisabledStreamHasViewType() {
  return Invalid("If stream is being disabled, then UpdateViewType must not be specified");
}

std::string CreatedStreamNeedsViewType() {
  return Invalid("Table is being created with a stream enabled, UpdateViewType is required");
}

std::string CreatedWithoutStreamHasViewType() {
  return Invalid(
      "Table is being created with a stream disabled, UpdateViewType should not be specified");
}

std::string StreamAlreadyEnabled(std::string_view table) {
  return Join({"Table already has an enabled stream: TableName: ", table});
}

std::string NoStreamToDisable(std::string_view table) {
  return Join({"Table has no stream to disable: TableName: ", table});
}

std::string SseTypeWithoutSse() {
  return Invalid("SSEType can not be specified if Enabled is false");
}

std::string KmsKeyWithoutSse() {
  return Invalid("KMSMasterKeyId can not be specified if Enabled is false");
}

std::string KmsKeyNeedsKmsType() {
  return Invalid("SSEType KMS is required if KMSMasterKeyId is specified");
}

std::string SseTypeNotSupported(std::string_view type) {
  return Invalid({"SSEType ", type, " is not supported"});
}

std::string EncryptedByDefault() { return Invalid("Table is already encrypted by default"); }

std::string EncryptedWithThatKey() {
  return Invalid(
      "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you "
      "want to change Master Key");
}

std::string TooManyEncryptionChanges(int64_t window_ends_ms, size_t changes, int64_t last_change_ms,
                                     int64_t next_change_ms) {
  return Join(
      {("Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending "
        "at "),
       TimeLabel(window_ends_ms), "Z",
       (". After the first 4 change, each subsequent change in the same window can be performed "
        "at most once every 21600 seconds. Number of updates today: "),
       std::to_string(changes), ". Last change at ", TimeLabel(last_change_ms), "Z",
       ". Next changes can be made at ", TimeLabel(next_change_ms), "Z", "."});
}

}  // namespace pixii::messages
