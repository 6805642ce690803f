// What is worth a warning, and what would be better.
#include "core/base/messages/insight.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string Number(uint64_t value) { return std::to_string(value); }

}  // namespace

std::string FilterWaste(uint64_t returned, uint64_t walked) {
  return Join(
      {"The filter passes ", Number(returned), " of ", Number(walked),
       (" items that are read and paid for. A key or an index that holds what the filter looks "
        "for would read fewer.")});
}

std::string ScanReadsAll() {
  return "A scan reads every item, and costs more as the table grows. A query by key, or by an "
         "index, reads what it returns.";
}

std::string LargeItem(uint64_t size_bytes) {
  return Join({"The item has ", Number(size_bytes), " bytes of at most 409600."});
}

std::string ExpiryInMilliseconds(std::string_view attribute) {
  return std::string("The attribute ")
      .append(attribute)
      .append(" counts milliseconds; time to live is in seconds, so this item never expires.");
}

std::string ManyPartitions(uint64_t count) {
  return Join({"This goes to ", Number(count), " partitions."});
}

std::string HotKey() {
  return "This key has most of the load of its partition, which gives 3000 read and 1000 write "
         "units a second. Spread its items over several keys.";
}

}  // namespace pixii::messages
