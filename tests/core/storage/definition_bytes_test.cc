// Shows that a definition is read back field by field, and that nothing else is taken for one.
#include "core/storage/definition_bytes.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

IndexDefinition Index(const std::string& name, IndexKind kind) {
  IndexDefinition index;
  index.name = name;
  index.kind = kind;
  index.key_schema = {{{"a", ValueType::kString}, {"b", ValueType::kNumber}},
                      {{"c", ValueType::kBinary}}};
  index.projection = Projection::kInclude;
  index.non_key_attributes = {"x", "y"};
  index.throughput = {1, 2, 3, 4, 5};
  index.on_demand = {6, 7};
  index.warm = {8, 9};
  return index;
}

// Every field differs from what it is by default.
TableDefinition Whole() {
  TableDefinition definition;
  definition.account = "123456789012";
  definition.region = "eu-west-1";
  definition.name = "Things";
  definition.id = "some id";
  definition.created_ms = 1'700'000'000'001;
  definition.key_schema = {{{"pk", ValueType::kString}}, {{"sk", ValueType::kNumber}}};
  definition.attribute_definitions = {{"pk", ValueType::kString}, {"sk", ValueType::kNumber}};
  definition.billing_mode = BillingMode::kPayPerRequest;
  definition.throughput = {11, 12, 13, 14, 15};
  definition.on_demand = {16, 17};
  definition.warm = {18, 19};
  definition.pay_per_request_since_ms = 20;
  definition.pay_per_request_switches_ms = {21, 22};
  definition.table_class = TableClass::kStandardInfrequentAccess;
  definition.table_class_named = true;
  definition.table_class_changes_ms = {23};
  definition.deletion_protection = true;
  definition.encryption = {"arn:aws:kms:eu-west-1:1:key/k", {24, 25}};
  definition.time_to_live = {true, "expires", 26};
  definition.tags = {{"owner", "me"}, {"stage", ""}};
  definition.policy = {"{}", 27};
  definition.stream = {true, StreamView::kNewAndOldImages, 28, {{"of", "stream"}}, {"[]", 29}};
  definition.recovery = {true, 30, 31};
  definition.indexes = {Index("ByDay", IndexKind::kGlobal), Index("ByPlace", IndexKind::kLocal)};
  return definition;
}

std::string Payload(const TableDefinition& definition) {
  std::string out;
  ByteSink sink(out);
  sink.BeginPart('T');
  const size_t begin = out.size();
  WriteDefinition(definition, "place", sink);
  return out.substr(begin);
}

bool IsRead(const std::string& payload) {
  TableDefinition definition;
  std::string table_key;
  return ReadDefinition(payload, definition, table_key);
}

TEST(DefinitionBytes, HoldEveryFieldOfTheTable) {
  TableDefinition read;
  std::string table_key;
  ASSERT_TRUE(ReadDefinition(Payload(Whole()), read, table_key));
  EXPECT_EQ(table_key, "place");
  EXPECT_EQ(read.Arn(), Whole().Arn());
  EXPECT_EQ(read.id, "some id");
  EXPECT_EQ(read.key_schema.sort_key(), Whole().key_schema.sort_key());
  EXPECT_EQ(read.attribute_definitions, Whole().attribute_definitions);
  EXPECT_EQ(read.billing_mode, BillingMode::kPayPerRequest);
  EXPECT_EQ(read.throughput.decreases_today, 15);
  EXPECT_EQ(read.pay_per_request_switches_ms, (std::vector<int64_t>{21, 22}));
  EXPECT_EQ(read.table_class, TableClass::kStandardInfrequentAccess);
  EXPECT_TRUE(read.deletion_protection);
  EXPECT_EQ(read.encryption.key_arn, Whole().encryption.key_arn);
  EXPECT_EQ(read.time_to_live.attribute, "expires");
  ASSERT_EQ(read.tags.size(), 2u);
  EXPECT_EQ(read.tags[1].key, "stage");
}

TEST(DefinitionBytes, HoldEveryFieldOfTheIndexes) {
  TableDefinition read;
  std::string table_key;
  ASSERT_TRUE(ReadDefinition(Payload(Whole()), read, table_key));
  ASSERT_EQ(read.indexes.size(), 2u);
  EXPECT_EQ(read.indexes[0].kind, IndexKind::kGlobal);
  EXPECT_EQ(read.indexes[1].kind, IndexKind::kLocal);
  EXPECT_EQ(read.indexes[1].name, "ByPlace");
  EXPECT_EQ(read.indexes[0].key_schema.partition.size(), 2u);
  EXPECT_EQ(read.indexes[0].non_key_attributes, (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(read.indexes[0].on_demand.max_write_units, 7);
  EXPECT_EQ(read.indexes[0].warm.write_units, 9);
  // What the tests above do not look at is there as well.
  EXPECT_EQ(Payload(read), Payload(Whole()));
}

TEST(DefinitionBytes, AreWholeOrNothing) {
  const std::string payload = Payload(Whole());
  for (size_t size = 0; size < payload.size(); ++size) {
    EXPECT_FALSE(IsRead(payload.substr(0, size))) << size;
  }
  EXPECT_FALSE(IsRead(payload + '\0'));
}

TEST(DefinitionBytes, RefuseWhatNoTableCouldBe) {
  TableDefinition without_key = Whole();
  without_key.key_schema.partition.clear();
  EXPECT_FALSE(IsRead(Payload(without_key)));
  TableDefinition two_sort_keys = Whole();
  two_sort_keys.key_schema.sort.push_back({"more", ValueType::kString});
  EXPECT_FALSE(IsRead(Payload(two_sort_keys)));
  TableDefinition no_key_type = Whole();
  no_key_type.key_schema.partition[0].type = ValueType::kMap;
  EXPECT_FALSE(IsRead(Payload(no_key_type)));
  TableDefinition no_class = Whole();
  no_class.table_class = static_cast<TableClass>(2);
  EXPECT_FALSE(IsRead(Payload(no_class)));
  TableDefinition no_utf8 = Whole();
  no_utf8.tags[0].value = "\xFF";
  EXPECT_FALSE(IsRead(Payload(no_utf8)));
}

}  // namespace
}  // namespace pixii
