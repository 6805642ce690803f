// A made-up operation with every kind of member, for the tests and the fuzzing of the walkers.
#pragma once

#include "core/wire/shape.h"

namespace pixii::sample {

struct Tag {
  std::string_view key;
  std::string_view value;
};
struct Rules {
  Integer limit;
  Span<Tag> tags;
};
struct PutRequest {
  AttributeMap item;
};
struct WriteRequest {
  const PutRequest* put;
};
struct Request {
  std::string_view table_name;
  AttributeMap item;
  AttributeValue value;
  std::string_view mode;
  std::string_view blob;
  Integer small;
  Integer large;
  Double ratio;
  Boolean flag;
  Timestamp at;
  const Rules* rules;
  Span<std::string_view> names;
  Span<AttributeValue> values;
  StringMap words;
  Span<MapEntry<Span<WriteRequest>>> request_items;
  Span<MapEntry<Rules>> rules_by_name;
};

inline constexpr Shape kNameShape =
    shape::String({.name = "TableName", .min = 3, .max = 10, .pattern = Pattern::kName});
inline constexpr Shape kShortShape = shape::String({.name = "Short", .max = 4});
inline constexpr Member kTagMembers[] = {
    {"Key", PIXII_FIELD(Tag, key), kShortShape, Presence::kRequired},
    {"Value", PIXII_FIELD(Tag, value), kStringShape},
};
inline constexpr Shape kTagShape = shape::Structure<Tag>("Tag", kTagMembers);
inline constexpr Shape kTagListShape = shape::List<Tag>({.name = "TagList", .max = 3}, kTagShape);
inline constexpr Shape kLimitShape = shape::Integer({.name = "Limit", .min = 1, .max = 9});
inline constexpr Member kRulesMembers[] = {
    {"Limit", PIXII_FIELD(Rules, limit), kLimitShape},
    {"Tags", PIXII_FIELD(Rules, tags), kTagListShape},
};
inline constexpr Shape kRulesShape = shape::Structure<Rules>("Rules", kRulesMembers);
inline constexpr Member kPutMembers[] = {
    {"Item", PIXII_FIELD(PutRequest, item), kAttributeMapShape, Presence::kRequired},
};
inline constexpr Shape kPutShape = shape::Structure<PutRequest>("PutRequest", kPutMembers);
inline constexpr Member kWriteMembers[] = {
    {"PutRequest", PIXII_FIELD(WriteRequest, put), kPutShape},
};
inline constexpr Shape kWriteShape = shape::Structure<WriteRequest>("WriteRequest", kWriteMembers);
inline constexpr Shape kWritesShape =
    shape::List<WriteRequest>({.name = "WriteRequests", .min = 1, .max = 2}, kWriteShape);
inline constexpr Shape kRequestItemsShape = shape::Map<Span<WriteRequest>>(
    {.name = "RequestItems", .min = 1, .max = 3}, kNameShape, kWritesShape);
inline constexpr Shape kRulesByNameShape =
    shape::Map<Rules>({.name = "RulesByName"}, kStringShape, kRulesShape);
inline constexpr Shape kNamesShape =
    shape::List<std::string_view>({.name = "Names", .min = 1}, kShortShape);
inline constexpr Shape kValuesShape =
    shape::List<AttributeValue>({.name = "Values"}, kAttributeValueShape);
inline constexpr Shape kWordsShape =
    shape::Map<std::string_view>({.name = "Words"}, kStringShape, kStringShape);
inline constexpr std::string_view kModes[] = {"FAST", "SLOW"};
inline constexpr Shape kModeShape = shape::Enum("Mode", kModes);
inline constexpr Shape kBlobShape = shape::Blob({.name = "Blob", .max = 8});

inline constexpr Member kRequestMembers[] = {
    {"TableName", PIXII_FIELD(Request, table_name), kNameShape, Presence::kRequired,
     Report::kAlone},
    {"Item", PIXII_FIELD(Request, item), kAttributeMapShape},
    {"Value", PIXII_FIELD(Request, value), kAttributeValueShape},
    {"Mode", PIXII_FIELD(Request, mode), kModeShape},
    {"Blob", PIXII_FIELD(Request, blob), kBlobShape},
    {"Small", PIXII_FIELD(Request, small), kLimitShape},
    {"Large", PIXII_FIELD(Request, large), kLongShape},
    {"Ratio", PIXII_FIELD(Request, ratio), kDoubleShape},
    {"Flag", PIXII_FIELD(Request, flag), kBooleanShape},
    {"At", PIXII_FIELD(Request, at), kTimestampShape},
    {"Rules", PIXII_FIELD(Request, rules), kRulesShape},
    {"Names", PIXII_FIELD(Request, names), kNamesShape},
    {"Values", PIXII_FIELD(Request, values), kValuesShape},
    {"Words", PIXII_FIELD(Request, words), kWordsShape},
    {"RequestItems", PIXII_FIELD(Request, request_items), kRequestItemsShape},
    {"RulesByName", PIXII_FIELD(Request, rules_by_name), kRulesByNameShape},
};
inline constexpr Shape kRequestShape = shape::Structure<Request>("SampleInput", kRequestMembers);

}  // namespace pixii::sample
