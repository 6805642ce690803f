// Decoding: one walk over the JSON text and the member table side by side, straight into the
// struct.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>
#include <vector>

#include "core/base/messages/serialization.h"
#include "core/wire/json_reader.h"
#include "core/wire/shape.h"
#include "core/wire/shape_fields.h"
#include "core/wire/type_mismatch.h"

namespace pixii {
namespace {

// No host takes bodies even near this; above it, lengths would not fit their encoded heads.
constexpr size_t kBodySizeMax = size_t{1} << 30;
// Times beyond this, some 30,000 years away, could not keep their milliseconds in a double.
constexpr double kSecondsMax = 1e12;
// Up to here a map's keys are compared with each other, above they are sorted.
constexpr size_t kFewEntries = 32;

class RequestDecoder {
 public:
  RequestDecoder(std::string_view body, Arena& arena, WireScratch& scratch)
      : json_(body, arena), arena_(arena), scratch_(scratch) {}

  bool DecodeBody(const Shape& shape, void* request);
  Error error() const { return json_.error(); }

 private:
  bool DecodeMembers(const Shape& shape, char* object);
  bool DecodeValue(const Shape& shape, char* place, Holds holds);
  bool DecodeString(char* place);
  bool DecodeBlob(char* place);
  bool DecodeInteger(const Shape& shape, char* place);
  bool DecodeNumber(JavaType type, double& number);
  bool DecodeBoolean(char* place);
  bool DecodeTimestamp(char* place);
  bool DecodeAttributeValue(char* place);
  bool DecodeAttributeMap(char* place);
  bool DecodeStructure(const Shape& shape, char* place, Holds holds);
  bool DecodeList(const Shape& shape, char* place);
  bool DecodeMap(const Shape& shape, char* place);
  Bytes TakeValues(size_t from);

  JsonReader json_;
  Arena& arena_;
  WireScratch& scratch_;
};

// Elements of `stride` bytes in the arena, growing by doubling; new ones are zero, which is absent.
class ElementRun {
 public:
  ElementRun(Arena& arena, size_t stride) : arena_(arena), stride_(stride) { Grow(); }
  char* Add() {
    if (count_ == capacity_) Grow();
    char* const element = data_ + count_++ * stride_;
    std::memset(element, 0, stride_);
    return element;
  }
  RawSpan span() const { return {data_, count_}; }

 private:
  void Grow() {
    capacity_ = capacity_ == 0 ? 4 : capacity_ * 2;
    char* const data = static_cast<char*>(arena_.Allocate(capacity_ * stride_));
    if (count_ != 0) std::memcpy(data, data_, count_ * stride_);
    data_ = data;
  }

  Arena& arena_;
  const size_t stride_;
  char* data_ = nullptr;
  size_t count_ = 0;
  size_t capacity_ = 0;
};

// The member called `name`, or null. Members usually come in the table's order, so the search
// begins at `next`, and `next` is set behind what was found.
const Member* FindMember(const Shape& shape, std::string_view name, uint32_t& next) {
  for (uint32_t i = next; i < shape.member_count; ++i) {
    if (shape.members[i].name == name) {
      next = i + 1;
      return &shape.members[i];
    }
  }
  for (uint32_t i = 0; i < next; ++i) {
    if (shape.members[i].name == name) {
      next = i + 1;
      return &shape.members[i];
    }
  }
  return nullptr;
}

constexpr std::string_view kPackage = "com.amazonaws.dynamodb.v20120810.";

// A type as Java would write it.
std::string JavaName(const Shape& shape) {
  switch (shape.kind) {
    case Kind::kStructure: return std::string(kPackage).append(shape.name);
    case Kind::kAttributeValue: return std::string(kPackage).append("AttributeValue");
    case Kind::kAttributeMap:
      return "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>";
    case Kind::kList: return "java.util.List<" + JavaName(*shape.element) + ">";
    case Kind::kMap: return "java.util.Map<java.lang.String, " + JavaName(*shape.element) + ">";
    case Kind::kBlob: return "java.nio.ByteBuffer";
    case Kind::kTimestamp: return "java.util.Date";
    case Kind::kInteger: return "java.lang.Integer";
    case Kind::kLong: return "java.lang.Long";
    case Kind::kDouble: return "java.lang.Double";
    case Kind::kBoolean: return "java.lang.Boolean";
    case Kind::kString: break;
  }
  return "java.lang.String";
}

std::string_view KeyOf(RawSpan entries, size_t stride, size_t index) {
  return FieldAs<std::string_view>(entries.data + index * stride);
}

// Marks the entries of a large map that are followed by one of the same key.
std::vector<bool> FindOverwritten(RawSpan entries, size_t stride) {
  std::vector<uint32_t> order(entries.count);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t left, uint32_t right) {
    const int compared = KeyOf(entries, stride, left).compare(KeyOf(entries, stride, right));
    return compared != 0 ? compared < 0 : left < right;
  });
  std::vector<bool> overwritten(entries.count);
  for (size_t i = 1; i < order.size(); ++i) {
    if (KeyOf(entries, stride, order[i - 1]) == KeyOf(entries, stride, order[i])) {
      overwritten[order[i - 1]] = true;
    }
  }
  return overwritten;
}

bool IsOverwritten(RawSpan entries, size_t stride, size_t index) {
  for (size_t later = index + 1; later < entries.count; ++later) {
    if (KeyOf(entries, stride, later) == KeyOf(entries, stride, index)) return true;
  }
  return false;
}

// Leaves the last of several entries of one key.
RawSpan KeepLastOfEachKey(RawSpan entries, size_t stride) {
  std::vector<bool> overwritten;
  if (entries.count > kFewEntries) overwritten = FindOverwritten(entries, stride);
  char* const data = const_cast<char*>(entries.data);
  size_t kept = 0;
  for (size_t i = 0; i < entries.count; ++i) {
    if (overwritten.empty() ? IsOverwritten(entries, stride, i) : overwritten[i]) continue;
    if (kept != i) std::memcpy(data + kept * stride, data + i * stride, stride);
    ++kept;
  }
  return {entries.data, kept};
}

bool RequestDecoder::DecodeBody(const Shape& shape, void* request) {
  if (json_.Peek() != JsonToken::kObject) return json_.StopMalformed();
  return DecodeMembers(shape, static_cast<char*>(request)) && json_.AtEnd();
}

bool RequestDecoder::DecodeMembers(const Shape& shape, char* object) {
  if (!json_.BeginObject()) return false;
  uint32_t next = 0;
  JsonString name;
  while (json_.NextMember(name)) {
    const Member* const member = FindMember(shape, name.text, next);
    const bool decoded = member == nullptr
                             ? json_.SkipValue()
                             : DecodeValue(*member->shape, object + member->offset, Holds::kMember);
    if (!decoded) return false;
  }
  return !json_.stopped();
}

bool RequestDecoder::DecodeValue(const Shape& shape, char* place, Holds holds) {
  const JsonToken token = json_.Peek();
  if (token == JsonToken::kNull && shape.kind != Kind::kAttributeValue) {
    std::memset(
        place, 0,
        holds == Holds::kElement && shape.kind == Kind::kStructure ? shape.size : FieldSize(shape));
    return json_.ReadNull();
  }
  switch (shape.kind) {
    case Kind::kString: return DecodeString(place);
    case Kind::kBlob: return DecodeBlob(place);
    case Kind::kInteger:
    case Kind::kLong: return DecodeInteger(shape, place);
    case Kind::kBoolean: return DecodeBoolean(place);
    case Kind::kTimestamp: return DecodeTimestamp(place);
    case Kind::kAttributeValue: return DecodeAttributeValue(place);
    case Kind::kAttributeMap: return DecodeAttributeMap(place);
    case Kind::kStructure: return DecodeStructure(shape, place, holds);
    case Kind::kList: return DecodeList(shape, place);
    case Kind::kMap: return DecodeMap(shape, place);
    case Kind::kDouble: break;
  }
  double number = 0;
  if (!DecodeNumber(kJavaDouble, number)) return false;
  FieldAs<Double>(place) = Double(number);
  return true;
}

bool RequestDecoder::DecodeString(char* place) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kString) return StopAtScalar(json_, token, kJavaString);
  JsonString string;
  if (!json_.ReadString(string)) return false;
  FieldAs<std::string_view>(place) = string.text;
  return true;
}

bool RequestDecoder::DecodeBlob(char* place) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kString) return StopAtScalar(json_, token, kJavaBlob);
  JsonString string;
  return json_.ReadString(string) &&
         DecodeBinary(json_, string.text, arena_, FieldAs<std::string_view>(place));
}

bool RequestDecoder::DecodeInteger(const Shape& shape, char* place) {
  const JavaType type = shape.kind == Kind::kInteger ? kJavaInteger : kJavaLong;
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kNumber) return StopAtScalar(json_, token, type);
  std::string_view text;
  if (!json_.ReadNumber(text)) return false;
  if (text.find_first_of(".eE") != text.npos) {
    return json_.Stop(messages::CannotBeConverted("DECIMAL_VALUE", type.word));
  }
  int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool fits = read.ec == std::errc() &&
                    (shape.kind == Kind::kLong || (number >= INT32_MIN && number <= INT32_MAX));
  if (!fits) return json_.Stop(messages::CannotBeConverted("NUMBER_VALUE", type.word));
  FieldAs<Integer>(place) = Integer(number);
  return true;
}

bool RequestDecoder::DecodeNumber(JavaType type, double& number) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kNumber) return StopAtScalar(json_, token, type);
  std::string_view text;
  if (!json_.ReadNumber(text)) return false;
  number = std::strtod(std::string(text).c_str(), nullptr);
  return std::isfinite(number) ||
         json_.Stop(messages::CannotBeConverted("NUMBER_VALUE", type.word));
}

bool RequestDecoder::DecodeBoolean(char* place) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kTrue && token != JsonToken::kFalse) {
    return StopAtScalar(json_, token, kJavaBoolean);
  }
  FieldAs<Boolean>(place) = Boolean(token == JsonToken::kTrue);
  return token == JsonToken::kTrue ? json_.ReadTrue() : json_.ReadFalse();
}

bool RequestDecoder::DecodeTimestamp(char* place) {
  double seconds = 0;
  if (!DecodeNumber(kJavaDate, seconds)) return false;
  if (std::fabs(seconds) > kSecondsMax) {
    return json_.Stop(messages::CannotBeConverted("NUMBER_VALUE", kJavaDate.word));
  }
  FieldAs<Timestamp>(place) = Timestamp(static_cast<int64_t>(std::llround(seconds * 1000)));
  return true;
}

// The values appended behind `from`, moved to where they live as long as the request.
Bytes RequestDecoder::TakeValues(size_t from) {
  if (scratch_.values.size() == from) return {};
  const Bytes values = arena_.Copy(Bytes(scratch_.values).substr(from));
  scratch_.values.resize(from);
  return values;
}

bool RequestDecoder::DecodeAttributeValue(char* place) {
  const size_t from = scratch_.values.size();
  ValueReader reader(json_, scratch_, arena_);
  if (!reader.ReadValue()) return false;
  const Bytes value = TakeValues(from);
  AttributeValue result;
  result.present = true;
  result.fault = reader.fault();
  if (result.fault == nullptr) result.value = ValueView(Data(value));
  FieldAs<AttributeValue>(place) = result;
  return true;
}

bool RequestDecoder::DecodeAttributeMap(char* place) {
  const size_t from = scratch_.values.size();
  ValueReader reader(json_, scratch_, arena_);
  AttributeMap result;
  if (!reader.ReadAttributes(result.count)) return false;
  const Bytes entries = TakeValues(from);
  result.present = true;
  result.fault = reader.fault();
  result.entries = entries;
  FieldAs<AttributeMap>(place) = result;
  return true;
}

bool RequestDecoder::DecodeStructure(const Shape& shape, char* place, Holds holds) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kObject) return StopAtStructure(json_, token, "class " + JavaName(shape));
  if (holds == Holds::kElement) return DecodeMembers(shape, place);
  char* const object = static_cast<char*>(arena_.Allocate(shape.size));
  std::memset(object, 0, shape.size);
  WritePointer(place, object);
  return DecodeMembers(shape, object);
}

bool RequestDecoder::DecodeList(const Shape& shape, char* place) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kArray) return StopAtList(json_, token);
  if (!json_.BeginArray()) return false;
  ElementRun elements(arena_, shape.size);
  while (json_.NextElement()) {
    if (!DecodeValue(*shape.element, elements.Add(), Holds::kElement)) return false;
  }
  WriteSpan(place, elements.span());
  return !json_.stopped();
}

bool RequestDecoder::DecodeMap(const Shape& shape, char* place) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kObject) return StopAtMap(json_, token, JavaName(shape));
  if (!json_.BeginObject()) return false;
  ElementRun entries(arena_, shape.size);
  JsonString key;
  while (json_.NextMember(key)) {
    char* const entry = entries.Add();
    FieldAs<std::string_view>(entry) = key.text;
    char* const value = entry + sizeof(std::string_view);
    if (!DecodeValue(*shape.element, value, Holds::kElement)) return false;
  }
  WriteSpan(place, KeepLastOfEachKey(entries.span(), shape.size));
  return !json_.stopped();
}

}  // namespace

Result<void> DecodeRequest(const Shape& shape, std::string_view body, Arena& arena,
                           WireScratch& scratch, void* request) {
  scratch.Reset();
  if (body.size() > kBodySizeMax) return Error{ErrorType::kSerialization, {}, {}};
  RequestDecoder decoder(body, arena, scratch);
  if (!decoder.DecodeBody(shape, request)) return decoder.error();
  return {};
}

}  // namespace pixii
