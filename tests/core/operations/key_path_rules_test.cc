// Shows that no path may go into a key attribute of the table or of any index.
#include "core/operations/key_path_rules.h"

#include <gtest/gtest.h>

#include "core/operations/get_item.h"
#include "core/operations/projection_parameters.h"
#include "tests/support/indexed_table.h"

namespace pixii {
namespace {

using support::OperationHarness;

std::string Fault(OperationHarness& harness, const std::string& projection) {
  OperationContext context = harness.Begin();
  const auto request = harness.Request<GetItem>(
      "{'TableName':'Things','Key':{},'ProjectionExpression':'" + projection + "'}");
  const Projected projected =
      BindOnlyProjection(context, request.projection_expression, {}, {}).value();
  const Result<void> checked =
      CheckKeyPaths(harness.TableOf("Things")->definition(), projected.projection.Paths());
  return checked.ok() ? "" : checked.error().message;
}

TEST(KeyPathRules, PathsStayOutOfKeys) {
  OperationHarness harness;
  support::MakeIndexedTable(harness);
  const std::string text =
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not "
      "allowed: ";
  EXPECT_EQ(Fault(harness, "sk.x"), text + "Key: sk");
  EXPECT_EQ(Fault(harness, "pk[0]"), text + "Key: pk");
  EXPECT_EQ(Fault(harness, "hue, area.x"), text + "IndexKey: area");
  EXPECT_EQ(Fault(harness, "price[1]"), text + "IndexKey: price");
  // In the order of the keys, the table's first.
  EXPECT_EQ(Fault(harness, "price[1], sk.x, pk[0]"), text + "Key: pk");
}

TEST(KeyPathRules, KeysThemselvesAndOtherAttributesAreFree) {
  OperationHarness harness;
  support::MakeIndexedTable(harness);
  EXPECT_EQ(Fault(harness, "pk, sk, price, grade, maker, weight, area"), "");
  EXPECT_EQ(Fault(harness, "hue.pk, note[0].price"), "");
}

}  // namespace
}  // namespace pixii
