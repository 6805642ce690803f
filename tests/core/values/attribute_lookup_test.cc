// Shows that a lookup finds every attribute of an item under its whole name, and nothing else.
#include "core/values/attribute_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

TEST(AttributeLookup, FindsEveryAttributeAndNoOther) {
  std::vector<support::Attribute> attributes;
  for (int i = 100; i < 300; ++i) attributes.push_back({"n" + std::to_string(i), "v", false});
  const std::string bytes = support::Entries(attributes);
  const AttributeLookup lookup{EntryRange(bytes)};
  for (const support::Attribute& attribute : attributes) {
    EXPECT_EQ(lookup.Find(attribute.name), EntryRange(bytes).Find(attribute.name));
  }
  for (const char* name : {"", "n", "n1000", "n99", "n300", "zz"}) EXPECT_FALSE(lookup.Find(name));
}

TEST(AttributeLookup, FindsNothingInNothing) {
  EXPECT_FALSE(AttributeLookup(EntryRange()).Find("a"));
}

TEST(AttributeLookup, FollowsPathsIntoDocuments) {
  std::string bytes;
  ValueBuilder builder(bytes);
  builder.Name("a");
  builder.BeginList();
  builder.String("x");
  builder.String("y");
  builder.EndList();
  PathElement steps[] = {{}, {}};
  steps[0].name = "a";
  steps[1].index = 1;
  const AttributeLookup lookup{EntryRange(bytes)};
  EXPECT_EQ(FindPath(lookup, DocumentPath{{steps, 2}}).AsString(), "y");
  EXPECT_TRUE(FindPath(lookup, DocumentPath{{steps, 1}}).is(ValueType::kList));
}

}  // namespace
}  // namespace pixii
