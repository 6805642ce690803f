// Every limit, with its unit and where it comes from. Guide pages are of the DynamoDB developer
// guide.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pixii::limits {

// Constraints: item size, attribute names and values included.
inline constexpr uint32_t kItemSizeBytesMax = 400 * 1024;
// Constraints: what stands in the innermost list or map counts as a level too (observed).
inline constexpr int kNestingLevelsMax = 32;
// Constraints: key values.
inline constexpr uint32_t kPartitionKeySizeBytesMax = 2048;
inline constexpr uint32_t kSortKeySizeBytesMax = 1024;
// Query.Pagination, Scan: bytes evaluated for one page.
inline constexpr uint64_t kPageSizeBytesMax = 1024 * 1024;
// BatchGetItem, BatchWriteItem (API reference).
inline constexpr size_t kBatchGetKeysMax = 100;
inline constexpr size_t kBatchWriteRequestsMax = 25;
inline constexpr uint64_t kBatchGetAnswerSizeBytesMax = 16 * 1024 * 1024;
// transaction-apis: actions of one transaction, its items, and how long its token is remembered.
inline constexpr size_t kTransactionActionsMax = 100;
inline constexpr uint64_t kTransactionSizeBytesMax = 4 * 1024 * 1024;
inline constexpr int64_t kRequestTokenLifeMs = 10 * 60 * 1000;
// ServiceQuotas: tables of one account in one region.
inline constexpr size_t kTablesPerRegionMax = 2500;
// ServiceQuotas: tables of one account in one region that are being made, updated or deleted at
// once, and of those being made the ones with indexes.
inline constexpr size_t kTablesInProgressMax = 500;
inline constexpr size_t kIndexedTablesMadeMax = 250;
// ServiceQuotas: capacity units of one table.
inline constexpr int64_t kTableCapacityUnitsMax = 40000;
// ServiceQuotas: decreases of provisioned throughput in a UTC day before each takes an hour.
inline constexpr int64_t kFreeDecreasesPerDay = 4;
inline constexpr int64_t kDecreaseIntervalMs = 3600 * 1000;
// ServiceQuotas: capacity units of all provisioned tables of one account in one region.
inline constexpr int64_t kAccountCapacityUnitsMax = 80000;
// on-demand-capacity-mode: what a new on-demand table serves at once.
inline constexpr int64_t kOnDemandStartReadUnits = 12000;
inline constexpr int64_t kOnDemandStartWriteUnits = 4000;
// ServiceQuotas: switches of one table to on demand in a day.
inline constexpr size_t kSwitchesToOnDemandPerDay = 4;
// ServiceQuotas: changes of one table's class in thirty days.
inline constexpr size_t kTableClassChangesMax = 2;
inline constexpr int64_t kTableClassWindowMs = int64_t{30} * 24 * 3600 * 1000;
// ServiceQuotas: changes of one table's encryption in a day before each takes six hours.
inline constexpr size_t kFreeEncryptionChangesPerDay = 4;
inline constexpr int64_t kEncryptionIntervalMs = int64_t{6} * 3600 * 1000;
inline constexpr int64_t kDayMs = int64_t{24} * 3600 * 1000;
// Constraints: time to live of one table changes once an hour.
inline constexpr int64_t kTimeToLiveIntervalMs = 3600 * 1000;
// ServiceQuotas: secondary indexes of one table.
inline constexpr size_t kLocalIndexesMax = 5;
inline constexpr size_t kGlobalIndexesMax = 20;
// GSI: key attributes of each kind in a global secondary index.
inline constexpr size_t kIndexKeyAttributesMax = 4;
// Constraints: projected attributes of all of a table's indexes, the same name counted each time.
inline constexpr size_t kProjectedAttributesMax = 100;
// Tagging: tags of one resource, and their sizes in characters.
inline constexpr size_t kTagsMax = 50;
inline constexpr size_t kTagKeyLengthMax = 128;
inline constexpr size_t kTagValueLengthMax = 256;
// Constraints: a resource-based policy, white space included.
inline constexpr size_t kPolicySizeBytesMax = 20 * 1024;
// UpdateContinuousBackups (API reference): how far point-in-time recovery reaches back, unless
// told.
inline constexpr int64_t kRecoveryDays = 35;
// PointInTimeRecovery: what happened in the last five minutes cannot be recovered yet.
inline constexpr int64_t kRecoveryLagMs = int64_t{5} * 60 * 1000;
// DescribeEndpoints (API reference): how long an endpoint may be kept.
inline constexpr int64_t kEndpointCacheMinutes = 1440;
// ListTables (API reference).
inline constexpr int64_t kListTablesPageMax = 100;
// Naming rules: characters of table names.
inline constexpr size_t kTableNameSizeMin = 3;
inline constexpr size_t kTableNameSizeMax = 255;
// Constraints: expressions. Sizes are those of the text as sent; placeholders count with # or
// colon.
inline constexpr size_t kExpressionSizeBytesMax = 4096;
inline constexpr uint32_t kExpressionOperatorsMax = 300;
inline constexpr uint32_t kInOperandsMax = 100;
inline constexpr uint32_t kPathElementsMax = 32;
inline constexpr uint32_t kPathListIndexMax = 0x7FFFFFFF;
inline constexpr size_t kPlaceholderSizeBytesMax = 255;
inline constexpr uint64_t kPlaceholdersSizeBytesMax = 2 * 1024 * 1024;
// ql-operators: values of IN, and equalities joined by OR, on partition keys and on other
// attributes; items of a page of such a statement.
inline constexpr size_t kStatementPartitionsMax = 50;
inline constexpr size_t kStatementBranchesMax = 100;
inline constexpr uint64_t kStatementPageItemsMax = 10;
// Streams: how long records are kept, what one GetRecords tells, and how long an iterator lives.
inline constexpr int64_t kStreamRetentionMs = kDayMs;
inline constexpr int64_t kStreamRecordsMax = 1000;
inline constexpr uint64_t kStreamRecordsSizeBytesMax = 1024 * 1024;
inline constexpr int64_t kShardIteratorLifeMs = int64_t{15} * 60 * 1000;
// ListStreams, DescribeStream (API reference).
inline constexpr int64_t kListStreamsPageMax = 100;
inline constexpr int64_t kDescribeStreamPageMax = 100;
// CapacityUnitCalculations: bytes one unit pays for.
inline constexpr uint32_t kReadUnitBytes = 4096;
inline constexpr uint32_t kWriteUnitBytes = 1024;

}  // namespace pixii::limits
