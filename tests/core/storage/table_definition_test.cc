// Shows the ARNs of tables and streams, and that every text of a definition is counted.
#include "core/storage/table_definition.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(TableDefinition, NamesItselfAndItsStream) {
  TableDefinition definition;
  definition.account = "123456789012";
  definition.region = "eu-west-1";
  definition.name = "Things";
  definition.stream.label_ms = 1'700'000'000'042;
  EXPECT_EQ(definition.Arn(), "arn:aws:dynamodb:eu-west-1:123456789012:table/Things");
  EXPECT_EQ(definition.StreamArn(), definition.Arn() + "/stream/2023-11-14T22:13:20.042");
}

TEST(TableDefinition, CountsTheTextsItHolds) {
  TableDefinition definition;
  auto grows = [&definition, before = definition.TextBytes()](size_t bytes) mutable {
    const uint64_t now = definition.TextBytes();
    const bool grown = now >= before + bytes;
    before = now;
    return grown;
  };
  definition.policy.text.assign(1000, 'p');
  EXPECT_TRUE(grows(1000));
  definition.stream.policy.text.assign(1000, 'p');
  EXPECT_TRUE(grows(1000));
  definition.tags = {{std::string(100, 'k'), std::string(200, 'v')}};
  EXPECT_TRUE(grows(300));
  definition.stream.tags = definition.tags;
  EXPECT_TRUE(grows(300));
  IndexDefinition index;
  index.name.assign(50, 'i');
  index.non_key_attributes = {std::string(100, 'n')};
  definition.indexes = {index};
  EXPECT_TRUE(grows(150));
}

TEST(TableDefinition, FindsIndexesByName) {
  TableDefinition definition;
  definition.indexes.resize(2);
  definition.indexes[1].name = "ByDay";
  definition.indexes[1].kind = IndexKind::kLocal;
  EXPECT_EQ(definition.FindIndex("ByDay"), &definition.indexes[1]);
  EXPECT_EQ(definition.FindIndex("byday"), nullptr);
  EXPECT_TRUE(definition.HasLocalIndexes());
}

}  // namespace
}  // namespace pixii
