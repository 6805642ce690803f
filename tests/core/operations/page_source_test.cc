// Shows which source a request names, what each holds, what may be asked of it, and when items have
// to be fetched from the table.
#include "core/operations/page_source.h"

#include <gtest/gtest.h>

#include "core/operations/query.h"
#include "tests/support/indexed_table.h"

namespace pixii {
namespace {

using support::OperationHarness;

// A Query of `index` (empty: the table) with these further members, bound.
struct Asked {
  Asked(OperationHarness& harness, const std::string& index, const std::string& members = "") {
    OperationContext context = harness.Begin();
    const std::string name = index.empty() ? "" : ",'IndexName':'" + index + "'";
    page = harness.Request<Query>("{'TableName':'Things'" + name + members + "}").page;
    Result<PageSource> found = FindPageSource(page, *harness.TableOf("Things"));
    if (!found.ok()) {
      fault = found.error().message;
      return;
    }
    source = found.value();
    Binder binder = MakeBinder(context, page.expression_attribute_names,
                               &page.expression_attribute_values, Envelope::kNone);
    EXPECT_TRUE(BindLegacyProjection(context, page, expressions).ok());
    EXPECT_TRUE(BindPage(context, page, binder, expressions).ok());
  }

  std::string AskedFault() const {
    const Result<void> checked = CheckAskedIsProjected(source, page, expressions.projected);
    return checked.ok() ? "" : checked.error().message;
  }
  std::string FilterFault() const {
    const Result<void> checked = CheckFilterIsProjected(source, expressions.filter);
    return checked.ok() ? "" : checked.error().message;
  }
  bool Fetches() const { return NeedsFetches(source, page, expressions.projected); }

  PageParameters page;
  PageSource source;
  PageExpressions expressions;
  std::string fault;
};

class PageSourceTest : public testing::Test {
 protected:
  PageSourceTest() { support::MakeIndexedTable(harness_); }
  OperationHarness harness_;
};

TEST_F(PageSourceTest, IsTheTableUnlessAnIndexIsNamed) {
  const Asked table(harness_, "");
  EXPECT_EQ(table.source.index, nullptr);
  EXPECT_EQ(&table.source.items(), &harness_.TableOf("Things")->items());
  EXPECT_EQ(table.source.key_schema().sort_key().name, "sk");
  const Asked local(harness_, "ByPrice");
  EXPECT_TRUE(local.source.is_local_index());
  EXPECT_EQ(local.source.key_schema().sort_key().name, "price");
  const Asked global(harness_, "ByWeight");
  EXPECT_TRUE(global.source.is_global_index());
  EXPECT_EQ(global.source.key_schema().Count(), 4u);
}

TEST_F(PageSourceTest, AnUnknownIndexIsRefused) {
  EXPECT_EQ(Asked(harness_, "ByNothing").fault,
            "The table does not have the specified index: ByNothing");
  EXPECT_EQ(Asked(harness_, "byprice").fault,
            "The table does not have the specified index: byprice");
}

TEST_F(PageSourceTest, OnlyGlobalIndexesRefuseConsistentReads) {
  const std::string consistent = ",'ConsistentRead':true";
  EXPECT_EQ(Asked(harness_, "", consistent).fault, "");
  EXPECT_EQ(Asked(harness_, "ByPrice", consistent).fault, "");
  EXPECT_EQ(Asked(harness_, "ByWeight", consistent).fault,
            "Consistent reads are not supported on global secondary indexes");
  EXPECT_EQ(Asked(harness_, "ByWeight", ",'ConsistentRead':false").fault, "");
}

TEST_F(PageSourceTest, HoldsKeysAndWhatIsProjected) {
  const PageSource table = Asked(harness_, "").source;
  const PageSource keys = Asked(harness_, "ByMaker").source;
  const PageSource included = Asked(harness_, "ByGrade").source;
  const PageSource all = Asked(harness_, "ByWeight").source;
  for (const char* name : {"pk", "sk", "maker", "price"}) EXPECT_TRUE(keys.Holds(name)) << name;
  EXPECT_FALSE(keys.Holds("hue"));
  EXPECT_FALSE(keys.Holds("grade"));
  EXPECT_TRUE(included.Holds("hue"));
  EXPECT_FALSE(included.Holds("price"));
  EXPECT_TRUE(all.Holds("anything"));
  EXPECT_TRUE(table.Holds("anything"));
}

TEST_F(PageSourceTest, NamesTheKeysOfTableAndIndexAlone) {
  const PageSource source = Asked(harness_, "ByGrade").source;
  for (const char* name : {"pk", "sk", "grade"}) EXPECT_TRUE(source.NamesKey(name)) << name;
  for (const char* name : {"hue", "price"}) EXPECT_FALSE(source.NamesKey(name)) << name;
  EXPECT_FALSE(Asked(harness_, "").source.NamesKey("grade"));
}

TEST_F(PageSourceTest, GlobalIndexesAreAskedForWhatTheyHold) {
  const std::string all = ",'Select':'ALL_ATTRIBUTES'";
  EXPECT_EQ(
      Asked(harness_, "ByGrade", all).AskedFault(),
      "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported "
      "for global secondary index ByGrade because its projection type is not ALL");
  EXPECT_EQ(Asked(harness_, "ByWeight", all).AskedFault(), "");
  EXPECT_EQ(Asked(harness_, "ByPrice", all).AskedFault(), "");
  EXPECT_EQ(Asked(harness_, "ByGrade", ",'ProjectionExpression':'pk, hue'").AskedFault(), "");
  // Each missing attribute once, in the order asked.
  EXPECT_EQ(
      Asked(harness_, "ByGrade", ",'ProjectionExpression':'b[0], hue, a, b[1]'").AskedFault(),
      "One or more parameter values were invalid: Global secondary index ByGrade does not project "
      "[b, a]");
  EXPECT_EQ(Asked(harness_, "ByPrice", ",'ProjectionExpression':'a'").AskedFault(), "");
}

TEST_F(PageSourceTest, FiltersNameWhatAnyIndexHolds) {
  const std::string filter = ",'FilterExpression':'attribute_exists(b) OR attribute_exists(a)'";
  const std::string fault =
      " does not project one or more filter attributes: [a, b]";  // in name order
  const std::string invalid = "One or more parameter values were invalid: Secondary index ";
  EXPECT_EQ(Asked(harness_, "ByPrice", filter).FilterFault(), invalid + "ByPrice" + fault);
  EXPECT_EQ(Asked(harness_, "ByMaker", filter).FilterFault(), invalid + "ByMaker" + fault);
  EXPECT_EQ(Asked(harness_, "ByWeight", filter).FilterFault(), "");
  EXPECT_EQ(Asked(harness_, "", filter).FilterFault(), "");
  EXPECT_EQ(Asked(harness_, "ByGrade", ",'FilterExpression':'size(hue) > size(sk)'").FilterFault(),
            "");
}

TEST_F(PageSourceTest, OnlyLocalIndexesFetchAndOnlyWhatTheyDoNotHold) {
  EXPECT_TRUE(Asked(harness_, "ByPrice", ",'Select':'ALL_ATTRIBUTES'").Fetches());
  EXPECT_TRUE(Asked(harness_, "ByPrice", ",'ProjectionExpression':'price, hue'").Fetches());
  EXPECT_TRUE(Asked(harness_, "ByPrice", ",'AttributesToGet':['hue']").Fetches());
  EXPECT_FALSE(Asked(harness_, "ByPrice", ",'ProjectionExpression':'price, sk'").Fetches());
  EXPECT_FALSE(Asked(harness_, "ByPrice").Fetches());
  EXPECT_FALSE(Asked(harness_, "ByPrice", ",'Select':'COUNT'").Fetches());
  EXPECT_FALSE(Asked(harness_, "ByWeight", ",'Select':'ALL_ATTRIBUTES'").Fetches());
  EXPECT_FALSE(Asked(harness_, "", ",'Select':'ALL_ATTRIBUTES'").Fetches());
}

}  // namespace
}  // namespace pixii
