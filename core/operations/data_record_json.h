// What a table with a Kinesis destination delivers for one change, as the developer guide has it.
#pragma once

#include "core/streams/stream_record.h"
#include "core/wire/json_writer.h"

namespace pixii {

// REQUIRES: the record has a source.
void WriteDataRecordJson(const StreamRecord& record, JsonBuffer& out);

}  // namespace pixii
