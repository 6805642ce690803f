// Reading {"S": ...} values into a ValueBuilder.
#include "core/wire/value_json.h"

#include "core/base/limits.h"
#include "core/base/messages/attribute_values.h"
#include "core/base/messages/expressions.h"
#include "core/values/number.h"
#include "core/wire/type_mismatch.h"

namespace pixii {
namespace {

constexpr std::string_view kValueClass = "class com.amazonaws.dynamodb.v20120810.AttributeValue";
constexpr std::string_view kMapClass =
    "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>";

// The type called by one letter; false if there is none.
bool FindType(char letter, ValueType& type) {
  switch (letter) {
    case 'S': type = ValueType::kString; return true;
    case 'N': type = ValueType::kNumber; return true;
    case 'B': type = ValueType::kBinary; return true;
    case 'M': type = ValueType::kMap; return true;
    case 'L': type = ValueType::kList; return true;
    default: return false;
  }
}

// The type called `name`; false if there is none.
bool FindType(std::string_view name, ValueType& type) {
  if (name.size() == 1) return FindType(name[0], type);
  for (const ValueType candidate : {ValueType::kStringSet, ValueType::kNumberSet,
                                    ValueType::kBinarySet, ValueType::kNull, ValueType::kBool}) {
    if (name == TypeName(candidate)) {
      type = candidate;
      return true;
    }
  }
  return false;
}

std::string NumberFaultText(NumberFault fault, std::string_view text) {
  switch (fault) {
    case NumberFault::kTooManyDigits: return messages::NumberTooPrecise();
    case NumberFault::kOverflow: return messages::NumberOverflow();
    case NumberFault::kUnderflow: return messages::NumberUnderflow();
    default: return messages::NotANumber(text);
  }
}

std::string EmptySetText(ValueType type) {
  if (type == ValueType::kStringSet) return messages::StringSetEmpty();
  if (type == ValueType::kNumberSet) return messages::NumberSetEmpty();
  return messages::BinarySetEmpty();
}

}  // namespace

bool ValueReader::ReadValue() { return ReadValueAt(0); }

bool ValueReader::ReadAttributes(uint32_t& count) {
  count = 0;
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kObject) return StopAtMap(json_, token, kMapClass);
  if (!json_.BeginObject()) return false;
  const size_t from = scratch_.values.size();
  JsonString name;
  while (json_.NextMember(name)) {
    builder_.Name(name.text, name.plain);
    const bool whole = fault_ == nullptr;
    if (name.text.empty()) Fault(messages::AttributeNameEmpty());
    const size_t value_from = scratch_.values.size();
    if (!ReadValueAt(0)) return false;
    if (whole && fault_ != nullptr) scratch_.faults.back()->attribute = name.text;
    if (fault_ != nullptr) {
      scratch_.values.resize(value_from);
      builder_.Null();
    }
    ++count;
  }
  if (json_.stopped()) return false;
  const size_t size = scratch_.values.size();
  builder_.EndEntries(from);
  if (scratch_.values.size() == size) return true;
  // A name came twice.
  count = 0;
  const EntryRange entries(Bytes(scratch_.values).substr(from));
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) ++count;
  return true;
}

// `depth` is the number of lists and maps around the value.
bool ValueReader::ReadValueAt(int depth) {
  const size_t start = scratch_.values.size();
  bool filled = false;
  ValueType type;
  char letter;
  if (json_.BeginObjectNamed(letter)) {
    const bool known = FindType(letter, type);
    if (!(known ? ReadMember(type, start, depth, filled) : json_.SkipValue())) return false;
    return (filled && json_.EndObjectHere()) || ReadRest(start, depth, filled);
  }
  const JsonToken token = json_.Peek();
  if (token == JsonToken::kObject) return json_.BeginObject() && ReadRest(start, depth, filled);
  if (token != JsonToken::kNull) return StopAtStructure(json_, token, kValueClass);
  Fault(messages::AttributeValueEmpty());
  builder_.Null();
  return json_.ReadNull();
}

// Reads the further members of a value that begins at `start` of the bytes.
bool ValueReader::ReadRest(size_t start, int depth, bool filled) {
  ValueType type;
  JsonString type_name;
  while (json_.NextMember(type_name)) {
    const bool known = FindType(type_name.text, type);
    if (!(known ? ReadMember(type, start, depth, filled) : json_.SkipValue())) return false;
  }
  if (json_.stopped()) return false;
  if (filled) return true;
  Fault(messages::AttributeValueEmpty());
  builder_.Null();
  return true;
}

// Reads one member of a value. A null member is none; a second one takes the place of the first, so
// that the bytes stay well formed.
bool ValueReader::ReadMember(ValueType type, size_t start, int depth, bool& filled) {
  if (json_.Peek() == JsonToken::kNull) return json_.ReadNull();
  if (filled) {
    Fault(messages::AttributeValueHasManyTypes());
    scratch_.values.resize(start);
  }
  filled = true;
  return ReadTyped(type, depth);
}

bool ValueReader::ReadTyped(ValueType type, int depth) {
  JsonString text;
  switch (type) {
    case ValueType::kString:
      if (!ReadText(text)) return false;
      builder_.String(text.text, text.plain);
      return true;
    case ValueType::kNumber: return ReadNumber();
    case ValueType::kBinary: return ReadBinary();
    case ValueType::kBool: return ReadBool();
    case ValueType::kNull: return ReadNull();
    case ValueType::kList: return ReadList(depth + 1);
    case ValueType::kMap: return ReadMap(depth + 1);
    default: return ReadSet(type);
  }
}

bool ValueReader::ReadText(JsonString& text) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kString) return StopAtScalar(json_, token, kJavaString);
  return json_.ReadString(text);
}

bool ValueReader::ReadNumber() {
  JsonString text;
  if (!ReadText(text)) return false;
  PackedNumber number;
  const NumberFault fault = ParseNumber(text.text, number);
  if (fault == NumberFault::kNone) {
    builder_.Number(number.view());
    return true;
  }
  Fault(NumberFaultText(fault, text.text));
  builder_.Number(PackInteger(0).view());  // a number all the same, as the member of a set must be
  return true;
}

bool ValueReader::ReadBinary() {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kString) return StopAtScalar(json_, token, kJavaBlob);
  JsonString text;
  Bytes bytes;
  if (!json_.ReadString(text) || !DecodeBinary(json_, text.text, arena_, bytes)) return false;
  builder_.Binary(bytes);
  return true;
}

bool ValueReader::ReadBool() {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kTrue && token != JsonToken::kFalse) {
    return StopAtScalar(json_, token, kJavaBoolean);
  }
  builder_.Bool(token == JsonToken::kTrue);
  return token == JsonToken::kTrue ? json_.ReadTrue() : json_.ReadFalse();
}

bool ValueReader::ReadNull() {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kTrue && token != JsonToken::kFalse) {
    return StopAtScalar(json_, token, kJavaBoolean);
  }
  builder_.Null();
  if (token == JsonToken::kTrue) return json_.ReadTrue();
  Fault(messages::NullMustBeTrue(), true);
  return json_.ReadFalse();
}

bool ValueReader::ReadSet(ValueType type) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kArray) return StopAtList(json_, token);
  const std::string_view set_json = json_.Rest();
  if (!json_.BeginArray()) return false;
  builder_.BeginSet(type);
  bool empty = true;
  while (json_.NextElement()) {
    if (!ReadSetMember(type)) return false;
    empty = false;
  }
  if (json_.stopped()) return false;
  if (empty) Fault(EmptySetText(type), true);
  if (builder_.EndSet()) return true;
  if (type == ValueType::kNumberSet) {
    Fault(messages::NumberSetHasDuplicates(), true);
  } else if (type == ValueType::kStringSet) {
    Fault(messages::StringSetHasDuplicates(MemberTexts(set_json)), true);
  } else {
    Fault(messages::BinarySetHasDuplicates(MemberTexts(set_json)), true);
  }
  return true;
}

bool ValueReader::ReadSetMember(ValueType type) {
  if (type == ValueType::kStringSet) return ReadTyped(ValueType::kString, 0);
  return ReadTyped(type == ValueType::kNumberSet ? ValueType::kNumber : ValueType::kBinary, 0);
}

bool ValueReader::ReadList(int depth) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kArray) return StopAtList(json_, token);
  if (!json_.BeginArray()) return false;
  if (depth >= limits::kNestingLevelsMax) Fault(messages::NestedTooDeep());
  builder_.BeginList();
  while (json_.NextElement()) {
    if (!ReadValueAt(depth)) return false;
  }
  if (json_.stopped()) return false;
  builder_.EndList();
  return true;
}

bool ValueReader::ReadMap(int depth) {
  const JsonToken token = json_.Peek();
  if (token != JsonToken::kObject) return StopAtMap(json_, token, kMapClass);
  if (!json_.BeginObject()) return false;
  if (depth >= limits::kNestingLevelsMax) Fault(messages::NestedTooDeep());
  builder_.BeginMap();
  JsonString name;
  while (json_.NextMember(name)) {
    builder_.Name(name.text, name.plain);
    if (name.text.empty()) Fault(messages::AttributeNameEmpty());
    if (!ReadValueAt(depth)) return false;
  }
  if (json_.stopped()) return false;
  builder_.EndMap();
  return true;
}

// Keeps the first fault.
void ValueReader::Fault(std::string message, bool enveloped) {
  if (fault_ != nullptr) return;
  auto fault = std::make_unique<ValueFault>();
  fault->type = ErrorType::kValidation;
  fault->message = std::move(message);
  fault->enveloped = enveloped;
  fault_ = fault.get();
  scratch_.faults.push_back(std::move(fault));
}

// The members of a set that was read without mistakes, as sent, separated by ", ".
std::string ValueReader::MemberTexts(std::string_view set_json) {
  JsonReader again(set_json, arena_);
  std::string texts;
  JsonString text;
  if (!again.BeginArray()) return texts;
  for (bool first = true; again.NextElement(); first = false) {
    if (again.Peek() != JsonToken::kString || !again.ReadString(text)) break;
    texts.append(first ? "" : ", ").append(text.text);
  }
  return texts;
}

}  // namespace pixii
