// Eventual consistency: which version of a table a read sees. With the mode off, the newest.
#pragma once

#include "core/operations/operation.h"

namespace pixii {

// `newest` itself for a strongly consistent read; else, under a consistency lag, the version of it
// between the lag ago and now that the database's own ids draw. A table that was redefined within
// the lag is read as it is. Borrowed until the next commit.
const Table* VersionToRead(OperationContext& context, const Table& newest, bool consistent);

}  // namespace pixii
