// Drawing how late a read is.
#include "core/operations/lagging_read.h"

#include "core/storage/modes.h"

namespace pixii {

const Table* VersionToRead(OperationContext& context, const Table& newest, bool consistent) {
  const int64_t lag_ms = context.database.modes().consistency_lag_ms;
  if (lag_ms == 0 || consistent) return &newest;
  const uint64_t drawn = context.database.ids().Next() % (static_cast<uint64_t>(lag_ms) + 1);
  const Table* version =
      context.database.FindTableAt(newest.Key(), context.now_ms - static_cast<int64_t>(drawn));
  // Requests are checked against the newest definition.
  const bool same = version != nullptr && &version->definition() == &newest.definition();
  return same ? version : &newest;
}

}  // namespace pixii
