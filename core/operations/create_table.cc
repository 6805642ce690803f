// CreateTable, step by step.
#include "core/operations/create_table.h"

#include "core/base/limits.h"
#include "core/base/messages/tables.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/table_lookup.h"
#include "core/operations/throughput.h"

namespace pixii {
namespace {

Result<void> RefuseUnserved(const CreateTableRequest& request) {
  return RefuseParameters(CreateTable::kName,
                          {{"LocalSecondaryIndexes", Given(request.local_secondary_indexes)},
                           {"GlobalSecondaryIndexes", Given(request.global_secondary_indexes)},
                           {"StreamSpecification", request.stream_specification != nullptr},
                           {"SSESpecification", request.sse_specification != nullptr},
                           {"Tags", Given(request.tags)},
                           {"WarmThroughput", request.warm_throughput != nullptr},
                           {"ResourcePolicy", Given(request.resource_policy)},
                           {"OnDemandThroughput", request.on_demand_throughput != nullptr},
                           {"GlobalTableSourceArn", Given(request.global_table_source_arn)},
                           {"GlobalTableSettingsReplicationMode",
                            Given(request.global_table_settings_replication_mode)},
                           {"VectorIndexes", Given(request.vector_indexes)}});
}

// Names as the service lists them: [a, b].
template <class Element>
std::string NameList(const Span<Element>& elements) {
  std::string text = "[";
  for (const Element& element : elements) {
    if (text.size() > 1) text += ", ";
    text += element.attribute_name;
  }
  return text + "]";
}

Result<void> CheckKeySchema(const Span<KeySchemaElement>& elements) {
  if (elements[0].key_type != "HASH") return ValidationError(messages::KeySchemaFirstNotHash());
  if (elements.count > 2) return ValidationError(messages::KeySchemaTooLong());
  if (elements.count == 1) return {};
  if (elements[1].key_type != "RANGE") return ValidationError(messages::KeySchemaSecondNotRange());
  if (elements[0].attribute_name == elements[1].attribute_name) {
    return ValidationError(messages::KeySchemaNamesTwice());
  }
  return {};
}

Result<KeyAttribute> DefinitionOf(const CreateTableRequest& request, std::string_view name) {
  for (const AttributeDefinition& definition : request.attribute_definitions) {
    if (definition.attribute_name != name) continue;
    const std::string_view type = definition.attribute_type;
    return KeyAttribute{std::string(name), type == "S"   ? ValueType::kString
                                           : type == "N" ? ValueType::kNumber
                                                         : ValueType::kBinary};
  }
  return ValidationError(messages::KeyAttributesNotDefined(
      NameList(request.key_schema), NameList(request.attribute_definitions)));
}

// Takes key schema and attribute definitions over, which must name the same attributes.
Result<void> DefineKeys(const CreateTableRequest& request, TableDefinition& definition) {
  PIXII_RETURN_IF_ERROR(CheckKeySchema(request.key_schema));
  for (const KeySchemaElement& element : request.key_schema) {
    PIXII_ASSIGN_OR_RETURN(KeyAttribute attribute, DefinitionOf(request, element.attribute_name));
    auto& part =
        element.key_type == "HASH" ? definition.key_schema.partition : definition.key_schema.sort;
    part.push_back(std::move(attribute));
  }
  if (request.attribute_definitions.count != request.key_schema.count) {
    return ValidationError(messages::KeyAndDefinitionCountsDiffer());
  }
  for (const AttributeDefinition& declared : request.attribute_definitions) {
    PIXII_ASSIGN_OR_RETURN(KeyAttribute attribute, DefinitionOf(request, declared.attribute_name));
    definition.attribute_definitions.push_back(std::move(attribute));
  }
  return {};
}

Result<void> DefineThroughput(const OperationContext& context, const CreateTableRequest& request,
                              TableDefinition& definition) {
  definition.billing_mode = BillingModeOf(request.billing_mode);
  const ProvisionedThroughputInput* throughput = request.provisioned_throughput;
  if (definition.billing_mode == BillingMode::kPayPerRequest) {
    if (throughput != nullptr) return ValidationError(messages::ThroughputOnDemand());
    definition.pay_per_request_since_ms = context.now_ms;
    return {};
  }
  if (throughput == nullptr) return ValidationError(messages::ThroughputMissing());
  PIXII_RETURN_IF_ERROR(CheckUnits(*throughput, context.region));
  definition.throughput.read_units = throughput->read_capacity_units.value;
  definition.throughput.write_units = throughput->write_capacity_units.value;
  return {};
}

// The tables of `place`'s account and region. In a shared namespace those of others lie between.
size_t TablesBeside(const OperationContext& context, const TablePlace& place) {
  const std::string_view key = context.catalog_key;
  const std::string_view first = key.substr(0, key.size() - place.name.size());
  size_t count = 0;
  for (auto at = context.database.tables().LowerBound(first); at.Valid(); at.Next()) {
    if (at->Key().substr(0, first.size()) != first) break;
    const TableDefinition& definition = at->definition();
    if (definition.account == place.account && definition.region == place.region) ++count;
  }
  return count;
}

// REQUIRES: the context's catalog key is that of `place`.
Result<void> CheckPlace(const OperationContext& context, const TablePlace& place) {
  if (context.database.FindTable(context.catalog_key) != nullptr) {
    return Error{ErrorType::kResourceInUse, messages::TableAlreadyExists(place.name)};
  }
  if (TablesBeside(context, place) >= limits::kTablesPerRegionMax) {
    return Error{ErrorType::kLimitExceeded, messages::TooManyTables()};
  }
  return {};
}

}  // namespace

Result<void> CreateTable::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  PIXII_RETURN_IF_ERROR(RefuseUnserved(request));
  TableDefinition definition;
  PIXII_RETURN_IF_ERROR(DefineThroughput(context, request, definition));
  PIXII_RETURN_IF_ERROR(DefineKeys(request, definition));
  PIXII_ASSIGN_OR_RETURN(const TablePlace place, PlaceOf(context, request.table_name));
  WritePlace(context, place);
  const std::string& catalog_key = context.catalog_key;
  PIXII_RETURN_IF_ERROR(CheckPlace(context, place));
  definition.account = place.account;
  definition.region = place.region;
  definition.name = place.name;
  definition.id = context.database.ids().NextUuid();
  definition.created_ms = context.now_ms;
  definition.deletion_protection = request.deletion_protection_enabled.ValueOr(false);
  definition.table_class_named = Given(request.table_class);
  if (definition.table_class_named && request.table_class != "STANDARD") {
    definition.table_class = TableClass::kStandardInfrequentAccess;
  }
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kCreateTable, catalog_key, std::move(definition)});
  PIXII_RETURN_IF_ERROR(context.database.Apply(context.commit));
  response.table = Describe(context, *context.database.FindTable(catalog_key), "CREATING");
  return {};
}

}  // namespace pixii
