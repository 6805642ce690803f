// Writing and reading clock, modes and due work, all in the order of the grammar.
#include "core/storage/time_bytes.h"

#include <iterator>
#include <string>

#include "core/base/time_text.h"
#include "core/persistence/byte_source.h"
#include "core/storage/database.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

// Nobody's host is farther away from anyone's clock.
constexpr int64_t kOffsetMsMax = 2 * kTimeMsMax;

void WriteNumber(ByteSink& sink, int64_t number) { sink.Fixed64(static_cast<uint64_t>(number)); }

int64_t ReadNumber(FieldSource& fields) { return static_cast<int64_t>(fields.Fixed64()); }

void WriteModes(const Modes& modes, ByteSink& sink) {
  sink.Byte(static_cast<uint8_t>(modes.capacity));
  sink.Byte(static_cast<uint8_t>(modes.timing));
  WriteNumber(sink, modes.consistency_lag_ms);
  sink.Varint(static_cast<uint32_t>(std::size(kModeConstants)));
  for (const ModeConstant& constant : kModeConstants) {
    sink.Text(constant.name);
    WriteNumber(sink, modes.*constant.value);
  }
}

bool ReadConstant(FieldSource& fields, Modes& modes) {
  const Bytes name = fields.Text();
  const int64_t value = ReadNumber(fields);
  for (const ModeConstant& constant : kModeConstants) {
    if (constant.name != name) continue;
    modes.*constant.value = value;
    return value >= constant.min && value <= constant.max;
  }
  return false;
}

bool ReadModes(FieldSource& fields, Modes& modes) {
  const uint8_t capacity = fields.Byte();
  const uint8_t timing = fields.Byte();
  modes.capacity = static_cast<CapacityMode>(capacity);
  modes.timing = static_cast<TableTiming>(timing);
  modes.consistency_lag_ms = ReadNumber(fields);
  if (capacity > 1 || timing > 1 || modes.consistency_lag_ms < 0) return false;
  const uint32_t count = fields.Varint();
  for (uint32_t i = 0; i < count; ++i) {
    if (!fields.ok() || !ReadConstant(fields, modes)) return false;
  }
  return fields.ok();
}

bool ReadClock(FieldSource& fields, VirtualClock& clock) {
  const uint8_t standing = fields.Byte();
  const int64_t reading_ms = ReadNumber(fields);
  const int64_t offset_ms = ReadNumber(fields);
  clock = VirtualClock::Stored(standing == 1, reading_ms, offset_ms);
  const bool was_read = reading_ms != INT64_MIN;
  if (was_read && (reading_ms < -kTimeMsMax || reading_ms > kTimeMsMax)) return false;
  return fields.ok() && standing <= (was_read ? 1 : 0) && offset_ms >= -kOffsetMsMax &&
         offset_ms <= kOffsetMsMax;
}

bool ReadDueWork(FieldSource& fields, DueQueue& due) {
  const uint32_t count = fields.Varint();
  for (uint32_t i = 0; i < count; ++i) {
    const int64_t due_ms = ReadNumber(fields);
    const uint8_t kind = fields.Byte();
    const Bytes key = fields.Text();
    if (!fields.ok() || kind > static_cast<uint8_t>(DueKind::kScaling)) return false;
    if (due_ms < -kTimeMsMax || due_ms > kTimeMsMax) return false;
    due.Set(static_cast<DueKind>(kind), key, due_ms);
  }
  return fields.ok();
}

}  // namespace

void WriteTime(const Database& database, ByteSink& sink) {
  const VirtualClock& clock = database.clock();
  sink.Byte(clock.standing());
  WriteNumber(sink, clock.reading_ms());
  // A standing clock that runs on starts from its time; what it last added to which host's clock
  // must not tell two runs of one script apart.
  WriteNumber(sink, clock.standing() ? 0 : clock.offset_ms());
  WriteModes(database.modes(), sink);
  const auto& entries = database.due().entries();
  sink.Varint(static_cast<uint32_t>(entries.size()));
  for (const auto& [due_ms, kind, key] : entries) {
    WriteNumber(sink, due_ms);
    sink.Byte(static_cast<uint8_t>(kind));
    sink.Text(key);
  }
}

bool ReadTime(Bytes payload, Database& database) {
  FieldSource fields(payload);
  return ReadClock(fields, database.clock()) && ReadModes(fields, database.OwnModes()) &&
         ReadDueWork(fields, database.OwnDue()) && fields.AtEnd();
}

}  // namespace pixii
