// Writing a change as the JSON of Kinesis data records.
#include "core/operations/data_record_json.h"

#include <string>

#include "core/operations/get_records.h"
#include "core/wire/value_json.h"

namespace pixii {
namespace {

// 32 hexadecimal digits as a UUID: 8-4-4-4-12.
std::string AsUuid(std::string_view digits) {
  std::string uuid;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) uuid.push_back('-');
    uuid.push_back(digits[i]);
  }
  return uuid;
}

void WriteImage(JsonBuffer& out, std::string_view name, const Ref<Item>& image) {
  if (!image) return;
  out.Append(name);
  WriteAttributesJson(out, image->Attributes());
}

void WriteChange(const StreamRecord& record, JsonBuffer& out) {
  std::string keys;
  record.source->CopyKeys(record.Keyed().Attributes(), keys);
  out.Append(R"({"ApproximateCreationDateTime":)");
  WriteJsonInteger(out, record.microseconds ? record.time_ms * 1000 : record.time_ms);
  out.Append(R"(,"ApproximateCreationDateTimePrecision":)");
  out.Append(record.microseconds ? R"("MICROSECOND")" : R"("MILLISECOND")");
  out.Append(R"(,"Keys":)");
  WriteAttributesJson(out, EntryRange(keys));
  WriteImage(out, R"(,"NewImage":)", record.new_image);
  WriteImage(out, R"(,"OldImage":)", record.old_image);
  out.Append(R"(,"SizeBytes":)");
  WriteJsonInteger(out, static_cast<int64_t>(record.SizeBytes(EntryRange(keys))));
  out.Push('}');
}

}  // namespace

void WriteDataRecordJson(const StreamRecord& record, JsonBuffer& out) {
  out.Append(R"({"awsRegion":)");
  WriteJsonString(out, record.source->region());
  out.Append(R"(,"eventID":)");
  WriteJsonString(out, AsUuid(EventId(record.sequence)));
  out.Append(R"(,"eventName":)");
  WriteJsonString(out, kOperationTypeValues[static_cast<size_t>(record.kind)]);
  out.Append(R"(,"userIdentity":)");
  out.Append(record.expired ? R"({"type":"Service","principalId":"dynamodb.amazonaws.com"})"
                            : "null");
  out.Append(R"(,"recordFormat":"application/json","tableName":)");
  WriteJsonString(out, record.source->table_name());
  out.Append(R"(,"dynamodb":)");
  WriteChange(record, out);
  out.Append(R"(,"eventSource":"aws:dynamodb"})");
}

}  // namespace pixii
