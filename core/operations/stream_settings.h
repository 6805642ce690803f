// The rules about a table's stream: switched on with a view when the table is made or later,
// switched off, and on again as another stream. What a stream records comes with the operations of
// DynamoDB Streams.
#pragma once

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

// Gives a new table the stream asked for; null: none. Errors: kValidation.
Result<void> StartStream(const StreamSpecification* asked, int64_t now_ms, StreamSettings& stream);

// What an update says by itself. Errors: kValidation.
Result<void> CheckStreamUpdate(const StreamSpecification& asked);

// Switches the stream on, as one with a label of its own, or off. Errors: kValidation if it is that
// already. REQUIRES: CheckStreamUpdate.
Result<void> UpdateStream(const StreamSpecification& asked, int64_t now_ms,
                          TableDefinition& definition);

// The name of a view, as requests and descriptions have it.
std::string_view StreamViewName(StreamView view);

}  // namespace pixii
