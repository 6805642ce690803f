// What a database takes in memory besides its meters: what is read, refused or deleted leaves its
// trace in metrics, and there alone.
#pragma once

#include <cstdint>

#include "core/metering/meters.h"
#include "core/storage/database.h"

namespace pixii::support {

inline uint64_t StoredBytes(const Database& database) {
  return database.memory_bytes() - database.meters().memory_bytes();
}

}  // namespace pixii::support
