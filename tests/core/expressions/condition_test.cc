// What conditions are true of: every operator and function against every kind of attribute.
#include "core/expressions/condition.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

// One attribute of each type, and some inside others.
constexpr char kItem[] =
    "{'s':{'S':'hello'},'u':{'S':'\xC3\xA9\xF0\x9D\x84\x9E'},'e':{'S':''},'n':{'N':'10'},"
    "'neg':{'N':'-3.5'},'b':{'B':'YWJj'},'t':{'BOOL':true},'f':{'BOOL':false},"
    "'z':{'NULL':true},'ss':{'SS':['x','y','zz']},'ns':{'NS':['1','2.50']},"
    "'bs':{'BS':['YQ==','Yg==']},'l':{'L':[{'S':'x'},{'N':'1'},{'L':[{'S':'deep'}]}]},"
    "'m':{'M':{'k':{'S':'v'},'n':{'N':'7'},'l':{'L':[{'M':{'q':{'BOOL':true}}}]}}},"
    "'el':{'L':[]},'em':{'M':{}},'s2':{'S':'hello'},'m2':{'M':{'n':{'N':'7.0'},'k':{'S':'v'},"
    "'l':{'L':[{'M':{'q':{'BOOL':true}}}]}}}}";

// Values for the placeholders that rows use.
constexpr char kValues[] =
    "{':hello':{'S':'hello'},':he':{'S':'he'},':a':{'S':'a'},':z':{'S':'z'},':empty':{'S':''},"
    "':ll':{'S':'ll'},':x':{'S':'x'},':n0':{'N':'0'},':n1':{'N':'1'},':n2':{'N':'2'},"
    "':n3':{'N':'3'},':n5':{'N':'5'},':n7':{'N':'7'},':n10':{'N':'10'},':n10b':{'N':'1.0E1'},"
    "':n25':{'N':'2.5'},':n99':{'N':'99'},':s10':{'S':'10'},':abc':{'B':'YWJj'},':ab':{'B':'YWI='},"
    "':bc':{'B':'YmM='},':ba':{'B':'YQ=='},':t':{'BOOL':true},':f':{'BOOL':false},"
    "':null':{'NULL':true},':ss':{'SS':['zz','x','y']},':ns':{'NS':['2.5','1']},"
    "':bs':{'BS':['Yg==','YQ==']},':l':{'L':[{'S':'x'},{'N':'1'},{'L':[{'S':'deep'}]}]},"
    "':lr':{'L':[{'N':'1'},{'S':'x'},{'L':[{'S':'deep'}]}]},':deep':{'L':[{'S':'deep'}]},"
    "':m':{'M':{'l':{'L':[{'M':{'q':{'BOOL':true}}}]},'n':{'N':'7'},'k':{'S':'v'}}},"
    "':tS':{'S':'S'},':tN':{'S':'N'},':tB':{'S':'B'},':tBOOL':{'S':'BOOL'},':tNULL':{'S':'NULL'},"
    "':tSS':{'S':'SS'},':tNS':{'S':'NS'},':tBS':{'S':'BS'},':tL':{'S':'L'},':tM':{'S':'M'}}";

struct Row {
  const char* condition;
  bool expected;
};

template <size_t count>
void Check(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    EXPECT_EQ(Evaluate(row.condition, kItem, kValues), row.expected ? "true" : "false")
        << row.condition;
  }
}

TEST(ConditionTest, EqualityLooksAtTypeAndValue) {
  Check({
      {"s = :hello", true},     {":hello = s", true},    {"s = s2", true},
      {"s = :he", false},       {"e = :empty", true},    {"n = :n10", true},
      {"n = :n10b", true},      {"n = :s10", false},     {"b = :abc", true},
      {"b = :ab", false},       {"t = :t", true},        {"t = :f", false},
      {"t = f", false},         {"z = :null", true},     {"ss = :ss", true},
      {"ns = :ns", true},       {"bs = :bs", true},      {"l = :l", true},
      {"l = :lr", false},       {"m = :m", true},        {"m = m2", true},
      {"el = :l", false},       {"em = :m", false},      {"absent = :n1", false},
      {"absent = gone", false}, {":n1 = :n1", true},     {":n1 = :n2", false},
      {"m.k = :hello", false},  {"m.n = :n7", true},     {"l[0] = :x", true},
      {"l[1] = :n1", true},     {"l[2] = :deep", true},  {"l[9] = :x", false},
      {"s.k = :x", false},      {"s[0] = :x", false},    {"m[0] = :x", false},
      {"l.k = :x", false},      {"m.l[0].q = :t", true}, {"m.l[0].q = t", true},
  });
}

TEST(ConditionTest, InequalityIsTrueOfWhatIsMissingOrOfAnotherType) {
  Check({
      {"s <> :hello", false},
      {"s <> :he", true},
      {"n <> :s10", true},
      {"n <> :n10b", false},
      {"absent <> :n1", true},
      {"absent <> gone", true},
      {"ss <> :ss", false},
      {"l <> :lr", true},
      {"NOT s <> :hello", true},
      {"t <> :null", true},
      {"m.gone <> :x", true},
      {"z <> :null", false},
  });
}

TEST(ConditionTest, OrderIsWithinOneType) {
  Check({
      {"n < :n99", true},       {"n < :n10", false},        {"n <= :n10", true},
      {"n > :n2", true},        {"n > :n10", false},        {"n >= :n10", true},
      {"neg < :n0", true},      {"neg > :n0", false},       {":n2 < n", true},
      {"s > :a", true},         {"s < :z", true},           {"s >= :hello", true},
      {"s <= :he", false},      {"e < :a", true},           {"b > :ab", true},
      {"b < :abc", false},      {"b <= :abc", true},        {"n < :s10", false},
      {"n > :s10", false},      {"s > :n0", false},         {"t < :n1", false},
      {"t >= f", false},        {"ss > :a", false},         {"absent < :n1", false},
      {"absent >= :n1", false}, {"NOT absent < :n1", true}, {"m.n > :n5", true},
      {"l[1] <= :n1", true},    {"s <= s2", true},          {"s < s2", false},
  });
}

TEST(ConditionTest, BetweenIncludesItsBounds) {
  Check({
      {"n BETWEEN :n5 AND :n99", true},
      {"n BETWEEN :n10 AND :n10", true},
      {"n BETWEEN :n0 AND :n5", false},
      {"n BETWEEN m.n AND :n99", true},
      {"s BETWEEN :a AND :z", true},
      {"s BETWEEN :hello AND :hello", true},
      {"s BETWEEN :n1 AND :n5", false},
      {"b BETWEEN :ab AND :bc", true},
      {"absent BETWEEN :n1 AND :n5", false},
      {"NOT absent BETWEEN :n1 AND :n5", true},
      {"n BETWEEN absent AND :n99", false},
      {"n BETWEEN :n1 AND s", false},
      {":n5 BETWEEN neg AND n", true},
      {"size(s) BETWEEN :n5 AND :n5", true},
      {"n BETWEEN size(l) AND :n99", true},
  });
}

TEST(ConditionTest, InLooksForAnEqualOperand) {
  Check({
      {"s IN (:hello)", true},
      {"s IN (:a, :z, :hello)", true},
      {"s IN (:a, :z)", false},
      {"n IN (:s10, :n10b)", true},
      {"n IN (:s10)", false},
      {"absent IN (:a)", false},
      {"absent IN (gone)", false},
      {"s IN (absent, s2)", true},
      {"ss IN (:ss)", true},
      {"m IN (:l, :m)", true},
      {"size(s) IN (:n2, :n5)", true},
      {"n IN (size(s), size(l))", false},
      {"NOT s IN (:a)", true},
      {"t IN (:t, :f)", true},
  });
}

TEST(ConditionTest, ExistenceIsTrueOfWhateverIsThere) {
  Check({
      {"attribute_exists(s)", true},
      {"attribute_exists(z)", true},
      {"attribute_exists(e)", true},
      {"attribute_exists(absent)", false},
      {"attribute_exists(m.k)", true},
      {"attribute_exists(m.gone)", false},
      {"attribute_exists(l[2])", true},
      {"attribute_exists(l[3])", false},
      {"attribute_exists(l[2][0])", true},
      {"attribute_exists(s.k)", false},
      {"attribute_not_exists(s)", false},
      {"attribute_not_exists(absent)", true},
      {"attribute_not_exists(m.l[0].q)", false},
      {"attribute_not_exists(m.l[1].q)", true},
  });
}

TEST(ConditionTest, AttributeTypeTellsTheTenTypesApart) {
  const std::pair<const char*, const char*> attributes[] = {
      {"s", "S"},   {"n", "N"},   {"b", "B"},   {"t", "BOOL"}, {"z", "NULL"},
      {"ss", "SS"}, {"ns", "NS"}, {"bs", "BS"}, {"l", "L"},    {"m", "M"}};
  for (const auto& [name, type] : attributes) {
    for (const auto& [other, asked] : attributes) {
      const std::string text = std::string("attribute_type(") + name + ", :t" + asked + ")";
      EXPECT_EQ(Evaluate(text, kItem, kValues), std::string_view(type) == asked ? "true" : "false")
          << text << other;
    }
  }
  Check({{"attribute_type(absent, :tS)", false}, {"attribute_type(m.k, :tS)", true}});
}

TEST(ConditionTest, BeginsWithComparesStringsAndBinaries) {
  Check({
      {"begins_with(s, :he)", true},
      {"begins_with(s, :hello)", true},
      {"begins_with(s, :ll)", false},
      {"begins_with(s, :empty)", true},
      {"begins_with(e, :empty)", true},
      {"begins_with(e, :a)", false},
      {"begins_with(b, :ab)", true},
      {"begins_with(b, :bc)", false},
      {"begins_with(s, :ab)", false},
      {"begins_with(b, :a)", false},
      {"begins_with(n, :s10)", false},
      {"begins_with(absent, :a)", false},
      {"begins_with(s, s2)", true},
      {"begins_with(s, absent)", false},
      {"begins_with(s, n)", false},
      {"begins_with(:hello, :he)", true},
      {"begins_with(n, neg)", false},
  });
}

TEST(ConditionTest, ContainsLooksIntoStringsSetsAndLists) {
  Check({
      {"contains(s, :ll)", true},       {"contains(s, :z)", false},
      {"contains(s, :empty)", true},    {"contains(s, :n1)", false},
      {"contains(b, :bc)", true},       {"contains(b, :a)", false},
      {"contains(ss, :x)", true},       {"contains(ss, :z)", false},
      {"contains(ss, :n1)", false},     {"contains(ns, :n25)", true},
      {"contains(ns, :n10)", false},    {"contains(bs, :ba)", true},
      {"contains(bs, :a)", false},      {"contains(l, :x)", true},
      {"contains(l, :n1)", true},       {"contains(l, :deep)", true},
      {"contains(l, :a)", false},       {"contains(m, :x)", false},
      {"contains(n, :n1)", false},      {"contains(t, :t)", false},
      {"contains(absent, :x)", false},  {"contains(s, absent)", false},
      {"contains(ss, l[0])", true},     {"contains(:ss, l[0])", true},
      {"contains(el, :x)", false},      {"contains(ns, size(el))", false},
      {"contains(l, size(el))", false},
  });
}

// "size" of a string counts UTF-16 units: 1 for U+00E9 and 2 for U+1D11E.
TEST(ConditionTest, SizeCountsWhatTheTypeHas) {
  Check({
      {"size(s) = :n5", true},        {"size(u) = :n3", true},          {"size(e) = :n0", true},
      {"size(b) = :n3", true},        {"size(ss) = :n3", true},         {"size(ns) = :n2", true},
      {"size(bs) = :n2", true},       {"size(l) = :n3", true},          {"size(m) = :n3", true},
      {"size(el) = :n0", true},       {"size(em) = :n0", true},         {"size(n) = :n2", false},
      {"size(n) <> :n2", true},       {"size(t) >= :n0", false},        {"size(z) >= :n0", false},
      {"size(absent) >= :n0", false}, {"size(absent) <> :n1", true},    {"size(m.k) = :n1", true},
      {"size(s) > size(l)", true},    {"size(:hello) = size(s)", true}, {"size(s) = :s10", false},
      {":n5 = size(s)", true},        {"size(l) < :n10", true},         {"n > size(s)", true},
  });
}

TEST(ConditionTest, ConditionsCombine) {
  Check({
      {"n = :n10 AND s = :hello", true},
      {"n = :n10 AND s = :a", false},
      {"n = :n1 OR s = :hello", true},
      {"n = :n1 OR s = :a", false},
      {"NOT n = :n1", true},
      {"NOT NOT n = :n1", false},
      {"n = :n1 OR n = :n10 AND s = :a", false},
      {"(n = :n1 OR n = :n10) AND s = :hello", true},
      {"NOT (n = :n10 AND s = :hello)", false},
      {"NOT n = :n10 OR s = :hello", true},
      {"n = :n10 AND NOT contains(ss, :z) AND (attribute_exists(m.k) OR z = :t)", true},
  });
}

TEST(ConditionTest, AnAbsentItemHasNoAttributes) {
  Request request("{':a':{'S':'a'}}");
  EXPECT_TRUE(request.Condition("attribute_not_exists(pk)").value().Matches(EntryRange()));
  EXPECT_FALSE(request.Condition("attribute_exists(pk)").value().Matches(EntryRange()));
  EXPECT_TRUE(request.Condition("pk <> :a").value().Matches(EntryRange()));
  EXPECT_FALSE(request.Condition("pk = :a").value().Matches(EntryRange()));
}

TEST(ConditionTest, NoConditionIsTrueOfEverything) {
  EXPECT_TRUE(BoundCondition().Matches(EntryRange()));
  EXPECT_TRUE(BoundCondition().Paths().empty());
}

TEST(ConditionTest, LongChainsAreEvaluated) {
  std::string text = "n = :n10";
  for (int i = 1; i < 150; ++i) text += i % 2 == 0 ? " AND n=:n10" : " OR n=:n1";
  EXPECT_EQ(Evaluate(text, kItem, kValues), "true");
}

}  // namespace
}  // namespace pixii::test
