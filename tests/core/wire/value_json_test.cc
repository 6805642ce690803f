// Attribute values as JSON: every type there and back, the texts of every fault, and which faults
// wait.
#include "core/wire/value_json.h"

#include <gtest/gtest.h>

#include <string>

namespace pixii {
namespace {

// What reading one value, or the attributes of an item, gave.
struct Outcome {
  std::string stopped;  // the message with which reading stopped
  bool did_stop = false;
  std::string fault;
  bool enveloped = false;
  std::string json;  // written again, when nothing was wrong
  uint32_t count = 0;
  bool operator==(const Outcome&) const = default;
};

Outcome Read(std::string_view text, bool attributes) {
  Arena arena;
  WireScratch scratch;
  JsonReader json(text, arena);
  ValueReader reader(json, scratch, arena);
  Outcome outcome;
  const bool read = attributes ? reader.ReadAttributes(outcome.count) : reader.ReadValue();
  if (!read || !json.AtEnd()) {
    outcome.did_stop = true;
    outcome.stopped = json.error().message;
    return outcome;
  }
  if (reader.fault() != nullptr) {
    EXPECT_EQ(reader.fault()->type, ErrorType::kValidation);
    outcome.fault = reader.fault()->message;
    outcome.enveloped = reader.fault()->enveloped;
    return outcome;
  }
  JsonBuffer out;
  if (attributes) {
    EXPECT_TRUE(IsWellFormedEntries(scratch.values, 64)) << text;
    WriteAttributesJson(out, EntryRange(Bytes(scratch.values)));
  } else {
    EXPECT_TRUE(IsWellFormedValue(scratch.values, 64)) << text;
    WriteValueJson(out, ValueView(Data(scratch.values)));
  }
  outcome.json = out.view();
  return outcome;
}
std::string Again(std::string_view text) { return Read(text, false).json; }
std::string FaultOf(std::string_view text) { return Read(text, false).fault; }
// "stopped: <message>", or "" if it did not stop.
std::string StopOf(std::string_view text) {
  const Outcome outcome = Read(text, false);
  return outcome.did_stop ? "stopped: " + outcome.stopped : "";
}

TEST(ValueJson, ReadsAndWritesEveryType) {
  for (const char* text :
       {R"({"S":""})", R"({"S":"text"})", R"({"S":"a\"b\\c\n\u0001é𝄞"})", R"({"N":"0"})",
        R"({"N":"-12.5"})", R"({"B":""})", R"({"B":"AAEC/w=="})", R"({"BOOL":true})",
        R"({"BOOL":false})", R"({"NULL":true})", R"({"SS":["a","b\n","é"]})",
        R"({"NS":["-1","2","10"]})", R"({"BS":["AA==","Ag=="]})", R"({"L":[]})", R"({"M":{}})",
        R"({"L":[{"S":"a"},{"L":[{"N":"1"}]},{"NULL":true}]})",
        R"({"M":{"a":{"S":"x"},"b\"":{"M":{"c":{"BOOL":true}}}}})"}) {
    EXPECT_EQ(Again(text), text);
  }
}

TEST(ValueJson, WritesTheCanonicalForm) {
  EXPECT_EQ(Again(R"( { "N" : "+01.50e1" } )"), R"({"N":"15"})");
  EXPECT_EQ(Again(R"({"SS":["b","","a"]})"), R"({"SS":["","a","b"]})");
  EXPECT_EQ(Again(R"({"M":{"b":{"N":"1"},"a":{"N":"2"}}})"),
            R"({"M":{"a":{"N":"2"},"b":{"N":"1"}}})");
  EXPECT_EQ(Again(R"({"S":"\u0041\/"})"), R"({"S":"A/"})");
  EXPECT_EQ(Again(R"({"S":"x","N":null,"Unknown":[1,{"S":2}]})"), R"({"S":"x"})");
}

TEST(ValueJson, ReadsAnItemSortedAndCountsItsNames) {
  const Outcome item = Read(R"({"b":{"N":"1"},"a":{"S":"x"},"ab":{"BOOL":true}})", true);
  EXPECT_EQ(item.json, R"({"a":{"S":"x"},"ab":{"BOOL":true},"b":{"N":"1"}})");
  EXPECT_EQ(item.count, 3u);
  const Outcome twice = Read(R"({"b":{"N":"1"},"a":{"S":"x"},"b":{"N":"2"}})", true);
  EXPECT_EQ(twice.json, R"({"a":{"S":"x"},"b":{"N":"2"}})");
  EXPECT_EQ(twice.count, 2u);
  EXPECT_EQ(Read("{}", true).json, "{}");
}

TEST(ValueJson, TellsOfValuesWithoutOneType) {
  const std::string empty =
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
  const std::string many =
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
      "supported datatypes";
  EXPECT_EQ(FaultOf("{}"), empty);
  EXPECT_EQ(FaultOf("null"), empty);
  EXPECT_EQ(FaultOf(R"({"S":null})"), empty);
  EXPECT_EQ(FaultOf(R"({"X":"a"})"), empty);
  EXPECT_EQ(FaultOf(R"({"L":[{}]})"), empty);
  EXPECT_EQ(FaultOf(R"({"S":"a","N":"1"})"), many);
  EXPECT_EQ(FaultOf(R"({"M":{"a":{"L":[],"M":{},"SS":["a"]}}})"), many);
  EXPECT_FALSE(Read("{}", false).enveloped);
}

TEST(ValueJson, TellsOfBadNumbers) {
  EXPECT_EQ(FaultOf(R"({"N":""})"), "The parameter cannot be converted to a numeric value");
  EXPECT_EQ(FaultOf(R"({"N":"b"})"), "The parameter cannot be converted to a numeric value: b");
  EXPECT_EQ(FaultOf(R"({"N":" 1"})"), "The parameter cannot be converted to a numeric value:  1");
  EXPECT_EQ(FaultOf(R"({"N":"123456789012345678901234567890123456789"})"),
            "Attempting to store more than 38 significant digits in a Number");
  EXPECT_EQ(FaultOf(R"({"N":"1e126"})"),
            "Number overflow. Attempting to store a number with magnitude larger than supported "
            "range");
  EXPECT_EQ(FaultOf(R"({"N":"1e-131"})"),
            "Number underflow. Attempting to store a number with magnitude smaller than supported "
            "range");
  EXPECT_EQ(FaultOf(R"({"NS":["1","x"]})"),
            "The parameter cannot be converted to a numeric value: x");
  EXPECT_EQ(FaultOf(R"({"NS":["x","y"]})"),
            "The parameter cannot be converted to a numeric value: x");
}

TEST(ValueJson, TellsOfBadSetsAndNulls) {
  const std::string invalid = "One or more parameter values were invalid: ";
  EXPECT_EQ(FaultOf(R"({"SS":[]})"), invalid + "An string set  may not be empty");
  EXPECT_EQ(FaultOf(R"({"NS":[]})"), invalid + "An number set  may not be empty");
  EXPECT_EQ(FaultOf(R"({"BS":[]})"), invalid + "Binary sets should not be empty");
  EXPECT_EQ(FaultOf(R"({"SS":["b","a","b"]})"),
            invalid + "Input collection [b, a, b] contains duplicates.");
  EXPECT_EQ(FaultOf(R"({"NS":["1","1.0"]})"), "Input collection contains duplicates");
  EXPECT_EQ(FaultOf(R"({"BS":["Yg==","Yg=="]})"),
            invalid + "Input collection [Yg==, Yg==]of type BS contains duplicates.");
  EXPECT_EQ(FaultOf(R"({"NULL":false})"),
            invalid + "Null attribute value types must have the value of true");
  for (const char* text : {R"({"SS":[]})", R"({"NS":["1","1"]})", R"({"NULL":false})"}) {
    EXPECT_TRUE(Read(text, false).enveloped) << text;
  }
}

TEST(ValueJson, KeepsTheFirstFaultAndReadsOn) {
  EXPECT_EQ(Read(R"({"a":{"N":"x"},"b":{},"c":{"SS":[]}})", true).fault,
            "The parameter cannot be converted to a numeric value: x");
  // A mistake of form behind a fault of content stops all the same.
  EXPECT_EQ(StopOf(R"({"L":[{"N":"x"},{"S":1}]})"),
            "stopped: NUMBER_VALUE cannot be converted to String");
}

std::string Nested(int levels, std::string_view open, std::string_view close) {
  std::string text;
  for (int i = 0; i < levels; ++i) text.append(open);
  text.append(R"({"S":"x"})");
  for (int i = 0; i < levels; ++i) text.append(close);
  return text;
}

TEST(ValueJson, AllowsThirtyTwoLevels) {
  const std::string too_deep =
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels "
      "beyond supported limit";
  EXPECT_EQ(Again(Nested(31, R"({"L":[)", "]}")), Nested(31, R"({"L":[)", "]}"));
  EXPECT_EQ(Again(Nested(31, R"({"M":{"a":)", "}}")), Nested(31, R"({"M":{"a":)", "}}"));
  EXPECT_EQ(FaultOf(Nested(32, R"({"L":[)", "]}")), too_deep);
  EXPECT_EQ(FaultOf(Nested(32, R"({"M":{"a":)", "}}")), too_deep);
  EXPECT_EQ(FaultOf(Nested(100, R"({"L":[)", "]}")), too_deep);
  EXPECT_EQ(StopOf(Nested(500, R"({"L":[)", "]}")), "stopped: ");
}

TEST(ValueJson, StopsAtValuesOfTheWrongJsonType) {
  const std::string value_class = "class com.amazonaws.dynamodb.v20120810.AttributeValue";
  EXPECT_EQ(StopOf(R"("x")"), "stopped: Unexpected value type in payload");
  EXPECT_EQ(StopOf("1"), "stopped: Unexpected value type in payload");
  EXPECT_EQ(StopOf("[]"), "stopped: Unrecognized collection type " + value_class);
  EXPECT_EQ(StopOf(R"({"S":1})"), "stopped: NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(StopOf(R"({"S":1.5})"), "stopped: DECIMAL_VALUE cannot be converted to String");
  EXPECT_EQ(StopOf(R"({"N":true})"), "stopped: TRUE_VALUE cannot be converted to String");
  EXPECT_EQ(StopOf(R"({"N":false})"), "stopped: FALSE_VALUE cannot be converted to String");
  EXPECT_EQ(StopOf(R"({"S":[]})"), "stopped: Unrecognized collection type class java.lang.String");
  EXPECT_EQ(StopOf(R"({"S":{}})"), "stopped: Start of structure or map found where not expected");
  EXPECT_EQ(StopOf(R"({"BOOL":"x"})"), "stopped: Unexpected token received from parser");
  EXPECT_EQ(StopOf(R"({"NULL":0})"), "stopped: NUMBER_VALUE cannot be converted to Boolean");
  EXPECT_EQ(StopOf(R"({"SS":"x"})"), "stopped: Unexpected field type");
  EXPECT_EQ(StopOf(R"({"SS":[1]})"), "stopped: NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(StopOf(R"({"L":{}})"), "stopped: Start of structure or map found where not expected");
  EXPECT_EQ(StopOf(R"({"M":"x"})"), "stopped: Unexpected field type");
  EXPECT_EQ(StopOf(R"({"M":[]})"),
            "stopped: Unrecognized collection type java.util.Map<java.lang.String, "
            "com.amazonaws.dynamodb.v20120810.AttributeValue>");
}

TEST(ValueJson, StopsAtBadBase64) {
  EXPECT_EQ(StopOf(R"({"B":1})"), "stopped: only base-64-encoded strings are convertible to bytes");
  EXPECT_EQ(StopOf(R"({"B":"abc"})"),
            "stopped: Base64 encoded length is expected a multiple of 4 bytes but found: 3");
  EXPECT_EQ(StopOf(R"({"BS":["AAA="]})"), "");
  EXPECT_EQ(StopOf(R"({"BS":["AAB="]})"),
            "stopped: Invalid last non-pad Base64 character dectected");
  EXPECT_EQ(StopOf(R"({"B":"%AAA"})"), "stopped: Invalid Base64 character: '%'");
}

TEST(ValueJson, NeverReadsPastATextCutAnywhere) {
  const std::string text =
      R"({"a":{"L":[{"N":"1.5"},{"B":"AAEC"},{"SS":["x","é"]}]},"b":{"M":{"c":{"NULL":true}}}})";
  ASSERT_FALSE(Read(text, true).json.empty());
  for (size_t size = 0; size < text.size(); ++size) {
    const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_TRUE(Read({cut.data(), cut.size()}, true).did_stop) << size;
  }
}

}  // namespace
}  // namespace pixii
