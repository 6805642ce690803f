// Shows the texts about indexes, letter for letter.
#include "core/base/messages/indexes.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(IndexMessages, TellOfDefinitions) {
  const std::string invalid = "One or more parameter values were invalid: ";
  EXPECT_EQ(IndexListEmpty("GlobalSecondaryIndexes"),
            invalid + "List of GlobalSecondaryIndexes is empty");
  EXPECT_EQ(DuplicateIndexName("i"), invalid + "Duplicate index name: i");
  EXPECT_EQ(TooManyLocalIndexes(),
            invalid + "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
  EXPECT_EQ(TooManyGlobalIndexes(),
            invalid + "GlobalSecondaryIndex count exceeds the per-table limit of 20");
  EXPECT_EQ(TooManyKeyAttributes("HASH"),
            invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes");
  EXPECT_EQ(LocalIndexHasOtherPartitionKey("i", "a", "b"),
            invalid +
                "Index KeySchema does not have the same leading hash key as table KeySchema "
                "for index: i. index hash key: a, table hash key: b");
  EXPECT_EQ(NonKeyAttributesGiven("ALL"),
            invalid + "ProjectionType is ALL, but NonKeyAttributes is specified");
}

TEST(IndexMessages, TellOfUpdates) {
  EXPECT_EQ(OneIndexAtATime(),
            "Subscriber limit exceeded: Only 1 online index can be created or deleted "
            "simultaneously per table");
  EXPECT_EQ(IndexExists(), "Attempting to create an index which already exists");
  EXPECT_EQ(IndexNotFound("i", "t"), "Requested resource not found: Index i for table t");
  EXPECT_EQ(NotAGlobalIndex("delete", "i"),
            "Cannot delete an index that is not a GlobalSecondaryIndex: i");
  EXPECT_EQ(IndexUpdatedTwice("i"),
            "One or more parameter values were invalid: Only one global secondary index update per "
            "index is allowed simultaneously. Index: i");
}

}  // namespace
}  // namespace pixii::messages
