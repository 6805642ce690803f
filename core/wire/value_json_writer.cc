// Writing values: one walk over the encoded bytes (grammar in core/values/attribute_value.h), each
// scalar with a single look at the buffer's room.
#include "core/base/base64.h"
#include "core/values/number.h"
#include "core/wire/value_json.h"

namespace pixii {
namespace {

const uint8_t* WriteValue(JsonBuffer& out, const uint8_t* at);

// The head of a string, binary or name: a length, and whether the text is plain.
struct Head {
  size_t size;
  bool plain;
};
Head ReadHead(const uint8_t*& at) {
  const uint32_t head = ReadVarint(at);
  return {head >> 1, (head & 1) != 0};
}

std::string_view Text(const uint8_t* at, size_t size) {
  return {reinterpret_cast<const char*>(at), size};
}

char* Put(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

const uint8_t* WriteString(JsonBuffer& out, const uint8_t* at) {
  const Head head = ReadHead(at);
  if (head.plain) {
    char* to = out.Reserve(head.size + 8);
    to = Put(to, R"({"S":")");
    to = Put(to, Text(at, head.size));
    to = Put(to, R"("})");
    out.AdvanceTo(to);
  } else {
    out.Append(R"({"S":)");
    WriteJsonString(out, Text(at, head.size));
    out.Push('}');
  }
  return at + head.size;
}

const uint8_t* WriteNumber(JsonBuffer& out, const uint8_t* at) {
  const size_t size = *at++;
  char* to = out.Reserve(kNumberTextSizeMax + 8);
  to = Put(to, R"({"N":")");
  to += FormatNumber(Text(at, size), to);
  to = Put(to, R"("})");
  out.AdvanceTo(to);
  return at + size;
}

const uint8_t* WriteBinary(JsonBuffer& out, const uint8_t* at) {
  const Head head = ReadHead(at);
  out.Append(R"({"B":)");
  WriteJsonBinary(out, Text(at, head.size));
  out.Push('}');
  return at + head.size;
}

// A set's member, without the type around it.
const uint8_t* WriteMember(JsonBuffer& out, const uint8_t* at) {
  const ValueView member(at);
  if (*at == 'N') {
    char* to = out.Reserve(kNumberTextSizeMax + 2);
    *to++ = '"';
    to += FormatNumber(member.AsNumber(), to);
    *to++ = '"';
    out.AdvanceTo(to);
  } else if (*at == 'B') {
    WriteJsonBinary(out, member.AsBinary());
  } else if (member.IsPlain()) {
    WritePlainJsonString(out, member.AsString());
  } else {
    WriteJsonString(out, member.AsString());
  }
  return member.Behind();
}

const uint8_t* WriteName(JsonBuffer& out, const uint8_t* at) {
  const Head head = ReadHead(at);
  if (head.plain) {
    char* to = out.Reserve(head.size + 4);
    *to++ = '"';
    to = Put(to, Text(at, head.size));
    *to++ = '"';
    *to++ = ':';
    out.AdvanceTo(to);
  } else {
    WriteJsonString(out, Text(at, head.size));
    out.Push(':');
  }
  return at + head.size;
}

void WriteEntries(JsonBuffer& out, const uint8_t* at, const uint8_t* end) {
  out.Push('{');
  while (at != end) {
    at = WriteValue(out, WriteName(out, at));
    if (at != end) out.Push(',');
  }
  out.Push('}');
}

// A list's values or a set's members, by `write`.
template <const uint8_t* (*write)(JsonBuffer&, const uint8_t*)>
void WriteArray(JsonBuffer& out, const uint8_t* at, const uint8_t* end) {
  out.Push('[');
  while (at != end) {
    at = write(out, at);
    if (at != end) out.Push(',');
  }
  out.Push(']');
}

// `at` stands behind the tag.
const uint8_t* WriteContainer(JsonBuffer& out, char tag, const uint8_t* at) {
  const uint8_t* const begin = at + 8;  // the size and the count
  const uint8_t* const end = begin + ReadFixed32(at);
  switch (tag) {
    case 'M':
      out.Append(R"({"M":)");
      WriteEntries(out, begin, end);
      break;
    case 'L':
      out.Append(R"({"L":)");
      WriteArray<WriteValue>(out, begin, end);
      break;
    case 's':
      out.Append(R"({"SS":)");
      WriteArray<WriteMember>(out, begin, end);
      break;
    case 'n':
      out.Append(R"({"NS":)");
      WriteArray<WriteMember>(out, begin, end);
      break;
    default:
      out.Append(R"({"BS":)");
      WriteArray<WriteMember>(out, begin, end);
      break;
  }
  out.Push('}');
  return end;
}

// Returns what stands behind the value. Recursion ends at the depth the reader let in.
const uint8_t* WriteValue(JsonBuffer& out, const uint8_t* at) {
  const char tag = static_cast<char>(*at++);
  switch (tag) {
    case 'S': return WriteString(out, at);
    case 'N': return WriteNumber(out, at);
    case 'B': return WriteBinary(out, at);
    case 'T': out.Append(R"({"BOOL":true})"); return at;
    case 'F': out.Append(R"({"BOOL":false})"); return at;
    case '0': out.Append(R"({"NULL":true})"); return at;
    default: return WriteContainer(out, tag, at);
  }
}

}  // namespace

void WriteValueJson(JsonBuffer& out, ValueView value) { WriteValue(out, value.at()); }

void WriteAttributesJson(JsonBuffer& out, EntryRange attributes) {
  const Bytes entries = attributes.Encoded();
  WriteEntries(out, Data(entries), Data(entries) + entries.size());
}

}  // namespace pixii
