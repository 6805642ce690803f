// Shows how key schemas are read, and which definitions a table ends up with.
#include "core/operations/key_definitions.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

struct Elements {
  std::vector<KeySchemaElement> list;
  Span<KeySchemaElement> span() { return {list.data(), list.size()}; }
};

std::string Outcome(std::vector<KeySchemaElement> list) {
  const Result<void> checked = CheckGlobalKeySchema({list.data(), list.size()});
  return checked.ok() ? "" : checked.error().message;
}

TEST(KeyDefinitions, LetGlobalIndexesHaveFourAttributesOfEachKind) {
  EXPECT_EQ(Outcome({{"a", "HASH"},
                     {"b", "HASH"},
                     {"c", "HASH"},
                     {"d", "HASH"},
                     {"e", "RANGE"},
                     {"f", "RANGE"},
                     {"g", "RANGE"},
                     {"h", "RANGE"}}),
            "");
  EXPECT_NE(Outcome({{"a", "HASH"}, {"b", "HASH"}, {"c", "HASH"}, {"d", "HASH"}, {"e", "HASH"}})
                .find("number of HASH"),
            std::string::npos);
  EXPECT_NE(Outcome({{"a", "HASH"}, {"b", "RANGE"}, {"c", "HASH"}}).find("precede"),
            std::string::npos);
  EXPECT_NE(Outcome({{"a", "RANGE"}}).find("first KeySchemaElement"), std::string::npos);
}

TEST(KeyDefinitions, TakeTypesFromTheFirstDefinition) {
  Elements elements{{{"b", "HASH"}, {"a", "RANGE"}}};
  std::vector<AttributeDefinition> list = {{"a", "N"}, {"b", "B"}, {"a", "S"}};
  KnownAttributes known;
  AddKnown({list.data(), list.size()}, known);
  const KeySchema schema = MakeKeySchema(elements.span(), known);
  ASSERT_EQ(schema.partition.size(), 1u);
  EXPECT_EQ(schema.partition[0].type, ValueType::kBinary);
  ASSERT_EQ(schema.sort.size(), 1u);
  EXPECT_EQ(schema.sort[0].type, ValueType::kNumber);
}

TEST(KeyDefinitions, NameEveryKeyAttributeOnceInOrder) {
  TableDefinition definition;
  definition.key_schema = {{{"pk", ValueType::kString}}, {{"a", ValueType::kString}}};
  IndexDefinition index;
  index.key_schema = {{{"a", ValueType::kString}}, {{"0", ValueType::kNumber}}};
  definition.indexes = {index, index};
  std::string names;
  for (const KeyAttribute& attribute : UsedAttributes(definition)) names += attribute.name + ' ';
  EXPECT_EQ(names, "0 a pk ");
}

}  // namespace
}  // namespace pixii
