// Shows which units a table may have, and in which order the bounds are looked at.
#include "core/operations/throughput.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

// "ok", or which error names which member.
std::string Outcome(int64_t read_units, int64_t write_units) {
  const ProvisionedThroughputInput input{read_units, write_units};
  const Result<void> checked = CheckUnits(input, {{}, "eu-west-1"});
  if (checked.ok()) return "ok";
  const bool read = checked.error().message.find("ReadCapacityUnits") != std::string::npos;
  const std::string member = read ? " read" : " write";
  switch (checked.error().type) {
    case ErrorType::kValidation: return "bounds" + member;
    case ErrorType::kLimitExceeded: return "quota" + member;
    default: return "other";
  }
}

TEST(Throughput, IsBoundedByTheQuotaOfATable) {
  EXPECT_EQ(Outcome(1, 1), "ok");
  EXPECT_EQ(Outcome(40000, 40000), "ok");
  EXPECT_EQ(Outcome(40001, 40000), "quota read");
  EXPECT_EQ(Outcome(40000, 40001), "quota write");
}

TEST(Throughput, IsInvalidWhereNoTableCouldHaveIt) {
  EXPECT_EQ(Outcome(1'000'000'000'000, 1), "quota read");
  EXPECT_EQ(Outcome(1'000'000'000'001, 1), "bounds read");
  EXPECT_EQ(Outcome(1, INT64_MAX), "bounds write");
  EXPECT_EQ(Outcome(INT64_MAX, INT64_MAX), "bounds read");
}

TEST(Throughput, NamesTheRegionWhoseQuotaItIs) {
  const ProvisionedThroughputInput input{50000, 1};
  const Result<void> checked = CheckUnits(input, {{}, "eu-west-1"});
  ASSERT_FALSE(checked.ok());
  EXPECT_NE(checked.error().message.find("for the account in eu-west-1."), std::string::npos);
  EXPECT_NE(checked.error().message.find("ReadCapacityUnits, 50000,"), std::string::npos);
}

TEST(Throughput, IsProvisionedUnlessTheRequestSaysOtherwise) {
  EXPECT_EQ(BillingModeOf({}), BillingMode::kProvisioned);
  EXPECT_EQ(BillingModeOf("PROVISIONED"), BillingMode::kProvisioned);
  EXPECT_EQ(BillingModeOf("PAY_PER_REQUEST"), BillingMode::kPayPerRequest);
}

}  // namespace
}  // namespace pixii
