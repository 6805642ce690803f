// The table of operations. Adding one: its include and its row here, its files beside this one.
#include "core/operations/operation_table.h"

#include <algorithm>
#include <iterator>

#include "core/operations/batch_execute_statement.h"
#include "core/operations/batch_get_item.h"
#include "core/operations/batch_write_item.h"
#include "core/operations/create_table.h"
#include "core/operations/delete_item.h"
#include "core/operations/delete_resource_policy.h"
#include "core/operations/delete_table.h"
#include "core/operations/describe_continuous_backups.h"
#include "core/operations/describe_endpoints.h"
#include "core/operations/describe_kinesis_streaming_destination.h"
#include "core/operations/describe_limits.h"
#include "core/operations/describe_stream.h"
#include "core/operations/describe_table.h"
#include "core/operations/describe_time_to_live.h"
#include "core/operations/execute_statement.h"
#include "core/operations/execute_transaction.h"
#include "core/operations/get_item.h"
#include "core/operations/get_metric_data.h"
#include "core/operations/get_records.h"
#include "core/operations/get_resource_policy.h"
#include "core/operations/get_shard_iterator.h"
#include "core/operations/kinesis_create_stream.h"
#include "core/operations/kinesis_describe_stream.h"
#include "core/operations/kinesis_destination.h"
#include "core/operations/kinesis_get_records.h"
#include "core/operations/kinesis_list_shards.h"
#include "core/operations/list_backups.h"
#include "core/operations/list_exports.h"
#include "core/operations/list_global_tables.h"
#include "core/operations/list_imports.h"
#include "core/operations/list_streams.h"
#include "core/operations/list_tables.h"
#include "core/operations/list_tags_of_resource.h"
#include "core/operations/pixii_capacity.h"
#include "core/operations/pixii_clock.h"
#include "core/operations/pixii_cost.h"
#include "core/operations/pixii_explain.h"
#include "core/operations/pixii_faults.h"
#include "core/operations/pixii_metrics.h"
#include "core/operations/pixii_modes.h"
#include "core/operations/pixii_simulate.h"
#include "core/operations/pixii_transactions.h"
#include "core/operations/pixii_versions.h"
#include "core/operations/put_item.h"
#include "core/operations/put_resource_policy.h"
#include "core/operations/query.h"
#include "core/operations/scalable_targets.h"
#include "core/operations/scaling_activities.h"
#include "core/operations/scaling_policies.h"
#include "core/operations/scan.h"
#include "core/operations/scheduled_actions.h"
#include "core/operations/tag_resource.h"
#include "core/operations/transact_get_items.h"
#include "core/operations/transact_write_items.h"
#include "core/operations/untag_resource.h"
#include "core/operations/update_continuous_backups.h"
#include "core/operations/update_item.h"
#include "core/operations/update_table.h"
#include "core/operations/update_time_to_live.h"

namespace pixii {
namespace {

// One row a line, so that adding one is one line.
// clang-format off
constexpr OperationRow kRows[] = {
    ServedBy<BatchExecuteStatement>(),
    ServedBy<BatchGetItem>(),
    ServedBy<BatchWriteItem>(),
    ServedBy<CreateTable>(),
    ServedBy<DeleteItem>(),
    ServedBy<DeleteResourcePolicy>(),
    ServedBy<DeleteTable>(),
    ServedBy<DescribeContinuousBackups>(),
    ServedBy<DescribeEndpoints>(),
    ServedBy<DescribeKinesisStreamingDestination>(),
    ServedBy<DescribeLimits>(),
    ServedBy<DescribeTable>(),
    ServedBy<DescribeTimeToLive>(),
    ServedBy<DisableKinesisStreamingDestination>(),
    ServedBy<EnableKinesisStreamingDestination>(),
    ServedBy<ExecuteStatement>(),
    ServedBy<ExecuteTransaction>(),
    ServedBy<GetItem>(),
    ServedBy<GetResourcePolicy>(),
    ServedBy<ListBackups>(),
    ServedBy<ListExports>(),
    ServedBy<ListGlobalTables>(),
    ServedBy<ListImports>(),
    ServedBy<ListTables>(),
    ServedBy<ListTagsOfResource>(),
    ServedBy<PutItem>(),
    ServedBy<PutResourcePolicy>(),
    ServedBy<Query>(),
    ServedBy<Scan>(),
    ServedBy<TagResource>(),
    ServedBy<TransactGetItems>(),
    ServedBy<TransactWriteItems>(),
    ServedBy<UntagResource>(),
    ServedBy<UpdateContinuousBackups>(),
    ServedBy<UpdateItem>(),
    ServedBy<UpdateKinesisStreamingDestination>(),
    ServedBy<UpdateTable>(),
    ServedBy<UpdateTimeToLive>(),
    ServedBy<DescribeStream>(),
    ServedBy<GetRecords>(),
    ServedBy<GetShardIterator>(),
    ServedBy<ListStreams>(),
    ServedBy<KinesisCreateStream>(),
    ServedBy<KinesisDescribeStream>(),
    ServedBy<KinesisDescribeStreamSummary>(),
    ServedBy<KinesisGetRecords>(),
    ServedBy<KinesisGetShardIterator>(),
    ServedBy<KinesisListShards>(),
    ServedBy<KinesisListStreams>(),
    ServedBy<DeleteScalingPolicy>(),
    ServedBy<DeleteScheduledAction>(),
    ServedBy<DeregisterScalableTarget>(),
    ServedBy<DescribeScalableTargets>(),
    ServedBy<DescribeScalingActivities>(),
    ServedBy<DescribeScalingPolicies>(),
    ServedBy<DescribeScheduledActions>(),
    ServedBy<PutScalingPolicy>(),
    ServedBy<PutScheduledAction>(),
    ServedBy<RegisterScalableTarget>(),
    ServedBy<GetMetricData>(),
    ServedBy<ListMetrics>(),
    ServedBy<AddFault>(),
    ServedBy<AdvanceClock>(),
    ServedBy<CancelTransaction>(),
    ServedBy<ClearFaults>(),
    ServedBy<CommitTransaction>(),
    ServedBy<TellCosts>(),
    ServedBy<DeleteSnapshot>(),
    ServedBy<DescribeClock>(),
    ServedBy<DescribeModes>(),
    ServedBy<DescribePartitions>(),
    ServedBy<Explain>(),
    ServedBy<Export>(),
    ServedBy<Fork>(),
    ServedBy<FreezeClock>(),
    ServedBy<HoldTransaction>(),
    ServedBy<Import>(),
    ServedBy<ListFaults>(),
    ServedBy<ListThrottles>(),
    ServedBy<TellMetrics>(),
    ServedBy<RemoveFault>(),
    ServedBy<Reset>(),
    ServedBy<Restore>(),
    ServedBy<ResumeClock>(),
    ServedBy<SetClock>(),
    ServedBy<SimulateLoad>(),
    ServedBy<TakeSnapshot>(),
    ServedBy<UpdateModes>(),
    ServedBy<UpdateTableCapacity>(),
};

// Operations of the service model without a row above.
constexpr std::string_view kUnservedDynamoDb[] = {
    "CancelBulkOperation", "CreateBackup", "CreateGlobalTable", "DeleteBackup", "DescribeBackup",
    "DescribeBulkOperation", "DescribeContributorInsights", "DescribeExport", "DescribeGlobalTable",
    "DescribeGlobalTableSettings", "DescribeImport", "DescribeTableReplicaAutoScaling",
    "ExportTableToPointInTime", "ImportTable", "ListBulkOperations", "ListContributorInsights",
    "RestoreTableFromBackup", "RestoreTableToPointInTime", "SearchVectors", "StartBulkPutItems",
    "UpdateContributorInsights", "UpdateGlobalTable", "UpdateGlobalTableSettings",
    "UpdateTableReplicaAutoScaling",
};
constexpr std::string_view kUnservedKinesis[] = {
    "AddTagsToStream", "DecreaseStreamRetentionPeriod", "DeleteResourcePolicy", "DeleteStream",
    "DeregisterStreamConsumer", "DescribeAccountSettings", "DescribeLimits",
    "DescribeStreamConsumer", "DisableEnhancedMonitoring", "EnableEnhancedMonitoring",
    "GetResourcePolicy", "IncreaseStreamRetentionPeriod", "ListStreamConsumers",
    "ListTagsForResource", "ListTagsForStream", "MergeShards", "PutRecord", "PutRecords",
    "PutResourcePolicy", "RegisterStreamConsumer", "RemoveTagsFromStream", "SplitShard",
    "StartStreamEncryption", "StopStreamEncryption", "SubscribeToShard", "TagResource",
    "UntagResource", "UpdateAccountSettings", "UpdateMaxRecordSize", "UpdateShardCount",
    "UpdateStreamMode", "UpdateStreamWarmThroughput",
};
// Of the service Application Auto Scaling, and of CloudWatch those about metrics.
constexpr std::string_view kUnservedAutoScaling[] = {
    "GetPredictiveScalingForecast", "ListTagsForResource", "TagResource", "UntagResource",
};
constexpr std::string_view kUnservedCloudWatch[] = {
    "GetMetricStatistics", "GetMetricWidgetImage", "PutMetricData",
};
// clang-format on

struct ServicePrefix {
  std::string_view text;
  Service service;
  ErrorDialect errors = ErrorDialect::kQualified;
};
constexpr ServicePrefix kPrefixes[] = {
    {"DynamoDB_20120810.", Service::kDynamoDb},
    {"DynamoDBStreams_20120810.", Service::kStreams},
    {"Kinesis_20131202.", Service::kKinesis, ErrorDialect::kBare},
    {"AnyScaleFrontendService.", Service::kAutoScaling, ErrorDialect::kBareUpper},
    {"GraniteServiceVersion20100801.", Service::kCloudWatch, ErrorDialect::kBare},
    {"Pixii_1.", Service::kPixii}};

bool IsKnown(Service service, std::string_view name) {
  const Span<const std::string_view> names = UnservedOperations(service);
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Span<const OperationRow> Operations() { return {kRows, std::size(kRows)}; }

Span<const std::string_view> UnservedOperations(Service service) {
  switch (service) {
    case Service::kDynamoDb: return {kUnservedDynamoDb, std::size(kUnservedDynamoDb)};
    case Service::kAutoScaling: return {kUnservedAutoScaling, std::size(kUnservedAutoScaling)};
    case Service::kCloudWatch: return {kUnservedCloudWatch, std::size(kUnservedCloudWatch)};
    case Service::kKinesis: return {kUnservedKinesis, std::size(kUnservedKinesis)};
    case Service::kStreams:
    case Service::kPixii: break;
  }
  return {};
}

ErrorDialect DialectOf(std::string_view target) {
  for (const ServicePrefix& prefix : kPrefixes) {
    if (target.substr(0, prefix.text.size()) == prefix.text) return prefix.errors;
  }
  return ErrorDialect::kQualified;
}

Target FindTarget(std::string_view target) {
  for (const ServicePrefix& prefix : kPrefixes) {
    if (target.substr(0, prefix.text.size()) != prefix.text) continue;
    const std::string_view name = target.substr(prefix.text.size());
    for (const OperationRow& row : kRows) {
      if (row.service == prefix.service && row.name == name) {
        return {Target::Kind::kServed, &row, name};
      }
    }
    if (IsKnown(prefix.service, name)) return {Target::Kind::kKnown, nullptr, name};
  }
  return {};
}

}  // namespace pixii
