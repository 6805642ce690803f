// Prints the requests and responses of all operations as one JSON text: the source of the client's
// types and of the list of operations in the README.
//
//   {"operations": [{"service": "DynamoDB_20120810", "name": "PutItem", "request": type,
//   "response": type}]} type := {"type": "structure", "name": "PutItemInput",
//            "members": [{"name": "TableName", "required": true, "value": type}]}
//         | {"type": "list", "name": .., "element": type, "min": 1, "max": 25}
//         | {"type": "map", "name": .., "key": type, "value": type, ..}
//         | {"type": "string", "name": .., "enum": [..], "min": .., "max": .., "pattern": ".."}
//         | {"type": "blob" | "integer" | "long" | "double" | "boolean" | "timestamp" |
//         "attributeValue"
//                    | "attributeMap", "name": .., ..}
#include <cstdio>

#include "core/operations/operation_table.h"
#include "core/wire/json_writer.h"
#include "core/wire/pattern.h"

namespace pixii {
namespace {

void WriteType(JsonBuffer& out, const Shape& shape);

std::string_view KindName(Kind kind) {
  switch (kind) {
    case Kind::kString: return "string";
    case Kind::kBlob: return "blob";
    case Kind::kInteger: return "integer";
    case Kind::kLong: return "long";
    case Kind::kDouble: return "double";
    case Kind::kBoolean: return "boolean";
    case Kind::kTimestamp: return "timestamp";
    case Kind::kAttributeValue: return "attributeValue";
    case Kind::kAttributeMap: return "attributeMap";
    case Kind::kStructure: return "structure";
    case Kind::kList: return "list";
    case Kind::kMap: return "map";
  }
  return {};
}

std::string_view ServiceName(Service service) {
  switch (service) {
    case Service::kDynamoDb: return "DynamoDB_20120810";
    case Service::kStreams: return "DynamoDBStreams_20120810";
    case Service::kKinesis: return "Kinesis_20131202";
    case Service::kAutoScaling: return "AnyScaleFrontendService";
    case Service::kCloudWatch: return "GraniteServiceVersion20100801";
    case Service::kPixii: return "Pixii_1";
  }
  return {};
}

void WriteText(JsonBuffer& out, std::string_view name, std::string_view text) {
  WriteJsonString(out, name);
  out.Push(':');
  WriteJsonString(out, text);
}

void WriteMembers(JsonBuffer& out, const Shape& shape) {
  out.Append(",\"members\":[");
  for (uint32_t i = 0; i < shape.member_count; ++i) {
    const Member& member = shape.members[i];
    out.Append(i == 0 ? "{" : ",{");
    WriteText(out, "name", member.name);
    out.Append(member.presence == Presence::kOptional ? "" : ",\"required\":true");
    out.Append(",\"value\":");
    WriteType(out, *member.shape);
    out.Push('}');
  }
  out.Push(']');
}

void WriteLimits(JsonBuffer& out, const Shape& shape) {
  if (shape.min != kUnlimited) {
    out.Append(",\"min\":");
    WriteJsonInteger(out, shape.min);
  }
  if (shape.max != kUnlimited) {
    out.Append(",\"max\":");
    WriteJsonInteger(out, shape.max);
  }
  if (shape.pattern != Pattern::kNone) {
    out.Push(',');
    WriteText(out, "pattern", PatternText(shape.pattern));
  }
  if (shape.enum_values.empty()) return;
  out.Append(",\"enum\":");
  char separator = '[';
  for (const std::string_view value : shape.enum_values) {
    out.Push(separator);
    WriteJsonString(out, value);
    separator = ',';
  }
  out.Push(']');
}

void WriteType(JsonBuffer& out, const Shape& shape) {
  out.Push('{');
  WriteText(out, "type", KindName(shape.kind));
  out.Push(',');
  WriteText(out, "name", shape.name);
  WriteLimits(out, shape);
  if (shape.kind == Kind::kStructure) WriteMembers(out, shape);
  if (shape.kind == Kind::kList) {
    out.Append(",\"element\":");
    WriteType(out, *shape.element);
  }
  if (shape.kind == Kind::kMap) {
    out.Append(",\"key\":");
    WriteType(out, *shape.key);
    out.Append(",\"value\":");
    WriteType(out, *shape.element);
  }
  out.Push('}');
}

void WriteOperation(JsonBuffer& out, const OperationRow& row) {
  out.Push('{');
  WriteText(out, "service", ServiceName(row.service));
  out.Push(',');
  WriteText(out, "name", row.name);
  out.Append(",\"request\":");
  WriteType(out, *row.request);
  out.Append(",\"response\":");
  WriteType(out, *row.response);
  out.Push('}');
}

void PrintShapes() {
  JsonBuffer out;
  out.Append("{\"operations\":[\n");
  bool first = true;
  for (const OperationRow& row : Operations()) {
    if (!first) out.Append(",\n");
    first = false;
    WriteOperation(out, row);
  }
  out.Append("\n]}\n");
  std::fwrite(out.view().data(), 1, out.size(), stdout);
}

}  // namespace
}  // namespace pixii

int main() {
  pixii::PrintShapes();
  return 0;
}
