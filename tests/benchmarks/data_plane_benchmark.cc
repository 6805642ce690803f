// How much do the larger operations cost, held against the small ones they are made of? Both sides
// are Engine::Call, in alternating rounds of one run, median of the rounds:
//
//   PutItem with two GSIs     the same PutItem into a table without indexes
//   UpdateItem, condition     PutItem of the same item: one change of one map, too
//   BatchWriteItem of 25      25 PutItems
//   TransactWriteItems of 4   one PutItem
//   PartiQL SELECT by key     GetItem of the same item; the statement is cached after its first
//   call Query on a GSI            a plain loop that writes the same 1 MB of JSON (answer_pieces.h)
//   Scan, COUNT, filter       the same Scan without its nested filter, which lets nothing through
#include "tests/benchmarks/answer_pieces.h"
#include "tests/benchmarks/workload.h"

using pixii::Engine;
using pixii::benchmark::AnswerPieces;
using pixii::benchmark::Call;
using pixii::benchmark::Compare;
using pixii::benchmark::Compared;
using pixii::benchmark::CreateTable;
using pixii::benchmark::KilobyteItem;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;
using pixii::benchmark::Report;

namespace {

constexpr size_t kItems = 10000;
constexpr size_t kCalls = 100;
constexpr size_t kRounds = 400;
constexpr size_t kVersions = 2;

// Another item each time, in an order that no prefetcher follows.
size_t Spread(size_t i) { return i * 7919 % kItems; }

std::string Key(size_t i) { return "item-" + std::to_string(i); }

// An item that differs from its other version in one number; its attributes `g` and `h` are keys of
// indexes.
std::string Versioned(size_t i, size_t version) {
  return KilobyteItem(Key(i), R"(,"g":{"S":"group-)" + std::to_string(i % 100) +
                                  R"("},"h":{"S":"house-)" + std::to_string(i % 500) +
                                  R"("},"version":{"N":")" + std::to_string(version) + "\"}");
}

void CreateIndexedTable(Engine& engine, const std::string& name) {
  const auto index = [](const std::string& index_name, const std::string& attribute) {
    return R"({"IndexName":")" + index_name + R"(","KeySchema":[{"AttributeName":")" + attribute +
           R"(","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}})";
  };
  Call(
      engine, "CreateTable",
      R"({"TableName":")" + name + R"(","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[)" +
          R"({"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"},)" +
          R"({"AttributeName":"h","AttributeType":"S"}],)" +
          R"("KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"GlobalSecondaryIndexes":[)" +
          index("ByGroup", "g") + "," + index("ByHouse", "h") + "]}");
}

// A table of kItems items, in both versions as requests.
struct Workload {
  std::unique_ptr<Engine> engine = OpenEngine();
  std::vector<std::string> puts[kVersions];

  explicit Workload(bool indexed = false) {
    if (indexed) {
      CreateIndexedTable(*engine, "Things");
    } else {
      CreateTable(*engine, "Things");
    }
    for (size_t i = 0; i < kItems; ++i) {
      for (size_t version = 0; version < kVersions; ++version) {
        puts[version].push_back(PutBody("Things", Versioned(i, version)));
      }
      Call(*engine, "PutItem", puts[0].back());
    }
  }

  // Run i of all puts; each changes what its item was.
  void Put(size_t i) { Call(*engine, "PutItem", puts[(i / kItems + 1) % kVersions][Spread(i)]); }
};

void PutWithIndexes() {
  Workload indexed(true);
  Workload plain;
  const Compared put = Compare(
      kCalls, kRounds, [&](size_t i) { indexed.Put(i); }, [&](size_t i) { plain.Put(i); });
  Report("PutItem with two GSIs", put.ours_ns, put.limit_ns, "ns");
}

void UpdateWithCondition() {
  Workload updated;
  Workload put;
  std::vector<std::string> updates[kVersions];
  for (size_t i = 0; i < kItems; ++i) {
    for (size_t version = 0; version < kVersions; ++version) {
      const std::string next = std::to_string(version);
      const std::string before = std::to_string(1 - version);
      updates[version].push_back(
          R"({"TableName":"Things","Key":{"pk":{"S":")" + Key(i) +
          R"("}},"UpdateExpression":"SET version = :next","ConditionExpression":"version = :now",)" +
          R"("ExpressionAttributeValues":{":next":{"N":")" + next + R"("},":now":{"N":")" + before +
          "\"}}}");
    }
  }
  const Compared update = Compare(
      kCalls, kRounds,
      [&](size_t i) {
        Call(*updated.engine, "UpdateItem", updates[(i / kItems + 1) % kVersions][Spread(i)]);
      },
      [&](size_t i) { put.Put(i); });
  Report("UpdateItem with a condition", update.ours_ns, update.limit_ns, "ns");
}

// The members `make` gives for `size` neighbours each, joined, for each round over all items.
template <class Make>
std::vector<std::string> Joined(size_t size, const std::string& open, const std::string& close,
                                Make make) {
  std::vector<std::string> bodies;
  for (size_t version = kVersions; version-- > 0;) {
    for (size_t first = 0; first + size <= kItems; first += size) {
      std::string body = open;
      for (size_t i = first; i < first + size; ++i) {
        if (i > first) body += ',';
        body += make(Versioned(Spread(i), version));
      }
      bodies.push_back(body + close);
    }
  }
  return bodies;
}

// `operation` with `bodies`, each of `size` puts, beside `puts` PutItems.
void CompareGroup(const char* row, const char* operation, const std::vector<std::string>& bodies,
                  size_t puts) {
  Workload grouped;
  Workload single;
  const size_t rounds = kRounds / 4;
  const Compared group = Compare(
      4, rounds, [&](size_t i) { Call(*grouped.engine, operation, bodies[i % bodies.size()]); },
      [&](size_t i) {
        for (size_t put = 0; put < puts; ++put) single.Put(i * puts + put);
      });
  Report(row, group.ours_ns, group.limit_ns, "ns");
}

void Groups() {
  const auto batches =
      Joined(25, R"({"RequestItems":{"Things":[)", "]}}",
             [](const std::string& item) { return R"({"PutRequest":{"Item":)" + item + "}}"; });
  CompareGroup("BatchWriteItem of 25", "BatchWriteItem", batches, 25);
  const auto transactions = Joined(4, R"({"TransactItems":[)", "]}", [](const std::string& item) {
    return R"({"Put":{"TableName":"Things","Item":)" + item + "}}";
  });
  CompareGroup("TransactWriteItems of 4", "TransactWriteItems", transactions, 1);
}

void SelectByKey() {
  Workload table;
  std::vector<std::string> selects, gets;
  for (size_t i = 0; i < kItems; ++i) {
    selects.push_back(R"({"Statement":"SELECT * FROM Things WHERE pk=?","Parameters":[{"S":")" +
                      Key(i) + "\"}]}");
    gets.push_back(pixii::benchmark::GetBody("Things", Key(i)));
  }
  const Compared selected = Compare(
      kCalls, kRounds,
      [&](size_t i) { Call(*table.engine, "ExecuteStatement", selects[Spread(i)]); },
      // Other items, which the first side has not just brought into the cache.
      [&](size_t i) { Call(*table.engine, "GetItem", gets[Spread(i + kItems / 2)]); });
  Report("PartiQL SELECT by key", selected.ours_ns, selected.limit_ns, "ns");
}

void IndexQuery() {
  auto engine = OpenEngine();
  CreateIndexedTable(*engine, "Things");
  for (size_t i = 0; i < 2000; ++i) {
    const std::string more = R"(,"g":{"S":"all"},"n":{"N":")" + std::to_string(i) + "\"}";
    Call(*engine, "PutItem", PutBody("Things", KilobyteItem(Key(i), more)));
  }
  const std::string query = R"({"TableName":"Things","IndexName":"ByGroup",)"
                            R"("KeyConditionExpression":"g = :g",)"
                            R"("ExpressionAttributeValues":{":g":{"S":"all"}}})";
  const AnswerPieces pieces(Call(*engine, "Query", query));
  std::string written(pieces.SizeMax(), '\0');
  const Compared queried = Compare(
      1, kRounds, [&](size_t) { Call(*engine, "Query", query); },
      [&](size_t) { pieces.Write(written.data()); });
  Report("Query of a 1 MB page of a GSI", queried.ours_ns, queried.limit_ns, "ns");
}

void FilteredScan() {
  Workload table;
  const std::string scan = R"({"TableName":"Things","Select":"COUNT")";
  const std::string filtered = scan + R"(,"FilterExpression":"address.city = :c AND price > :n",)" +
                               R"("ExpressionAttributeValues":{":c":{"S":"Shelbyville"},)" +
                               R"(":n":{"N":"40"}}})";
  const Compared scanned = Compare(
      1, kRounds, [&](size_t) { Call(*table.engine, "Scan", filtered); },
      [&](size_t) { Call(*table.engine, "Scan", scan + "}"); });
  Report("Scan, COUNT, nested filter", scanned.ours_ns, scanned.limit_ns, "ns");
}

}  // namespace

int main(int count, char** arguments) {
  const std::string only = count > 1 ? arguments[1] : "";
  const std::pair<const char*, void (*)()> parts[] = {
      {"indexes", PutWithIndexes}, {"updates", UpdateWithCondition}, {"groups", Groups},
      {"statements", SelectByKey}, {"index-query", IndexQuery},      {"filter", FilteredScan}};
  for (const auto& [name, run] : parts) {
    if (only.empty() || only == name) run();
  }
}
