// The texts about the parameters from before expressions, as the service words them.
#include "core/base/messages/legacy.h"

#include "core/base/messages/requests.h"
#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string ComparisonArgumentCount(std::string_view comparison) {
  return Invalid({"Invalid number of argument(s) for the ", comparison, " ComparisonOperator"});
}

std::string ComparisonType(std::string_view comparison, std::string_view type) {
  return Invalid(
      {"ComparisonOperator ", comparison, " is not valid for ", type, " AttributeValue type"});
}

std::string ComparisonTypesDiffer() {
  return Invalid({"AttributeValues inside AttributeValueList must be of same type"});
}

std::string ComparisonBoundsReversed() {
  return "The BETWEEN condition was provided a range where the lower bound is greater than the "
         "upper bound";
}

std::string ExpectedValueAndList(std::string_view attribute) {
  return Invalid(
      {"Value and AttributeValueList cannot be used together for Attribute: ", attribute});
}

std::string ExpectedExistsAndComparison(std::string_view attribute) {
  return Invalid(
      {"Exists and ComparisonOperator cannot be used together for Attribute: ", attribute});
}

std::string ExpectedComparisonAlone(std::string_view comparison, std::string_view attribute) {
  return Invalid({"Value or AttributeValueList must be used with ComparisonOperator: ", comparison,
                  " for Attribute: ", attribute});
}

std::string ExpectedListAlone(std::string_view attribute) {
  return Invalid(
      {"AttributeValueList can only be used with a ComparisonOperator for Attribute: ", attribute});
}

std::string ExpectedValueMissing(std::string_view exists, std::string_view attribute) {
  return Invalid({"Value must be provided when Exists is ", exists, " for Attribute: ", attribute});
}

std::string ExpectedValueOfAbsence(std::string_view attribute) {
  return Invalid({"Value cannot be used when Exists is false for Attribute: ", attribute});
}

std::string ConditionalOperatorAlone() {
  return "ConditionalOperator cannot be used without Filter or Expected";
}

std::string ConditionalOperatorForOne() {
  return "ConditionalOperator can only be used when Filter or Expected has two or more elements";
}

std::string KeyConditionNotIndexable() {
  return "Attempted conditional constraint is not an indexable operation";
}

std::string QueryFilterOnKey(std::string_view attribute) {
  return Join({"QueryFilter can only contain non-primary key attributes: Primary key attribute: ",
               attribute});
}

std::string AttributeUpdateWithoutValue() {
  return Invalid({"Only DELETE action is allowed when no attribute value is specified"});
}

std::string AttributeAddType(std::string_view type) {
  return Invalid({"ADD action is not supported for the type ", type});
}

std::string AttributeDeleteType(std::string_view type) {
  return Invalid({"DELETE action with value is not supported for the type ", type});
}

std::string AttributeUpdateTypeMismatch() { return "Type mismatch for attribute to update"; }

std::string AttributeNameTwice(std::string_view attribute) {
  return Invalid({"Duplicate value in attribute name: ", attribute});
}

std::string AttributesToGetNotAllowed(std::string_view select) {
  return Join({"Cannot specify the AttributesToGet when choosing to get ", SelectName(select)});
}

}  // namespace pixii::messages
