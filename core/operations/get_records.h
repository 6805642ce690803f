// GetRecords: the records of a shard from an iterator on, at most 1,000 and 1 MB, and the iterator
// that goes on behind them.
#pragma once

#include "core/operations/get_shard_iterator.h"

namespace pixii {

struct GetRecordsRequest {
  std::string_view shard_iterator;
  Integer limit;
};
struct UserIdentity {
  std::string_view principal_id;
  std::string_view type;
};
struct StreamRecordDescription {
  Timestamp approximate_creation_date_time;
  AttributeMap keys;
  AttributeMap new_image;
  AttributeMap old_image;
  std::string_view sequence_number;
  Integer size_bytes;
  std::string_view stream_view_type;
};
struct RecordDescription {
  std::string_view event_id;
  std::string_view event_name;
  std::string_view event_version;
  std::string_view event_source;
  std::string_view aws_region;
  const StreamRecordDescription* dynamodb;
  const UserIdentity* user_identity;
};
struct GetRecordsResponse {
  Span<RecordDescription> records;
  std::string_view next_shard_iterator;
};

// The service model has no upper bound; the API reference has.
inline constexpr Shape kGetRecordsLimitShape =
    shape::Integer({.name = "PositiveIntegerObject", .min = 1, .max = 1000});
inline constexpr Member kGetRecordsRequestMembers[] = {
    {"ShardIterator", PIXII_FIELD(GetRecordsRequest, shard_iterator), kShardIteratorShape,
     Presence::kRequired},
    {"Limit", PIXII_FIELD(GetRecordsRequest, limit), kGetRecordsLimitShape},
};
inline constexpr Member kUserIdentityMembers[] = {
    {"PrincipalId", PIXII_FIELD(UserIdentity, principal_id), kStringShape},
    {"Type", PIXII_FIELD(UserIdentity, type), kStringShape},
};
inline constexpr Shape kUserIdentityShape =
    shape::Structure<UserIdentity>("Identity", kUserIdentityMembers);
inline constexpr Member kStreamRecordMembers[] = {
    {"ApproximateCreationDateTime",
     PIXII_FIELD(StreamRecordDescription, approximate_creation_date_time), kTimestampShape},
    {"Keys", PIXII_FIELD(StreamRecordDescription, keys), kAttributeMapShape},
    {"NewImage", PIXII_FIELD(StreamRecordDescription, new_image), kAttributeMapShape},
    {"OldImage", PIXII_FIELD(StreamRecordDescription, old_image), kAttributeMapShape},
    {"SequenceNumber", PIXII_FIELD(StreamRecordDescription, sequence_number), kSequenceNumberShape},
    {"SizeBytes", PIXII_FIELD(StreamRecordDescription, size_bytes), kPositiveLongShape},
    {"StreamViewType", PIXII_FIELD(StreamRecordDescription, stream_view_type),
     kStreamViewTypeShape},
};
inline constexpr Shape kStreamRecordShape =
    shape::Structure<StreamRecordDescription>("StreamRecord", kStreamRecordMembers);
inline constexpr std::string_view kOperationTypeValues[] = {"INSERT", "MODIFY", "REMOVE"};
inline constexpr Shape kOperationTypeShape = shape::Enum("OperationType", kOperationTypeValues);
inline constexpr Member kRecordMembers[] = {
    {"eventID", PIXII_FIELD(RecordDescription, event_id), kStringShape},
    {"eventName", PIXII_FIELD(RecordDescription, event_name), kOperationTypeShape},
    {"eventVersion", PIXII_FIELD(RecordDescription, event_version), kStringShape},
    {"eventSource", PIXII_FIELD(RecordDescription, event_source), kStringShape},
    {"awsRegion", PIXII_FIELD(RecordDescription, aws_region), kStringShape},
    {"dynamodb", PIXII_FIELD(RecordDescription, dynamodb), kStreamRecordShape},
    {"userIdentity", PIXII_FIELD(RecordDescription, user_identity), kUserIdentityShape},
};
inline constexpr Shape kRecordShape = shape::Structure<RecordDescription>("Record", kRecordMembers);
inline constexpr Shape kRecordListShape =
    shape::List<RecordDescription>({.name = "RecordList"}, kRecordShape);
inline constexpr Member kGetRecordsResponseMembers[] = {
    {"Records", PIXII_FIELD(GetRecordsResponse, records), kRecordListShape},
    {"NextShardIterator", PIXII_FIELD(GetRecordsResponse, next_shard_iterator),
     kShardIteratorShape},
};

struct GetRecords {
  using Request = GetRecordsRequest;
  using Response = GetRecordsResponse;
  static constexpr Service kService = Service::kStreams;
  static constexpr std::string_view kName = "GetRecords";
  static constexpr Shape kRequestShape =
      shape::Structure<GetRecordsRequest>("GetRecordsInput", kGetRecordsRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<GetRecordsResponse>("GetRecordsOutput", kGetRecordsResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTrimmedDataAccess, kExpiredIterator.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
