// Encoding: one walk over the member table, absent members left out.
#include "core/wire/shape.h"
#include "core/wire/shape_fields.h"

namespace pixii {
namespace {

void EncodeMembers(const Shape& shape, const char* object, JsonBuffer& out);
void EncodeList(const Shape& shape, RawSpan elements, JsonBuffer& out);
void EncodeMap(const Shape& shape, RawSpan entries, JsonBuffer& out);

// REQUIRES: present.
void EncodeValue(const Shape& shape, const char* place, Holds holds, JsonBuffer& out) {
  switch (shape.kind) {
    case Kind::kString: WriteJsonString(out, FieldAs<std::string_view>(place)); break;
    case Kind::kBlob: WriteJsonBinary(out, FieldAs<std::string_view>(place)); break;
    case Kind::kInteger:
    case Kind::kLong: WriteJsonInteger(out, FieldAs<Integer>(place).value); break;
    case Kind::kDouble: WriteJsonDouble(out, FieldAs<Double>(place).value); break;
    case Kind::kBoolean: out.Append(FieldAs<Boolean>(place).value ? "true" : "false"); break;
    case Kind::kTimestamp: WriteJsonTimestamp(out, FieldAs<Timestamp>(place).milliseconds); break;
    case Kind::kAttributeValue: WriteValueJson(out, FieldAs<AttributeValue>(place).value); break;
    case Kind::kAttributeMap:
      WriteAttributesJson(out, FieldAs<AttributeMap>(place).Entries());
      break;
    case Kind::kStructure:
      EncodeMembers(shape, static_cast<const char*>(StructureAt(place, holds)), out);
      break;
    case Kind::kList: EncodeList(shape, ReadSpan(place), out); break;
    case Kind::kMap: EncodeMap(shape, ReadSpan(place), out); break;
  }
}

void EncodeMembers(const Shape& shape, const char* object, JsonBuffer& out) {
  char separator = '{';
  for (uint32_t i = 0; i < shape.member_count; ++i) {
    const Member& member = shape.members[i];
    const char* const place = object + member.offset;
    if (!IsPresent(*member.shape, place, Holds::kMember)) continue;
    char* to = out.Reserve(member.name.size() + 4);
    *to++ = separator;
    *to++ = '"';
    std::memcpy(to, member.name.data(), member.name.size());
    to += member.name.size();
    *to++ = '"';
    *to++ = ':';
    out.AdvanceTo(to);
    EncodeValue(*member.shape, place, Holds::kMember, out);
    separator = ',';
  }
  if (separator == '{') out.Push('{');
  out.Push('}');
}

// An absent element, which no operation makes, would be null.
void EncodeElement(const Shape& shape, const char* place, JsonBuffer& out) {
  if (IsPresent(shape, place, Holds::kElement)) {
    EncodeValue(shape, place, Holds::kElement, out);
  } else {
    out.Append("null");
  }
}

void EncodeList(const Shape& shape, RawSpan elements, JsonBuffer& out) {
  out.Push('[');
  for (size_t i = 0; i < elements.count; ++i) {
    if (i != 0) out.Push(',');
    EncodeElement(*shape.element, elements.data + i * shape.size, out);
  }
  out.Push(']');
}

void EncodeMap(const Shape& shape, RawSpan entries, JsonBuffer& out) {
  out.Push('{');
  for (size_t i = 0; i < entries.count; ++i) {
    if (i != 0) out.Push(',');
    const char* const entry = entries.data + i * shape.size;
    WriteJsonString(out, FieldAs<std::string_view>(entry));
    out.Push(':');
    EncodeElement(*shape.element, ValueOfEntry(entry), out);
  }
  out.Push('}');
}

}  // namespace

bool IsPresent(const Shape& shape, const void* place, Holds holds) {
  switch (shape.kind) {
    case Kind::kString:
    case Kind::kBlob: return FieldAs<std::string_view>(place).data() != nullptr;
    case Kind::kInteger:
    case Kind::kLong: return FieldAs<Integer>(place).present;
    case Kind::kDouble: return FieldAs<Double>(place).present;
    case Kind::kBoolean: return FieldAs<Boolean>(place).present;
    case Kind::kTimestamp: return FieldAs<Timestamp>(place).present;
    case Kind::kAttributeValue: return FieldAs<AttributeValue>(place).present;
    case Kind::kAttributeMap: return FieldAs<AttributeMap>(place).present;
    case Kind::kStructure: return StructureAt(place, holds) != nullptr;
    case Kind::kList:
    case Kind::kMap: return ReadSpan(place).data != nullptr;
  }
  return false;
}

void EncodeResponse(const Shape& shape, const void* response, JsonBuffer& out) {
  EncodeMembers(shape, static_cast<const char*>(response), out);
}

}  // namespace pixii
