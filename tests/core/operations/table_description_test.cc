// Shows how each part of a definition is told, and which parts are left out until they are set.
#include "core/operations/table_description.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr int64_t kDay = 24 * 3600 * 1000;

TableDefinition Definition() {
  TableDefinition definition;
  definition.account = "123456789012";
  definition.region = "eu-west-1";
  definition.name = "Things";
  definition.id = "00000000-0000-4000-8000-000000000000";
  definition.created_ms = 1'600'000'000'123;
  definition.key_schema = {{{"artist", ValueType::kBinary}}, {{"year", ValueType::kNumber}}};
  definition.attribute_definitions = {{"year", ValueType::kNumber}, {"artist", ValueType::kBinary}};
  return definition;
}

// Describes a table of this definition. What it answers lives until the harness's next call.
const TableDescription& Describe(OperationHarness& harness, Ref<Table>& table,
                                 const TableDefinition& definition) {
  table = Table::Make("key", definition);
  OperationContext context = harness.Begin();
  return *Describe(context, definition, table.get());
}

TEST(TableDescription, TellsKeysInTheirOrderAndDefinitionsAsDeclared) {
  OperationHarness harness;
  Ref<Table> table;
  const TableDescription& told = Describe(harness, table, Definition());
  ASSERT_EQ(told.key_schema.count, 2u);
  EXPECT_EQ(told.key_schema[0].attribute_name, "artist");
  EXPECT_EQ(told.key_schema[0].key_type, "HASH");
  EXPECT_EQ(told.key_schema[1].attribute_name, "year");
  EXPECT_EQ(told.key_schema[1].key_type, "RANGE");
  ASSERT_EQ(told.attribute_definitions.count, 2u);
  EXPECT_EQ(told.attribute_definitions[0].attribute_name, "year");
  EXPECT_EQ(told.attribute_definitions[0].attribute_type, "N");
  EXPECT_EQ(told.attribute_definitions[1].attribute_type, "B");
}

TEST(TableDescription, TellsWhoseTableItIsAndItsState) {
  OperationHarness harness;
  Ref<Table> table;
  const TableDescription& told = Describe(harness, table, Definition());
  EXPECT_EQ(told.table_name, "Things");
  EXPECT_EQ(told.table_arn, "arn:aws:dynamodb:eu-west-1:123456789012:table/Things");
  EXPECT_EQ(told.table_id, "00000000-0000-4000-8000-000000000000");
  EXPECT_EQ(told.table_status, "ACTIVE");
  EXPECT_EQ(told.creation_date_time.milliseconds, 1'600'000'000'123);
  EXPECT_FALSE(told.deletion_protection_enabled.value);
  EXPECT_TRUE(told.deletion_protection_enabled.present);
}

TEST(TableDescription, TellsBillingOnlyOnceATableWasOnDemand) {
  OperationHarness harness;
  Ref<Table> table;
  TableDefinition definition = Definition();
  EXPECT_EQ(Describe(harness, table, definition).billing_mode_summary, nullptr);
  definition.billing_mode = BillingMode::kPayPerRequest;
  definition.pay_per_request_since_ms = 5000;
  const BillingModeSummary* billing = Describe(harness, table, definition).billing_mode_summary;
  ASSERT_NE(billing, nullptr);
  EXPECT_EQ(billing->billing_mode, "PAY_PER_REQUEST");
  EXPECT_EQ(billing->last_update_to_pay_per_request_date_time.milliseconds, 5000);
  definition.billing_mode = BillingMode::kProvisioned;
  billing = Describe(harness, table, definition).billing_mode_summary;
  ASSERT_NE(billing, nullptr);
  EXPECT_EQ(billing->billing_mode, "PROVISIONED");
}

TEST(TableDescription, TellsTheClassOnlyOnceItWasNamed) {
  OperationHarness harness;
  Ref<Table> table;
  TableDefinition definition = Definition();
  EXPECT_EQ(Describe(harness, table, definition).table_class_summary, nullptr);
  definition.table_class_named = true;
  EXPECT_EQ(Describe(harness, table, definition).table_class_summary->table_class, "STANDARD");
  definition.table_class = TableClass::kStandardInfrequentAccess;
  EXPECT_EQ(Describe(harness, table, definition).table_class_summary->table_class,
            "STANDARD_INFREQUENT_ACCESS");
}

TEST(TableDescription, TellsTimesOfThroughputOnceThereAreAny) {
  OperationHarness harness;
  Ref<Table> table;
  TableDefinition definition = Definition();
  definition.throughput = {7, 8, 0, 0, 0};
  const auto* throughput = Describe(harness, table, definition).provisioned_throughput;
  EXPECT_EQ(throughput->read_capacity_units.value, 7);
  EXPECT_EQ(throughput->write_capacity_units.value, 8);
  EXPECT_FALSE(throughput->last_increase_date_time.present);
  EXPECT_FALSE(throughput->last_decrease_date_time.present);
  EXPECT_TRUE(throughput->number_of_decreases_today.present);
  definition.throughput.last_increase_ms = 1000;
  definition.throughput.last_decrease_ms = 2000;
  throughput = Describe(harness, table, definition).provisioned_throughput;
  EXPECT_EQ(throughput->last_increase_date_time.milliseconds, 1000);
  EXPECT_EQ(throughput->last_decrease_date_time.milliseconds, 2000);
}

TEST(TableDescription, CountsDecreasesOfTodayInUtcAlone) {
  OperationHarness harness;
  Ref<Table> table;
  TableDefinition definition = Definition();
  definition.throughput.decreases_today = 3;
  definition.throughput.last_decrease_ms = 19'000 * kDay + 1;
  const auto counted = [&](int64_t now_ms) {
    harness.now_ms = now_ms;
    return Describe(harness, table, definition)
        .provisioned_throughput->number_of_decreases_today.value;
  };
  EXPECT_EQ(counted(19'000 * kDay + 2), 3);
  EXPECT_EQ(counted(19'001 * kDay - 1), 3);
  EXPECT_EQ(counted(19'001 * kDay), 0);
}

}  // namespace
}  // namespace pixii
