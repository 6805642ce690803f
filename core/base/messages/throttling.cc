// The sentences about refused capacity.
#include "core/base/messages/throttling.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string Units(std::string_view kind, int64_t units) {
  return std::to_string(units).append(" ").append(kind).append(" units a second");
}

}  // namespace

std::string TableThroughputExceeded() {
  return "The level of configured provisioned throughput for the table was exceeded. Consider "
         "increasing your provisioning level with the UpdateTable API.";
}

std::string IndexThroughputExceeded() {
  return "The level of configured provisioned throughput for one or more global secondary indexes "
         "of the table was exceeded. Consider increasing your provisioning level for the "
         "under-provisioned global secondary indexes with the UpdateTable API.";
}

std::string OnDemandTableThrottled() {
  return "Throughput exceeds the current capacity of your table or index. DynamoDB is "
         "automatically "
         "scaling your table or index so please try again shortly. If exceptions persist, check if "
         "you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
         "bp-partition-key-design.html.";
}

std::string OnDemandIndexThrottled() {
  return "Throughput exceeds the current capacity for one or more global secondary indexes. "
         "DynamoDB is automatically scaling your index so please try again shortly.";
}

std::string MaxOnDemandThroughputExceeded() {
  return "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
}

std::string AccountThroughputExceeded() {
  return "Throughput exceeds the current throughput limit for your account. To request a limit "
         "increase, contact AWS Support at https://aws.amazon.com/support.";
}

std::string AvoidByProvisioning(std::string_view kind, int64_t limit_units) {
  return Join(
      {"All of the provisioned ", Units(kind, limit_units),
       " were in use, and no burst was saved. Provision more, scale automatically, or send the "
       "requests more slowly."});
}

std::string AvoidBySpreading(std::string_view kind, int64_t limit_units, int64_t key_percent) {
  return Join(
      {"The key's partition gives ", Units(kind, limit_units), ", whatever the table has. ",
       (key_percent > 0 ? Join({"This key took ", std::to_string(key_percent),
                                " percent of the partition's use. "})
                        : std::string()),
       ("Spread the load over more partition keys (write sharding), cache reads, or send the "
        "requests more slowly.")});
}

std::string AvoidByWarming(std::string_view kind, int64_t limit_units) {
  return Join(
      {"On demand, the table or index serves ", Units(kind, limit_units),
       " so far: what it is warmed to, or twice the highest minute that is half an hour old. Raise "
       "its WarmThroughput beforehand, or let the load grow more slowly."});
}

std::string AvoidByRaisingMaximum(std::string_view kind, int64_t limit_units) {
  return Join({"OnDemandThroughput limits the table or index to ", Units(kind, limit_units),
               ". Raise or lift that maximum."});
}

std::string AvoidByRaisingQuota(std::string_view kind, int64_t limit_units) {
  return Join({"The quota of one table or index is ", Units(kind, limit_units),
               ". Ask AWS for a higher one, or divide the load among tables."});
}

}  // namespace pixii::messages
