// Shows how statements and parameters come together, in which order faults are found, and what
// binds a next token to its request.
#include "core/operations/statement_request.h"

#include <gtest/gtest.h>

#include "core/operations/execute_statement.h"
#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::OperationHarness;
using support::StatementRequest;

// The number that binds a token to the request.
uint64_t Fingerprint(const std::string& text, const std::string& parameters = "") {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const auto request = harness.Request<ExecuteStatement>(StatementRequest(text, parameters));
  const auto bound = BindStatement(context, request.statement, request.parameters);
  EXPECT_TRUE(bound.ok());
  return FingerprintOf(bound.value());
}

TEST(StatementRequestTest, TellsFaultsInTheirOrder) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const auto fault = [&harness](const std::string& text, const std::string& parameters) {
    return harness.Fault("ExecuteStatement", StatementRequest(text, parameters));
  };
  EXPECT_EQ(fault("SELECT", "{'N':'x'}"),
            "ValidationException: The parameter cannot be converted to a numeric value: x");
  EXPECT_EQ(fault("SELECT COUNT(*) FROM Things", "{'N':'1'}"),
            "ValidationException: Unexpected path component at 1:8:5");
  EXPECT_EQ(fault("SELECT * FROM Things", "{'N':'1'}"),
            "ValidationException: Number of parameters in request and statement don't match.");
}

TEST(StatementRequestTest, TellsRequestsApart) {
  const uint64_t one = Fingerprint("SELECT * FROM Things WHERE pk=?", "{'S':'a'}");
  EXPECT_EQ(Fingerprint("SELECT * FROM Things WHERE pk=?", "{'S':'a'}"), one);
  EXPECT_NE(Fingerprint("SELECT * FROM Things WHERE pk=?", "{'S':'b'}"), one);
  EXPECT_NE(Fingerprint("SELECT * FROM Things WHERE pk=?", "{'B':'YQ=='}"), one);
  EXPECT_NE(Fingerprint("SELECT  * FROM Things WHERE pk=?", "{'S':'a'}"), one);
}

TEST(StatementRequestTest, ParsesAStatementOnceForManyRequests) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const auto first = FindStatement(context, "SELECT * FROM Things", {});
  const auto second = FindStatement(context, "SELECT * FROM Things", {});
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first.value(), second.value());
}

TEST(StatementRequestTest, RefusesNamesThatNoTableHas) {
  OperationHarness harness;
  const std::string text =
      "ValidationException: Table name should be within the length [3, 255] and only contain "
      "'a-z', 'A-Z', '0-9', '-', '_', '.'.";
  EXPECT_EQ(harness.Fault("ExecuteStatement", StatementRequest("SELECT * FROM ab")), text);
  EXPECT_EQ(harness.Fault("ExecuteStatement",
                          StatementRequest("SELECT * FROM \"" + std::string(256, 'a') + "\"")),
            text);
  EXPECT_EQ(harness.Fault("ExecuteStatement", StatementRequest("INSERT INTO ab VALUE {'pk':'a'}")),
            "ResourceNotFoundException: Requested resource not found");
}

}  // namespace
}  // namespace pixii
