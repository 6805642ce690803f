// Checking what is asked of one secondary index, and making storage's definition of it.
#include "core/operations/index_request.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/key_definitions.h"

namespace pixii {
namespace {

// Sets the projection, whose included names storage keeps in order.
Result<void> DefineProjection(const ProjectionInput& asked, IndexDefinition& index) {
  if (!Given(asked.projection_type)) return ValidationError(messages::UnknownProjectionType());
  const bool names_given = Given(asked.non_key_attributes);
  if (asked.projection_type != "INCLUDE") {
    if (names_given) return ValidationError(messages::NonKeyAttributesGiven(asked.projection_type));
    index.projection = asked.projection_type == "ALL" ? Projection::kAll : Projection::kKeysOnly;
    return {};
  }
  if (!names_given) return ValidationError(messages::NonKeyAttributesMissing());
  index.projection = Projection::kInclude;
  std::vector<std::string>& names = index.non_key_attributes;
  for (const std::string_view name : asked.non_key_attributes) {
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return ValidationError(messages::DuplicateNonKeyAttribute(name));
    }
    names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return {};
}

}  // namespace

Result<IndexDefinition> DefineLocalIndex(const LocalSecondaryIndexInput& asked,
                                         const TableDefinition& table,
                                         const KnownAttributes& known) {
  IndexDefinition index;
  index.name = asked.index_name;
  index.kind = IndexKind::kLocal;
  index.key_schema = MakeKeySchema(asked.key_schema, known);
  if (!index.key_schema.has_sort_key()) {
    return ValidationError(messages::LocalIndexNeedsSortKey(index.name));
  }
  const std::string& partition_key = index.key_schema.partition_key().name;
  const std::string& table_partition_key = table.key_schema.partition_key().name;
  if (partition_key != table_partition_key) {
    return ValidationError(
        messages::LocalIndexHasOtherPartitionKey(index.name, partition_key, table_partition_key));
  }
  PIXII_RETURN_IF_ERROR(DefineProjection(*asked.projection, index));
  return index;
}

Result<IndexDefinition> DefineGlobalIndex(const GlobalSecondaryIndexInput& asked,
                                          const TableDefinition& table,
                                          const KnownAttributes& known) {
  IndexDefinition index;
  index.name = asked.index_name;
  index.kind = IndexKind::kGlobal;
  index.key_schema = MakeKeySchema(asked.key_schema, known);
  PIXII_RETURN_IF_ERROR(DefineProjection(*asked.projection, index));
  PIXII_ASSIGN_OR_RETURN(index.on_demand,
                         NewOnDemandThroughput(asked.on_demand_throughput, table.billing_mode,
                                               {index.name, table.region}));
  return index;
}

Result<void> StartIndexThroughput(const GlobalSecondaryIndexInput& asked,
                                  const TableDefinition& table, IndexDefinition& index) {
  const ThroughputOwner owner{index.name, table.region};
  if (asked.provisioned_throughput != nullptr) {
    PIXII_RETURN_IF_ERROR(CheckUnits(*asked.provisioned_throughput, owner));
    index.throughput.read_units = asked.provisioned_throughput->read_capacity_units.value;
    index.throughput.write_units = asked.provisioned_throughput->write_capacity_units.value;
  }
  PIXII_ASSIGN_OR_RETURN(index.warm, NewWarmThroughput(asked.warm_throughput, table.billing_mode,
                                                       index.throughput, owner));
  return {};
}

Result<void> CheckIndexesTogether(const TableDefinition& definition) {
  size_t projected = 0;
  NameList names;
  for (const IndexDefinition& index : definition.indexes) {
    if (!names.Add(index.name)) {
      return ValidationError(messages::DuplicateIndexName(index.name));
    }
    projected += index.non_key_attributes.size();
  }
  if (projected > limits::kProjectedAttributesMax) {
    return ValidationError(messages::TooManyProjectedAttributes());
  }
  return {};
}

}  // namespace pixii
