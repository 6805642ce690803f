// Writing and reading whole databases. Reading trusts nothing: checksums first, then every field,
// then the invariants of every item.
#include "core/storage/database_bytes.h"

#include "core/base/limits.h"
#include "core/base/messages/pixii.h"
#include "core/base/utf8.h"
#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

constexpr std::string_view kMagic = "pixiidb1";
constexpr size_t kItemsPartBytes = 1 << 20;

Error Damaged(std::string_view what) {
  return {ErrorType::kDamagedData, messages::DamagedData(what)};
}

void WriteAttributes(ByteSink& sink, const std::vector<KeyAttribute>& attributes) {
  sink.Varint(static_cast<uint32_t>(attributes.size()));
  for (const KeyAttribute& attribute : attributes) {
    sink.Text(attribute.name);
    sink.Byte(static_cast<uint8_t>(attribute.type));
  }
}

void WriteThroughput(ByteSink& sink, const ProvisionedThroughput& throughput) {
  for (const int64_t number :
       {throughput.read_units, throughput.write_units, throughput.last_increase_ms,
        throughput.last_decrease_ms, throughput.decreases_today}) {
    sink.Fixed64(static_cast<uint64_t>(number));
  }
}

void WriteIndexes(ByteSink& sink, const std::vector<IndexDefinition>& indexes) {
  sink.Varint(static_cast<uint32_t>(indexes.size()));
  for (const IndexDefinition& index : indexes) {
    sink.Text(index.name);
    sink.Byte(static_cast<uint8_t>(index.kind));
    WriteAttributes(sink, index.key_schema.partition);
    WriteAttributes(sink, index.key_schema.sort);
    sink.Byte(static_cast<uint8_t>(index.projection));
    sink.Varint(static_cast<uint32_t>(index.non_key_attributes.size()));
    for (const std::string& name : index.non_key_attributes) sink.Text(name);
    WriteThroughput(sink, index.throughput);
  }
}

void WriteDefinition(ByteSink& sink, const Table& table) {
  const TableDefinition& definition = table.definition();
  sink.BeginPart('T');
  for (const std::string* text :
       {&definition.account, &definition.region, &definition.name, &definition.id}) {
    sink.Text(*text);
  }
  sink.Text(table.Key());
  sink.Fixed64(static_cast<uint64_t>(definition.created_ms));
  WriteAttributes(sink, definition.key_schema.partition);
  WriteAttributes(sink, definition.key_schema.sort);
  WriteAttributes(sink, definition.attribute_definitions);
  sink.Byte(static_cast<uint8_t>(definition.billing_mode));
  WriteThroughput(sink, definition.throughput);
  sink.Fixed64(static_cast<uint64_t>(definition.pay_per_request_since_ms));
  sink.Byte(static_cast<uint8_t>(definition.table_class));
  sink.Byte(definition.table_class_named);
  sink.Byte(definition.deletion_protection);
  WriteIndexes(sink, definition.indexes);
  sink.EndPart();
}

void WriteItems(ByteSink& sink, const OrderedMap<Item>& items) {
  auto at = items.Begin();
  while (at.Valid()) {
    sink.BeginPart('I');
    for (; at.Valid() && sink.PartSize() < kItemsPartBytes; at.Next()) sink.Text(at->Body());
    sink.EndPart();
  }
}

// Takes one database apart into commits that rebuild it.
class Reader {
 public:
  Reader(std::string_view bytes, uint64_t memory_bytes_max)
      : source_(bytes), database_(memory_bytes_max) {}

  Result<Database> Read() {
    PIXII_RETURN_IF_ERROR(ReadHead());
    while (!ended_) {
      Part part;
      if (!source_.Next(part)) return Damaged("a part is cut off or its checksum is wrong");
      PIXII_RETURN_IF_ERROR(ReadPart(part));
    }
    if (!source_.AtEnd()) return Damaged("something follows the end");
    database_.AdoptHistory(commit_number_, ids_);
    return std::move(database_);
  }

 private:
  Result<void> ReadHead() {
    Part part;
    if (!source_.Next(part) || part.kind != 'D') return Damaged("the first part is missing");
    FieldSource fields(part.payload);
    commit_number_ = fields.Fixed64();
    uint64_t state[4];
    for (uint64_t& word : state) word = fields.Fixed64();
    ids_.Seed(state[0], state[1], state[2], state[3]);
    if (!fields.ok() || !fields.AtEnd()) return Damaged("the first part is malformed");
    return {};
  }

  Result<void> ReadPart(const Part& part) {
    switch (part.kind) {
      case 'T': return ReadTable(part.payload);
      case 'I': return ReadItems(part.payload);
      case 'E': return ReadEnd(part.payload);
      default: return Damaged("a part of unknown kind");
    }
  }

  Result<void> ReadTable(Bytes payload) {
    FieldSource fields(payload);
    TableDefinition definition;
    for (std::string* text :
         {&definition.account, &definition.region, &definition.name, &definition.id, &table_key_}) {
      *text = fields.Text();
    }
    definition.created_ms = static_cast<int64_t>(fields.Fixed64());
    const bool keys_read = ReadAttributes(fields, definition.key_schema.partition) &&
                           ReadAttributes(fields, definition.key_schema.sort) &&
                           ReadAttributes(fields, definition.attribute_definitions);
    ReadSettings(fields, definition);
    const bool indexes_read = ReadIndexes(fields, definition.indexes);
    const KeySchema& schema = definition.key_schema;
    if (!keys_read || !indexes_read || !fields.ok() || !fields.AtEnd() ||
        schema.partition.size() != 1 || schema.sort.size() > 1 ||
        database_.FindTable(table_key_) != nullptr) {
      return Damaged("a table definition is malformed");
    }
    ++tables_;
    last_key_.clear();
    Commit commit;
    commit.origin = CommitOrigin::kImport;
    commit.definitions.push_back(
        {DefinitionChange::Kind::kCreateTable, table_key_, std::move(definition)});
    return database_.Apply(commit);
  }

  static bool ReadAttributes(FieldSource& fields, std::vector<KeyAttribute>& attributes) {
    constexpr uint32_t kAttributesMax = 1000;
    const uint32_t count = fields.Varint();
    if (count > kAttributesMax) return false;
    for (uint32_t i = 0; i < count && fields.ok(); ++i) {
      std::string name(fields.Text());
      const uint8_t type = fields.Byte();
      if (type > static_cast<uint8_t>(ValueType::kBinary) || !IsValidUtf8(name)) return false;
      attributes.push_back({std::move(name), static_cast<ValueType>(type)});
    }
    return fields.ok();
  }

  static void ReadThroughput(FieldSource& fields, ProvisionedThroughput& throughput) {
    for (int64_t* number :
         {&throughput.read_units, &throughput.write_units, &throughput.last_increase_ms,
          &throughput.last_decrease_ms, &throughput.decreases_today}) {
      *number = static_cast<int64_t>(fields.Fixed64());
    }
  }

  static bool ReadIndexes(FieldSource& fields, std::vector<IndexDefinition>& indexes) {
    constexpr uint32_t kIndexesMax = 1000;
    const uint32_t count = fields.Varint();
    if (count > kIndexesMax) return false;
    for (uint32_t i = 0; i < count && fields.ok(); ++i) {
      IndexDefinition index;
      if (!ReadIndex(fields, index)) return false;
      indexes.push_back(std::move(index));
    }
    return fields.ok();
  }

  static bool ReadIndex(FieldSource& fields, IndexDefinition& index) {
    constexpr uint32_t kNamesMax = 1000;
    index.name = fields.Text();
    index.kind = fields.Byte() == 0 ? IndexKind::kGlobal : IndexKind::kLocal;
    if (!ReadAttributes(fields, index.key_schema.partition) ||
        !ReadAttributes(fields, index.key_schema.sort) || index.key_schema.partition.empty()) {
      return false;
    }
    const uint8_t projection = fields.Byte();
    const uint32_t names = fields.Varint();
    if (projection > static_cast<uint8_t>(Projection::kInclude) || names > kNamesMax) return false;
    index.projection = static_cast<Projection>(projection);
    for (uint32_t i = 0; i < names && fields.ok(); ++i) {
      index.non_key_attributes.emplace_back(fields.Text());
    }
    ReadThroughput(fields, index.throughput);
    return fields.ok();
  }

  static void ReadSettings(FieldSource& fields, TableDefinition& definition) {
    definition.billing_mode =
        fields.Byte() == 0 ? BillingMode::kProvisioned : BillingMode::kPayPerRequest;
    ReadThroughput(fields, definition.throughput);
    definition.pay_per_request_since_ms = static_cast<int64_t>(fields.Fixed64());
    definition.table_class =
        fields.Byte() == 0 ? TableClass::kStandard : TableClass::kStandardInfrequentAccess;
    definition.table_class_named = fields.Byte() != 0;
    definition.deletion_protection = fields.Byte() != 0;
  }

  Result<void> ReadItems(Bytes payload) {
    const Table* table = database_.FindTable(table_key_);
    if (table == nullptr) return Damaged("items without a table");
    const KeySchema schema = table->key_schema();
    FieldSource fields(payload);
    Commit commit;
    commit.origin = CommitOrigin::kImport;
    while (!fields.AtEnd()) {
      const Bytes body = fields.Text();
      if (!fields.ok()) return Damaged("an item is cut off");
      PIXII_ASSIGN_OR_RETURN(Ref<Item> item, MakeItem(schema, body));
      const Bytes key = item->Key();
      if (!last_key_.empty() && key <= last_key_) return Damaged("items are not in order");
      last_key_ = key;
      commit.items.push_back(PlanItemChange(*table, key, nullptr, std::move(item)));
    }
    items_ += commit.items.size();
    return database_.Apply(commit);
  }

  Result<Ref<Item>> MakeItem(const KeySchema& schema, Bytes body) {
    if (!IsWellFormedEntries(body, limits::kNestingLevelsMax + 1)) {
      return Damaged("an item is malformed");
    }
    const EntryRange entries(body);
    if (!PrimaryKeyOfItem(schema, entries, false, key_).ok()) {
      return Damaged("an item does not fit its table's key");
    }
    return Item::Make(key_, body, EntriesSizeBytes(entries));
  }

  Result<void> ReadEnd(Bytes payload) {
    FieldSource fields(payload);
    const uint32_t tables = fields.Varint();
    const uint64_t items = fields.Fixed64();
    if (!fields.ok() || tables != tables_ || items != items_)
      return Damaged("something is missing");
    ended_ = true;
    return {};
  }

  ByteSource source_;
  Database database_;
  uint64_t commit_number_ = 0;
  IdGenerator ids_;
  std::string table_key_;
  std::string last_key_;
  std::string key_;
  uint32_t tables_ = 0;
  uint64_t items_ = 0;
  bool ended_ = false;
};

}  // namespace

void WriteDatabase(const Database& database, std::string& out) {
  // Once, as doubling on the way would take twice the room, which WebAssembly may not have.
  out.reserve(out.size() + database.memory_bytes());
  out.append(kMagic);
  ByteSink sink(out);
  sink.BeginPart('D');
  sink.Fixed64(database.commit_number());
  for (int i = 0; i < 4; ++i) sink.Fixed64(database.ids().state()[i]);
  sink.EndPart();
  uint64_t items = 0;
  for (auto at = database.tables().Begin(); at.Valid(); at.Next()) {
    WriteDefinition(sink, *at);
    WriteItems(sink, at->items());
    items += at->item_count();
  }
  sink.BeginPart('E');
  sink.Varint(static_cast<uint32_t>(database.tables().Count()));
  sink.Fixed64(items);
  sink.EndPart();
}

Result<Database> ReadDatabase(std::string_view bytes, uint64_t memory_bytes_max) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return Damaged("they do not begin as one");
  return Reader(bytes.substr(kMagic.size()), memory_bytes_max).Read();
}

}  // namespace pixii
