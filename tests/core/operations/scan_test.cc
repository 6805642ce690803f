// Shows that segments cut a table into parts that meet, by partition keys alone, and where a scan
// may be continued.
#include "core/operations/scan.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;
using Strings = std::vector<std::string>;

constexpr int kPartitions = 40;
constexpr int kItemsEach = 3;

std::string KeyOf(int partition, int item) {
  return "{'pk':{'S':'p" + std::to_string(partition) + "'},'sk':{'N':'" + std::to_string(item) +
         "'}}";
}

void FillThings(OperationHarness& harness) {
  harness.MakeTable("Things", "S", "N");
  for (int partition = 0; partition < kPartitions; ++partition) {
    for (int item = 0; item < kItemsEach; ++item) harness.Put("Things", KeyOf(partition, item));
  }
}

json ScanThings(OperationHarness& harness, const std::string& more) {
  return harness.Call("Scan", "{'TableName':'Things'" + more + "}");
}

std::string Segment(int segment, int total) {
  return ",'Segment':" + std::to_string(segment) + ",'TotalSegments':" + std::to_string(total);
}

void Append(Strings& keys, const json& answer) {
  for (const json& item : answer["Items"]) keys.push_back(item.dump());
}

Strings WholeTable(OperationHarness& harness) {
  Strings keys;
  Append(keys, ScanThings(harness, ""));
  return keys;
}

TEST(Scan, SegmentsInTheirOrderAreTheWholeTable) {
  OperationHarness harness;
  FillThings(harness);
  const Strings whole = WholeTable(harness);
  EXPECT_EQ(whole.size(), static_cast<size_t>(kPartitions * kItemsEach));
  for (const int total : {1, 2, 3, 7, 64, 1000}) {
    Strings joined;
    for (int segment = 0; segment < total; ++segment) {
      Append(joined, ScanThings(harness, Segment(segment, total)));
    }
    EXPECT_EQ(joined, whole) << total;
  }
}

TEST(Scan, AnItemCollectionNeverSpansSegments) {
  OperationHarness harness;
  FillThings(harness);
  std::map<std::string, int> segment_of;
  constexpr int kTotal = 16;
  for (int segment = 0; segment < kTotal; ++segment) {
    const json answer = ScanThings(harness, Segment(segment, kTotal));
    for (const json& item : answer["Items"]) {
      const auto [known, fresh] = segment_of.emplace(item["pk"]["S"], segment);
      EXPECT_EQ(known->second, segment) << item;
    }
  }
  EXPECT_EQ(segment_of.size(), static_cast<size_t>(kPartitions));
}

TEST(Scan, PagesOfASegmentMeet) {
  OperationHarness harness;
  FillThings(harness);
  for (int segment = 0; segment < 3; ++segment) {
    Strings at_once;
    Append(at_once, ScanThings(harness, Segment(segment, 3)));
    Strings in_pages;
    std::string start;
    for (size_t pages = 0; pages <= at_once.size(); ++pages) {
      const json answer = ScanThings(harness, Segment(segment, 3) + ",'Limit':2" + start);
      Append(in_pages, answer);
      if (!answer.contains("LastEvaluatedKey")) break;
      start = ",'ExclusiveStartKey':" + answer["LastEvaluatedKey"].dump();
    }
    EXPECT_EQ(in_pages, at_once);
  }
}

TEST(Scan, AStartKeyIsServedByItsOwnSegmentAlone) {
  OperationHarness harness;
  FillThings(harness);
  constexpr int kTotal = 5;
  for (int partition = 0; partition < kPartitions; ++partition) {
    int served = 0;
    for (int segment = 0; segment < kTotal; ++segment) {
      const std::string fault =
          harness.Fault("Scan", "{'TableName':'Things'" + Segment(segment, kTotal) +
                                    ",'ExclusiveStartKey':" + KeyOf(partition, 1) + "}");
      if (fault.empty()) {
        ++served;
      } else {
        EXPECT_EQ(fault,
                  "ValidationException: The provided starting key is invalid: Invalid "
                  "ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
                  "TotalSegments: 5 Segment: " +
                      std::to_string(segment));
      }
    }
    EXPECT_EQ(served, 1) << partition;
  }
}

TEST(Scan, AStartKeyIsAPositionAndNeedsNoItem) {
  OperationHarness harness;
  FillThings(harness);
  const Strings whole = WholeTable(harness);
  for (size_t i = 0; i < whole.size(); ++i) {
    Strings behind;
    Append(behind, ScanThings(harness, ",'ExclusiveStartKey':" + whole[i]));
    EXPECT_EQ(behind, Strings(whole.begin() + static_cast<std::ptrdiff_t>(i) + 1, whole.end()));
    // The same without the item there.
    harness.Call("DeleteItem", "{'TableName':'Things','Key':" + whole[i] + "}");
    Strings again;
    Append(again, ScanThings(harness, ",'ExclusiveStartKey':" + whole[i]));
    EXPECT_EQ(again, behind);
    harness.Put("Things", whole[i]);
  }
}

TEST(Scan, AFilterSeesWhatThePageEvaluated) {
  OperationHarness harness;
  FillThings(harness);
  const json answer = ScanThings(harness,
                                 ",'Limit':9,'FilterExpression':'sk = :one',"
                                 "'ExpressionAttributeValues':{':one':{'N':'1'}}");
  EXPECT_EQ(answer["ScannedCount"], 9);
  EXPECT_EQ(answer["Count"], 3);
  EXPECT_EQ(answer["Items"].size(), 3u);
  EXPECT_TRUE(answer.contains("LastEvaluatedKey"));
}

TEST(Scan, AnEmptyTableIsReadToItsEnd) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(ScanThings(harness, ""), Json("{'Items':[],'Count':0,'ScannedCount':0}"));
  EXPECT_EQ(ScanThings(harness, Segment(999999, 1000000)),
            Json("{'Items':[],'Count':0,'ScannedCount':0}"));
}

}  // namespace
}  // namespace pixii
