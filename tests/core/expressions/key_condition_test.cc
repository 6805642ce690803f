// Key conditions on key schemas: tables of one partition and one sort attribute, and global
// secondary indexes of several.
#include "core/expressions/key_condition.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kValues[] =
    "{':a':{'S':'a'},':b':{'S':'b'},':n':{'N':'1'},':n2':{'N':'2'},':e':{'S':''},"
    "':eb':{'B':''},':bool':{'BOOL':true}}";

// Attributes written "name:type", as p1:S.
struct Schema {
  std::vector<KeyAttributeType> partition;
  std::vector<KeyAttributeType> sort;
  QueriedKeySchema Queried() const {
    return {{partition.data(), partition.size()}, {sort.data(), sort.size()}};
  }
};
const Schema kSimple{{{"pk", ValueType::kString}}, {}};
const Schema kTable{{{"pk", ValueType::kString}}, {{"sk", ValueType::kNumber}}};
const Schema kStrings{{{"pk", ValueType::kString}}, {{"sk", ValueType::kString}}};
const Schema kIndex{
    {{"p1", ValueType::kString}, {"p2", ValueType::kNumber}},
    {{"s1", ValueType::kString}, {"s2", ValueType::kNumber}, {"s3", ValueType::kString}}};

std::string Text(const BoundKeyCondition& bound) {
  std::string text = "p";
  for (const ValueView value : bound.partition_values) text += ToText(value);
  text += " =";
  for (const ValueView value : bound.sort_equals) text += ToText(value);
  text += " " + std::to_string(static_cast<int>(bound.sort_operator));
  if (bound.first) text += ToText(bound.first);
  if (bound.second) text += ToText(bound.second);
  return text;
}

std::string Resolved(const Schema& schema, std::string_view text) {
  Request request(kValues);
  const auto clauses = request.KeyCondition(text);
  if (!clauses.ok()) return clauses.error().message;
  const auto bound = ResolveKeyCondition(request.arena(), clauses.value(), schema.Queried());
  return bound.ok() ? Text(bound.value()) : bound.error().message;
}

TEST(KeyConditionTest, TablesHaveOnePartitionAndOneSortAttribute) {
  const struct {
    const Schema& schema;
    const char* text;
    const char* bound;
  } rows[] = {
      {kSimple, "pk = :a", "p{'S':'a'} = 0"},
      {kTable, "pk = :a", "p{'S':'a'} = 0"},
      {kTable, "pk = :a AND sk = :n", "p{'S':'a'} ={'N':'1'} 0"},
      {kTable, "sk = :n AND pk = :a", "p{'S':'a'} ={'N':'1'} 0"},
      {kTable, "pk = :a AND sk < :n", "p{'S':'a'} = 1{'N':'1'}"},
      {kTable, "pk = :a AND sk <= :n", "p{'S':'a'} = 2{'N':'1'}"},
      {kTable, "pk = :a AND sk > :n", "p{'S':'a'} = 3{'N':'1'}"},
      {kTable, "pk = :a AND :n <= sk", "p{'S':'a'} = 4{'N':'1'}"},
      {kTable, "pk = :a AND sk BETWEEN :n AND :n2", "p{'S':'a'} = 5{'N':'1'}{'N':'2'}"},
      {kStrings, "pk = :a AND begins_with(sk, :b)", "p{'S':'a'} = 6{'S':'b'}"},
  };
  for (const auto& row : rows) EXPECT_EQ(Resolved(row.schema, row.text), row.bound) << row.text;
}

TEST(KeyConditionTest, FaultsAgainstTheSchema) {
  const std::string not_supported = "Query key condition not supported";
  const std::string type =
      "One or more parameter values were invalid: Condition parameter type does not match schema "
      "type";
  const std::string empty =
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot "
      "contain an empty ";
  const struct {
    const Schema& schema;
    const char* text;
    std::string fault;
  } rows[] = {
      {kTable, "x = :a", "Query condition missed key schema element: pk"},
      {kTable, "sk = :n", "Query condition missed key schema element: pk"},
      {kTable, "sk = :n AND x = :a", "Query condition missed key schema element: pk"},
      {kTable, "pk = :a AND x = :a", "Query condition missed key schema element: sk"},
      {kSimple, "pk = :a AND x = :a", not_supported},
      {kTable, "pk = :a AND sk = :n AND x = :a", "Conditions can be of length 1 or 2 only"},
      {kTable, "pk > :a", not_supported},
      {kTable, "pk BETWEEN :a AND :b AND sk = :n", not_supported},
      {kStrings, "begins_with(pk, :a)", not_supported},
      {kTable, "pk = :n", type},
      {kTable, "pk = :a AND sk = :b", type},
      {kTable, "pk = :a AND sk BETWEEN :a AND :b", type},
      {kTable, "pk = :a AND begins_with(sk, :b)", type},
      {kTable, "pk = :bool", type},
      {kTable, "pk = :e", empty + "string value. Key: pk"},
      {kStrings, "pk = :a AND sk > :e", empty + "string value. Key: sk"},
  };
  for (const auto& row : rows) EXPECT_EQ(Resolved(row.schema, row.text), row.fault) << row.text;
}

TEST(KeyConditionTest, OneAttributeIsDoneWithBeforeTheNext) {
  const std::string type =
      "One or more parameter values were invalid: Condition parameter type does not match schema "
      "type";
  const std::string not_supported = "Query key condition not supported";
  EXPECT_EQ(Resolved(kTable, "pk = :n AND x = :a"), type);
  EXPECT_EQ(Resolved(kTable, "pk > :a AND sk = :b"), not_supported);
  EXPECT_EQ(Resolved(kTable, "pk = :n AND sk = :b"), type);
  EXPECT_EQ(Resolved(kSimple, "x = :a AND y = :a"), not_supported);
}

TEST(KeyConditionTest, WhatNoKeyCanServeIsToldByTheSchema) {
  Arena arena;
  const std::string text = Entries("{'v':{'S':'p'}}");
  const ValueView value = EntryRange(text).Find("v");
  KeyClause clauses[] = {{"pk", NodeKind::kEqual, value}, {"sk"}};
  clauses[1].is_indexable = false;
  const auto outcome = [&](const Schema& schema) {
    const auto bound = ResolveKeyCondition(arena, {{clauses, 2}}, schema.Queried());
    return bound.ok() ? std::string() : bound.error().message;
  };
  EXPECT_EQ(outcome(kTable), "Attempted conditional constraint is not an indexable operation");
  EXPECT_EQ(outcome(kSimple), "Query key condition not supported");
}

TEST(KeyConditionTest, ValuesAreNoLongerThanKeysMayBe) {
  const auto outcome = [](size_t partition_size, size_t sort_size) {
    Request request("{':a':{'S':'" + std::string(partition_size, 'a') + "'},':b':{'S':'" +
                    std::string(sort_size, 'b') + "'}}");
    const auto clauses = request.KeyCondition("pk = :a AND sk BETWEEN :a AND :b");
    const auto bound = ResolveKeyCondition(request.arena(), clauses.value(), kStrings.Queried());
    return bound.ok() ? std::string() : bound.error().message;
  };
  EXPECT_EQ(outcome(1024, 1024), "");
  EXPECT_EQ(outcome(1, 1025),
            "One or more parameter values were invalid: Aggregated size of all range keys has "
            "exceeded the size limit of 1024 bytes");
  EXPECT_EQ(outcome(2049, 1025),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum "
            "size limit of2048 bytes");
}

TEST(KeyConditionTest, IndexesMayHaveSeveralAttributes) {
  const std::string not_supported = "Query key condition not supported";
  const struct {
    const char* text;
    std::string outcome;
  } rows[] = {
      {"p1 = :a AND p2 = :n", "p{'S':'a'}{'N':'1'} = 0"},
      {"p2 = :n AND s1 = :b AND p1 = :a", "p{'S':'a'}{'N':'1'} ={'S':'b'} 0"},
      {"p1 = :a AND p2 = :n AND s2 > :n2 AND s1 = :b", "p{'S':'a'}{'N':'1'} ={'S':'b'} 3{'N':'2'}"},
      {"p1 = :a AND p2 = :n AND s1 = :a AND s2 = :n AND begins_with(s3, :b)",
       "p{'S':'a'}{'N':'1'} ={'S':'a'}{'N':'1'} 6{'S':'b'}"},
      {"p1 = :a AND p2 = :n AND s1 < :b", "p{'S':'a'}{'N':'1'} = 1{'S':'b'}"},
      {"p1 = :a", "Query condition missed key schema element: p2"},
      {"p1 = :a AND p2 > :n", not_supported},
      {"p1 = :a AND p2 = :n AND s2 = :n", not_supported},
      {"p1 = :a AND p2 = :n AND s1 > :a AND s2 = :n", not_supported},
      {"p1 = :a AND p2 = :n AND s1 = :a AND s3 = :b", not_supported},
  };
  for (const auto& row : rows) EXPECT_EQ(Resolved(kIndex, row.text), row.outcome) << row.text;
}

TEST(KeyConditionTest, KeysLieInTheRangeOrOutside) {
  const struct {
    const Schema& schema;
    const char* text;
    const char* keys;
    bool covers;
  } rows[] = {
      {kTable, "pk = :a", "{'pk':{'S':'a'},'sk':{'N':'5'}}", true},
      {kTable, "pk = :a", "{'pk':{'S':'b'},'sk':{'N':'5'}}", false},
      {kTable, "pk = :a AND sk = :n", "{'pk':{'S':'a'},'sk':{'N':'1'}}", true},
      {kTable, "pk = :a AND sk = :n", "{'pk':{'S':'a'},'sk':{'N':'2'}}", false},
      {kTable, "pk = :a AND sk < :n2", "{'pk':{'S':'a'},'sk':{'N':'1'}}", true},
      {kTable, "pk = :a AND sk < :n2", "{'pk':{'S':'a'},'sk':{'N':'2'}}", false},
      {kTable, "pk = :a AND sk <= :n2", "{'pk':{'S':'a'},'sk':{'N':'2'}}", true},
      {kTable, "pk = :a AND sk > :n", "{'pk':{'S':'a'},'sk':{'N':'1'}}", false},
      {kTable, "pk = :a AND sk >= :n", "{'pk':{'S':'a'},'sk':{'N':'1'}}", true},
      {kTable, "pk = :a AND sk BETWEEN :n AND :n2", "{'pk':{'S':'a'},'sk':{'N':'1.5'}}", true},
      {kTable, "pk = :a AND sk BETWEEN :n AND :n2", "{'pk':{'S':'a'},'sk':{'N':'3'}}", false},
      {kTable, "pk = :a AND sk BETWEEN :n AND :n2", "{'pk':{'S':'a'},'sk':{'N':'0'}}", false},
      {kStrings, "pk = :a AND begins_with(sk, :b)", "{'pk':{'S':'a'},'sk':{'S':'bc'}}", true},
      {kStrings, "pk = :a AND begins_with(sk, :b)", "{'pk':{'S':'a'},'sk':{'S':'a'}}", false},
  };
  for (const auto& row : rows) {
    Request request(kValues);
    const auto clauses = request.KeyCondition(row.text);
    ASSERT_TRUE(clauses.ok());
    const QueriedKeySchema schema = row.schema.Queried();
    const auto bound = ResolveKeyCondition(request.arena(), clauses.value(), schema);
    ASSERT_TRUE(bound.ok());
    const std::string keys = Entries(row.keys);
    EXPECT_EQ(bound.value().Covers(schema, EntryRange(keys)), row.covers) << row.text << row.keys;
  }
}

}  // namespace
}  // namespace pixii::test
