// The {"S": ...} form of attribute values: read from JSON straight into encoded values
// (core/values/attribute_value.h), and written straight out of them. No tree in between.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/values/attribute_value.h"
#include "core/values/value_builder.h"
#include "core/wire/json_reader.h"
#include "core/wire/json_writer.h"
#include "pixii/error.h"

namespace pixii {

// Reads attribute values, appending each to the builder of a WireScratch. Two kinds of mistakes:
// JSON and base64 faults stop reading at once and stand in the JsonReader as kSerialization; faults of
// content (a bad number, an empty set, two types in one value, more than 32 levels) are remembered,
// the first one in `fault`, and reading goes on. After a fault the appended bytes mean nothing.
class ValueReader {
 public:
  // Borrows all three. Faults and unescaped text are placed in `arena`.
  ValueReader(JsonReader& json, ValueBuilder& builder, Arena& arena)
      : json_(json), builder_(builder), arena_(arena) {}

  // One {"S": ...}; a JSON null counts as {}. False: stopped.
  bool ReadValue();
  // {"name": {"S": ...}, ...} as one entry run, sorted, that begins at `from`, the present end of
  // the builder's bytes. `count` receives the number of distinct names. False: stopped.
  bool ReadAttributes(size_t from, uint32_t& count);

  // The first fault of content since construction, or null.
  const Error* fault() const { return fault_; }

 private:
  bool ReadMember(std::string_view type, int depth, bool& filled);
  bool ReadTyped(ValueType type, int depth);
  bool ReadValueAt(int depth);
  bool ReadNumber();
  bool ReadBinary();
  bool ReadBool();
  bool ReadNull();
  bool ReadSet(ValueType type);
  bool ReadList(int depth);
  bool ReadMap(int depth);
  void Fault(std::string message);

  JsonReader& json_;
  ValueBuilder& builder_;
  Arena& arena_;
  const Error* fault_ = nullptr;
};

// Appends {"S":"..."} of whatever type `value` has.
void WriteValueJson(JsonBuffer& out, ValueView value);
// Appends {"name":{"S":"..."},...}.
void WriteAttributesJson(JsonBuffer& out, EntryRange attributes);

}  // namespace pixii
