// Describing tables.
#include "core/operations/table_description.h"

#include "core/base/time_text.h"

namespace pixii {
namespace {

Span<AttributeDefinition> Definitions(Arena& arena, const std::vector<KeyAttribute>& attributes) {
  AttributeDefinition* told = arena.New<AttributeDefinition>(attributes.size());
  for (size_t i = 0; i < attributes.size(); ++i) {
    told[i] = {attributes[i].name, TypeName(attributes[i].type)};
  }
  return {told, attributes.size()};
}

Span<KeySchemaElement> Elements(Arena& arena, const KeySchema& schema) {
  KeySchemaElement* told = arena.New<KeySchemaElement>(schema.Count());
  size_t at = 0;
  for (const KeyAttribute& attribute : schema.partition) told[at++] = {attribute.name, "HASH"};
  for (const KeyAttribute& attribute : schema.sort) told[at++] = {attribute.name, "RANGE"};
  return {told, at};
}

const ProvisionedThroughputDescription* Throughput(Arena& arena,
                                                   const ProvisionedThroughput& throughput,
                                                   int64_t now_ms) {
  auto* told = arena.New<ProvisionedThroughputDescription>();
  if (throughput.last_increase_ms != 0) {
    told->last_increase_date_time = Timestamp(throughput.last_increase_ms);
  }
  if (throughput.last_decrease_ms != 0) {
    told->last_decrease_date_time = Timestamp(throughput.last_decrease_ms);
  }
  const bool today = UtcDayOf(throughput.last_decrease_ms) == UtcDayOf(now_ms);
  told->number_of_decreases_today = today ? throughput.decreases_today : 0;
  told->read_capacity_units = throughput.read_units;
  told->write_capacity_units = throughput.write_units;
  return told;
}

const BillingModeSummary* Billing(Arena& arena, const TableDefinition& definition) {
  const bool on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
  if (!on_demand && definition.pay_per_request_since_ms == 0) return nullptr;
  auto* told = arena.New<BillingModeSummary>();
  told->billing_mode = on_demand ? "PAY_PER_REQUEST" : "PROVISIONED";
  told->last_update_to_pay_per_request_date_time = Timestamp(definition.pay_per_request_since_ms);
  return told;
}

const TableClassSummary* Class(Arena& arena, const TableDefinition& definition) {
  if (!definition.table_class_named) return nullptr;
  auto* told = arena.New<TableClassSummary>();
  const bool standard = definition.table_class == TableClass::kStandard;
  told->table_class = standard ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS";
  return told;
}

}  // namespace

const TableDescription* Describe(OperationContext& context, const Table& table,
                                 std::string_view status) {
  Arena& arena = context.arena;
  const TableDefinition& definition = table.definition();
  auto* told = arena.New<TableDescription>();
  told->attribute_definitions = Definitions(arena, definition.attribute_definitions);
  told->table_name = definition.name;
  told->key_schema = Elements(arena, definition.key_schema);
  told->table_status = status;
  told->creation_date_time = Timestamp(definition.created_ms);
  told->provisioned_throughput = Throughput(arena, definition.throughput, context.now_ms);
  told->table_size_bytes = static_cast<int64_t>(table.size_bytes());
  told->item_count = static_cast<int64_t>(table.item_count());
  told->table_arn = arena.Copy(definition.Arn());
  told->table_id = definition.id;
  told->billing_mode_summary = Billing(arena, definition);
  told->table_class_summary = Class(arena, definition);
  told->deletion_protection_enabled = definition.deletion_protection;
  return told;
}

}  // namespace pixii
