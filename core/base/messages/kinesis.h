// Every sentence a client can read from Kinesis, and about a table's Kinesis destinations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// Data streams.
std::string DataStreamNotFound(std::string_view stream, std::string_view account);
std::string DataStreamExists(std::string_view stream, std::string_view account);
std::string DataStreamNeedsName();
std::string ShardCountNeeded();
std::string ShardCountOnDemand();
std::string DataShardNotFound(std::string_view shard, std::string_view stream,
                              std::string_view account);
std::string SequenceNumberNotAsked(std::string_view type, bool has_sequence);
std::string TimestampNeeded();
std::string TimestampAhead(int64_t time_ms, int64_t now_ms);
std::string SequenceOfOtherShard(std::string_view of, std::string_view shard);
std::string SequenceOfOtherStream(std::string_view sequence, std::string_view shard,
                                  std::string_view stream, std::string_view account);
std::string InvalidDataIterator();
std::string DataIteratorExpired(int64_t issued_ms, int64_t now_ms, int64_t life_ms);
std::string UnknownNextToken();

// Destinations of tables.
std::string InvalidDestinationArn(std::string_view arn);
std::string DestinationNotDisabled();
std::string DestinationNotDisablable();
std::string DestinationNotUpdatable(std::string_view table, std::string_view stream_arn);
std::string DestinationNeedsConfiguration();
std::string DisablingTakesNoConfiguration();
std::string PrecisionUnchanged(std::string_view precision, std::string_view table_id,
                               std::string_view stream_arn);
std::string TooManyPrecisionChanges();

}  // namespace pixii::messages
