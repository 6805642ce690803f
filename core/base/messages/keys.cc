// The texts about keys, as the service words them.
#include "core/base/messages/keys.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string NotScalar(std::string_view kind, std::string_view attribute) {
  return Join(
      {"Key attributes must be scalars; list random access '[]' and map lookup '.' are not "
       "allowed: ",
       kind, ": ", attribute});
}

}  // namespace

std::string MissingKey(std::string_view attribute) {
  return Invalid({"Missing the key ", attribute, " in the item"});
}

std::string KeyTypeMismatch(std::string_view attribute, std::string_view expected,
                            std::string_view actual) {
  return Invalid(
      {"Type mismatch for key ", attribute, " expected: ", expected, " actual: ", actual});
}

std::string KeyDoesNotMatchSchema() { return "The provided key element does not match the schema"; }

std::string EmptyKeyValue(std::string_view attribute, std::string_view kind) {
  return Join(
      {"One or more parameter values are not valid. The AttributeValue for a key attribute "
       "cannot "
       "contain an empty ",
       kind, " value. Key: ", attribute});
}

std::string PartitionKeyTooLong() {
  return Invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes");
}

std::string SortKeyTooLong() {
  return Invalid("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
}

std::string CannotUpdateKey(std::string_view attribute) {
  return Invalid({"Cannot update attribute ", attribute, ". This attribute is part of the key"});
}

std::string KeyPathNotScalar(std::string_view attribute) { return NotScalar("Key", attribute); }

std::string IndexKeyPathNotScalar(std::string_view attribute) {
  return NotScalar("IndexKey", attribute);
}

std::string IndexKeyTypeMismatch(std::string_view attribute, std::string_view expected,
                                 std::string_view actual, std::string_view index) {
  return Invalid({"Type mismatch for Index Key ", attribute, " Expected: ", expected,
                  " Actual: ", actual, " IndexName: ", index});
}

std::string EmptyIndexKeyValue(std::string_view kind, std::string_view index,
                               std::string_view attribute) {
  return Join(
      {("One or more parameter values are not valid. A value specified for a secondary index key "
        "is "
        "not supported. The AttributeValue for a key attribute cannot contain an empty "),
       kind, " value. IndexName: ", index, ", IndexKey: ", attribute});
}

std::string UpdatedIndexKeyOfWrongType() {
  return "The update expression attempted to update the secondary index key to unsupported type";
}

std::string UpdatedIndexKeyIsEmpty(std::string_view kind) {
  return Join(
      {"One or more parameter values are not valid. The update expression attempted to update a "
       "secondary index key to a value that is not supported. The AttributeValue for a key "
       "attribute "
       "cannot contain an empty ",
       kind, " value."});
}

std::string IndexKeyTooLong(std::string_view attribute, uint64_t size_bytes,
                            uint32_t size_bytes_max, std::string_view index) {
  return Invalid("Size limit exceeded for Index Key " + std::string(attribute) + " Actual Size: " +
                 std::to_string(size_bytes) + " bytes Max Size: " + std::to_string(size_bytes_max) +
                 " bytes IndexName: " + std::string(index));
}

std::string UpdatedIndexKeyTooLong() {
  return "The update expression attempted to update the secondary index key beyond allowed size "
         "limits";
}

std::string ItemTooLarge() { return "Item size has exceeded the maximum allowed size"; }

std::string CollectionTooLarge() { return "Collection size exceeded."; }

std::string UpdatedItemTooLarge() {
  return "Item size to update has exceeded the maximum allowed size";
}

std::string StartKeyInvalid() { return "The provided starting key is invalid"; }

std::string StartKeyFault(std::string_view fault) { return Join({StartKeyInvalid(), ": ", fault}); }

std::string StartKeyOutsideQuery() {
  return "The provided starting key is outside query boundaries based on provided conditions";
}

std::string StartKeyOutsideSortCondition() {
  return "The provided starting key does not match the range key predicate";
}

std::string StartKeyOfOneRowQuery() {
  return "The query can return at most one row and cannot be restarted";
}

std::string StartKeyOutsideSegment(int64_t segment, int64_t total_segments) {
  return Join({StartKeyFault(
                   "Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
                   "TotalSegments: "),
               std::to_string(total_segments), " Segment: ", std::to_string(segment)});
}

}  // namespace pixii::messages
