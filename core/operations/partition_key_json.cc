// From hashes and encoded keys to JSON.
#include "core/operations/partition_key_json.h"

#include "core/base/base64.h"
#include "core/values/key_bytes.h"
#include "core/values/number.h"

namespace pixii {
namespace {

// Keys begin with their hash, so that the items of a hash stand together.
std::string KeyAmong(const OrderedMap<Item>& items, const KeySchema& schema, uint64_t hash) {
  std::string begin;
  AppendBigEndian64(begin, hash);
  const auto at = items.LowerBound(begin);
  if (!at.Valid() || HashOfKey(at->Key()) != hash) return {};
  return PartitionKeyJson(schema, at->Key());
}

}  // namespace

std::string PartitionKeyJson(const KeySchema& schema, Bytes key) {
  JsonBuffer json;
  json.Push('{');
  size_t at = 8;
  for (const KeyAttribute& attribute : schema.partition) {
    if (at > 8) json.Push(',');
    WriteJsonString(json, attribute.name);
    const std::optional<std::string> value = TakeKeyPart(key, attribute.type, at);
    if (!value) return {};
    switch (attribute.type) {
      case ValueType::kNumber:
        json.Append(R"(:{"N":)");
        WriteJsonString(json, NumberText(*value));
        break;
      case ValueType::kBinary:
        json.Append(R"(:{"B":)");
        WriteJsonString(json, Base64Text(*value));
        break;
      default: json.Append(R"(:{"S":)"); WriteJsonString(json, *value);
    }
    json.Push('}');
  }
  json.Push('}');
  return std::string(json.view());
}

std::string PartitionKeyOfHash(const Database& database, const Table& table, IndexPlace index,
                               uint64_t hash) {
  const KeySchema& schema =
      index ? table.definition().indexes[*index].key_schema : table.key_schema();
  std::string key =
      KeyAmong(index ? table.index_entries(*index).entries : table.items(), schema, hash);
  if (!key.empty()) return key;
  const std::string arn = ResourceArn(table, index);
  for (const ThrottleRecord& record : database.meters().throttles()) {
    if (record.resource_arn == arn && record.throttle.hash == hash) key = record.key;
  }
  return key;
}

}  // namespace pixii
