// Partition keys as people read them, for those who tell of partitions: meters know keys by their
// hashes alone.
#pragma once

#include <string>

#include "core/operations/capacity_door.h"

namespace pixii {

// The partition key of an encoded key: {"pk":{"S":"a"}}. Empty if it holds none.
std::string PartitionKeyJson(const KeySchema& schema, Bytes key);

// The partition key with this hash in the table or the index, of its items or of the newest
// throttles. Empty if no item has it and none of them was for it.
std::string PartitionKeyOfHash(const Database& database, const Table& table, IndexPlace index,
                               uint64_t hash);

}  // namespace pixii
