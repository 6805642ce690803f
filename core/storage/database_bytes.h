// The whole database as bytes and back (docs/storage-format.md):
//
//   database := "pixiidb4", part 'D', table*, part 'R'*, streams, part 'C', part 'A'?,
//               part 'M'*, part 'N', part 'E'
//   'D'      := u64 commit number, 4 * u64 id generator
//   table    := part 'T', part 'I'*
//   'T'      := the definition, field by field (definition_bytes.h)
//   'I'      := text*            item bodies (attribute_value.h entry runs), in key order
//   'R'      := token*           remembered requests (idempotency_bytes.h), in key order
//   streams  := part 'Q', (part 'S', part 'H'*)*, (part 'K', part 'L'*)*     (stream_bytes.h)
//   'C'      := clock, modes and due work (time_bytes.h)
//   'A'      := auto scaling (scaling_bytes.h), if there is any
//   'M', 'N' := meters and metrics of a table; of accounts, and throttles (meters_bytes.h)
//   'E'      := varint tables, u64 items, u64 tokens
#pragma once

#include <string>

#include "core/storage/database.h"
#include "pixii/error.h"

namespace pixii {

void WriteDatabase(const Database& database, std::string& out);

// A database with `memory_bytes_max` and what `bytes` hold.
// Errors: kDamagedData if anything in `bytes` is not as WriteDatabase writes it;
// kMemoryLimitExceeded.
Result<Database> ReadDatabase(std::string_view bytes, uint64_t memory_bytes_max);

}  // namespace pixii
