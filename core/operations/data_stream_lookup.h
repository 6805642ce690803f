// From the name or ARN of a Kinesis data stream to the stream, and what of it descriptions share.
#pragma once

#include <string>
#include <string_view>

#include "core/operations/kinesis_shapes.h"
#include "core/storage/stream_store.h"

namespace pixii {

// The ARN of the data stream that a request names, by name or ARN. Errors: kInvalidArgument if it
// names none.
Result<std::string> DataStreamArnOf(const OperationContext& context, std::string_view name,
                                    std::string_view arn);

// Borrowed until the next Apply. Errors: kInvalidArgument, kResourceNotFound.
Result<const DataStream*> FindDataStream(const OperationContext& context, std::string_view name,
                                         std::string_view arn);

// The shards behind `after` (empty: all), at most `limit`; `more` says whether others follow.
Span<DataShardDescription> TellDataShards(OperationContext& context, const DataStream& stream,
                                          std::string_view after, size_t limit, bool& more);

const StreamModeDetails* TellStreamMode(OperationContext& context, const DataStream& stream);
Span<EnhancedMetrics> TellNoMonitoring(OperationContext& context);

}  // namespace pixii
