// Writing and reading definitions field by field, both in the order of the grammar.
#include "core/storage/definition_bytes.h"

#include "core/base/utf8.h"

namespace pixii {
namespace {

// More of anything than a definition could hold.
constexpr uint32_t kCountMax = 1000;

void WriteTime(ByteSink& sink, int64_t milliseconds) {
  sink.Fixed64(static_cast<uint64_t>(milliseconds));
}

void WriteNumbers(ByteSink& sink, std::initializer_list<int64_t> numbers) {
  for (const int64_t number : numbers) sink.Fixed64(static_cast<uint64_t>(number));
}

void WriteTimes(ByteSink& sink, const std::vector<int64_t>& times) {
  sink.Varint(static_cast<uint32_t>(times.size()));
  for (const int64_t time : times) WriteTime(sink, time);
}

void WriteAttributes(ByteSink& sink, const std::vector<KeyAttribute>& attributes) {
  sink.Varint(static_cast<uint32_t>(attributes.size()));
  for (const KeyAttribute& attribute : attributes) {
    sink.Text(attribute.name);
    sink.Byte(static_cast<uint8_t>(attribute.type));
  }
}

void WriteThroughput(ByteSink& sink, const ProvisionedThroughput& provisioned,
                     const OnDemandThroughput& on_demand, const WarmThroughput& warm) {
  WriteNumbers(sink,
               {provisioned.read_units, provisioned.write_units, provisioned.last_increase_ms,
                provisioned.last_decrease_ms, provisioned.decreases_today, on_demand.max_read_units,
                on_demand.max_write_units, warm.read_units, warm.write_units, warm.settles_ms,
                provisioned.pending_read_units, provisioned.pending_write_units,
                warm.pending_read_units, warm.pending_write_units});
}

void WriteTags(ByteSink& sink, const std::vector<Tag>& tags) {
  sink.Varint(static_cast<uint32_t>(tags.size()));
  for (const Tag& tag : tags) {
    sink.Text(tag.key);
    sink.Text(tag.value);
  }
}

void WritePolicy(ByteSink& sink, const ResourcePolicy& policy) {
  sink.Text(policy.text);
  WriteNumbers(sink, {policy.revision});
}

void WriteDestinations(ByteSink& sink, const std::vector<KinesisDestination>& destinations) {
  sink.Varint(static_cast<uint32_t>(destinations.size()));
  for (const KinesisDestination& destination : destinations) {
    sink.Text(destination.stream_arn);
    sink.Byte(static_cast<uint8_t>(destination.status));
    WriteTime(sink, destination.status_ends_ms);
    sink.Byte(destination.microseconds);
    WriteTimes(sink, destination.precision_changes_ms);
  }
}

void WriteIndex(ByteSink& sink, const IndexDefinition& index) {
  sink.Text(index.name);
  sink.Byte(static_cast<uint8_t>(index.kind));
  WriteAttributes(sink, index.key_schema.partition);
  WriteAttributes(sink, index.key_schema.sort);
  sink.Byte(static_cast<uint8_t>(index.projection));
  sink.Varint(static_cast<uint32_t>(index.non_key_attributes.size()));
  for (const std::string& name : index.non_key_attributes) sink.Text(name);
  WriteThroughput(sink, index.throughput, index.on_demand, index.warm);
  sink.Byte(static_cast<uint8_t>(index.state));
  WriteTime(sink, index.state_ends_ms);
}

void WriteSettings(ByteSink& sink, const TableDefinition& definition) {
  sink.Byte(static_cast<uint8_t>(definition.state));
  WriteTime(sink, definition.state_ends_ms);
  sink.Byte(static_cast<uint8_t>(definition.work));
  sink.Byte(static_cast<uint8_t>(definition.billing_mode));
  WriteThroughput(sink, definition.throughput, definition.on_demand, definition.warm);
  WriteTime(sink, definition.pay_per_request_since_ms);
  WriteTimes(sink, definition.pay_per_request_switches_ms);
  sink.Byte(static_cast<uint8_t>(definition.table_class));
  sink.Byte(definition.table_class_named);
  WriteTimes(sink, definition.table_class_changes_ms);
  sink.Byte(definition.deletion_protection);
  sink.Text(definition.encryption.key_arn);
  WriteTimes(sink, definition.encryption.changes_ms);
  WriteTime(sink, definition.encryption.settles_ms);
  sink.Byte(definition.time_to_live.enabled);
  sink.Text(definition.time_to_live.attribute);
  WriteTime(sink, definition.time_to_live.changed_ms);
  WriteTime(sink, definition.time_to_live.settles_ms);
  WriteTime(sink, definition.time_to_live.sweeps_until_ms);
  WriteTags(sink, definition.tags);
  WritePolicy(sink, definition.policy);
  sink.Byte(definition.stream.enabled);
  sink.Byte(static_cast<uint8_t>(definition.stream.view));
  WriteTime(sink, definition.stream.label_ms);
  WriteTags(sink, definition.stream.tags);
  WritePolicy(sink, definition.stream.policy);
  WriteDestinations(sink, definition.destinations);
  sink.Byte(definition.recovery.enabled);
  WriteTime(sink, definition.recovery.since_ms);
  WriteNumbers(sink, {definition.recovery.days});
}

// Takes one payload apart. After anything that does not fit, ok() is false.
class DefinitionReader {
 public:
  explicit DefinitionReader(Bytes payload) : fields_(payload) {}

  bool Read(TableDefinition& definition, std::string& table_key) {
    for (std::string* text :
         {&definition.account, &definition.region, &definition.name, &definition.id, &table_key}) {
      *text = fields_.Text();
    }
    definition.created_ms = Number();
    ReadKeySchema(definition.key_schema);
    ReadAttributes(definition.attribute_definitions);
    ReadSettings(definition);
    const uint32_t indexes = Count();
    for (uint32_t i = 0; i < indexes && ok(); ++i) {
      ReadIndex(definition.indexes.emplace_back());
    }
    const KeySchema& schema = definition.key_schema;
    return ok() && fields_.AtEnd() && schema.partition.size() == 1 && schema.sort.size() <= 1;
  }

 private:
  bool ok() const { return whole_ && fields_.ok(); }

  int64_t Number() { return static_cast<int64_t>(fields_.Fixed64()); }

  uint32_t Count() {
    const uint32_t count = fields_.Varint();
    if (count <= kCountMax) return count;
    whole_ = false;
    return 0;
  }

  // A byte of at most `last`.
  uint8_t UpTo(uint8_t last) {
    const uint8_t value = fields_.Byte();
    whole_ = whole_ && value <= last;
    return value;
  }
  bool Flag() { return UpTo(1) == 1; }

  std::string Text() {
    std::string text(fields_.Text());
    whole_ = whole_ && IsValidUtf8(text);
    return text;
  }

  void ReadTimes(std::vector<int64_t>& times) {
    const uint32_t count = Count();
    for (uint32_t i = 0; i < count && ok(); ++i) times.push_back(Number());
  }

  void ReadAttributes(std::vector<KeyAttribute>& attributes) {
    const uint32_t count = Count();
    for (uint32_t i = 0; i < count && ok(); ++i) {
      std::string name = Text();
      const uint8_t type = UpTo(static_cast<uint8_t>(ValueType::kBinary));
      attributes.push_back({std::move(name), static_cast<ValueType>(type)});
    }
  }

  void ReadKeySchema(KeySchema& schema) {
    ReadAttributes(schema.partition);
    ReadAttributes(schema.sort);
    whole_ = whole_ && !schema.partition.empty();
  }

  void ReadThroughput(ProvisionedThroughput& provisioned, OnDemandThroughput& on_demand,
                      WarmThroughput& warm) {
    for (int64_t* number :
         {&provisioned.read_units, &provisioned.write_units, &provisioned.last_increase_ms,
          &provisioned.last_decrease_ms, &provisioned.decreases_today, &on_demand.max_read_units,
          &on_demand.max_write_units, &warm.read_units, &warm.write_units, &warm.settles_ms,
          &provisioned.pending_read_units, &provisioned.pending_write_units,
          &warm.pending_read_units, &warm.pending_write_units}) {
      *number = Number();
    }
  }

  void ReadIndex(IndexDefinition& index) {
    index.name = Text();
    index.kind = static_cast<IndexKind>(UpTo(static_cast<uint8_t>(IndexKind::kLocal)));
    ReadKeySchema(index.key_schema);
    index.projection = static_cast<Projection>(UpTo(static_cast<uint8_t>(Projection::kInclude)));
    const uint32_t names = Count();
    for (uint32_t i = 0; i < names && ok(); ++i) index.non_key_attributes.push_back(Text());
    ReadThroughput(index.throughput, index.on_demand, index.warm);
    index.state = static_cast<IndexState>(UpTo(static_cast<uint8_t>(IndexState::kDeleting)));
    index.state_ends_ms = Number();
  }

  void ReadSettings(TableDefinition& definition) {
    definition.state = static_cast<TableState>(UpTo(static_cast<uint8_t>(TableState::kDeleting)));
    definition.state_ends_ms = Number();
    definition.work = static_cast<TableWork>(UpTo(static_cast<uint8_t>(TableWork::kClass)));
    definition.billing_mode =
        static_cast<BillingMode>(UpTo(static_cast<uint8_t>(BillingMode::kPayPerRequest)));
    ReadThroughput(definition.throughput, definition.on_demand, definition.warm);
    definition.pay_per_request_since_ms = Number();
    ReadTimes(definition.pay_per_request_switches_ms);
    definition.table_class =
        static_cast<TableClass>(UpTo(static_cast<uint8_t>(TableClass::kStandardInfrequentAccess)));
    definition.table_class_named = Flag();
    ReadTimes(definition.table_class_changes_ms);
    definition.deletion_protection = Flag();
    definition.encryption.key_arn = Text();
    ReadTimes(definition.encryption.changes_ms);
    definition.encryption.settles_ms = Number();
    definition.time_to_live.enabled = Flag();
    definition.time_to_live.attribute = Text();
    definition.time_to_live.changed_ms = Number();
    definition.time_to_live.settles_ms = Number();
    definition.time_to_live.sweeps_until_ms = Number();
    ReadTags(definition.tags);
    ReadPolicy(definition.policy);
    definition.stream.enabled = Flag();
    definition.stream.view =
        static_cast<StreamView>(UpTo(static_cast<uint8_t>(StreamView::kNewAndOldImages)));
    definition.stream.label_ms = Number();
    ReadTags(definition.stream.tags);
    ReadPolicy(definition.stream.policy);
    ReadDestinations(definition.destinations);
    definition.recovery.enabled = Flag();
    definition.recovery.since_ms = Number();
    definition.recovery.days = Number();
  }

  void ReadDestinations(std::vector<KinesisDestination>& destinations) {
    const uint32_t count = Count();
    for (uint32_t i = 0; i < count && ok(); ++i) {
      KinesisDestination& destination = destinations.emplace_back();
      destination.stream_arn = Text();
      destination.status =
          static_cast<DestinationStatus>(UpTo(static_cast<uint8_t>(DestinationStatus::kUpdating)));
      destination.status_ends_ms = Number();
      destination.microseconds = Flag();
      ReadTimes(destination.precision_changes_ms);
    }
  }

  void ReadTags(std::vector<Tag>& tags) {
    const uint32_t count = Count();
    for (uint32_t i = 0; i < count && ok(); ++i) {
      std::string key = Text();
      tags.push_back({std::move(key), Text()});
    }
  }

  void ReadPolicy(ResourcePolicy& policy) {
    policy.text = Text();
    policy.revision = Number();
  }

  FieldSource fields_;
  bool whole_ = true;
};

}  // namespace

void WriteDefinition(const TableDefinition& definition, std::string_view table_key,
                     ByteSink& sink) {
  for (const std::string* text :
       {&definition.account, &definition.region, &definition.name, &definition.id}) {
    sink.Text(*text);
  }
  sink.Text(table_key);
  WriteTime(sink, definition.created_ms);
  WriteAttributes(sink, definition.key_schema.partition);
  WriteAttributes(sink, definition.key_schema.sort);
  WriteAttributes(sink, definition.attribute_definitions);
  WriteSettings(sink, definition);
  sink.Varint(static_cast<uint32_t>(definition.indexes.size()));
  for (const IndexDefinition& index : definition.indexes) WriteIndex(sink, index);
}

bool ReadDefinition(Bytes payload, TableDefinition& definition, std::string& table_key) {
  return DefinitionReader(payload).Read(definition, table_key);
}

}  // namespace pixii
