// Every sentence a client can read about tags and time to live.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string NotAnArn(std::string_view text);
std::string NotADynamoDbArn(std::string_view arn);
std::string NeitherTableNorStream(std::string_view arn);
std::string ResourceArnNotFound(std::string_view arn);
std::string AccessIsDenied();
std::string NoTags();
std::string NoTagKeys();
// A text whose data() is null stands for an absent one.
std::string InvalidTagKey(std::string_view key);
std::string InvalidTagValue(std::string_view value);
std::string ReservedTagKey(std::string_view key);
std::string DuplicateTagKey(std::string_view key);
std::string TooManyTags();

std::string TimeToLiveAlreadyEnabled();
std::string TimeToLiveAlreadyDisabled();
std::string TimeToLiveOnOtherAttribute(std::string_view attribute);
std::string TimeToLiveChangedTooOften();

}  // namespace pixii::messages
