// Every sentence a client can read from DynamoDB Streams and about Kinesis destinations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string StreamNotFound(std::string_view arn);
std::string ShardNotFound();
std::string InvalidStreamArn(std::string_view arn);
std::string InvalidShardIterator();
std::string InvalidSequenceNumber(std::string_view sequence_number);
std::string ShardIteratorExpired();
std::string RecordsTrimmed();

}  // namespace pixii::messages
