// Shows that the key range of every sort operator holds exactly the items it should, against a
// plain comparison of all values around the borders, and that start keys continue in either
// direction.
#include "core/operations/query.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/base/base64.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;
using Strings = std::vector<std::string>;

// One sort operator: its condition, and what it means for values in byte order.
struct Operator {
  const char* condition;
  std::function<bool(const std::string&, const std::string&, const std::string&)> holds;
};

bool BeginsWith(const std::string& value, const std::string& prefix) {
  return value.compare(0, prefix.size(), prefix) == 0;
}

std::vector<Operator> Operators() {
  return {
      {"sk = :a", [](auto& v, auto& a, auto&) { return v == a; }},
      {"sk < :a", [](auto& v, auto& a, auto&) { return v < a; }},
      {"sk <= :a", [](auto& v, auto& a, auto&) { return v <= a; }},
      {"sk > :a", [](auto& v, auto& a, auto&) { return v > a; }},
      {"sk >= :a", [](auto& v, auto& a, auto&) { return v >= a; }},
      {"begins_with(sk, :a)", [](auto& v, auto& a, auto&) { return BeginsWith(v, a); }},
      {"sk BETWEEN :a AND :b", [](auto& v, auto& a, auto& b) { return a <= v && v <= b; }},
  };
}

// All byte strings of one to three of the bytes whose encodings meet: 00, 01, FE and FF. In order.
Strings BorderBytes() {
  const std::string bytes("\x00\x01\xFE\xFF", 4);
  Strings all;
  for (char a : bytes) {
    all.push_back({a});
    for (char b : bytes) {
      all.push_back({a, b});
      for (char c : bytes) all.push_back({a, b, c});
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string Binary(const std::string& bytes) { return "{'B':'" + Base64Text(bytes) + "'}"; }

// Partition keys beside the one queried, whose encodings begin alike.
const Strings kPartitions = {std::string("p"), std::string("p\0", 2), std::string("p\xFF"),
                             std::string("o\xFF"), std::string("pp")};

void FillWithBorderBytes(OperationHarness& harness) {
  harness.MakeTable("Things", "B", "B");
  for (const std::string& partition : kPartitions) {
    for (const std::string& sort : BorderBytes()) {
      harness.Put("Things", "{'pk':" + Binary(partition) + ",'sk':" + Binary(sort) + "}");
    }
  }
}

json QueryThings(OperationHarness& harness, const std::string& condition, const std::string& values,
                 const std::string& more = "") {
  return harness.Call("Query", "{'TableName':'Things','KeyConditionExpression':'" + condition +
                                   "','ExpressionAttributeValues':{" + values + "}" + more + "}");
}

// The sort keys of an answer's items, decoded.
Strings SortKeys(const json& answer) {
  Strings keys;
  for (const json& item : answer["Items"]) {
    const std::string text = item["sk"]["B"];
    std::string bytes(text.size() / 4 * 3, '\0');
    size_t size = 0;
    EXPECT_EQ(DecodeBase64(text, bytes.data(), size), Base64Fault::kNone);
    keys.push_back(bytes.substr(0, size));
  }
  return keys;
}

// The values between two bounds that a plain comparison chooses.
Strings Chosen(const Operator& each, const std::string& a, const std::string& b) {
  Strings chosen;
  for (const std::string& value : BorderBytes()) {
    if (each.holds(value, a, b)) chosen.push_back(value);
  }
  return chosen;
}

TEST(Query, RangesHoldExactlyWhatTheirOperatorMeans) {
  OperationHarness harness;
  FillWithBorderBytes(harness);
  const Strings bounds = BorderBytes();
  for (const Operator& each : Operators()) {
    const bool has_two = std::string(each.condition).find(":b") != std::string::npos;
    for (size_t i = 0; i < bounds.size(); ++i) {
      const std::string& a = bounds[i];
      const std::string& b = bounds[std::min(bounds.size() - 1, i + 7)];
      std::string values = "':p':" + Binary("p") + ",':a':" + Binary(a);
      if (has_two) values += ",':b':" + Binary(b);
      const json answer =
          QueryThings(harness, "pk = :p AND " + std::string(each.condition), values);
      EXPECT_EQ(SortKeys(answer), Chosen(each, a, b)) << each.condition << " " << i;
      // Nothing outside the range was even looked at.
      EXPECT_EQ(answer["ScannedCount"], answer["Count"]) << each.condition << " " << i;
    }
  }
}

TEST(Query, WithoutASortConditionReadsOneCollectionInOrder) {
  OperationHarness harness;
  FillWithBorderBytes(harness);
  Strings backward = BorderBytes();
  std::reverse(backward.begin(), backward.end());
  for (const std::string& partition : kPartitions) {
    const std::string values = "':p':" + Binary(partition);
    EXPECT_EQ(SortKeys(QueryThings(harness, "pk = :p", values)), BorderBytes());
    EXPECT_EQ(SortKeys(QueryThings(harness, "pk = :p", values, ",'ScanIndexForward':false")),
              backward);
  }
  EXPECT_EQ(QueryThings(harness, "pk = :p", "':p':" + Binary("x"))["Count"], 0);
}

// Follows LastEvaluatedKey in pages of `limit` until the end.
Strings ReadInPages(OperationHarness& harness, const std::string& condition,
                    const std::string& values, bool forward, int limit) {
  Strings keys;
  std::string more = std::string(",'ScanIndexForward':") + (forward ? "true" : "false") +
                     ",'Limit':" + std::to_string(limit);
  std::string start;
  for (int pages = 0; pages < 1000; ++pages) {
    const json answer = QueryThings(harness, condition, values, more + start);
    for (std::string& key : SortKeys(answer)) keys.push_back(std::move(key));
    if (!answer.contains("LastEvaluatedKey")) return keys;
    start = ",'ExclusiveStartKey':" + answer["LastEvaluatedKey"].dump();
  }
  ADD_FAILURE() << "pages without end";
  return keys;
}

TEST(Query, PagesMeetWithoutGapOrRepetitionInBothDirections) {
  OperationHarness harness;
  FillWithBorderBytes(harness);
  const std::string a("\x01\xFE", 2);
  const std::string b("\xFF\x01", 2);
  for (const Operator& each : Operators()) {
    if (std::string(each.condition) == "sk = :a") continue;  // one item, never continued
    const bool has_two = std::string(each.condition).find(":b") != std::string::npos;
    const std::string values =
        "':p':" + Binary("p") + ",':a':" + Binary(a) + (has_two ? ",':b':" + Binary(b) : "");
    const std::string condition = "pk = :p AND " + std::string(each.condition);
    Strings expected = Chosen(each, a, b);
    for (const int limit : {1, 2, 3, 50}) {
      EXPECT_EQ(ReadInPages(harness, condition, values, true, limit), expected) << condition;
    }
    std::reverse(expected.begin(), expected.end());
    for (const int limit : {1, 2, 3, 50}) {
      EXPECT_EQ(ReadInPages(harness, condition, values, false, limit), expected) << condition;
    }
  }
}

TEST(Query, AStartKeyIsAPositionAndNeedsNoItem) {
  OperationHarness harness;
  FillWithBorderBytes(harness);
  const std::string start = std::string("\x01\x80", 2);
  const std::string more =
      ",'ExclusiveStartKey':{'pk':" + Binary("p") + ",'sk':" + Binary(start) + "}";
  Strings behind;
  Strings before;
  for (const std::string& value : BorderBytes()) (value > start ? behind : before).push_back(value);
  std::reverse(before.begin(), before.end());
  const std::string values = "':p':" + Binary("p");
  EXPECT_EQ(SortKeys(QueryThings(harness, "pk = :p", values, more)), behind);
  EXPECT_EQ(SortKeys(QueryThings(harness, "pk = :p", values, more + ",'ScanIndexForward':false")),
            before);
}

TEST(Query, NumbersAreCutByValueNotByTheirText) {
  OperationHarness harness;
  harness.MakeTable("Things", "S", "N");
  const std::vector<const char*> ordered = {"-9.9E+125", "-100", "-10",    "-9",      "-0.5",
                                            "-1E-130",   "0",    "1E-130", "0.5",     "1",
                                            "9",         "10",   "100",    "9.9E+125"};
  for (const char* number : ordered) {
    harness.Put("Things", "{'pk':{'S':'p'},'sk':{'N':'" + std::string(number) + "'}}");
  }
  const auto count = [&harness](const std::string& condition, const std::string& number) {
    return QueryThings(harness, "pk = :p AND sk " + condition + " :a",
                       "':p':{'S':'p'},':a':{'N':'" + number + "'}")["Count"]
        .get<size_t>();
  };
  for (size_t i = 0; i < ordered.size(); ++i) {
    EXPECT_EQ(count("<", ordered[i]), i) << ordered[i];
    EXPECT_EQ(count("<=", ordered[i]), i + 1) << ordered[i];
    EXPECT_EQ(count("=", ordered[i]), 1u) << ordered[i];
    EXPECT_EQ(count(">=", ordered[i]), ordered.size() - i) << ordered[i];
    EXPECT_EQ(count(">", ordered[i]), ordered.size() - i - 1) << ordered[i];
  }
}

TEST(Query, ReadsOnlyAndCommitsNothing) {
  OperationHarness harness;
  FillWithBorderBytes(harness);
  const uint64_t before = harness.database().commit_number();
  QueryThings(harness, "pk = :p", "':p':" + Binary("p"));
  EXPECT_EQ(harness.database().commit_number(), before);
}

}  // namespace
}  // namespace pixii
