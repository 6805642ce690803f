// What does a stream add to PutItem? Puts the same 1 KB items, each changed, into a table with a
// stream (argument "stream") or without one ("none"), for callgrind to count the instructions.
#include <cstring>

#include "tests/benchmarks/workload.h"

using pixii::benchmark::Call;
using pixii::benchmark::KilobyteItem;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;

int main(int argc, char** argv) {
  const bool streamed = argc > 1 && std::strcmp(argv[1], "stream") == 0;
  constexpr size_t kItems = 500;
  constexpr size_t kRounds = 10;
  auto engine = OpenEngine();
  const std::string stream =
      R"(,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"})";
  Call(*engine, "CreateTable",
       R"({"TableName":"Things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":)"
       R"([{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk",)"
       R"("KeyType":"HASH"}])" +
           (streamed ? stream : std::string()) + "}");
  for (size_t round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < kItems; ++i) {
      std::string body = PutBody("Things", KilobyteItem("item-" + std::to_string(i)));
      // Each round changes the first digit of the first number that every item has.
      const size_t digit = body.find(R"("N":")") + 5;
      body[digit] = static_cast<char>('1' + round % 9);
      Call(*engine, "PutItem", body);
    }
  }
  std::printf("%zu calls\n", kItems * kRounds);
}
