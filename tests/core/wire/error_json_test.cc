// Errors as clients see them: names, statuses, the casing of the message and further members.
#include "core/wire/error_json.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace pixii {
namespace {

std::string Json(const Error& error) {
  JsonBuffer out;
  WriteErrorJson(out, error);
  return std::string(out.view());
}

TEST(ErrorJson, WritesTypeAndMessageAsTheServiceDoes) {
  EXPECT_EQ(Json({ErrorType::kValidation, "bad \"x\""}),
            R"({"__type":"com.amazon.coral.validate#ValidationException","message":"bad \"x\""})");
  EXPECT_EQ(Json({ErrorType::kResourceNotFound, "Requested resource not found"}),
            R"({"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",)"
            R"("message":"Requested resource not found"})");
  EXPECT_EQ(Json({ErrorType::kSerialization, "Unexpected field type"}),
            R"({"__type":"com.amazon.coral.service#SerializationException",)"
            R"("Message":"Unexpected field type"})");
  EXPECT_EQ(Json({ErrorType::kTransactionCanceled, "m"}),
            R"({"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",)"
            R"("Message":"m"})");
}

TEST(ErrorJson, WritesBareNamesForServicesThatHaveNoOthers) {
  JsonBuffer out;
  const Error error{ErrorType::kObjectNotFound, "none"};
  WriteErrorJson(out, error, ErrorDialect::kBareUpper);
  EXPECT_EQ(out.view(), R"({"__type":"ObjectNotFoundException","Message":"none"})");
  out.Clear();
  WriteErrorJson(out, error, ErrorDialect::kBare);
  EXPECT_EQ(out.view(), R"({"__type":"ObjectNotFoundException","message":"none"})");
}

TEST(ErrorJson, LeavesOutTheMessageWhereThereIsNone) {
  EXPECT_EQ(Json({ErrorType::kSerialization, ""}),
            R"({"__type":"com.amazon.coral.service#SerializationException"})");
  EXPECT_EQ(Json({ErrorType::kUnknownOperation, ""}),
            R"({"__type":"com.amazon.coral.service#UnknownOperationException"})");
}

TEST(ErrorJson, AppendsFurtherMembers) {
  EXPECT_EQ(Json({ErrorType::kConditionalCheckFailed, "The conditional request failed",
                  R"("Item":{"a":{"S":"x"}})"}),
            R"({"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",)"
            R"("message":"The conditional request failed","Item":{"a":{"S":"x"}}})");
}

TEST(ErrorJson, NamesEveryErrorOnceAndBlamesTheServerForBugsOnly) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(ErrorType::kInternal); ++i) {
    const ErrorType type = static_cast<ErrorType>(i);
    EXPECT_TRUE(names.insert(std::string(ErrorName(type))).second) << ErrorName(type);
    EXPECT_TRUE(ErrorTypeName(type).ends_with(ErrorName(type)));
    EXPECT_EQ(ErrorStatus(type), type == ErrorType::kInternal ? 500 : 400);
  }
  EXPECT_TRUE(names.contains("MemoryLimitExceededException"));
  EXPECT_TRUE(names.contains("InstanceLostException"));
  EXPECT_TRUE(names.contains("DamagedDataException"));
}

}  // namespace
}  // namespace pixii
