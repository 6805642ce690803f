// The texts about streams, as the service words them where that is known (docs/compatibility.md).
#include "core/base/messages/streams.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string StreamNotFound(std::string_view arn) {
  return Join({"Requested resource not found: Stream: ", arn, " not found"});
}

std::string ShardNotFound() { return "Requested resource not found: Shard does not exist"; }

std::string InvalidStreamArn(std::string_view arn) {
  return Join({"Invalid StreamArn: Invalid ResourceArn provided as input ", arn});
}

std::string InvalidShardIterator() { return "Invalid ShardIterator"; }

std::string InvalidSequenceNumber(std::string_view sequence_number) {
  return Join({"Invalid SequenceNumber: ", sequence_number});
}

std::string ShardIteratorExpired() { return "Shard iterator has expired"; }

std::string RecordsTrimmed() { return "The data you are trying to access has been trimmed"; }

}  // namespace pixii::messages
