// Kinesis GetShardIterator and GetRecords: reading what tables have delivered to a data stream.
#pragma once

#include "core/operations/kinesis_shapes.h"

namespace pixii {

struct KinesisGetShardIteratorRequest {
  std::string_view stream_name;
  std::string_view shard_id;
  std::string_view shard_iterator_type;
  std::string_view starting_sequence_number;
  Timestamp timestamp;
  std::string_view stream_arn;
};
struct KinesisGetShardIteratorResponse {
  std::string_view shard_iterator;
};
struct KinesisGetRecordsRequest {
  std::string_view shard_iterator;
  Integer limit;
  std::string_view stream_arn;
};
struct DataRecordDescription {
  std::string_view sequence_number;
  Timestamp approximate_arrival_timestamp;
  std::string_view data;
  std::string_view partition_key;
};
struct KinesisGetRecordsResponse {
  Span<DataRecordDescription> records;
  std::string_view next_shard_iterator;
  Integer millis_behind_latest;
};

inline constexpr std::string_view kDataIteratorTypeValues[] = {
    "AFTER_SEQUENCE_NUMBER", "LATEST", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON"};
inline constexpr Shape kDataIteratorTypeShape =
    shape::Enum("DataShardIteratorType", kDataIteratorTypeValues);
inline constexpr Member kKinesisGetShardIteratorRequestMembers[] = {
    {"StreamName", PIXII_FIELD(KinesisGetShardIteratorRequest, stream_name), kDataStreamNameShape},
    {"ShardId", PIXII_FIELD(KinesisGetShardIteratorRequest, shard_id), kDataShardIdShape,
     Presence::kRequired},
    {"ShardIteratorType", PIXII_FIELD(KinesisGetShardIteratorRequest, shard_iterator_type),
     kDataIteratorTypeShape, Presence::kRequired},
    {"StartingSequenceNumber",
     PIXII_FIELD(KinesisGetShardIteratorRequest, starting_sequence_number), kStringShape},
    {"Timestamp", PIXII_FIELD(KinesisGetShardIteratorRequest, timestamp), kTimestampShape},
    {"StreamARN", PIXII_FIELD(KinesisGetShardIteratorRequest, stream_arn), kDataStreamArnShape},
};
inline constexpr Member kKinesisGetShardIteratorResponseMembers[] = {
    {"ShardIterator", PIXII_FIELD(KinesisGetShardIteratorResponse, shard_iterator),
     kDataIteratorShape},
};
inline constexpr Member kKinesisGetRecordsRequestMembers[] = {
    {"ShardIterator", PIXII_FIELD(KinesisGetRecordsRequest, shard_iterator), kDataIteratorShape,
     Presence::kRequired},
    {"Limit", PIXII_FIELD(KinesisGetRecordsRequest, limit), kDataPageLimitShape},
    {"StreamARN", PIXII_FIELD(KinesisGetRecordsRequest, stream_arn), kDataStreamArnShape},
};
inline constexpr Shape kDataShape = shape::Blob({.name = "Data"});
inline constexpr Member kDataRecordMembers[] = {
    {"SequenceNumber", PIXII_FIELD(DataRecordDescription, sequence_number), kStringShape,
     Presence::kRequired},
    {"ApproximateArrivalTimestamp",
     PIXII_FIELD(DataRecordDescription, approximate_arrival_timestamp), kTimestampShape},
    {"Data", PIXII_FIELD(DataRecordDescription, data), kDataShape, Presence::kRequired},
    {"PartitionKey", PIXII_FIELD(DataRecordDescription, partition_key), kStringShape,
     Presence::kRequired},
};
inline constexpr Shape kDataRecordShape =
    shape::Structure<DataRecordDescription>("DataRecord", kDataRecordMembers);
inline constexpr Shape kDataRecordListShape =
    shape::List<DataRecordDescription>({.name = "DataRecordList"}, kDataRecordShape);
inline constexpr Member kKinesisGetRecordsResponseMembers[] = {
    {"Records", PIXII_FIELD(KinesisGetRecordsResponse, records), kDataRecordListShape,
     Presence::kRequired},
    {"NextShardIterator", PIXII_FIELD(KinesisGetRecordsResponse, next_shard_iterator),
     kDataIteratorShape},
    {"MillisBehindLatest", PIXII_FIELD(KinesisGetRecordsResponse, millis_behind_latest),
     kLongShape},
};

struct KinesisGetShardIterator {
  using Request = KinesisGetShardIteratorRequest;
  using Response = KinesisGetShardIteratorResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "GetShardIterator";
  static constexpr Shape kRequestShape = shape::Structure<KinesisGetShardIteratorRequest>(
      "KinesisGetShardIteratorInput", kKinesisGetShardIteratorRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisGetShardIteratorResponse>(
      "KinesisGetShardIteratorOutput", kKinesisGetShardIteratorResponseMembers);
  // Errors: kValidation, kInvalidArgument, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct KinesisGetRecords {
  using Request = KinesisGetRecordsRequest;
  using Response = KinesisGetRecordsResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "GetRecords";
  static constexpr Shape kRequestShape = shape::Structure<KinesisGetRecordsRequest>(
      "KinesisGetRecordsInput", kKinesisGetRecordsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisGetRecordsResponse>(
      "KinesisGetRecordsOutput", kKinesisGetRecordsResponseMembers);
  // Errors: kValidation, kInvalidArgument, kResourceNotFound, kExpiredIterator.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
