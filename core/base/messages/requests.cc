// The texts about request rules, as the service words them.
#include "core/base/messages/requests.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string Joined(const std::vector<std::string_view>& names, std::string_view between,
                   std::string_view before_last) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? before_last : between;
    text += names[i];
  }
  return text;
}

}  // namespace

std::string SelectName(std::string_view select) {
  return select == "COUNT" ? "only the Count" : std::string(select);
}

std::string MixedParameters(const std::vector<std::string_view>& legacy,
                            const std::vector<std::string_view>& expressions) {
  return Join({("Can not use both expression and non-expression parameters in the same request: "
                "Non-expression parameters: {"),
               Joined(legacy, ", ", ", "), "} Expression parameters: {",
               Joined(expressions, ", ", ", "), "}"});
}

std::string NamesWithoutExpression() {
  return "ExpressionAttributeNames can only be specified when using expressions";
}

std::string ValuesWithoutExpression(const std::vector<std::string_view>& expressions) {
  return Join({"ExpressionAttributeValues can only be specified when using expressions: ",
               Joined(expressions, ", ", " and "),
               (expressions.size() == 1 ? " is null" : " are null")});
}

std::string NamesEmpty() { return "ExpressionAttributeNames must not be empty"; }

std::string ValuesEmpty() { return "ExpressionAttributeValues must not be empty"; }

std::string InvalidExpressionValue(std::string_view fault, std::string_view placeholder) {
  return Join(
      {"ExpressionAttributeValues contains invalid value: ", fault, " for key ", placeholder});
}

std::string ReturnValuesNotAllowed() { return "ReturnValues can only be ALL_OLD or NONE"; }

std::string ConditionFailed() { return "The conditional request failed"; }

std::string SelectNeedsProjection() {
  return "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
         "SPECIFIC_ATTRIBUTES";
}

std::string ProjectionNotAllowed(std::string_view select) {
  return Join(
      {"Cannot specify the ProjectionExpression when choosing to get ", SelectName(select)});
}

std::string AllProjectedWithoutIndex() {
  return "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName";
}

std::string KeyConditionMissing() {
  return "Either the KeyConditions or KeyConditionExpression parameter must be specified in the "
         "request.";
}

std::string FilterOnKey(std::string_view attribute) {
  return Join(
      {"Filter Expression can only contain non-primary key attributes: Primary key attribute: ",
       attribute});
}

std::string UnknownIndex(std::string_view index) {
  return Join({"The table does not have the specified index: ", index});
}

std::string ConsistentReadOfGlobalIndex() {
  return "Consistent reads are not supported on global secondary indexes";
}

std::string AllAttributesNotProjected(std::string_view index) {
  return Invalid({"Select type ALL_ATTRIBUTES is not supported for global secondary index ", index,
                  " because its projection type is not ALL"});
}

std::string AttributesNotProjected(std::string_view index,
                                   const std::vector<std::string_view>& attributes) {
  return Invalid({"Global secondary index ", index, " does not project [",
                  Joined(attributes, ", ", ", "), "]"});
}

std::string FilterAttributesNotProjected(std::string_view index,
                                         const std::vector<std::string_view>& attributes) {
  return Invalid({"Secondary index ", index, " does not project one or more filter attributes: [",
                  Joined(attributes, ", ", ", "), "]"});
}

std::string TotalSegmentsMissing() {
  return "The TotalSegments parameter is required but was not present in the request when Segment "
         "parameter is present";
}

std::string SegmentMissing() {
  return "The Segment parameter is required but was not present in the request when parameter "
         "TotalSegments is present";
}

std::string SegmentTooLarge(int64_t segment, int64_t total_segments) {
  return Join(
      {"The Segment parameter is zero-based and must be less than parameter TotalSegments: "
       "Segment: ",
       std::to_string(segment),
       " is not less than TotalSegments: ", std::to_string(total_segments)});
}

std::string DuplicateKeysInBatch() { return "Provided list of item keys contains duplicates"; }

std::string TooManyItems(std::string_view operation) {
  return Join({"Too many items requested for the ", operation, " call"});
}

std::string WriteRequestHasTwoForms() {
  return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
         "supported datatypes";
}

std::string WriteRequestIsEmpty() { return WriteRequestHasTwoForms(); }

}  // namespace pixii::messages
