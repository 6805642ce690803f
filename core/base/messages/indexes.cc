// The texts about definitions of secondary indexes, as the service words them.
#include "core/base/messages/indexes.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string IndexListEmpty(std::string_view list) {
  return Invalid({"List of ", list, " is empty"});
}

std::string DuplicateIndexName(std::string_view index) {
  return Invalid({"Duplicate index name: ", index});
}

std::string TooManyLocalIndexes() {
  return Invalid("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
}

std::string TooManyGlobalIndexes() {
  return Invalid("GlobalSecondaryIndex count exceeds the per-table limit of 20");
}

std::string TooManyGlobalIndexesInUpdate() {
  return "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of "
         "20";
}

std::string TooManyProjectedAttributes() {
  return Invalid(
      "Number of NonKeyAttributes of all secondary indexes exceeds per-table limit of 100");
}

std::string KeySchemaHashAfterRange() {
  return Invalid("All HASH key attributes must precede RANGE key attributes in the KeySchema");
}

std::string TooManyKeyAttributes(std::string_view key_type) {
  return Invalid(
      {"The KeySchema exceeds the maximum allowed number of ", key_type, " key attributes"});
}

std::string KeySchemaRepeatsName() {
  return "The KeySchema contains multiple key attributes with the same name";
}

std::string LocalIndexNeedsTableSortKey() {
  return Invalid(
      "Table KeySchema does not have a range key, which is required when specifying a "
      "LocalSecondaryIndex");
}

std::string LocalIndexNeedsSortKey(std::string_view index) {
  return Invalid({"Index KeySchema does not have a range key for index: ", index});
}

std::string LocalIndexHasOtherPartitionKey(std::string_view index, std::string_view index_key,
                                           std::string_view table_key) {
  return Invalid({("Index KeySchema does not have the same leading hash key as table KeySchema "
                   "for index: "),
                  index, ". index hash key: ", index_key, ", table hash key: ", table_key});
}

std::string UnknownProjectionType() { return Invalid("Unknown ProjectionType: null"); }

std::string NonKeyAttributesGiven(std::string_view projection_type) {
  return Invalid({"ProjectionType is ", projection_type, ", but NonKeyAttributes is specified"});
}

std::string NonKeyAttributesMissing() {
  return Invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
}

std::string DuplicateNonKeyAttribute(std::string_view attribute) {
  return Invalid({"Duplicate element in NonKeyAttributes: ", attribute});
}

std::string IndexUpdateEmpty() {
  return Invalid(
      "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
      "GlobalSecondaryIndexUpdate.Delete must not be null");
}

std::string IndexUpdateHasSeveralActions() {
  return Invalid(
      "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
}

std::string IndexUpdatedTwice(std::string_view index) {
  return Invalid(
      {"Only one global secondary index update per index is allowed simultaneously. Index: ",
       index});
}

std::string OneIndexAtATime() {
  return "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously "
         "per table";
}

std::string IndexExists() { return "Attempting to create an index which already exists"; }

std::string IndexNotFound(std::string_view index, std::string_view table) {
  return Join({"Requested resource not found: Index ", index, " for table ", table});
}

std::string NotAGlobalIndex(std::string_view action, std::string_view index) {
  return Join({"Cannot ", action, " an index that is not a GlobalSecondaryIndex: ", index});
}

std::string IndexWithoutDefinitions(std::string_view index) {
  return Invalid({"AttributeDefinitions is not specified for index: ", index});
}

}  // namespace pixii::messages
