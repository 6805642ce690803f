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

TEST(ResourcePolicy, IsJsonWithStatements) {
  OperationHarness harness;
  EXPECT_EQ(Outcome(harness, R"({"Statement":[]})"), "");
  EXPECT_EQ(Outcome(harness, R"({"Version":"2012-10-17","Statement":{"Effect":"Deny"}})"), "");
  for (const char* text : {"", "x", "[]", "{", R"({"Statement":[}])", R"({"Statement":[]} x)"}) {
    EXPECT_NE(Outcome(harness, text).find("not valid JSON"), std::string::npos) << text;
  }
  for (const char* text : {"{}", R"({"Statement":"all"})", R"({"statement":[]})"}) {
    EXPECT_NE(Outcome(harness, text).find("Statement"), std::string::npos) << text;
  }
}

TEST(ResourcePolicy, HasTwentyKilobytesAtMost) {
  OperationHarness harness;
  const std::string policy = R"({"Statement":[]})";
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
