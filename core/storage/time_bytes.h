// The stored form of what a database knows of time: its clock, its modes and its due work
// (docs/storage-format.md, part C).
#pragma once

#include "core/base/bytes.h"
#include "core/persistence/byte_sink.h"

namespace pixii {

class Database;

// Appends the fields of the part's payload.
void WriteTime(const Database& database, ByteSink& sink);

// Takes clock, modes and due work from a payload. False: it is damaged.
bool ReadTime(Bytes payload, Database& database);

}  // namespace pixii
