// The shapes of the secondary indexes that CreateTable and UpdateTable ask for, and the rules about
// one index: its keys, its projection, its throughput.
#pragma once

#include <string_view>

#include "core/operations/key_definitions.h"
#include "core/operations/table_shapes.h"
#include "core/operations/throughput.h"
#include "core/storage/table_definition.h"

namespace pixii {

struct LocalSecondaryIndexInput {
  std::string_view index_name;
  Span<KeySchemaElement> key_schema;
  const ProjectionInput* projection;
};
// GlobalSecondaryIndex in CreateTable, CreateGlobalSecondaryIndexAction in UpdateTable.
struct GlobalSecondaryIndexInput {
  std::string_view index_name;
  Span<KeySchemaElement> key_schema;
  const ProjectionInput* projection;
  const ProvisionedThroughputInput* provisioned_throughput;
  const OnDemandThroughputInput* on_demand_throughput;
  const WarmThroughputInput* warm_throughput;
};
struct UpdateGlobalSecondaryIndexAction {
  std::string_view index_name;
  const ProvisionedThroughputInput* provisioned_throughput;
  const OnDemandThroughputInput* on_demand_throughput;
  const WarmThroughputInput* warm_throughput;
};
struct DeleteGlobalSecondaryIndexAction {
  std::string_view index_name;
};
struct GlobalSecondaryIndexUpdate {
  const UpdateGlobalSecondaryIndexAction* update;
  const GlobalSecondaryIndexInput* create;
  const DeleteGlobalSecondaryIndexAction* deletion;
};

inline constexpr Member kLocalSecondaryIndexMembers[] = {
    {"IndexName", PIXII_FIELD(LocalSecondaryIndexInput, index_name), kIndexNameShape,
     Presence::kRequired, Report::kLengthFirst},
    {"KeySchema", PIXII_FIELD(LocalSecondaryIndexInput, key_schema), kTwoKeySchemaShape,
     Presence::kRequired},
    {"Projection", PIXII_FIELD(LocalSecondaryIndexInput, projection), kIndexProjectionShape,
     Presence::kRequired},
};
inline constexpr Shape kLocalSecondaryIndexShape =
    shape::Structure<LocalSecondaryIndexInput>("LocalSecondaryIndex", kLocalSecondaryIndexMembers);
inline constexpr Shape kLocalSecondaryIndexListShape = shape::List<LocalSecondaryIndexInput>(
    {.name = "LocalSecondaryIndexList"}, kLocalSecondaryIndexShape);

inline constexpr Member kGlobalSecondaryIndexMembers[] = {
    {"IndexName", PIXII_FIELD(GlobalSecondaryIndexInput, index_name), kIndexNameShape,
     Presence::kRequired, Report::kLengthFirst},
    {"KeySchema", PIXII_FIELD(GlobalSecondaryIndexInput, key_schema), kKeySchemaShape,
     Presence::kRequired},
    {"Projection", PIXII_FIELD(GlobalSecondaryIndexInput, projection), kIndexProjectionShape,
     Presence::kRequired},
    {"ProvisionedThroughput", PIXII_FIELD(GlobalSecondaryIndexInput, provisioned_throughput),
     kProvisionedThroughputShape},
    {"OnDemandThroughput", PIXII_FIELD(GlobalSecondaryIndexInput, on_demand_throughput),
     kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(GlobalSecondaryIndexInput, warm_throughput),
     kWarmThroughputShape},
};
inline constexpr Shape kGlobalSecondaryIndexShape = shape::Structure<GlobalSecondaryIndexInput>(
    "GlobalSecondaryIndex", kGlobalSecondaryIndexMembers);
inline constexpr Shape kGlobalSecondaryIndexListShape = shape::List<GlobalSecondaryIndexInput>(
    {.name = "GlobalSecondaryIndexList"}, kGlobalSecondaryIndexShape);
inline constexpr Shape kCreateGlobalSecondaryIndexActionShape =
    shape::Structure<GlobalSecondaryIndexInput>("CreateGlobalSecondaryIndexAction",
                                                kGlobalSecondaryIndexMembers);

inline constexpr Member kUpdateGlobalSecondaryIndexActionMembers[] = {
    {"IndexName", PIXII_FIELD(UpdateGlobalSecondaryIndexAction, index_name), kIndexNameShape,
     Presence::kRequired, Report::kLengthFirst},
    {"ProvisionedThroughput", PIXII_FIELD(UpdateGlobalSecondaryIndexAction, provisioned_throughput),
     kProvisionedThroughputShape},
    {"OnDemandThroughput", PIXII_FIELD(UpdateGlobalSecondaryIndexAction, on_demand_throughput),
     kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(UpdateGlobalSecondaryIndexAction, warm_throughput),
     kWarmThroughputShape},
};
inline constexpr Shape kUpdateGlobalSecondaryIndexActionShape =
    shape::Structure<UpdateGlobalSecondaryIndexAction>("UpdateGlobalSecondaryIndexAction",
                                                       kUpdateGlobalSecondaryIndexActionMembers);
inline constexpr Member kDeleteGlobalSecondaryIndexActionMembers[] = {
    {"IndexName", PIXII_FIELD(DeleteGlobalSecondaryIndexAction, index_name), kIndexNameShape,
     Presence::kRequired, Report::kLengthFirst},
};
inline constexpr Shape kDeleteGlobalSecondaryIndexActionShape =
    shape::Structure<DeleteGlobalSecondaryIndexAction>("DeleteGlobalSecondaryIndexAction",
                                                       kDeleteGlobalSecondaryIndexActionMembers);
inline constexpr Member kGlobalSecondaryIndexUpdateMembers[] = {
    {"Update", PIXII_FIELD(GlobalSecondaryIndexUpdate, update),
     kUpdateGlobalSecondaryIndexActionShape},
    {"Create", PIXII_FIELD(GlobalSecondaryIndexUpdate, create),
     kCreateGlobalSecondaryIndexActionShape},
    {"Delete", PIXII_FIELD(GlobalSecondaryIndexUpdate, deletion),
     kDeleteGlobalSecondaryIndexActionShape},
};
inline constexpr Shape kGlobalSecondaryIndexUpdateShape =
    shape::Structure<GlobalSecondaryIndexUpdate>("GlobalSecondaryIndexUpdate",
                                                 kGlobalSecondaryIndexUpdateMembers);
inline constexpr Shape kGlobalSecondaryIndexUpdateListShape =
    shape::List<GlobalSecondaryIndexUpdate>({.name = "GlobalSecondaryIndexUpdateList"},
                                            kGlobalSecondaryIndexUpdateShape);

// One local index of a table whose keys are in `table`. Errors: kValidation. REQUIRES: its key
// schema has the right form, and its attributes are among `known`.
Result<IndexDefinition> DefineLocalIndex(const LocalSecondaryIndexInput& asked,
                                         const TableDefinition& table,
                                         const KnownAttributes& known);

// One global index, but for its provisioned throughput, whose rules CreateTable and UpdateTable
// word differently. Errors: kValidation, kLimitExceeded. REQUIRES: as above.
Result<IndexDefinition> DefineGlobalIndex(const GlobalSecondaryIndexInput& asked,
                                          const TableDefinition& table,
                                          const KnownAttributes& known);

// Gives a new index its throughput. Errors: kValidation, kLimitExceeded.
Result<void> StartIndexThroughput(const GlobalSecondaryIndexInput& asked,
                                  const TableDefinition& table, IndexDefinition& index);

// Rules about all indexes of a table together: distinct names, and 100 projected attributes.
// Errors: kValidation.
Result<void> CheckIndexesTogether(const TableDefinition& definition);

}  // namespace pixii
