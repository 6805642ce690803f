// The texts about tags and time to live, as the service words them.
#include "core/base/messages/tags.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string_view OrNull(std::string_view text) { return text.data() == nullptr ? "null" : text; }

}  // namespace

std::string NotAnArn(std::string_view text) {
  return Invalid({"ARNs must start with 'arn:': ", text});
}

std::string NotADynamoDbArn(std::string_view arn) {
  return Invalid({"Provided Arn is not a DynamoDB resource arn: ", arn});
}

std::string NeitherTableNorStream(std::string_view arn) {
  return Invalid(Join(
      {"Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ",
       arn}));
}

std::string ResourceArnNotFound(std::string_view arn) {
  return Join({"Requested resource not found: ResourceArn: ", arn, " not found"});
}

std::string AccessIsDenied() { return "Access is denied"; }

std::string NoTags() { return "Atleast one Tag needs to be provided as Input."; }

std::string NoTagKeys() { return "Atleast one Tag Key needs to be provided as Input."; }

std::string InvalidTagKey(std::string_view key) {
  return Join({"The Tag Key provided is invalid, Key: ", OrNull(key)});
}

std::string InvalidTagValue(std::string_view value) {
  return Join({"The Tag Value provided is invalid, Value: ", OrNull(value)});
}

std::string ReservedTagKey(std::string_view key) {
  return Join({"Tag Key cannot be prefixed with aws:, Key: ", key});
}

std::string DuplicateTagKey(std::string_view key) {
  return Join({"Duplicate Tag Keys provided as input: Duplicate Tag Key found ", key});
}

std::string TooManyTags() {
  return "Number of Tags exceed the current limit for the provided ResourceArn";
}

std::string TimeToLiveAlreadyEnabled() { return "TimeToLive is already enabled"; }

std::string TimeToLiveAlreadyDisabled() { return "TimeToLive is already disabled"; }

std::string TimeToLiveOnOtherAttribute(std::string_view attribute) {
  return Join(
      {"TimeToLive is active on a different AttributeName: current AttributeName is ", attribute});
}

std::string TimeToLiveChangedTooOften() {
  return "Time to live has been modified multiple times within a fixed interval";
}

}  // namespace pixii::messages
