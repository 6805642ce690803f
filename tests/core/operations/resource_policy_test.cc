// Shows which documents can be attached, and what an expected revision is held against.
#include "core/operations/resource_policy.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Outcome(OperationHarness& harness, const std::string& text) {
  const OperationContext context = harness.Begin();
  const Result<void> checked = CheckPolicy(context, text);
  return checked.ok() ? "" : checked.error().message;
}

const std::string kStatement =
    R"({"Effect":"Deny","Principal":"*","Action":"dynamodb:*","Resource":"*"})";

const std::string kInvalid = "One or more parameter values were invalid: Invalid policy document: ";

TEST(ResourcePolicy, IsJsonWithStatements) {
  OperationHarness harness;
  EXPECT_EQ(Outcome(harness, "{\"Statement\":[" + kStatement + "]}"), "");
  EXPECT_EQ(Outcome(harness, "{\"Version\":\"2012-10-17\",\"Statement\":" + kStatement + "}"), "");
  for (const char* text : {"", "x", "[]", "{", R"({"Statement":[}])", R"({"Statement":[]} x)"}) {
    EXPECT_EQ(Outcome(harness, text), kInvalid + "This policy contains invalid Json") << text;
  }
  EXPECT_EQ(Outcome(harness, "null"), kInvalid + "This text appears not to be a policy");
  EXPECT_EQ(Outcome(harness, "{}"), kInvalid + "Syntax error at position (1,3)");
  EXPECT_EQ(Outcome(harness, "{\n }\n"), kInvalid + "Syntax error at position (2,3)");
}

TEST(ResourcePolicy, TellsTheFirstFieldThatIsMissing) {
  OperationHarness harness;
  for (const char* text : {R"({"Statement":"all"})", R"({"statement":[]})"}) {
    EXPECT_EQ(Outcome(harness, text), kInvalid + "Missing required field Statement") << text;
  }
  EXPECT_EQ(Outcome(harness, R"({"Statement":[]})"),
            kInvalid + "Could not parse the policy: Statement is empty!");
  EXPECT_EQ(Outcome(harness, R"({"Statement":[{}]})"), kInvalid + "Missing required field Effect");
  EXPECT_EQ(Outcome(harness, R"({"Statement":{"Effect":"Deny","Principal":"*","NotAction":"a"}})"),
            kInvalid + "Missing required field Resource");
}

TEST(ResourcePolicy, HasTwentyKilobytesAtMost) {
  OperationHarness harness;
  const std::string policy = "{\"Statement\":" + kStatement + "}";
  EXPECT_EQ(Outcome(harness, policy + std::string(20480 - policy.size(), ' ')), "");
  EXPECT_EQ(Outcome(harness, policy + std::string(20481 - policy.size(), ' ')),
            "One or more parameter values were invalid: Maximum policy size of 20480 bytes "
            "exceeded");
}

TEST(ResourcePolicy, IsHeldAgainstTheRevisionExpected) {
  ResourcePolicy policy;
  EXPECT_TRUE(CheckRevision({}, policy, "arn").ok());
  EXPECT_TRUE(CheckRevision("NO_POLICY", policy, "arn").ok());
  EXPECT_FALSE(CheckRevision("7", policy, "arn").ok());
  SetPolicy("{}", 7, policy);
  EXPECT_TRUE(CheckRevision("7", policy, "arn").ok());
  EXPECT_EQ(CheckRevision("NO_POLICY", policy, "arn").error().type, ErrorType::kPolicyNotFound);
  EXPECT_FALSE(CheckRevision("07", policy, "arn").ok());
}

}  // namespace
}  // namespace pixii
