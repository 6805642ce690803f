// Describing tables and their indexes.
#include "core/operations/table_description.h"

#include "core/base/time_text.h"
#include "core/operations/stream_settings.h"
#include "core/operations/table_timing.h"

namespace pixii {
namespace {

// Copies parts of a definition, one function per structure of the description.
class Describer {
 public:
  Describer(OperationContext& context, const TableDefinition& definition, const Table* table)
      : arena_(context.arena), now_ms_(context.now_ms), definition_(definition), table_(table) {}

  TableDescription* Describe() {
    auto* told = arena_.New<TableDescription>();
    told->attribute_definitions = Definitions();
    told->table_name = arena_.Copy(definition_.name);
    told->key_schema = Elements(definition_.key_schema);
    told->table_status = StatusOf(definition_);
    told->creation_date_time = Timestamp(definition_.created_ms);
    told->provisioned_throughput = Provisioned(definition_.throughput);
    told->table_size_bytes = table_ == nullptr ? 0 : static_cast<int64_t>(table_->size_bytes());
    told->item_count = table_ == nullptr ? 0 : static_cast<int64_t>(table_->item_count());
    told->table_arn = arena_.Copy(definition_.Arn());
    told->table_id = arena_.Copy(definition_.id);
    told->billing_mode_summary = Billing();
    told->table_throughput_mode_summary = told->billing_mode_summary;
    told->local_secondary_indexes = LocalIndexes();
    told->global_secondary_indexes = GlobalIndexes();
    DescribeStream(*told);
    told->sse_description = Sse();
    told->table_class_summary = Class();
    told->deletion_protection_enabled = definition_.deletion_protection;
    told->on_demand_throughput = OnDemand(definition_.on_demand);
    told->warm_throughput = Warm(definition_.warm);
    return told;
  }

 private:
  Span<AttributeDefinition> Definitions() {
    const std::vector<KeyAttribute>& attributes = definition_.attribute_definitions;
    AttributeDefinition* told = arena_.New<AttributeDefinition>(attributes.size());
    for (size_t i = 0; i < attributes.size(); ++i) {
      told[i] = {arena_.Copy(attributes[i].name), TypeName(attributes[i].type)};
    }
    return {told, attributes.size()};
  }

  Span<KeySchemaElement> Elements(const KeySchema& schema) {
    KeySchemaElement* told = arena_.New<KeySchemaElement>(schema.Count());
    size_t at = 0;
    for (const KeyAttribute& key : schema.partition) told[at++] = {arena_.Copy(key.name), "HASH"};
    for (const KeyAttribute& key : schema.sort) told[at++] = {arena_.Copy(key.name), "RANGE"};
    return {told, at};
  }

  const ProvisionedThroughputDescription* Provisioned(const ProvisionedThroughput& throughput) {
    auto* told = arena_.New<ProvisionedThroughputDescription>();
    if (throughput.last_increase_ms != 0) {
      told->last_increase_date_time = Timestamp(throughput.last_increase_ms);
    }
    if (throughput.last_decrease_ms != 0) {
      told->last_decrease_date_time = Timestamp(throughput.last_decrease_ms);
    }
    const bool today = UtcDayOf(throughput.last_decrease_ms) == UtcDayOf(now_ms_);
    told->number_of_decreases_today = today ? throughput.decreases_today : 0;
    told->read_capacity_units = throughput.read_units;
    told->write_capacity_units = throughput.write_units;
    return told;
  }

  const OnDemandThroughputInput* OnDemand(const OnDemandThroughput& throughput) {
    if (throughput.max_read_units == 0 && throughput.max_write_units == 0) return nullptr;
    auto* told = arena_.New<OnDemandThroughputInput>();
    if (throughput.max_read_units != 0) told->max_read_request_units = throughput.max_read_units;
    if (throughput.max_write_units != 0) told->max_write_request_units = throughput.max_write_units;
    return told;
  }

  WarmThroughputDescription* Warm(const WarmThroughput& throughput) {
    auto* told = arena_.New<WarmThroughputDescription>();
    told->read_units_per_second = throughput.read_units;
    told->write_units_per_second = throughput.write_units;
    told->status = throughput.settles_ms == 0 ? "ACTIVE" : "UPDATING";
    return told;
  }

  const BillingModeSummary* Billing() {
    const bool on_demand = definition_.billing_mode == BillingMode::kPayPerRequest;
    if (!on_demand && definition_.pay_per_request_since_ms == 0) return nullptr;
    auto* told = arena_.New<BillingModeSummary>();
    told->billing_mode = on_demand ? "PAY_PER_REQUEST" : "PROVISIONED";
    if (definition_.pay_per_request_since_ms == 0) return told;
    told->last_update_to_pay_per_request_date_time =
        Timestamp(definition_.pay_per_request_since_ms);
    return told;
  }

  // A stream that was switched off is still the latest.
  void DescribeStream(TableDescription& told) {
    const StreamSettings& stream = definition_.stream;
    if (stream.label_ms == 0) return;
    told.latest_stream_label = arena_.Copy(TimeLabel(stream.label_ms));
    told.latest_stream_arn = arena_.Copy(definition_.StreamArn());
    if (!stream.enabled) return;
    auto* specification = arena_.New<StreamSpecification>();
    specification->stream_enabled = true;
    specification->stream_view_type = StreamViewName(stream.view);
    told.stream_specification = specification;
  }

  const TableClassSummary* Class() {
    if (!definition_.table_class_named) return nullptr;
    auto* told = arena_.New<TableClassSummary>();
    const bool standard = definition_.table_class == TableClass::kStandard;
    told->table_class = standard ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS";
    const std::vector<int64_t>& changes = definition_.table_class_changes_ms;
    if (!changes.empty()) told->last_update_date_time = Timestamp(changes.back());
    return told;
  }

  SseDescription* Sse() {
    const Encryption& encryption = definition_.encryption;
    auto* told = arena_.New<SseDescription>();
    if (encryption.settles_ms != 0) told->status = "UPDATING";
    if (encryption.key_arn.empty()) return encryption.settles_ms == 0 ? nullptr : told;
    *told = {encryption.settles_ms == 0 ? "ENABLED" : "UPDATING", "KMS",
             arena_.Copy(encryption.key_arn)};
    return told;
  }

  const ProjectionInput* ProjectionOf(const IndexDefinition& index) {
    auto* told = arena_.New<ProjectionInput>();
    told->projection_type = index.projection == Projection::kAll        ? "ALL"
                            : index.projection == Projection::kKeysOnly ? "KEYS_ONLY"
                                                                        : "INCLUDE";
    if (index.projection != Projection::kInclude) return told;
    const size_t count = index.non_key_attributes.size();
    told->non_key_attributes = {arena_.New<std::string_view>(count), count};
    for (size_t i = 0; i < count; ++i) {
      told->non_key_attributes[i] = arena_.Copy(index.non_key_attributes[i]);
    }
    return told;
  }

  // What local and global indexes have in common.
  template <class Description>
  void DescribeIndex(const IndexDefinition& index, Description& told) {
    told.index_name = arena_.Copy(index.name);
    told.key_schema = Elements(index.key_schema);
    told.projection = ProjectionOf(index);
    told.index_arn = arena_.Copy(definition_.Arn() + "/index/" + index.name);
    told.index_size_bytes = 0;
    told.item_count = 0;
    const IndexDefinition* filled =
        table_ == nullptr ? nullptr : table_->definition().FindIndex(index.name);
    if (filled == nullptr) return;
    const auto place = static_cast<size_t>(filled - table_->definition().indexes.data());
    const IndexEntries& entries = table_->index_entries(place);
    told.index_size_bytes = static_cast<int64_t>(entries.size_bytes);
    told.item_count = static_cast<int64_t>(entries.entries.Count());
  }

  Span<LocalSecondaryIndexDescription> LocalIndexes() {
    const size_t count = CountOf(IndexKind::kLocal);
    if (count == 0) return {};
    auto* told = arena_.New<LocalSecondaryIndexDescription>(count);
    size_t at = 0;
    for (const IndexDefinition& index : definition_.indexes) {
      if (index.kind == IndexKind::kLocal) DescribeIndex(index, told[at++]);
    }
    return {told, count};
  }

  Span<GlobalSecondaryIndexDescription> GlobalIndexes() {
    const size_t count = CountOf(IndexKind::kGlobal);
    if (count == 0) return {};
    auto* told = arena_.New<GlobalSecondaryIndexDescription>(count);
    size_t at = 0;
    for (const IndexDefinition& index : definition_.indexes) {
      if (index.kind != IndexKind::kGlobal) continue;
      GlobalSecondaryIndexDescription& one = told[at++];
      DescribeIndex(index, one);
      one.index_status = StatusOf(index);
      if (index.state == IndexState::kAllocating) one.backfilling = false;
      if (index.state == IndexState::kBackfilling) one.backfilling = true;
      one.provisioned_throughput = Provisioned(index.throughput);
      one.on_demand_throughput = OnDemand(index.on_demand);
      one.warm_throughput = Warm(index.warm);
    }
    return {told, count};
  }

  size_t CountOf(IndexKind kind) const {
    size_t count = 0;
    for (const IndexDefinition& index : definition_.indexes) count += index.kind == kind;
    return count;
  }

  Arena& arena_;
  const int64_t now_ms_;
  const TableDefinition& definition_;
  const Table* table_;
};

}  // namespace

TableDescription* Describe(OperationContext& context, const TableDefinition& definition,
                           const Table* table) {
  return Describer(context, definition, table).Describe();
}

}  // namespace pixii
