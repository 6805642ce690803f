// The {"S": ...} form of attribute values: read from JSON straight into encoded values
// (core/values/attribute_value.h), and written straight out of them. No tree in between.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/values/attribute_value.h"
#include "core/values/value_builder.h"
#include "core/wire/json_reader.h"
#include "core/wire/json_writer.h"
#include "pixii/error.h"

namespace pixii {

// Something in an attribute value that AWS refuses only after checking other things first: it waits
// until the operation asks. An Error like any other, of kValidation.
struct ValueFault : Error {
  // Belongs to the families before which PutItem, UpdateItem and DeleteItem write
  // "1 validation error detected: " (empty and duplicate sets, NULL false).
  bool enveloped = false;
  // The attribute of the map, at its top level, in whose value the fault lies; "" outside maps.
  std::string attribute{};
};

// Working memory of reading values, kept from call to call so that nothing is allocated twice.
struct WireScratch {
  WireScratch() = default;
  WireScratch(const WireScratch&) = delete;
  WireScratch& operator=(const WireScratch&) = delete;
  std::string values;
  ValueBuilder builder{values};
  // Owns the faults met since the last Reset.
  std::vector<std::unique_ptr<ValueFault>> faults;
  void Reset() {
    values.clear();
    builder.Reset();
    faults.clear();
  }
};

// Reads attribute values, appending each to `values` of a WireScratch. Two kinds of mistakes:
// JSON and base64 faults stop reading at once and stand in the JsonReader as kSerialization; faults
// of content (a bad number, an empty set, two types in one value, more than 32 levels) are
// remembered, the first one in `fault`, and reading goes on. After a fault the appended bytes mean
// nothing.
class ValueReader {
 public:
  // Borrows all three. Unescaped text is placed in `arena`, faults in `scratch`.
  ValueReader(JsonReader& json, WireScratch& scratch, Arena& arena)
      : json_(json), scratch_(scratch), builder_(scratch.builder), arena_(arena) {}

  // One {"S": ...}; a JSON null counts as {}. False: stopped.
  bool ReadValue();
  // {"name": {"S": ...}, ...} as one entry run, sorted, appended to the scratch's `values`. `count`
  // receives the number of distinct names. False: stopped.
  bool ReadAttributes(uint32_t& count);

  // The first fault of content since construction, or null. Lives until scratch.Reset().
  const ValueFault* fault() const { return fault_; }

 private:
  bool ReadValueAt(int depth);
  bool ReadRest(size_t start, int depth, bool filled);
  bool ReadMember(ValueType type, size_t start, int depth, bool& filled);
  bool ReadTyped(ValueType type, int depth);
  bool ReadText(JsonString& text);
  bool ReadNumber();
  bool ReadBinary();
  bool ReadBool();
  bool ReadNull();
  bool ReadSet(ValueType type);
  bool ReadSetMember(ValueType type);
  bool ReadList(int depth);
  bool ReadMap(int depth);
  void Fault(std::string message, bool enveloped = false);
  std::string MemberTexts(std::string_view set_json);

  JsonReader& json_;
  WireScratch& scratch_;
  ValueBuilder& builder_;
  Arena& arena_;
  const ValueFault* fault_ = nullptr;
};

// Appends {"S":"..."} of whatever type `value` has.
void WriteValueJson(JsonBuffer& out, ValueView value);
// Appends {"name":{"S":"..."},...}.
void WriteAttributesJson(JsonBuffer& out, EntryRange attributes);

}  // namespace pixii
