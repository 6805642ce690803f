// Decoding by shapes: every kind of member, absence, order, repetition, and the texts for wrong
// types.
#include <gtest/gtest.h>

#include <string>

#include "core/wire/shape.h"
#include "tests/support/sample_shapes.h"

namespace pixii {
namespace {

class ShapeDecode : public testing::Test {
 protected:
  // The message with which decoding ended; "ok" if it did not.
  std::string Decode(std::string_view body) {
    request_ = {};
    const Result<void> result =
        DecodeRequest(sample::kRequestShape, body, arena_, scratch_, &request_);
    if (result.ok()) return "ok";
    EXPECT_EQ(result.error().type, ErrorType::kSerialization);
    return result.error().message;
  }

  Arena arena_;
  WireScratch scratch_;
  sample::Request request_{};
};

TEST_F(ShapeDecode, ReadsEveryKindOfMember) {
  const std::string body =
      R"({"TableName":"Things","Item":{"b":{"S":"x"},"a":{"N":"1"}},"Value":{"BOOL":true},)"
      R"("Mode":"FAST","Blob":"AAEC","Small":5,"Large":-9223372036854775808,"Ratio":0.25,)"
      R"("Flag":false,"At":1700000000.123,"Rules":{"Limit":3,"Tags":[{"Key":"k","Value":"v"}]},)"
      R"("Names":["a","b\n"],"Values":[{"N":"1"},{"S":"x"}],"Words":{"#a":"b","#c":"d"},)"
      R"("RequestItems":{"T":[{"PutRequest":{"Item":{}}},{}]},"RulesByName":{"r":{"Limit":1}}})";
  ASSERT_EQ(Decode(body), "ok");
  EXPECT_EQ(request_.table_name, "Things");
  EXPECT_EQ(request_.table_name.data(), body.data() + body.find("Things"));
  EXPECT_EQ(request_.item.count, 2u);
  EXPECT_EQ(request_.item.Entries().Find("b").AsString(), "x");
  EXPECT_TRUE(request_.value.value.AsBool());
  EXPECT_EQ(request_.mode, "FAST");
  EXPECT_EQ(request_.blob, std::string_view("\0\1\2", 3));
  EXPECT_EQ(request_.small.value, 5);
  EXPECT_EQ(request_.large.value, INT64_MIN);
  EXPECT_EQ(request_.ratio.value, 0.25);
  EXPECT_TRUE(request_.flag.present);
  EXPECT_FALSE(request_.flag.value);
  EXPECT_EQ(request_.at.milliseconds, 1'700'000'000'123);
  ASSERT_NE(request_.rules, nullptr);
  EXPECT_EQ(request_.rules->limit.value, 3);
  ASSERT_EQ(request_.rules->tags.count, 1u);
  EXPECT_EQ(request_.rules->tags[0].value, "v");
  ASSERT_EQ(request_.names.count, 2u);
  EXPECT_EQ(request_.names[1], "b\n");
  ASSERT_EQ(request_.values.count, 2u);
  EXPECT_EQ(request_.values[1].value.AsString(), "x");
  ASSERT_EQ(request_.words.count, 2u);
  EXPECT_EQ(request_.words[1].key, "#c");
  EXPECT_EQ(request_.words[1].value, "d");
  ASSERT_EQ(request_.request_items.count, 1u);
  ASSERT_EQ(request_.request_items[0].value.count, 2u);
  EXPECT_TRUE(request_.request_items[0].value[0].put->item.present);
  EXPECT_EQ(request_.request_items[0].value[1].put, nullptr);
  EXPECT_EQ(request_.rules_by_name[0].value.limit.value, 1);
}

TEST_F(ShapeDecode, TellsAbsentFromEmpty) {
  ASSERT_EQ(Decode("{}"), "ok");
  EXPECT_EQ(request_.table_name.data(), nullptr);
  EXPECT_FALSE(request_.item.present);
  EXPECT_FALSE(request_.value.present);
  EXPECT_FALSE(request_.small.present);
  EXPECT_EQ(request_.rules, nullptr);
  EXPECT_EQ(request_.names.data, nullptr);
  EXPECT_EQ(request_.words.data, nullptr);
  ASSERT_EQ(Decode(R"({"TableName":"","Item":{},"Blob":"","Rules":{},"Names":[],"Words":{}})"),
            "ok");
  EXPECT_NE(request_.table_name.data(), nullptr);
  EXPECT_TRUE(request_.table_name.empty());
  EXPECT_TRUE(request_.item.present);
  EXPECT_TRUE(request_.item.entries.empty());
  EXPECT_NE(request_.blob.data(), nullptr);
  EXPECT_NE(request_.rules, nullptr);
  EXPECT_NE(request_.names.data, nullptr);
  EXPECT_NE(request_.words.data, nullptr);
}

TEST_F(ShapeDecode, TakesNullForAbsent) {
  ASSERT_EQ(Decode(R"({"TableName":null,"Item":null,"Small":null,"Rules":null,"Names":null,)"
                   R"("Flag":null,"At":null,"Ratio":null,"Blob":null,"Words":null})"),
            "ok");
  EXPECT_EQ(request_.table_name.data(), nullptr);
  EXPECT_FALSE(request_.item.present);
  EXPECT_EQ(request_.rules, nullptr);
  EXPECT_EQ(request_.names.data, nullptr);
}

TEST_F(ShapeDecode, LetsTheLastOfEqualMembersAndKeysCount) {
  ASSERT_EQ(Decode(R"({"TableName":"a","Small":1,"TableName":"b","Small":null,)"
                   R"("Words":{"x":"1","y":"2","x":"3"}})"),
            "ok");
  EXPECT_EQ(request_.table_name, "b");
  EXPECT_FALSE(request_.small.present);
  ASSERT_EQ(request_.words.count, 2u);
  EXPECT_EQ(request_.words[0].key, "y");
  EXPECT_EQ(request_.words[1].value, "3");
}

TEST_F(ShapeDecode, KeepsTheLastOfEqualKeysInLargeMapsToo) {
  std::string body = R"({"Words":{)";
  for (int i = 0; i < 100; ++i) {
    body += "\"k" + std::to_string(i % 60) + "\":\"" + std::to_string(i) + "\",";
  }
  body.back() = '}';
  body += '}';
  ASSERT_EQ(Decode(body), "ok");
  ASSERT_EQ(request_.words.count, 60u);
  for (const auto& entry : request_.words) {
    const int key = std::stoi(std::string(entry.key.substr(1)));
    EXPECT_EQ(entry.value, std::to_string(key < 40 ? key + 60 : key));
  }
}

TEST_F(ShapeDecode, SkipsUnknownMembersButNotTheirSyntax) {
  EXPECT_EQ(Decode(R"({"Unknown":{"a":[1,{"b":null}]},"TableName":"Things"})"), "ok");
  EXPECT_EQ(request_.table_name, "Things");
  EXPECT_EQ(Decode(R"({"Unknown":{"a":[1,}})"), "");
}

TEST_F(ShapeDecode, RefusesWhatIsNotOneJsonObject) {
  for (const char* body : {"", "[]", "\"x\"", "1", "null", "{", "{}x", "{}{}", "\xFF"}) {
    EXPECT_EQ(Decode(body), "") << body;
  }
}

TEST_F(ShapeDecode, NamesTheWrongTypeAsTheServiceDoes) {
  const std::string structure = "Start of structure or map found where not expected";
  const std::string package = "com.amazonaws.dynamodb.v20120810.";
  EXPECT_EQ(Decode(R"({"TableName":1})"), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(Decode(R"({"TableName":1.0})"), "DECIMAL_VALUE cannot be converted to String");
  EXPECT_EQ(Decode(R"({"TableName":true})"), "TRUE_VALUE cannot be converted to String");
  EXPECT_EQ(Decode(R"({"TableName":[]})"), "Unrecognized collection type class java.lang.String");
  EXPECT_EQ(Decode(R"({"TableName":{}})"), structure);
  EXPECT_EQ(Decode(R"({"Small":"1"})"), "STRING_VALUE cannot be converted to Integer");
  EXPECT_EQ(Decode(R"({"Small":2147483648})"), "NUMBER_VALUE cannot be converted to Integer");
  EXPECT_EQ(Decode(R"({"Small":1.5})"), "DECIMAL_VALUE cannot be converted to Integer");
  EXPECT_EQ(Decode(R"({"Large":9223372036854775808})"), "NUMBER_VALUE cannot be converted to Long");
  EXPECT_EQ(Decode(R"({"Large":false})"), "FALSE_VALUE cannot be converted to Long");
  EXPECT_EQ(Decode(R"({"Flag":"true"})"), "Unexpected token received from parser");
  EXPECT_EQ(Decode(R"({"Ratio":1e999})"), "NUMBER_VALUE cannot be converted to Double");
  EXPECT_EQ(Decode(R"({"At":"now"})"), "STRING_VALUE cannot be converted to Date");
  EXPECT_EQ(Decode(R"({"At":1e300})"), "NUMBER_VALUE cannot be converted to Date");
  EXPECT_EQ(Decode(R"({"Blob":5})"), "only base-64-encoded strings are convertible to bytes");
  EXPECT_EQ(Decode(R"({"Rules":"x"})"), "Unexpected value type in payload");
  EXPECT_EQ(Decode(R"({"Rules":[]})"), "Unrecognized collection type class " + package + "Rules");
  EXPECT_EQ(Decode(R"({"Names":"x"})"), "Unexpected field type");
  EXPECT_EQ(Decode(R"({"Names":{}})"), structure);
  EXPECT_EQ(Decode(R"({"Item":"x"})"), "Unexpected field type");
  EXPECT_EQ(Decode(R"({"Item":[]})"),
            "Unrecognized collection type java.util.Map<java.lang.String,"
            " " +
                package + "AttributeValue>");
  EXPECT_EQ(Decode(R"({"RequestItems":[]})"),
            "Unrecognized collection type java.util.Map<java.lang.String, java.util.List<" +
                package + "WriteRequest>>");
  EXPECT_EQ(Decode(R"({"Item":{"a":1}})"), "Unexpected value type in payload");
}

TEST_F(ShapeDecode, KeepsFaultsOfValuesWithTheirMember) {
  ASSERT_EQ(Decode(R"({"Item":{"a":{"N":"x"},"b":{}},"Value":{"SS":[]},"Values":[{"S":"a"},{}]})"),
            "ok");
  ASSERT_NE(request_.item.fault, nullptr);
  EXPECT_EQ(request_.item.fault->message,
            "The parameter cannot be converted to a numeric value: x");
  EXPECT_FALSE(request_.item.fault->enveloped);
  EXPECT_TRUE(request_.item.Entries().Find("a"));  // the names are there all the same
  EXPECT_TRUE(request_.item.Entries().Find("b"));
  ASSERT_NE(request_.value.fault, nullptr);
  EXPECT_TRUE(request_.value.fault->enveloped);
  EXPECT_EQ(request_.values[0].fault, nullptr);
  EXPECT_NE(request_.values[1].fault, nullptr);
}

TEST_F(ShapeDecode, CanBeUsedAgainAfterStoppingHalfWay) {
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(Decode(R"({"Item":{"a":{"L":[{"M":{"b":{"SS":["x",)"), "");
    arena_.Reset();
  }
  ASSERT_EQ(Decode(R"({"Item":{"a":{"L":[{"S":"x"}]}}})"), "ok");
  EXPECT_EQ(request_.item.Entries().Find("a").Count(), 1u);
}

}  // namespace
}  // namespace pixii
