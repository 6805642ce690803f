// How partitions grow with the items of a table and the entries of its indexes.
#pragma once

#include <cstdint>

#include "core/metering/meters.h"
#include "core/storage/commit.h"
#include "core/storage/modes.h"
#include "core/storage/table.h"

namespace pixii {

// Items grew or shrank: the partitions' bytes, which may split one.
void GrowMeters(Meters& meters, const Modes& modes, const Table& table, const ItemChange& change,
                int64_t now_ms);

}  // namespace pixii
