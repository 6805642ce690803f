// ListStreams: the streams of an account in a region, or of one of its tables, page by page; those
// that have ended for a day longer.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/table_description.h"

namespace pixii {

struct ListStreamsRequest {
  std::string_view exclusive_start_stream_arn;
  Integer limit;
  std::string_view table_name;
};
struct StreamSummary {
  std::string_view stream_arn;
  std::string_view table_name;
  std::string_view stream_label;
};
struct ListStreamsResponse {
  Span<StreamSummary> streams;
  std::string_view last_evaluated_stream_arn;
};

// The service model has no upper bounds for these; the API reference has.
inline constexpr Shape kStreamPageLimitShape =
    shape::Integer({.name = "PositiveIntegerObject", .min = 1, .max = 100});
inline constexpr Member kStreamSummaryMembers[] = {
    {"StreamArn", PIXII_FIELD(StreamSummary, stream_arn), kStreamArnShape},
    {"TableName", PIXII_FIELD(StreamSummary, table_name), kTableNameShape},
    {"StreamLabel", PIXII_FIELD(StreamSummary, stream_label), kStringShape},
};
inline constexpr Shape kStreamSummaryShape =
    shape::Structure<StreamSummary>("Stream", kStreamSummaryMembers);
inline constexpr Shape kStreamListShape =
    shape::List<StreamSummary>({.name = "StreamList"}, kStreamSummaryShape);
inline constexpr Member kListStreamsRequestMembers[] = {
    {"ExclusiveStartStreamArn", PIXII_FIELD(ListStreamsRequest, exclusive_start_stream_arn),
     kStreamArnShape},
    {"Limit", PIXII_FIELD(ListStreamsRequest, limit), kStreamPageLimitShape},
    {"TableName", PIXII_FIELD(ListStreamsRequest, table_name), kTableNameShape},
};
inline constexpr Member kListStreamsResponseMembers[] = {
    {"Streams", PIXII_FIELD(ListStreamsResponse, streams), kStreamListShape},
    {"LastEvaluatedStreamArn", PIXII_FIELD(ListStreamsResponse, last_evaluated_stream_arn),
     kStreamArnShape},
};

struct ListStreams {
  using Request = ListStreamsRequest;
  using Response = ListStreamsResponse;
  static constexpr Service kService = Service::kStreams;
  static constexpr std::string_view kName = "ListStreams";
  static constexpr Shape kRequestShape =
      shape::Structure<ListStreamsRequest>("ListStreamsInput", kListStreamsRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListStreamsResponse>("ListStreamsOutput", kListStreamsResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
