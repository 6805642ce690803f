// From the members of requests to bound conditions: absent, empty and faulty members, and the rule
// of ConditionalOperator.
#include "core/operations/legacy_parameters.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/operations/put_item.h"
#include "core/operations/query.h"
#include "core/operations/scan.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

// A decoded request and all it borrows, from JSON with ' for ".
template <class Operation>
class Decoded {
 public:
  explicit Decoded(std::string json) : json_(std::move(json)) {
    std::replace(json_.begin(), json_.end(), '\'', '"');
    const Result<void> decoded =
        DecodeRequest(Operation::kRequestShape, json_, arena_, scratch_, &request_);
    if (!decoded.ok()) std::abort();
  }
  Arena& arena() { return arena_; }
  const typename Operation::Request& request() const { return request_; }

 private:
  std::string json_;
  Arena arena_;
  WireScratch scratch_;
  typename Operation::Request request_{};
};

// "true", "false" or the fault of a condition, asked of the item {v: "x"}.
std::string Outcome(const Result<BoundCondition>& bound) {
  if (!bound.ok()) return bound.error().message;
  std::string item;
  ValueBuilder builder(item);
  builder.Name("v");
  builder.String("x");
  return bound.value().Matches(EntryRange(item)) ? "true" : "false";
}

std::string Filtered(const std::string& members) {
  Decoded<Scan> scan("{" + members + "}");
  return Outcome(BindFilterParameter(scan.arena(), scan.request().scan_filter,
                                     scan.request().page.conditional_operator));
}

std::string Expected(const std::string& members) {
  Decoded<PutItem> put("{" + members + "}");
  return Outcome(BindExpectedParameter(put.arena(), put.request().parameters.expected,
                                       put.request().parameters.conditional_operator));
}

constexpr const char* kIsX = "{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}";

TEST(LegacyParametersTest, AFilterIsJoinedByItsConditionalOperator) {
  const std::string two = "'ScanFilter':{'v':" + std::string(kIsX) + ",'w':" + kIsX + "}";
  EXPECT_EQ(Filtered(two), "false");
  EXPECT_EQ(Filtered(two + ",'ConditionalOperator':'AND'"), "false");
  EXPECT_EQ(Filtered(two + ",'ConditionalOperator':'OR'"), "true");
  EXPECT_EQ(Filtered(""), "true");
  EXPECT_EQ(Filtered("'ScanFilter':{}"), "true");
}

TEST(LegacyParametersTest, AConditionalOperatorNeedsTwoConditions) {
  const std::string alone = "ConditionalOperator cannot be used without Filter or Expected";
  const std::string for_one =
      "ConditionalOperator can only be used when Filter or Expected has two or more elements";
  const std::string envelope = "1 validation error detected: ";
  EXPECT_EQ(Filtered("'ConditionalOperator':'OR'"), alone);
  EXPECT_EQ(Filtered("'ScanFilter':{},'ConditionalOperator':'OR'"), alone);
  EXPECT_EQ(Filtered("'ScanFilter':{'v':" + std::string(kIsX) + "},'ConditionalOperator':'OR'"),
            for_one);
  EXPECT_EQ(Expected("'ConditionalOperator':'OR'"), envelope + alone);
  EXPECT_EQ(Expected("'Expected':{'v':{'Exists':false}},'ConditionalOperator':'AND'"),
            envelope + for_one);
}

TEST(LegacyParametersTest, MembersOfAnExpectationAreTakenOver) {
  EXPECT_EQ(Expected("'Expected':{'v':{'Value':{'S':'x'}}}"), "true");
  EXPECT_EQ(Expected("'Expected':{'v':{'Value':{'S':'x'},'Exists':true}}"), "true");
  EXPECT_EQ(Expected("'Expected':{'v':{'Exists':false}}"), "false");
  EXPECT_EQ(Expected("'Expected':{'v':" + std::string(kIsX) + "}"), "true");
  const std::string invalid =
      "1 validation error detected: One or more parameter values were invalid: ";
  EXPECT_EQ(Expected("'Expected':{'v':null}"),
            invalid + "Value must be provided when Exists is null for Attribute: v");
  EXPECT_EQ(
      Expected("'Expected':{'v':{'AttributeValueList':[]}}"),
      invalid + "AttributeValueList can only be used with a ComparisonOperator for Attribute: v");
}

TEST(LegacyParametersTest, FaultyValuesAreReportedByFamily) {
  const std::string no_number = "The parameter cannot be converted to a numeric value: x";
  const std::string empty =
      "One or more parameter values were invalid: An string set  may not be empty";
  EXPECT_EQ(Expected("'Expected':{'v':{'Value':{'N':'x'}}}"), no_number);
  EXPECT_EQ(Expected("'Expected':{'v':{'Value':{'SS':[]}}}"),
            "1 validation error detected: " + empty);
  const std::string comparison =
      "'ScanFilter':{'v':{'ComparisonOperator':'EQ','AttributeValueList':";
  EXPECT_EQ(Filtered(comparison + "[{'N':'x'}]}}"), no_number);
  EXPECT_EQ(Filtered(comparison + "[{'SS':[]}]}}"), empty);
}

TEST(LegacyParametersTest, KeyConditionsBecomeClauses) {
  Decoded<Query> query("{'KeyConditions':{'pk':" + std::string(kIsX) + "}}");
  const Result<KeyConditionClauses> clauses =
      BindKeyConditionsParameter(query.arena(), query.request().key_conditions);
  ASSERT_TRUE(clauses.ok());
  ASSERT_EQ(clauses.value().clauses.count, 1u);
  EXPECT_EQ(clauses.value().clauses[0].attribute, "pk");
  EXPECT_EQ(clauses.value().clauses[0].first.AsString(), "x");
  Decoded<Query> none("{'KeyConditions':{}}");
  const Result<KeyConditionClauses> refused =
      BindKeyConditionsParameter(none.arena(), none.request().key_conditions);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message, "Conditions can be of length 1 or 2 only");
}

}  // namespace
}  // namespace pixii
