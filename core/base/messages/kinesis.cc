// The texts of Kinesis and of destinations, as the services word them where that is known
// (docs/compatibility.md).
#include "core/base/messages/kinesis.h"

#include "core/base/messages/wording.h"
#include "core/base/time_text.h"

namespace pixii::messages {
namespace {

constexpr std::string_view kNotInState =
    "Table is not in a valid state to enable Kinesis Streaming Destination: ";

}  // namespace

std::string DataStreamNotFound(std::string_view stream, std::string_view account) {
  return Join({"Stream ", stream, " under account ", account, " not found."});
}

std::string DataStreamExists(std::string_view stream, std::string_view account) {
  return Join({"Stream ", stream, " under account ", account, " already exists."});
}

std::string DataStreamNeedsName() { return "Either StreamName or StreamARN must be given."; }

std::string ShardCountNeeded() { return "ShardCount is required in PROVISIONED mode."; }

std::string ShardCountOnDemand() { return "ShardCount must not be given in ON_DEMAND mode."; }

std::string DataShardNotFound(std::string_view shard, std::string_view stream,
                              std::string_view account) {
  return Join(
      {"Shard ", shard, " in stream ", stream, " under account ", account, " does not exist"});
}

std::string SequenceNumberNotAsked(std::string_view type, bool has_sequence) {
  return Join(
      {"Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and "
       "StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. "
       "Request specified ",
       type,
       has_sequence ? " and also a StartingSequenceNumber." : " and no StartingSequenceNumber."});
}

std::string TimestampNeeded() {
  return "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current "
         "request has no timestamp parameter.";
}

std::string TimestampAhead(int64_t time_ms, int64_t now_ms) {
  return Join(
      {"The timestampInMillis parameter cannot be greater than the "
       "currentTimestampInMillis. timestampInMillis: ",
       std::to_string(time_ms), ", currentTimestampInMillis: ", std::to_string(now_ms)});
}

std::string SequenceOfOtherShard(std::string_view of, std::string_view shard) {
  return Join({"Invalid StartingSequenceNumber. It encodes ", of,
               ", while it was used in a call to a shard with ", shard});
}

std::string SequenceOfOtherStream(std::string_view sequence, std::string_view shard,
                                  std::string_view stream, std::string_view account) {
  return Join({"StartingSequenceNumber ", sequence, " used in GetShardIterator on shard ", shard,
               " in stream ", stream, " under account ", account,
               " is invalid because it did not come from this stream."});
}

std::string InvalidDataIterator() { return "Invalid ShardIterator."; }

std::string DataIteratorExpired(int64_t issued_ms, int64_t now_ms, int64_t life_ms) {
  return Join({"Iterator expired. The iterator was created at time ", ShortDayTime(issued_ms),
               " while right now it is ", ShortDayTime(now_ms),
               " which is further in the future than the tolerated delay of ",
               std::to_string(life_ms), " milliseconds."});
}

std::string UnknownNextToken() { return "NextToken is not one that was given out."; }

std::string InvalidDestinationArn(std::string_view arn) {
  return Join({"Invalid StreamArn: Invalid ResourceArn provided as input ", arn});
}

std::string DestinationNotDisabled() {
  return Join({kNotInState,
               "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform "
               "ENABLE operation."});
}

std::string DestinationNotDisablable() {
  return Join(
      {kNotInState, "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation."});
}

std::string DestinationNotUpdatable(std::string_view table, std::string_view stream_arn) {
  return Join({kNotInState,
               ("Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE "
                "state. TableName: "),
               table, ", kdsArn: ", stream_arn});
}

std::string DestinationNeedsConfiguration() {
  return "Streaming destination cannot be updated with given parameters: "
         "UpdateKinesisStreamingConfiguration cannot be null or contain only null values";
}

std::string DisablingTakesNoConfiguration() {
  return "Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters";
}

std::string PrecisionUnchanged(std::string_view precision, std::string_view table_id,
                               std::string_view stream_arn) {
  return Join({"Invalid Request: Precision is already set to the desired value of ", precision,
               " for tableId: ", table_id, ", kdsArn: ", stream_arn});
}

std::string TooManyPrecisionChanges() {
  return "Subscriber limit exceeded: Updates to ApproximateCreationDateTimePrecision are limited "
         "to 3 times in 1 day(s).";
}

}  // namespace pixii::messages
