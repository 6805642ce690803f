// Shows how document paths walk items, print themselves and meet each other.
#include "core/values/document_path.h"

#include <gtest/gtest.h>

#include "core/values/value_builder.h"

namespace pixii {
namespace {

// A path that owns its elements.
class Path {
 public:
  explicit Path(std::vector<PathElement> elements) : elements_(std::move(elements)) {}
  DocumentPath view() const { return {{elements_.data(), elements_.size()}}; }

 private:
  std::vector<PathElement> elements_;
};

PathElement Name(std::string_view name) { return {name, 0}; }
PathElement Index(uint32_t index) { return {{}, index}; }

std::string Sample() {
  std::string out;
  ValueBuilder builder(out);
  builder.Name("a");
  builder.BeginMap();
  builder.Name("b");
  builder.BeginList();
  builder.String("zero");
  builder.String("one");
  builder.EndList();
  builder.EndMap();
  builder.EndEntries(0);
  return out;
}

TEST(DocumentPath, FindsWhatIsThere) {
  const std::string sample = Sample();
  const EntryRange item(sample);
  EXPECT_EQ(FindPath(item, Path({Name("a"), Name("b"), Index(1)}).view()).AsString(), "one");
  EXPECT_TRUE(FindPath(item, Path({Name("a")}).view()).is(ValueType::kMap));
}

TEST(DocumentPath, FindsNothingWhereAStepDoesNotFit) {
  const std::string sample = Sample();
  const EntryRange item(sample);
  EXPECT_FALSE(FindPath(item, Path({Name("x")}).view()));
  EXPECT_FALSE(FindPath(item, Path({Name("a"), Index(0)}).view()));
  EXPECT_FALSE(FindPath(item, Path({Name("a"), Name("b"), Index(2)}).view()));
  EXPECT_FALSE(FindPath(item, Path({Name("a"), Name("b"), Name("c")}).view()));
}

TEST(DocumentPath, PrintsItselfAsMessagesDo) {
  EXPECT_EQ(Path({Name("a"), Name("b"), Index(3), Name("c")}).view().ToMessageText(),
            "[a, b, [3], c]");
}

TEST(DocumentPath, KnowsOverlapsAndConflicts) {
  const Path a({Name("a")}), ab({Name("a"), Name("b")}), a0({Name("a"), Index(0)});
  const Path a1({Name("a"), Index(1)}), b({Name("b")});
  EXPECT_EQ(ComparePaths(a.view(), ab.view()), PathRelation::kOverlap);
  EXPECT_EQ(ComparePaths(ab.view(), ab.view()), PathRelation::kOverlap);
  EXPECT_EQ(ComparePaths(ab.view(), a0.view()), PathRelation::kConflict);
  EXPECT_EQ(ComparePaths(a0.view(), a1.view()), PathRelation::kDistinct);
  EXPECT_EQ(ComparePaths(a.view(), b.view()), PathRelation::kDistinct);
}

}  // namespace
}  // namespace pixii
