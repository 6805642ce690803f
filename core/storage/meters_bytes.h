// The meters as bytes: parts M (the meters of one table), N (what belongs to no table) and G (the
// metrics of what is gone) of a stored database. docs/storage-format.md has their grammar.
#pragma once

#include "core/persistence/byte_sink.h"
#include "core/storage/database.h"

namespace pixii {

// The payload of part M for the table in this slot.
void WriteTableMeters(const Database& database, const Table& table, ByteSink& sink);
// The payload of part N.
void WriteMeters(const Database& database, ByteSink& sink);
// The payload of part G.
void WriteEndedMetrics(const Database& database, ByteSink& sink);

// Puts stored meters in the place of those that the database has. False: malformed, or of a table
// or index that is not there; the database is of no use then. REQUIRES: all tables have been read.
bool ReadTableMeters(Bytes payload, Database& database);
bool ReadMeters(Bytes payload, Database& database);
bool ReadEndedMetrics(Bytes payload, Database& database);

}  // namespace pixii
