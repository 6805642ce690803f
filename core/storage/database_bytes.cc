// Writing and reading whole databases. Reading trusts nothing: checksums first, then every field,
// then the invariants of every item.
#include "core/storage/database_bytes.h"

#include <array>

#include "core/base/limits.h"
#include "core/base/messages/pixii.h"
#include "core/metering/meters.h"
#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/storage/definition_bytes.h"
#include "core/storage/idempotency_bytes.h"
#include "core/storage/meters_bytes.h"
#include "core/storage/scaling_bytes.h"
#include "core/storage/stream_bytes.h"
#include "core/storage/time_bytes.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

constexpr std::string_view kMagic = "pixiidb4";
constexpr size_t kPartBytes = 1 << 20;

Error Damaged(std::string_view what) {
  return {ErrorType::kDamagedData, messages::DamagedData(what)};
}

void WriteTable(ByteSink& sink, const Table& table) {
  sink.BeginPart('T');
  WriteDefinition(table.definition(), table.Key(), sink);
  sink.EndPart();
}

void WriteItems(ByteSink& sink, const OrderedMap<Item>& items) {
  auto at = items.Begin();
  while (at.Valid()) {
    sink.BeginPart('I');
    for (; at.Valid() && sink.PartSize() < kPartBytes; at.Next()) sink.Text(at->Body());
    sink.EndPart();
  }
}

void WriteTokens(ByteSink& sink, const OrderedMap<RequestToken>& tokens) {
  auto at = tokens.Begin();
  while (at.Valid()) {
    sink.BeginPart('R');
    for (; at.Valid() && sink.PartSize() < kPartBytes; at.Next()) WriteToken(*at, sink);
    sink.EndPart();
  }
}

void WriteAllMeters(ByteSink& sink, const Database& database) {
  for (auto at = database.tables().Begin(); at.Valid(); at.Next()) {
    sink.BeginPart('M');
    WriteTableMeters(database, *at, sink);
    sink.EndPart();
  }
  sink.BeginPart('N');
  WriteMeters(database, sink);
  sink.EndPart();
  if (database.meters().ended().empty()) return;
  sink.BeginPart('G');
  WriteEndedMetrics(database, sink);
  sink.EndPart();
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
    std::array<uint64_t, 4> state{};
    for (uint64_t& word : state) word = fields.Fixed64();
    if (state == std::array<uint64_t, 4>{}) return Damaged("the ids have no state");
    // A generator is its state: seeding one with it would change a bit.
    ids_ = __builtin_bit_cast(IdGenerator, state);
    if (!fields.ok() || !fields.AtEnd()) return Damaged("the first part is malformed");
    return {};
  }

  Result<void> ReadPart(const Part& part) {
    switch (part.kind) {
      case 'T': return ReadTable(part.payload);
      case 'I': return ReadItems(part.payload);
      case 'R': return ReadRequestTokens(part.payload);
      case 'C':
        if (!ReadTime(part.payload, database_)) return Damaged("clock or due work are malformed");
        return {};
      case 'A':
        if (!ReadScaling(part.payload, database_.OwnScaling())) {
          return Damaged("auto scaling is malformed");
        }
        return {};
      case 'M':
        if (!ReadTableMeters(part.payload, database_)) return Damaged("a meter is malformed");
        return {};
      case 'N':
        if (!ReadMeters(part.payload, database_)) return Damaged("metrics are malformed");
        return {};
      case 'G':
        if (!ReadEndedMetrics(part.payload, database_)) return Damaged("metrics are malformed");
        return {};
      case 'Q': return StreamsAre(streams_.ReadHead(part.payload));
      case 'S': return StreamsAre(streams_.ReadStream(part.payload));
      case 'H': return StreamsAre(streams_.ReadRecords(part.payload));
      case 'K': return StreamsAre(streams_.ReadDataStream(part.payload));
      case 'L': return StreamsAre(streams_.ReadDataRecords(part.payload));
      case 'E': return ReadEnd(part.payload);
      default: return Damaged("a part of unknown kind");
    }
  }

  Result<void> ReadTable(Bytes payload) {
    TableDefinition definition;
    if (!ReadDefinition(payload, definition, table_key_) ||
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

  Result<void> ReadRequestTokens(Bytes payload) {
    std::vector<Ref<RequestToken>> tokens;
    if (!ReadTokens(payload, tokens)) return Damaged("a request token is malformed");
    for (Ref<RequestToken>& token : tokens) {
      Commit commit;
      commit.origin = CommitOrigin::kImport;
      commit.token = std::move(token);
      PIXII_RETURN_IF_ERROR(database_.Apply(commit));
    }
    return {};
  }

  static Result<void> StreamsAre(bool whole) {
    return whole ? Result<void>{} : Damaged("a stream is malformed");
  }

  // Every stream has its place, and every table whose stream is on has one.
  Result<void> AdoptStreams() {
    if (!streams_.Whole()) return Damaged("a stream is missing");
    StreamStore& store = database_.OwnStreams();
    store.AdoptSequence(streams_.next_sequence());
    for (const Ref<Stream>& stream : streams_.streams()) store.Adopt(stream);
    for (const Ref<DataStream>& stream : streams_.data_streams()) store.Adopt(stream);
    for (auto at = database_.tables().Begin(); at.Valid(); at.Next()) {
      const StreamSettings& settings = at->definition().stream;
      const Stream* stream = store.Find(StreamKey(at->Key(), settings.label_ms));
      if (settings.enabled && (stream == nullptr || !stream->is_enabled())) {
        return Damaged("a table's stream is missing");
      }
    }
    return database_.CheckMemory();
  }

  Result<void> ReadEnd(Bytes payload) {
    PIXII_RETURN_IF_ERROR(AdoptStreams());
    FieldSource fields(payload);
    const uint32_t tables = fields.Varint();
    const uint64_t items = fields.Fixed64();
    const uint64_t tokens = fields.Fixed64();
    if (!fields.ok() || tables != tables_ || items != items_ ||
        tokens != database_.tokens().all().Count()) {
      return Damaged("something is missing");
    }
    ended_ = true;
    return {};
  }

  ByteSource source_;
  Database database_;
  StreamReader streams_;
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
    WriteTable(sink, *at);
    WriteItems(sink, at->items());
    items += at->item_count();
  }
  WriteTokens(sink, database.tokens().all());
  WriteStreams(database.streams(), sink);
  // Behind the tables, which set due times of their own while they are read.
  sink.BeginPart('C');
  WriteTime(database, sink);
  sink.EndPart();
  if (!database.scaling().Empty()) {
    sink.BeginPart('A');
    WriteScaling(database.scaling(), sink);
    sink.EndPart();
  }
  WriteAllMeters(sink, database);
  sink.BeginPart('E');
  sink.Varint(static_cast<uint32_t>(database.tables().Count()));
  sink.Fixed64(items);
  sink.Fixed64(database.tokens().all().Count());
  sink.EndPart();
}

Result<Database> ReadDatabase(std::string_view bytes, uint64_t memory_bytes_max) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return Damaged("they do not begin as one");
  return Reader(bytes.substr(kMagic.size()), memory_bytes_max).Read();
}

}  // namespace pixii
