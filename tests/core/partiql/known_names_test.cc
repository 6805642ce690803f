// Shows which types and functions are known by which names.
#include "core/partiql/known_names.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

TEST(KnownNames, HaveTheTypesThatIsAsksFor) {
  EXPECT_EQ(IsTypeNamed("missing"), IsType::kMissing);
  EXPECT_EQ(IsTypeNamed("BOOLEAN"), IsType::kBool);
  EXPECT_EQ(IsTypeNamed("Struct"), IsType::kMap);
  EXPECT_FALSE(IsTypeNamed("INTEGER"));
  EXPECT_FALSE(IsTypeNamed(""));
}

TEST(KnownNames, HaveTypesOfSqlThatAreNotServed) {
  EXPECT_EQ(OtherTypeNamed("int"), "INTEGER");
  EXPECT_EQ(OtherTypeNamed("VARCHAR"), "CHARACTER_VARYING");
  EXPECT_EQ(OtherTypeNamed("BOOL"), "");
  EXPECT_EQ(OtherTypeNamed("anything"), "");
}

TEST(KnownNames, HaveFunctionsInAnyCase) {
  EXPECT_EQ(CallNamed("attribute_exists"), CallKind::kAttributeExists);
  EXPECT_EQ(CallNamed("SET_ADD"), CallKind::kSetAdd);
  EXPECT_EQ(CallNamed("count"), CallKind::kUnknown);
}

}  // namespace
}  // namespace pixii::partiql
