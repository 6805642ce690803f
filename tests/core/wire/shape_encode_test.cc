// Encoding by shapes: what is decoded and encoded comes back, absent members are left out.
#include <gtest/gtest.h>

#include <string>

#include "core/wire/shape.h"
#include "tests/support/sample_shapes.h"

namespace pixii {
namespace {

std::string Encoded(const sample::Request& response) {
  JsonBuffer out;
  EncodeResponse(sample::kRequestShape, &response, out);
  return std::string(out.view());
}

TEST(ShapeEncode, WritesBackWhatWasDecoded) {
  for (
      const char* text :
      {"{}", R"({"TableName":""})", R"({"Item":{},"Blob":"","Rules":{},"Names":[],"Words":{}})",
       R"({"TableName":"Things","Item":{"a":{"N":"1"},"b":{"S":"x\""}},"Value":{"BOOL":true},)"
       R"("Mode":"FAST","Blob":"AAEC","Small":5,"Large":-9223372036854775808,"Ratio":0.25,)"
       R"("Flag":false,"At":1700000000.123,"Rules":{"Limit":3,"Tags":[{"Key":"k","Value":"v"},)"
       R"({"Key":"é"}]},"Names":["a","b\n"],"Values":[{"N":"1"},{"S":"x"}],)"
       R"("Words":{"#a":"b","#c":"d"},"RequestItems":{"T":[{"PutRequest":{"Item":{}}},{}],"U":[]},)"
       R"("RulesByName":{"r":{"Limit":1}}})"}) {
    Arena arena;
    WireScratch scratch;
    sample::Request request{};
    ASSERT_TRUE(DecodeRequest(sample::kRequestShape, text, arena, scratch, &request).ok()) << text;
    EXPECT_EQ(Encoded(request), text);
  }
}

TEST(ShapeEncode, WritesWhatAnOperationFilledIn) {
  sample::Request response{};
  sample::Tag tags[] = {{"k", "v"}};
  const sample::Rules rules{7, {tags, 1}};
  response.rules = &rules;
  response.flag = true;
  response.ratio = 1.0;
  response.at = Timestamp(1'700'000'000'000);
  EXPECT_EQ(Encoded(response), R"({"Ratio":1.0,"Flag":true,"At":1700000000,)"
                               R"("Rules":{"Limit":7,"Tags":[{"Key":"k","Value":"v"}]}})");
}

TEST(ShapeEncode, AppendsToWhatStandsInTheBuffer) {
  JsonBuffer out;
  out.Append("before ");
  sample::Request response{};
  response.table_name = "T";
  EncodeResponse(sample::kRequestShape, &response, out);
  EXPECT_EQ(out.view(), R"(before {"TableName":"T"})");
}

}  // namespace
}  // namespace pixii
