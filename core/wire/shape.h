// Shapes: what a request or response looks like, as data. Each operation declares its structs once,
// with one member table each; the walkers below decode, check and encode by those tables, so that
// the first two classes of errors (JSON form and types, member limits) are the same code for
// everything. First and last step of a request's walk: text -> Request, and Response -> text.
//
// How an operation declares itself (core/operations/put_item.h, shortened):
//
//   struct PutItemRequest {                            // plain: public members, no base class,
//     std::string_view table_name;                     // nothing with a destructor
//     AttributeMap item;
//     std::string_view return_values;                  // an enum stays its text, checked by its
//     shape StringMap expression_attribute_names;            // = Span<MapEntry<std::string_view>>
//     AttributeMap expression_attribute_values;
//     const ReturnRules* rules;                        // a nested structure; null: absent
//     Span<Tag> tags;                                  // a list of structures, by value
//     Span<MapEntry<Span<WriteRequest>>> request_items;  // a map of lists of structures
//     Integer limit;                                   // integer or long; limit.present,
//     limit.value
//   };
//
//   inline constexpr std::string_view kReturnValueNames[] = {      // in the order AWS prints them
//       "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"};
//   inline constexpr Shape kReturnValueShape = shape::Enum("ReturnValue", kReturnValueNames);
//   inline constexpr Shape kLimitShape = shape::Integer({.name = "PositiveIntegerObject", .min =
//   1}); inline constexpr Shape kTagListShape = shape::List<Tag>({.name = "TagList"}, kTagShape);
//   inline constexpr Shape kWriteRequestsShape =
//       shape::List<WriteRequest>({.name = "WriteRequests", .min = 1, .max = 25},
//       kWriteRequestShape);
//   inline constexpr Shape kRequestItemsShape = shape::Map<Span<WriteRequest>>(
//       {.name = "BatchWriteItemRequestMap", .min = 1, .max = 25}, kTableArnShape,
//       kWriteRequestsShape);
//
//   inline constexpr Member kPutItemRequestMembers[] = {
//       {"TableName", PIXII_FIELD(PutItemRequest, table_name), kTableArnShape, Presence::kRequired,
//        Report::kAlone},
//       {"Item", PIXII_FIELD(PutItemRequest, item), kAttributeMapShape, Presence::kRequired},
//       {"ReturnValues", PIXII_FIELD(PutItemRequest, return_values), kReturnValueShape},
//       ...
//   };
//   inline constexpr Shape kPutItemRequestShape =
//       shape::Structure<PutItemRequest>("PutItemInput", kPutItemRequestMembers);
//
// and uses it:
//
//   PutItemRequest request{};                          // all absent
//   PIXII_RETURN_IF_ERROR(DecodeRequest(kPutItemRequestShape, body, arena, scratch, &request));
//   PIXII_RETURN_IF_ERROR(CheckRequest(kPutItemRequestShape, &request));
//   if (request.item.fault != nullptr) return *request.item.fault;    // in the operation's own
//   order
//   ...
//   EncodeResponse(kPutItemResponseShape, &response, out);
//
// A field whose C++ type does not fit its shape does not compile. The names given to shapes are the
// service model's; they appear in error messages, in the generated client types, and a test looks
// them up in the model. The order of a table is the order of output and of reported violations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/arena.h"
#include "core/values/attribute_value.h"
#include "core/wire/json_writer.h"
#include "core/wire/value_json.h"
#include "pixii/error.h"

namespace pixii {

// ---------------------------------------------------------------------------------------------
// The types of members. All of them live in the call's Arena, or in place in the request's body,
// and are trivially destructible; default-made, each is absent, and all its bytes are zero.
//
//   string, blob (decoded), enum   std::string_view   absent: data() == nullptr; "" has size 0 only
//   integer, long                  Integer            absent: !present
//   double                         Double             absent: !present
//   boolean                        Boolean            absent: !present
//   timestamp                      Timestamp          absent: !present
//   attribute value                AttributeValue     absent: !present
//   item, key, any S -> value map  AttributeMap       absent: !present
//   structure                      const T*           absent: nullptr
//   list                           Span<T>            absent: data == nullptr; T by value
//   map                            Span<MapEntry<T>>  absent: data == nullptr; T by value, body
//   order
//
// Elements of lists and maps are any of these types, with structures by value (T, not const T*).

// Integers of both widths; 32-bit ones are range-checked while decoding.
struct Integer {
  int64_t value = 0;
  bool present = false;
  constexpr Integer() = default;
  constexpr Integer(int64_t number) : value(number), present(true) {}  // NOLINT
  int64_t ValueOr(int64_t otherwise) const { return present ? value : otherwise; }
};
struct Double {
  double value = 0;
  bool present = false;
  constexpr Double() = default;
  constexpr Double(double number) : value(number), present(true) {}  // NOLINT
};
struct Boolean {
  bool value = false;
  bool present = false;
  constexpr Boolean() = default;
  constexpr Boolean(bool truth) : value(truth), present(true) {}  // NOLINT
  bool ValueOr(bool otherwise) const { return present ? value : otherwise; }
};
// On the wire: epoch seconds with a fraction.
struct Timestamp {
  int64_t milliseconds = 0;
  bool present = false;
  constexpr Timestamp() = default;
  constexpr explicit Timestamp(int64_t at) : milliseconds(at), present(true) {}
};

// One attribute value. Exactly one of `value` and `fault` is set when present. A fault is something
// AWS refuses only after checking other things first (a bad number, an empty set, two types...): it
// waits here until the operation asks. In a response only `value` counts.
struct AttributeValue {
  ValueView value;
  const ValueFault* fault = nullptr;
  bool present = false;
  AttributeValue() = default;
  AttributeValue(ValueView v) : value(v), present(static_cast<bool>(v)) {}  // NOLINT
};

// An item, a key, expression attribute values: names to attribute values as one encoded entry run
// (attribute_value.h), sorted by name. With a fault (the first one met), only the names in
// `entries` count. `count` is the number of distinct names; in a response it is not looked at.
struct AttributeMap {
  Bytes entries;
  uint32_t count = 0;
  bool present = false;
  const ValueFault* fault = nullptr;
  AttributeMap() = default;
  explicit AttributeMap(Bytes run) : entries(run), present(true) {}
  EntryRange Entries() const { return EntryRange(entries); }
};

template <class T>
struct MapEntry {
  std::string_view key;
  T value{};
};
using StringMap = Span<MapEntry<std::string_view>>;

// ---------------------------------------------------------------------------------------------
// Shapes

enum class Kind : uint8_t {
  kString,
  kBlob,
  kInteger,
  kLong,
  kDouble,
  kBoolean,
  kTimestamp,
  kAttributeValue,
  kAttributeMap,
  kStructure,
  kList,
  kMap
};

// The patterns of the service model, each with a matcher written by hand (pattern.h).
enum class Pattern : uint8_t {
  kNone,
  kName,          // [a-zA-Z0-9_.-]+
  kNameOrArn,     // the same, or an ARN, whose length is that of the name at its end
  kClientToken,   // ^[^\$]+$
  kAccount,       // [0-9]{12}
  kTableId,       // [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
  kImportToken,   // ([0-9a-f]{16})+
  kCsvDelimiter,  // [,;:|\t ]
  kCsvHeader,     // [\x20-\x21\x23-\x2B\x2D-\x7E]*
  kPrintable,     // \p{Print}+
  kBucket,        // ^[a-z0-9A-Z]+[\.\-\w]*[a-z0-9A-Z]+$
  kRoleArn,       // [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*
  kInsightsRule,  // [A-Za-z0-9][A-Za-z0-9\-\_\.]{0,126}[A-Za-z0-9]
};

inline constexpr int64_t kUnlimited = INT64_MIN;

struct Member;

// One type of the service model with its limits. Immutable, constexpr, never freed.
struct Shape {
  Kind kind = Kind::kString;
  Pattern pattern = Pattern::kNone;
  // A structure that reports its first wrong enum value alone (UpdateItem on AWS).
  bool stops_at_first_enum = false;
  // An enum whose wrong values the operation tells of in words of its own.
  bool enum_of_its_own = false;
  // The model's name of the shape.
  std::string_view name;
  // Bounds of the length of strings and blobs, of the number of elements of lists and maps, or of
  // the value of integers; kUnlimited where there is none.
  int64_t min = kUnlimited;
  int64_t max = kUnlimited;
  // An enum's values, in the order in which AWS lists them; none: not an enum.
  Span<const std::string_view> enum_values{};
  // Elements of a list, values of a map; and a map's keys.
  const Shape* element = nullptr;
  const Shape* key = nullptr;
  // A structure's members.
  const Member* members = nullptr;
  uint32_t member_count = 0;
  // Bytes a structure takes; bytes from one element of a list or map to the next.
  uint32_t size = 0;
};

enum class Presence : uint8_t {
  kOptional,
  kRequired,  // `Value null at 'tableName' failed to satisfy constraint: Member must not be null`
  kRequiredParameter,  // `The parameter 'TableName' is required but was not present in the request`
};
enum class Report : uint8_t {
  kTogether,          // with all other violations, up to ten
  kAlone,             // a violation of this member hides all others (TableName of data operations)
  kLengthFirst,       // kTogether, and the length is told before the characters (names of indexes
                      // in definitions)
  kAloneLengthFirst,  // kAlone, and the length is told before the characters (TableName of the
                      // control plane)
  kBatchWriteTables,  // kAlone, and emptiness is told as `The requestItems parameter is required
                      // for BatchWriteItem`
  kWithoutValue,      // kTogether, but too short a value is told without the value and under the
                      // member's own name (BatchGetItem's RequestItems)
};

namespace shape_internal {
template <class T>
struct FieldAt {
  size_t offset;
};
template <class T>
constexpr bool Fits(const Shape& shape);
// Not constexpr: calling it while a table is built is the compile error.
void FieldTypeDoesNotFitItsShape();
}  // namespace shape_internal

// Names a struct's field in a member table. A macro, because C++20 has no other way to get at a
// field's type and its offset at once.
#define PIXII_FIELD(structure, field) \
  ::pixii::shape_internal::FieldAt<decltype(structure::field)> { offsetof(structure, field) }

// One row of a member table.
struct Member {
  template <class T>
  consteval Member(std::string_view member_name, shape_internal::FieldAt<T> field,
                   const Shape& member_shape, Presence required = Presence::kOptional,
                   Report reported = Report::kTogether)
      : name(member_name),
        shape(&member_shape),
        offset(static_cast<uint32_t>(field.offset)),
        presence(required),
        report(reported) {
    if (!shape_internal::Fits<T>(member_shape)) shape_internal::FieldTypeDoesNotFitItsShape();
  }
  std::string_view name;  // as on the wire: PascalCase, or camelCase inside streams
  const Shape* shape;
  uint32_t offset;
  Presence presence;
  Report report;
};

// ---------------------------------------------------------------------------------------------
// Making shapes

namespace shape {

struct Limits {
  std::string_view name;
  int64_t min = kUnlimited;
  int64_t max = kUnlimited;
  Pattern pattern = Pattern::kNone;
};

constexpr Shape Scalar(Kind kind, const Limits& limits) {
  Shape result;
  result.kind = kind;
  result.name = limits.name;
  result.min = limits.min;
  result.max = limits.max;
  result.pattern = limits.pattern;
  return result;
}
constexpr Shape String(const Limits& limits) { return Scalar(Kind::kString, limits); }
constexpr Shape Blob(const Limits& limits) { return Scalar(Kind::kBlob, limits); }
constexpr Shape Integer(const Limits& limits) { return Scalar(Kind::kInteger, limits); }
constexpr Shape Long(const Limits& limits) { return Scalar(Kind::kLong, limits); }
constexpr Shape Double(const Limits& limits) { return Scalar(Kind::kDouble, limits); }
constexpr Shape Boolean(const Limits& limits) { return Scalar(Kind::kBoolean, limits); }
constexpr Shape Timestamp(const Limits& limits) { return Scalar(Kind::kTimestamp, limits); }
// `limits` count the entries.
constexpr Shape AttributeMap(const Limits& limits) { return Scalar(Kind::kAttributeMap, limits); }

// A string of a closed set. `values` is a constexpr array in the order AWS prints it.
template <size_t N>
constexpr Shape Enum(std::string_view name, const std::string_view (&values)[N]) {
  Shape result = Scalar(Kind::kString, {.name = name});
  result.enum_values = {values, N};
  return result;
}
// A list whose elements are T: the field is a Span<T>. `limits` count the elements.
template <class T>
constexpr Shape List(const Limits& limits, const Shape& element) {
  if (!shape_internal::Fits<T>(element)) shape_internal::FieldTypeDoesNotFitItsShape();
  Shape result = Scalar(Kind::kList, limits);
  result.element = &element;
  result.size = sizeof(T);
  return result;
}
// A map whose values are T: the field is a Span<MapEntry<T>>. `limits` count the entries.
template <class T>
constexpr Shape Map(const Limits& limits, const Shape& key, const Shape& value) {
  if (!shape_internal::Fits<T>(value)) shape_internal::FieldTypeDoesNotFitItsShape();
  if (offsetof(MapEntry<T>, value) != sizeof(std::string_view)) {
    shape_internal::FieldTypeDoesNotFitItsShape();
  }
  Shape result = Scalar(Kind::kMap, limits);
  result.key = &key;
  result.element = &value;
  result.size = sizeof(MapEntry<T>);
  return result;
}
// A structure laid out as T. An operation without members: Structure<T>("ListXInput").
template <class T, size_t N>
constexpr Shape Structure(std::string_view name, const Member (&members)[N]) {
  static_assert(std::is_trivially_destructible_v<T> && std::is_standard_layout_v<T>);
  Shape result = Scalar(Kind::kStructure, {.name = name});
  result.members = members;
  result.member_count = N;
  result.size = sizeof(T);
  return result;
}
template <class T>
constexpr Shape Structure(std::string_view name) {
  Shape result = Scalar(Kind::kStructure, {.name = name});
  result.size = sizeof(T);
  return result;
}
// `enumeration` with enum_of_its_own set.
constexpr Shape WithEnumOfItsOwn(Shape enumeration) {
  enumeration.enum_of_its_own = true;
  return enumeration;
}
// `structure` with stops_at_first_enum set.
constexpr Shape StoppingAtFirstEnum(Shape structure) {
  structure.stops_at_first_enum = true;
  return structure;
}

}  // namespace shape

// Shapes without limits of their own, for members that have none.
inline constexpr Shape kStringShape = shape::String({.name = "String"});
inline constexpr Shape kBooleanShape = shape::Boolean({.name = "BooleanObject"});
inline constexpr Shape kIntegerShape = shape::Integer({.name = "Integer"});
inline constexpr Shape kLongShape = shape::Long({.name = "Long"});
inline constexpr Shape kDoubleShape = shape::Double({.name = "Double"});
inline constexpr Shape kTimestampShape = shape::Timestamp({.name = "Date"});
inline constexpr Shape kAttributeValueShape =
    shape::Scalar(Kind::kAttributeValue, {.name = "AttributeValue"});
inline constexpr Shape kAttributeMapShape = shape::AttributeMap({.name = "AttributeMap"});

// ---------------------------------------------------------------------------------------------
// The walkers

// Reads the JSON text `body` into `request`, a value-initialised struct of `shape`'s type. Unknown
// members are skipped, though their syntax is checked; null is absent; of a member given twice the
// last counts. What is decoded points into `body`, `arena` and (faults) `scratch`, whose earlier
// faults end here. Errors: kSerialization. Any bytes are safe; hostile depth is refused. REQUIRES:
// shape is a structure.
Result<void> DecodeRequest(const Shape& shape, std::string_view body, Arena& arena,
                           WireScratch& scratch, void* request);

// Holds a decoded request against the limits of its shape, all levels down.
// Errors: kValidation: "N validation errors detected: ..." with up to ten violations.
// REQUIRES: shape is a structure, request of its type.
Result<void> CheckRequest(const Shape& shape, const void* request);

// Appends `response` as a JSON object; absent members are left out.
// REQUIRES: shape is a structure, response of its type.
void EncodeResponse(const Shape& shape, const void* response, JsonBuffer& out);

// ---------------------------------------------------------------------------------------------
namespace shape_internal {

template <class T>
struct SpanOf {
  static constexpr bool kIs = false;
};
template <class T>
struct SpanOf<Span<T>> {
  static constexpr bool kIs = true;
  using Element = std::remove_const_t<T>;
};
template <class T>
struct EntryOf {
  static constexpr bool kIs = false;
};
template <class T>
struct EntryOf<MapEntry<T>> {
  static constexpr bool kIs = true;
  using Value = T;
};

template <class T>
constexpr bool FitsSpan(const Shape& shape) {
  if constexpr (EntryOf<T>::kIs) {
    return shape.kind == Kind::kMap && shape.size == sizeof(T) &&
           Fits<typename EntryOf<T>::Value>(*shape.element);
  } else {
    return shape.kind == Kind::kList && shape.size == sizeof(T) && Fits<T>(*shape.element);
  }
}

template <class T>
constexpr bool Fits(const Shape& shape) {
  const Kind kind = shape.kind;
  if constexpr (std::is_same_v<T, std::string_view>) {
    return kind == Kind::kString || kind == Kind::kBlob;
  } else if constexpr (std::is_same_v<T, Integer>) {
    return kind == Kind::kInteger || kind == Kind::kLong;
  } else if constexpr (std::is_same_v<T, Double>) {
    return kind == Kind::kDouble;
  } else if constexpr (std::is_same_v<T, Boolean>) {
    return kind == Kind::kBoolean;
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    return kind == Kind::kTimestamp;
  } else if constexpr (std::is_same_v<T, AttributeValue>) {
    return kind == Kind::kAttributeValue;
  } else if constexpr (std::is_same_v<T, AttributeMap>) {
    return kind == Kind::kAttributeMap;
  } else if constexpr (std::is_pointer_v<T>) {
    return kind == Kind::kStructure && shape.size == sizeof(std::remove_pointer_t<T>);
  } else if constexpr (SpanOf<T>::kIs) {
    return FitsSpan<typename SpanOf<T>::Element>(shape);
  } else {
    return kind == Kind::kStructure && shape.size == sizeof(T);
  }
}

}  // namespace shape_internal

}  // namespace pixii
