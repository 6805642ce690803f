// Shapes that the operations of Kinesis share.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct DataHashKeyRange {
  std::string_view starting_hash_key;
  std::string_view ending_hash_key;
};
struct DataSequenceNumberRange {
  std::string_view starting_sequence_number;
};
struct DataShardDescription {
  std::string_view shard_id;
  const DataHashKeyRange* hash_key_range;
  const DataSequenceNumberRange* sequence_number_range;
};
struct StreamModeDetails {
  std::string_view stream_mode;
};
struct EnhancedMetrics {
  Span<std::string_view> shard_level_metrics;
};

inline constexpr Shape kDataStreamNameShape =
    shape::String({.name = "StreamName", .min = 1, .max = 128, .pattern = Pattern::kName});
inline constexpr Shape kDataStreamArnShape =
    shape::String({.name = "StreamARN", .min = 1, .max = 2048});
inline constexpr Shape kDataShardIdShape =
    shape::String({.name = "DataShardId", .min = 1, .max = 128, .pattern = Pattern::kName});
inline constexpr Shape kDataIteratorShape =
    shape::String({.name = "DataShardIterator", .min = 1, .max = 2048});
inline constexpr Shape kDataNextTokenShape =
    shape::String({.name = "NextToken", .min = 1, .max = 1048576});
inline constexpr Shape kDataPageLimitShape =
    shape::Integer({.name = "DataPageLimit", .min = 1, .max = 10000});
inline constexpr std::string_view kStreamModeValues[] = {"ON_DEMAND", "PROVISIONED"};
inline constexpr Shape kStreamModeShape = shape::Enum("StreamMode", kStreamModeValues);
inline constexpr Member kStreamModeDetailsMembers[] = {
    {"StreamMode", PIXII_FIELD(StreamModeDetails, stream_mode), kStreamModeShape,
     Presence::kRequired},
};
inline constexpr Shape kStreamModeDetailsShape =
    shape::Structure<StreamModeDetails>("StreamModeDetails", kStreamModeDetailsMembers);
inline constexpr Member kDataHashKeyRangeMembers[] = {
    {"StartingHashKey", PIXII_FIELD(DataHashKeyRange, starting_hash_key), kStringShape,
     Presence::kRequired},
    {"EndingHashKey", PIXII_FIELD(DataHashKeyRange, ending_hash_key), kStringShape,
     Presence::kRequired},
};
inline constexpr Shape kDataHashKeyRangeShape =
    shape::Structure<DataHashKeyRange>("HashKeyRange", kDataHashKeyRangeMembers);
inline constexpr Member kDataSequenceNumberRangeMembers[] = {
    {"StartingSequenceNumber", PIXII_FIELD(DataSequenceNumberRange, starting_sequence_number),
     kStringShape, Presence::kRequired},
};
inline constexpr Shape kDataSequenceNumberRangeShape = shape::Structure<DataSequenceNumberRange>(
    "DataSequenceNumberRange", kDataSequenceNumberRangeMembers);
inline constexpr Member kDataShardMembers[] = {
    {"ShardId", PIXII_FIELD(DataShardDescription, shard_id), kDataShardIdShape,
     Presence::kRequired},
    {"HashKeyRange", PIXII_FIELD(DataShardDescription, hash_key_range), kDataHashKeyRangeShape,
     Presence::kRequired},
    {"SequenceNumberRange", PIXII_FIELD(DataShardDescription, sequence_number_range),
     kDataSequenceNumberRangeShape, Presence::kRequired},
};
inline constexpr Shape kDataShardShape =
    shape::Structure<DataShardDescription>("DataShard", kDataShardMembers);
inline constexpr Shape kDataShardListShape =
    shape::List<DataShardDescription>({.name = "DataShardList"}, kDataShardShape);
inline constexpr Shape kMetricsNameListShape =
    shape::List<std::string_view>({.name = "MetricsNameList"}, kStringShape);
inline constexpr Member kEnhancedMetricsMembers[] = {
    {"ShardLevelMetrics", PIXII_FIELD(EnhancedMetrics, shard_level_metrics), kMetricsNameListShape},
};
inline constexpr Shape kEnhancedMetricsShape =
    shape::Structure<EnhancedMetrics>("EnhancedMetrics", kEnhancedMetricsMembers);
inline constexpr Shape kEnhancedMonitoringListShape =
    shape::List<EnhancedMetrics>({.name = "EnhancedMonitoringList"}, kEnhancedMetricsShape);

}  // namespace pixii
