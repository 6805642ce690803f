// Shows INSERT's items, the keys that WHERE clauses name, and the columns of a SELECT.
#include "core/partiql/item_lowering.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::Entries;
using test::TestSchema;
using test::ToText;

KeyNaming Naming(const std::string& where) {
  const BoundText text("SELECT * FROM Things WHERE " + where);
  return NamingOf(text.bound(), TestSchema());
}

std::string KeyOf(const std::string& where) {
  return BoundText("DELETE FROM Things WHERE " + where).Key(TestSchema());
}

TEST(ItemLowering, MakesItems) {
  const BoundText text("INSERT INTO Things VALUE {'b':?,'a':[1,{'k':<<'x'>>}]}",
                       "{'0':{'BOOL':true}}");
  std::string item;
  LowerItem(text.bound(), item);
  EXPECT_EQ(ToText(EntryRange(Bytes(item))),
            ToText(EntryRange(Bytes(
                Entries("{'a':{'L':[{'N':'1'},{'M':{'k':{'SS':['x']}}}]},'b':{'BOOL':true}}")))));
}

TEST(ItemLowering, FindsKeys) {
  const std::string key = ToText(EntryRange(Bytes(Entries("{'pk':{'S':'a'},'sk':{'N':'1'}}"))));
  EXPECT_EQ(KeyOf("pk='a' AND sk=1"), key);
  EXPECT_EQ(KeyOf("n=5 AND 1=sk AND (pk='a' AND b=2)"), key);
  EXPECT_EQ(KeyOf("pk='a' AND sk=1 AND pk='a'"), key);
}

TEST(ItemLowering, RefusesWhatIsNoKey) {
  const std::string missing =
      "Where clause does not contain a mandatory equality on all key attributes";
  EXPECT_EQ(KeyOf("pk='a'"), missing);
  EXPECT_EQ(KeyOf("pk='a' AND sk>1"), missing);
  EXPECT_EQ(KeyOf("pk='a' OR sk=1"), missing);
  EXPECT_EQ(KeyOf("NOT pk='a' AND sk=1"), missing);
  EXPECT_EQ(
      KeyOf("pk='a' AND sk=1 AND sk=2"),
      "Multiple conditions on same key sk. Only single item Update/Insert/Delete are supported");
  EXPECT_EQ(KeyOf("pk='a' AND sk='x'"),
            "Key attribute's data type should match its data type in table's schema: Key sk");
  EXPECT_EQ(KeyOf("pk=[1] AND sk=1"),
            "Key value must be of type S, N, or B. Key name: pk, Key type: L");
}

TEST(ItemLowering, ChecksTheKeysOfItems) {
  const auto fault = [](const std::string& item) {
    const std::string entries = Entries(item);
    const Result<void> outcome = CheckItemKey(EntryRange(Bytes(entries)), TestSchema());
    return outcome.ok() ? std::string() : outcome.error().message;
  };
  EXPECT_EQ(fault("{'pk':{'S':'a'},'sk':{'N':'1'}}"), "");
  EXPECT_EQ(fault("{'pk':{'S':'a'}}"), "Key attribute should be present in the item: Key sk");
  EXPECT_EQ(fault("{'pk':{'N':'1'}}"),
            "Key attribute's data type should match its data type in table's schema: Key pk");
}

TEST(ItemLowering, TellsWhatAWhereClauseSaysOfTheKey) {
  EXPECT_TRUE(Naming("pk='a' AND sk=1").is_whole);
  EXPECT_TRUE(Naming("pk='a' AND sk=1").is_only);
  EXPECT_FALSE(Naming("pk='a' AND sk=1 AND n=1").is_only);
  EXPECT_EQ(Naming("pk='a' AND sk=1 AND n=1").conjuncts, 3u);
  EXPECT_FALSE(Naming("pk='a'").is_whole);
  EXPECT_FALSE(Naming("pk='a' AND sk=1 AND sk=2").is_whole);
  EXPECT_TRUE(Naming("pk='a' AND sk=1 AND sk=2").names_all);
  EXPECT_FALSE(Naming("pk='a' OR sk=1").is_only);
}

TEST(ItemLowering, ProjectsColumns) {
  BoundText text("SELECT m.k, l[1], q FROM Things");
  EXPECT_EQ(text.Projected("{'m':{'M':{'k':{'N':'1'}}},'l':{'L':[{'S':'a'},{'S':'b'}]}}"),
            ToText(EntryRange(Bytes(Entries("{'k':{'N':'1'},'l[1]':{'S':'b'}}")))));
}

TEST(ItemLowering, HasNoColumnsForAStar) {
  BoundText text("SELECT * FROM Things");
  EXPECT_TRUE(LowerColumns(text.arena(), text.statement()).empty());
}

}  // namespace
}  // namespace pixii::partiql
