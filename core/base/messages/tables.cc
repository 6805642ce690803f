// The texts about tables, as the service words them.
#include "core/base/messages/tables.h"

#include "core/base/time_text.h"

namespace pixii::messages {
namespace {

std::string Invalid(std::string text) {
  return "One or more parameter values were invalid: " + std::move(text);
}

}  // namespace

std::string ResourceNotFound() { return "Requested resource not found"; }

std::string TableNotFound(std::string_view table) {
  return "Requested resource not found: Table: " + std::string(table) + " not found";
}

std::string TableAlreadyExists(std::string_view table) {
  return "Table already exists: " + std::string(table);
}

std::string InvalidTableArn(std::string_view arn) {
  return "Invalid TableArn: Invalid ResourceArn provided as input " + std::string(arn);
}

std::string TableIsProtected() {
  return "Resource cannot be deleted as it is currently protected against deletion. Disable "
         "deletion "
         "protection first.";
}

std::string TooManyTables() {
  return "Subscriber limit exceeded: Number of tables exceeds per-account limit of 2500";
}

std::string KeySchemaFirstNotHash() {
  return "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
}

std::string KeySchemaSecondNotRange() {
  return "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";
}

std::string KeySchemaTooLong() {
  return Invalid("The KeySchema exceeds the maximum allowed number of key attributes");
}

std::string KeySchemaNamesTwice() {
  return "Both the Hash Key and the Range Key element in the KeySchema have the same name";
}

std::string KeyAttributesNotDefined(std::string_view keys, std::string_view definitions) {
  return Invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " +
                 std::string(keys) + ", AttributeDefinitions: " + std::string(definitions));
}

std::string KeyAndDefinitionCountsDiffer() {
  return Invalid(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in "
      "AttributeDefinitions");
}

std::string DefinitionsHoldDuplicates(std::string_view attribute) {
  return Invalid("Cannot define attribute " + std::string(attribute) + " twice");
}

std::string ThroughputMissing() {
  return Invalid(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
      "PROVISIONED");
}

std::string ThroughputOnDemand() {
  return Invalid(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
      "PAY_PER_REQUEST");
}

std::string ThroughputOutOfBounds(std::string_view member, int64_t value) {
  return "Given value " + std::to_string(value) + " for " + std::string(member) +
         " is out of bounds";
}

std::string ThroughputAboveQuota(std::string_view member, int64_t value, std::string_view region) {
  return "The requested " + std::string(member) + ", " + std::to_string(value) +
         ", is above the per table maximum for the account in " + std::string(region) +
         ". Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for current "
         "limits "
         "and how to request higher limits.";
}

std::string NothingToUpdate() {
  return "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
         "GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, "
         "ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
         "OnDemandThroughput, WarmThroughput or TableClass is required";
}

std::string ThroughputUnchanged(int64_t read_units, int64_t write_units) {
  const std::string read = std::to_string(read_units);
  const std::string write = std::to_string(write_units);
  return "The provisioned throughput for the table will not change. The requested value equals the "
         "current value. Current ReadCapacityUnits provisioned for the table: " +
         read + ". Requested ReadCapacityUnits: " + read +
         ". Current WriteCapacityUnits provisioned for the table: " + write +
         ". Requested WriteCapacityUnits: " + write +
         ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request "
         "higher "
         "limits.";
}

std::string ThroughputMissingInUpdate() {
  return Invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
}

std::string TooManyDecreases(int64_t decreases_today, int64_t last_decrease_ms,
                             int64_t next_decrease_ms) {
  return "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given "
         "UTC "
         "day. After the first 4 decreases, each subsequent decrease in the same UTC day can be "
         "performed at most once every 3600 seconds. Number of decreases today: " +
         std::to_string(decreases_today) + ". Last decrease at " + TimeText(last_decrease_ms) +
         ". Next decrease can be made at " + TimeText(next_decrease_ms);
}

std::string MustBeOnlyOperation(std::string_view what) {
  return Invalid(std::string(what) + " modification must be the only operation in the request");
}

}  // namespace pixii::messages
