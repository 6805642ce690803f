// Checking by shapes: each constraint's text and path, several together, and the exceptions.
#include <gtest/gtest.h>

#include <string>

#include "core/wire/shape.h"
#include "tests/support/sample_shapes.h"

namespace pixii {
namespace {

// The message of checking `body` as `shape` (a struct T); "ok" if nothing is wrong.
template <class T>
std::string Check(const Shape& shape, std::string_view body) {
  Arena arena;
  WireScratch scratch;
  T request{};
  const Result<void> decoded = DecodeRequest(shape, body, arena, scratch, &request);
  if (!decoded.ok()) return "not decoded: " + decoded.error().message;
  const Result<void> checked = CheckRequest(shape, &request);
  if (checked.ok()) return "ok";
  EXPECT_EQ(checked.error().type, ErrorType::kValidation);
  return checked.error().message;
}
// A body that is right but for `members`.
std::string CheckWith(const std::string& members) {
  return Check<sample::Request>(sample::kRequestShape, R"({"TableName":"Things",)" + members + "}");
}
std::string One(const std::string& violation) {
  return "1 validation error detected: " + violation;
}

TEST(ShapeCheck, LetsPassWhatKeepsItsLimits) {
  EXPECT_EQ(CheckWith(R"("Small":9,"Mode":"SLOW","Names":["abcd"],"Rules":{"Tags":[]},)"
                      R"("RequestItems":{"abc":[{"PutRequest":{"Item":{}}}]})"),
            "ok");
}

TEST(ShapeCheck, NamesTheMissing) {
  EXPECT_EQ(Check<sample::Request>(sample::kRequestShape, "{}"),
            One("Value null at 'tableName' failed to satisfy constraint: Member must not be null"));
}

TEST(ShapeCheck, NamesLengthsRangesAndSets) {
  EXPECT_EQ(CheckWith(R"("Small":0)"), One("Value '0' at 'small' failed to satisfy constraint: "
                                           "Member must have value greater than or equal to 1"));
  EXPECT_EQ(CheckWith(R"("Small":10)"), One("Value '10' at 'small' failed to satisfy constraint: "
                                            "Member must have value less than or equal to 9"));
  EXPECT_EQ(CheckWith(R"("Mode":"fast")"),
            One("Value 'fast' at 'mode' failed to satisfy constraint: "
                "Member must satisfy enum value set: [FAST, SLOW]"));
  EXPECT_EQ(CheckWith(R"("Names":[])"), One("Value '[]' at 'names' failed to satisfy constraint: "
                                            "Member must have length greater than or equal to 1"));
  EXPECT_EQ(CheckWith(R"("RequestItems":{})"),
            One("Value '{}' at 'requestItems' failed to satisfy constraint: "
                "Member must have length greater than or equal to 1"));
}

TEST(ShapeCheck, CountsTextAsJavaDoes) {
  // Four units: é, and a pair for the clef, and x.
  EXPECT_EQ(CheckWith(R"("Names":["é𝄞x"])"), "ok");
  EXPECT_NE(CheckWith(R"("Names":["é𝄞xy"])"), "ok");
}

TEST(ShapeCheck, TellsElementsKeysAndValuesOnceAtTheirContainer) {
  EXPECT_EQ(CheckWith(R"("Names":["a","abcde","abcdef"])"),
            One("Value '[a, abcde, abcdef]' at 'names' failed to satisfy constraint: Member must "
                "satisfy constraint: [Member must have length less than or equal to 4]"));
  const std::string keys = CheckWith(R"("RequestItems":{"a!":[{}]})");
  EXPECT_TRUE(keys.starts_with(One("Value '{a!=[com.amazonaws.dynamodb.v20120810.WriteRequest@")))
      << keys;
  EXPECT_TRUE(keys.ends_with(
      "]}' at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: "
      "[Member must have length less than or equal to 10, Member must have length greater than or "
      "equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]"))
      << keys;
  EXPECT_EQ(CheckWith(R"("RequestItems":{"abc":[]})"),
            One("Value '{abc=[]}' at 'requestItems' failed to satisfy constraint: Map value must "
                "satisfy constraint: [Member must have length less than or equal to 2, Member must "
                "have length greater than or equal to 1]"));
}

TEST(ShapeCheck, NamesNestedPlaces) {
  EXPECT_EQ(CheckWith(R"("Rules":{"Limit":0})"),
            One("Value '0' at 'rules.limit' failed to satisfy constraint: "
                "Member must have value greater than or equal to 1"));
  EXPECT_EQ(CheckWith(R"("Rules":{"Tags":[{"Key":"a"},{"Value":"b"}]})"),
            One("Value null at 'rules.tags.2.member.key' failed to satisfy constraint: "
                "Member must not be null"));
  EXPECT_EQ(
      CheckWith(R"("RequestItems":{"abc":[{"PutRequest":{}}]})"),
      One("Value null at 'requestItems.abc.member.1.member.putRequest.item' failed to satisfy "
          "constraint: Member must not be null"));
  EXPECT_EQ(CheckWith(R"("RulesByName":{"r":{"Limit":0}})"),
            One("Value '0' at 'rulesByName.r.member.limit' failed to satisfy constraint: "
                "Member must have value greater than or equal to 1"));
  EXPECT_EQ(CheckWith(R"("Names":["a",null])"),
            One("Value null at 'names.2.member' failed to satisfy constraint: "
                "Member must not be null"));
}

TEST(ShapeCheck, TellsUpToTenViolationsTogether) {
  EXPECT_EQ(
      CheckWith(R"("Small":0,"Mode":"x")"),
      "2 validation errors detected: Value 'x' at 'mode' failed to satisfy constraint: Member "
      "must satisfy enum value set: [FAST, SLOW]; Value '0' at 'small' failed to satisfy "
      "constraint: Member must have value greater than or equal to 1");
  std::string many = R"("RulesByName":{)";
  for (int i = 0; i < 30; ++i) many += "\"r" + std::to_string(i) + "\":{\"Limit\":0},";
  many.back() = '}';
  const std::string message = CheckWith(many);
  EXPECT_TRUE(message.starts_with("10 validation errors detected: ")) << message;
  EXPECT_NE(message.find("'rulesByName.r9.member.limit'"), std::string::npos);
  EXPECT_EQ(message.find("'rulesByName.r10.member.limit'"), std::string::npos);
}

TEST(ShapeCheck, TellsABadTableNameAlone) {
  EXPECT_EQ(Check<sample::Request>(sample::kRequestShape, R"({"TableName":"","Small":0})"),
            "2 validation errors detected: Value '' at 'tableName' failed to satisfy constraint: "
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value '' at "
            "'tableName' failed to satisfy constraint: Member must have length greater than or "
            "equal to 3");
  // A missing one is told with the others.
  EXPECT_TRUE(Check<sample::Request>(sample::kRequestShape, R"({"Small":0})")
                  .starts_with("2 validation errors detected: Value null at 'tableName'"));
}

TEST(ShapeCheck, CutsTheTextOfHugeLists) {
  std::string body = R"("RequestItems":{"abc":[)";
  for (int i = 0; i < 200'000; ++i) body += "{},";
  body.back() = ']';
  const std::string message = CheckWith(body + "}");
  EXPECT_TRUE(message.starts_with("1 validation error detected: Value '{abc=[com.amazonaws"));
  EXPECT_LT(message.size(), size_t{2} << 20);
}

TEST(ShapeCheck, TellsOfAttributeNamesThatAreTooLong) {
  const std::string fits(65535, 'a');
  EXPECT_EQ(CheckWith("\"Item\":{\"" + fits + "\":{\"S\":\"x\"}}"), "ok");
  const std::string message = CheckWith("\"Item\":{\"" + fits + "a\":{\"S\":\"x\"}}");
  EXPECT_TRUE(
      message.ends_with("at 'item' failed to satisfy constraint: Map keys must satisfy constraint: "
                        "[Member must have length less than or equal to 65535]"));
}

// The exceptions of some operations.
struct Exceptions {
  std::string_view first;
  std::string_view second;
  std::string_view table_name;
};
constexpr Member kExceptionMembers[] = {
    {"First", PIXII_FIELD(Exceptions, first), sample::kModeShape},
    {"Second", PIXII_FIELD(Exceptions, second), sample::kModeShape},
    {"TableName", PIXII_FIELD(Exceptions, table_name), sample::kNameShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};
constexpr Shape kGatheringShape = shape::Structure<Exceptions>("Exceptions", kExceptionMembers);
constexpr Shape kStoppingShape = shape::StoppingAtFirstEnum(kGatheringShape);

TEST(ShapeCheck, StopsAtTheFirstWrongEnumWhereAskedTo) {
  const std::string body = R"({"First":"x","Second":"y","TableName":"Things"})";
  EXPECT_TRUE(Check<Exceptions>(kGatheringShape, body).starts_with("2 validation errors"));
  EXPECT_EQ(Check<Exceptions>(kStoppingShape, body),
            One("Value 'x' at 'first' failed to satisfy constraint: "
                "Member must satisfy enum value set: [FAST, SLOW]"));
}

TEST(ShapeCheck, HasTheTextsOfTheControlPlane) {
  EXPECT_EQ(Check<Exceptions>(kGatheringShape, R"({"First":"x"})"),
            "The parameter 'TableName' is required but was not present in the request");
  EXPECT_EQ(Check<Exceptions>(kGatheringShape, R"({"First":"x","TableName":"ab"})"),
            One("Value 'ab' at 'tableName' failed to satisfy constraint: "
                "Member must have length greater than or equal to 3"));
  EXPECT_EQ(Check<Exceptions>(kGatheringShape, R"({"First":"x","TableName":"a!"})"),
            "2 validation errors detected: Value 'a!' at 'tableName' failed to satisfy constraint: "
            "Member must have length greater than or equal to 3; Value 'a!' at 'tableName' failed "
            "to satisfy constraint: Member must satisfy regular expression pattern: "
            "[a-zA-Z0-9_.-]+");
  EXPECT_EQ(Check<Exceptions>(kGatheringShape, R"({"First":"x","TableName":"ab!"})"),
            One("Value 'ab!' at 'tableName' failed to satisfy constraint: "
                "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"));
}

}  // namespace
}  // namespace pixii
