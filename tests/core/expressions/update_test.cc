// Every form of update, what it leaves of the item, what it touched, and how it fails.
#include "core/expressions/update.h"

#include <gtest/gtest.h>

#include "core/values/item_size.h"
#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kValues[] =
    "{':n':{'N':'3'},':neg':{'N':'-1'},':s':{'S':'v'},':l':{'L':[{'S':'q'}]},':m':{'M':{}},"
    "':ss':{'SS':['b','c']},':ab':{'SS':['a','b']},':ns':{'NS':['2','1.0']},':bs':{'BS':['YQ==']},"
    "':x':{'S':'x'},':y':{'S':'y'},':z':{'S':'z'}}";

struct Row {
  const char* update;
  const char* item;
  const char* outcome;
};

template <size_t count>
void Check(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    EXPECT_EQ(Updated(row.update, row.item, kValues), row.outcome) << row.update << row.item;
  }
}

const char kBadPath[] = "The document path provided in the update expression is invalid for update";
const char kWrongType[] = "An operand in the update expression has an incorrect data type";

TEST(UpdateTest, KnowsWhetherItCouldPutAnythingIntoAnItem) {
  const auto takes_away_only = [](const char* text) {
    Request request(kValues);
    return request.Update(text).value().TakesAwayOnly();
  };
  EXPECT_TRUE(takes_away_only("REMOVE a, b.c[1]"));
  EXPECT_TRUE(takes_away_only("DELETE a :ss REMOVE b"));
  EXPECT_FALSE(takes_away_only("REMOVE a SET b = :n"));
  EXPECT_FALSE(takes_away_only("DELETE a :ss ADD b :n"));
  EXPECT_FALSE(BoundUpdate().TakesAwayOnly());
}

TEST(UpdateTest, SetWritesTopLevelAttributes) {
  Check({
      {"SET a = :s", "{}", "{'a':{'S':'v'}}"},
      {"SET a = :s", "{'pk':{'S':'k'}}", "{'a':{'S':'v'},'pk':{'S':'k'}}"},
      {"SET z = :s", "{'pk':{'S':'k'}}", "{'pk':{'S':'k'},'z':{'S':'v'}}"},
      {"SET b = :s", "{'a':{'N':'1'},'b':{'N':'2'},'c':{'N':'3'}}",
       "{'a':{'N':'1'},'b':{'S':'v'},'c':{'N':'3'}}"},
      {"SET d = :s, b = :n", "{'a':{'N':'1'},'c':{'N':'3'},'e':{'N':'5'}}",
       "{'a':{'N':'1'},'b':{'N':'3'},'c':{'N':'3'},'d':{'S':'v'},'e':{'N':'5'}}"},
      {"SET a = b, b = a", "{'a':{'N':'1'},'b':{'N':'2'}}", "{'a':{'N':'2'},'b':{'N':'1'}}"},
      {"SET a = a + :n, b = a", "{'a':{'N':'1'}}", "{'a':{'N':'4'},'b':{'N':'1'}}"},
      {"SET a = :m", "{'a':{'L':[]}}", "{'a':{'M':{}}}"},
  });
}

TEST(UpdateTest, SetWritesIntoMaps) {
  Check({
      {"SET m.k = :s", "{'m':{'M':{}}}", "{'m':{'M':{'k':{'S':'v'}}}}"},
      {"SET m.k = :s", "{'m':{'M':{'a':{'N':'1'},'k':{'N':'2'},'z':{'N':'3'}}}}",
       "{'m':{'M':{'a':{'N':'1'},'k':{'S':'v'},'z':{'N':'3'}}}}"},
      {"SET m.b = :s, m.d = :n", "{'m':{'M':{'a':{'N':'1'},'c':{'N':'2'}}}}",
       "{'m':{'M':{'a':{'N':'1'},'b':{'S':'v'},'c':{'N':'2'},'d':{'N':'3'}}}}"},
      {"SET m.n.k = :s", "{'m':{'M':{'n':{'M':{}}}}}", "{'m':{'M':{'n':{'M':{'k':{'S':'v'}}}}}}"},
      {"SET m.k = m.j, m.j = m.k", "{'m':{'M':{'j':{'N':'1'},'k':{'N':'2'}}}}",
       "{'m':{'M':{'j':{'N':'2'},'k':{'N':'1'}}}}"},
      {"SET m.k = :s", "{}", kBadPath},
      {"SET m.k = :s", "{'m':{'S':'x'}}", kBadPath},
      {"SET m.k = :s", "{'m':{'L':[]}}", kBadPath},
      {"SET m.n.k = :s", "{'m':{'M':{}}}", kBadPath},
      {"SET m[0] = :s", "{'m':{'M':{}}}", kBadPath},
  });
}

TEST(UpdateTest, SetWritesIntoLists) {
  Check({
      {"SET l[0] = :s", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}", "{'l':{'L':[{'S':'v'},{'N':'1'}]}}"},
      {"SET l[1] = :s", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}", "{'l':{'L':[{'N':'0'},{'S':'v'}]}}"},
      {"SET l[2] = :s", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}",
       "{'l':{'L':[{'N':'0'},{'N':'1'},{'S':'v'}]}}"},
      {"SET l[99] = :s", "{'l':{'L':[{'N':'0'}]}}", "{'l':{'L':[{'N':'0'},{'S':'v'}]}}"},
      {"SET l[7] = :z, l[3] = :x, l[5] = :y", "{'l':{'L':[]}}",
       "{'l':{'L':[{'S':'x'},{'S':'y'},{'S':'z'}]}}"},
      {"SET l[0] = :x, l[9] = :y", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}",
       "{'l':{'L':[{'S':'x'},{'N':'1'},{'S':'y'}]}}"},
      {"SET l[0].k = :s", "{'l':{'L':[{'M':{}}]}}", "{'l':{'L':[{'M':{'k':{'S':'v'}}}]}}"},
      {"SET l[0][1] = :s", "{'l':{'L':[{'L':[{'N':'0'}]}]}}",
       "{'l':{'L':[{'L':[{'N':'0'},{'S':'v'}]}]}}"},
      {"SET l[1].k = :s", "{'l':{'L':[{'M':{}}]}}", kBadPath},
      {"SET l[0] = :s", "{}", kBadPath},
      {"SET l[0] = :s", "{'l':{'S':'x'}}", kBadPath},
      {"SET l[0] = :s", "{'l':{'SS':['x']}}", kBadPath},
      {"SET l[0].k = :s", "{'l':{'L':[{'S':'x'}]}}", kBadPath},
  });
}

TEST(UpdateTest, RemoveTakesAway) {
  Check({
      {"REMOVE a", "{'a':{'N':'1'},'b':{'N':'2'}}", "{'b':{'N':'2'}}"},
      {"REMOVE a, b", "{'a':{'N':'1'},'b':{'N':'2'}}", "{}"},
      {"REMOVE gone", "{'a':{'N':'1'}}", "{'a':{'N':'1'}}"},
      {"REMOVE m.k", "{'m':{'M':{'j':{'N':'1'},'k':{'N':'2'}}}}", "{'m':{'M':{'j':{'N':'1'}}}}"},
      {"REMOVE m.k", "{'m':{'M':{'k':{'N':'2'}}}}", "{'m':{'M':{}}}"},
      {"REMOVE m.gone", "{'m':{'M':{}}}", "{'m':{'M':{}}}"},
      {"REMOVE l[1]", "{'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}}",
       "{'l':{'L':[{'N':'0'},{'N':'2'}]}}"},
      {"REMOVE l[0], l[2]", "{'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}}",
       "{'l':{'L':[{'N':'1'}]}}"},
      {"REMOVE l[0]", "{'l':{'L':[{'N':'0'}]}}", "{'l':{'L':[]}}"},
      {"REMOVE l[5]", "{'l':{'L':[{'N':'0'}]}}", "{'l':{'L':[{'N':'0'}]}}"},
      {"SET l[1] = :s REMOVE l[0]", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}", "{'l':{'L':[{'S':'v'}]}}"},
      {"SET l[9] = :s REMOVE l[0]", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}",
       "{'l':{'L':[{'N':'1'},{'S':'v'}]}}"},
      {"SET b = a REMOVE a", "{'a':{'N':'1'}}", "{'b':{'N':'1'}}"},
      {"REMOVE m.k", "{}", kBadPath},
      {"REMOVE m.k", "{'m':{'S':'x'}}", kBadPath},
      {"REMOVE l[0]", "{}", kBadPath},
      {"REMOVE l[0]", "{'l':{'M':{}}}", kBadPath},
  });
}

TEST(UpdateTest, AddAddsNumbersAndSets) {
  Check({
      {"ADD a :n", "{}", "{'a':{'N':'3'}}"},
      {"ADD a :n", "{'a':{'N':'1.5'}}", "{'a':{'N':'4.5'}}"},
      {"ADD a :neg", "{'a':{'N':'1'}}", "{'a':{'N':'0'}}"},
      {"ADD a :ss", "{}", "{'a':{'SS':['b','c']}}"},
      {"ADD a :ss", "{'a':{'SS':['a','c']}}", "{'a':{'SS':['a','b','c']}}"},
      {"ADD a :ss", "{'a':{'SS':['b','c']}}", "{'a':{'SS':['b','c']}}"},
      {"ADD a :ns", "{'a':{'NS':['1','10']}}", "{'a':{'NS':['1','2','10']}}"},
      {"ADD a :bs", "{'a':{'BS':['Yg==']}}", "{'a':{'BS':['YQ==','Yg==']}}"},
      {"ADD m.k :n", "{'m':{'M':{'k':{'N':'1'}}}}", "{'m':{'M':{'k':{'N':'4'}}}}"},
      {"ADD m.k :n", "{'m':{'M':{}}}", "{'m':{'M':{'k':{'N':'3'}}}}"},
      {"ADD l[0] :n", "{'l':{'L':[{'N':'1'}]}}", "{'l':{'L':[{'N':'4'}]}}"},
      {"ADD a :n", "{'a':{'S':'x'}}", kWrongType},
      {"ADD a :n", "{'a':{'NS':['1']}}", kWrongType},
      {"ADD a :ss", "{'a':{'NS':['1']}}", kWrongType},
      {"ADD a :ss", "{'a':{'N':'1'}}", kWrongType},
      {"ADD m.k :n", "{}", kBadPath},
  });
}

TEST(UpdateTest, DeleteTakesMembersOutOfSets) {
  Check({
      {"DELETE a :ss", "{'a':{'SS':['a','b','c']}}", "{'a':{'SS':['a']}}"},
      {"DELETE a :ab", "{'a':{'SS':['b','c']}}", "{'a':{'SS':['c']}}"},
      {"DELETE a :ss", "{'a':{'SS':['b','c']}}", "{}"},
      {"DELETE a :ss", "{'a':{'SS':['x']}}", "{'a':{'SS':['x']}}"},
      {"DELETE a :ns", "{'a':{'NS':['1','3']}}", "{'a':{'NS':['3']}}"},
      {"DELETE a :bs", "{'a':{'BS':['YQ==','Yg==']}}", "{'a':{'BS':['Yg==']}}"},
      {"DELETE a :ss", "{}", "{}"},
      {"DELETE m.k :ss", "{'m':{'M':{'k':{'SS':['b']}}}}", "{'m':{'M':{}}}"},
      {"DELETE a :ss", "{'a':{'S':'b'}}", kWrongType},
      {"DELETE a :ss", "{'a':{'NS':['1']}}", kWrongType},
      {"DELETE m.k :ss", "{}", kBadPath},
  });
}

TEST(UpdateTest, ClausesWorkTogether) {
  Check({
      {"SET c = :s, m.k = :n REMOVE a, l[0] ADD n :n DELETE s :ss",
       "{'a':{'N':'1'},'l':{'L':[{'N':'0'},{'N':'1'}]},'m':{'M':{}},'n':{'N':'1'},'pk':{'S':'k'},"
       "'s':{'SS':['a','b']}}",
       "{'c':{'S':'v'},'l':{'L':[{'N':'1'}]},'m':{'M':{'k':{'N':'3'}}},'n':{'N':'4'},"
       "'pk':{'S':'k'},'s':{'SS':['a']}}"},
  });
}

TEST(UpdateTest, NoUpdateLeavesTheItemAsItWas) {
  const std::string item = Entries("{'a':{'N':'1'},'m':{'M':{'k':{'L':[]}}}}");
  std::string out;
  ASSERT_TRUE(BoundUpdate().Apply(EntryRange(item), out).ok());
  EXPECT_EQ(out, item);
}

// What UPDATED_OLD and UPDATED_NEW show.
std::string Touched(std::string_view update, const char* item) {
  Request request(kValues);
  const auto bound = request.Update(update);
  const std::string entries = Entries(item);
  std::string out, old_touched, new_touched;
  if (!bound.ok() || !bound.value().Apply(EntryRange(entries), out).ok()) return "failed";
  bound.value().ProjectTouched(EntryRange(entries), old_touched);
  bound.value().ProjectTouched(EntryRange(out), new_touched);
  return ToText(EntryRange(old_touched)) + " " + ToText(EntryRange(new_touched));
}

TEST(UpdateTest, TouchedPathsAreShownWithTheirNesting) {
  EXPECT_EQ(Touched("SET a = :s", "{'a':{'N':'1'},'b':{'N':'2'}}"),
            "{'a':{'N':'1'}} {'a':{'S':'v'}}");
  EXPECT_EQ(Touched("SET a = :s", "{'b':{'N':'2'}}"), "{} {'a':{'S':'v'}}");
  EXPECT_EQ(Touched("REMOVE a", "{'a':{'N':'1'},'b':{'N':'2'}}"), "{'a':{'N':'1'}} {}");
  EXPECT_EQ(Touched("SET m.k = :s", "{'m':{'M':{'j':{'N':'1'},'k':{'N':'2'}}}}"),
            "{'m':{'M':{'k':{'N':'2'}}}} {'m':{'M':{'k':{'S':'v'}}}}");
  EXPECT_EQ(Touched("SET l[1] = :s", "{'l':{'L':[{'N':'0'},{'N':'1'}]}}"),
            "{'l':{'L':[{'N':'1'}]}} {'l':{'L':[{'S':'v'}]}}");
  EXPECT_EQ(Touched("ADD n :n DELETE s :ss", "{'n':{'N':'1'},'s':{'SS':['b']}}"),
            "{'n':{'N':'1'},'s':{'SS':['b']}} {'n':{'N':'4'}}");
}

TEST(UpdateTest, TheGateCountsNamedAttributesAndAFeePerAction) {
  const auto gate = [](std::string_view update, const char* item) {
    Request request(kValues);
    const auto bound = request.Update(update);
    const std::string entries = Entries(item);
    std::string out;
    EXPECT_TRUE(bound.ok() && bound.value().Apply(EntryRange(entries), out).ok());
    return bound.value().GateSizeBytes(EntryRange(out));
  };
  EXPECT_EQ(gate("SET a = :s", "{'pk':{'S':'key'}}"), 3u + 19u + 2u);
  EXPECT_EQ(gate("REMOVE a", "{'a':{'S':'vvvv'}}"), 3u + 2u);
  EXPECT_EQ(gate("SET l[0] = :s", "{'l':{'L':[]}}"), 3u + 19u + 1u + (1u + 3u + 1u + 1u));
  EXPECT_EQ(gate("SET a = a + :n", "{'a':{'N':'1'}}"), 3u + 19u + 50u + 3u);
}

TEST(UpdateTest, LargeItemsKeepTheirBytes) {
  std::string item = "{", expected;
  for (int i = 100; i < 400; ++i) {
    item.append(i > 100 ? ",'a" : "'a")
        .append(std::to_string(i))
        .append("':{'S':'")
        .append(std::string(static_cast<size_t>(i), 'x'))
        .append("'}");
  }
  item += "}";
  const std::string before = Entries(item);
  Request request(kValues);
  const auto bound = request.Update("SET a250 = :s, a50 = :n, b = :n REMOVE a399");
  ASSERT_TRUE(bound.ok());
  std::string after;
  ASSERT_TRUE(bound.value().Apply(EntryRange(before), after).ok());
  ASSERT_TRUE(IsWellFormedEntries(after, 32));
  size_t same = 0;
  for (const Entry entry : EntryRange(before)) {
    const ValueView now = EntryRange(after).Find(entry.name);
    same += now && now == entry.value ? 1 : 0;
  }
  EXPECT_EQ(same, 298u);
  EXPECT_EQ(ToText(EntryRange(after).Find("a50")), "{'N':'3'}");
}

// Some hundred copies of a large attribute make no item; what is kept of them says so already.
TEST(UpdateTest, KeepsLittleOfAnItemFarTooLarge) {
  const std::string before = Entries("{'l':{'S':'" + std::string(390'000, 'x') + "'}}");
  std::string update = "SET a0 = l";
  for (int i = 1; i < 400; ++i) update += ",a" + std::to_string(i) + "=l";
  Request request(kValues);
  const auto bound = request.Update(update);
  ASSERT_TRUE(bound.ok());
  std::string after;
  ASSERT_TRUE(bound.value().Apply(EntryRange(before), after).ok());
  EXPECT_TRUE(IsWellFormedEntries(after, 32));
  EXPECT_GT(EntriesSizeBytes(EntryRange(after)), uint64_t{400} * 1024);
  EXPECT_LT(after.size(), size_t{8} << 20);
}

}  // namespace
}  // namespace pixii::test
