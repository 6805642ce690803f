// The texts about tags and time to live, as the service words them.
#include "core/base/messages/tags.h"

namespace pixii::messages {
namespace {

std::string Text(std::string_view a, std::string_view b) { return std::string(a).append(b); }

std::string Invalid(std::string_view text) {
  return Text("One or more parameter values were invalid: ", text);
}

}  // namespace

std::string NotAnArn(std::string_view text) {
  return Invalid(Text("ARNs must start with 'arn:': ", text));
}

std::string NotADynamoDbArn(std::string_view arn) {
  return Invalid(Text("Provided Arn is not a DynamoDB resource arn: ", arn));
}

std::string NeitherTableNorStream(std::string_view arn) {
  return Invalid(Text(
      "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ",
      arn));
}

std::string ResourceArnNotFound(std::string_view arn) {
  return Text("Requested resource not found: ResourceArn: ", arn) + " not found";
}

std::string NoAccessToResource(std::string_view account, std::string_view operation,
                               std::string_view arn) {
  return Text("User: arn:aws:iam::", account) +
         Text(":root is not authorized to perform: dynamodb:", operation) +
         Text(" on resource: ", arn) +
         Text(" because no resource-based policy allows the dynamodb:", operation) + " action";
}

std::string NoTags() { return "Atleast one Tag needs to be provided as Input."; }

std::string NoTagKeys() { return "Atleast one Tag Key needs to be provided as Input."; }

std::string InvalidTagKey(std::string_view key) {
  return Text("The Tag Key provided is invalid, Key: ", key);
}

std::string InvalidTagValue(std::string_view value) {
  return Text("The Tag Value provided is invalid, Value: ", value);
}

std::string ReservedTagKey(std::string_view key) {
  return Text("Tag Key cannot be prefixed with aws:, Key: ", key);
}

std::string DuplicateTagKey(std::string_view key) {
  return Text("Duplicate Tag Keys provided as input: Duplicate Tag Key found ", key);
}

std::string TooManyTags() {
  return "Number of Tags exceed the current limit for the provided ResourceArn";
}

std::string TimeToLiveAlreadyEnabled() { return "TimeToLive is already enabled"; }

std::string TimeToLiveAlreadyDisabled() { return "TimeToLive is already disabled"; }

std::string TimeToLiveOnOtherAttribute(std::string_view attribute) {
  return Text("TimeToLive is active on a different AttributeName: current AttributeName is ",
              attribute);
}

std::string TimeToLiveChangedTooOften() {
  return "Time to live has been modified multiple times within a fixed interval";
}

}  // namespace pixii::messages
