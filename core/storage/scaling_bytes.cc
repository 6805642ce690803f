// Fields of auto scaling, one list after the other, each with its count before it.
#include "core/storage/scaling_bytes.h"

#include "core/base/utf8.h"
#include "core/persistence/byte_source.h"

namespace pixii {
namespace {

constexpr uint8_t kFlag0 = 1;
constexpr uint8_t kFlag1 = 2;
constexpr uint8_t kFlag2 = 4;
constexpr uint8_t kFlag3 = 8;

void WriteSigned(ByteSink& sink, int64_t value) { sink.Fixed64(static_cast<uint64_t>(value)); }
int64_t ReadSigned(FieldSource& fields) { return static_cast<int64_t>(fields.Fixed64()); }

uint8_t Flags(bool first, bool second, bool third, bool fourth) {
  return static_cast<uint8_t>((first ? kFlag0 : 0) | (second ? kFlag1 : 0) | (third ? kFlag2 : 0) |
                              (fourth ? kFlag3 : 0));
}

// Texts that are not UTF-8 end the reading.
class Texts {
 public:
  explicit Texts(FieldSource& fields) : fields_(fields) {}
  void Read(std::string& text) {
    text = fields_.Text();
    valid_ = valid_ && IsValidUtf8(text);
  }
  bool ok() const { return valid_ && fields_.ok(); }

 private:
  FieldSource& fields_;
  bool valid_ = true;
};

void WritePlace(const ScalingPlace& place, ByteSink& sink) {
  sink.Text(place.account);
  sink.Text(place.region);
  sink.Text(place.resource);
  sink.Text(place.dimension);
}

bool ReadPlace(Texts& texts, ScalingPlace& place) {
  texts.Read(place.account);
  texts.Read(place.region);
  texts.Read(place.resource);
  texts.Read(place.dimension);
  return texts.ok() && place.resource.starts_with("table/");
}

void WriteTarget(const ScalableTarget& target, ByteSink& sink) {
  WriteSigned(sink, target.bounds.minimum);
  WriteSigned(sink, target.bounds.maximum);
  sink.Text(target.id);
  WriteSigned(sink, target.created_ms);
  sink.Byte(Flags(target.in_suspended, target.out_suspended, target.scheduled_suspended,
                  target.bounds_changed));
}

bool ReadTarget(FieldSource& fields, ScalableTarget& target) {
  Texts texts(fields);
  target.bounds.minimum = ReadSigned(fields);
  target.bounds.maximum = ReadSigned(fields);
  texts.Read(target.id);
  target.created_ms = ReadSigned(fields);
  const uint8_t flags = fields.Byte();
  target.in_suspended = (flags & kFlag0) != 0;
  target.out_suspended = (flags & kFlag1) != 0;
  target.scheduled_suspended = (flags & kFlag2) != 0;
  target.bounds_changed = (flags & kFlag3) != 0;
  return texts.ok() && target.bounds.minimum >= 1 && target.bounds.minimum <= target.bounds.maximum;
}

void WritePolicy(const ScalingPolicy& policy, ByteSink& sink) {
  sink.Text(policy.name);
  sink.Text(policy.id);
  sink.Fixed64(__builtin_bit_cast(uint64_t, policy.tracking.target_percent));
  WriteSigned(sink, policy.tracking.scale_out_cooldown_ms);
  WriteSigned(sink, policy.tracking.scale_in_cooldown_ms);
  sink.Byte(Flags(policy.tracking.disable_scale_in, policy.out_cooldown_given,
                  policy.in_cooldown_given, policy.disable_in_given));
  WriteSigned(sink, policy.created_ms);
  for (const std::string& id : policy.alarm_ids) sink.Text(id);
  WriteSigned(sink, policy.history.scaled_out_ms);
  WriteSigned(sink, policy.history.scaled_out_by);
  WriteSigned(sink, policy.history.scaled_in_ms);
}

bool ReadPolicy(FieldSource& fields, ScalingPolicy& policy) {
  Texts texts(fields);
  texts.Read(policy.name);
  texts.Read(policy.id);
  policy.tracking.target_percent = __builtin_bit_cast(double, fields.Fixed64());
  policy.tracking.scale_out_cooldown_ms = ReadSigned(fields);
  policy.tracking.scale_in_cooldown_ms = ReadSigned(fields);
  const uint8_t flags = fields.Byte();
  policy.tracking.disable_scale_in = (flags & kFlag0) != 0;
  policy.out_cooldown_given = (flags & kFlag1) != 0;
  policy.in_cooldown_given = (flags & kFlag2) != 0;
  policy.disable_in_given = (flags & kFlag3) != 0;
  policy.created_ms = ReadSigned(fields);
  for (std::string& id : policy.alarm_ids) texts.Read(id);
  policy.history.scaled_out_ms = ReadSigned(fields);
  policy.history.scaled_out_by = ReadSigned(fields);
  policy.history.scaled_in_ms = ReadSigned(fields);
  return texts.ok() && policy.tracking.target_percent >= 1 && policy.tracking.target_percent <= 100;
}

void WriteAction(const ScheduledAction& action, ByteSink& sink) {
  sink.Text(action.name);
  sink.Text(action.id);
  sink.Text(action.schedule);
  sink.Text(action.timezone);
  for (const int64_t number : {action.created_ms, action.start_ms, action.end_ms, action.minimum,
                               action.maximum, action.next_ms}) {
    WriteSigned(sink, number);
  }
}

bool ReadAction(FieldSource& fields, ScheduledAction& action) {
  Texts texts(fields);
  texts.Read(action.name);
  texts.Read(action.id);
  texts.Read(action.schedule);
  texts.Read(action.timezone);
  for (int64_t* number : {&action.created_ms, &action.start_ms, &action.end_ms, &action.minimum,
                          &action.maximum, &action.next_ms}) {
    *number = ReadSigned(fields);
  }
  return texts.ok();
}

void WriteActivity(const ScalingActivity& activity, ByteSink& sink) {
  WritePlace(activity.place, sink);
  sink.Text(activity.id);
  sink.Text(activity.description);
  sink.Text(activity.cause);
  sink.Text(activity.status);
  sink.Text(activity.message);
  WriteSigned(sink, activity.time_ms);
}

bool ReadActivity(FieldSource& fields, ScalingActivity& activity) {
  Texts texts(fields);
  if (!ReadPlace(texts, activity.place)) return false;
  texts.Read(activity.id);
  texts.Read(activity.description);
  texts.Read(activity.cause);
  texts.Read(activity.status);
  texts.Read(activity.message);
  activity.time_ms = ReadSigned(fields);
  return texts.ok();
}

// Entries of one map whose keys begin with a place that is registered.
template <class Entry, class Read>
bool ReadNamed(FieldSource& fields, const ScalingState& state,
               std::map<std::pair<ScalingPlace, std::string>, Entry>& all, const Read& read) {
  const uint32_t count = fields.Varint();
  for (uint32_t i = 0; i < count; ++i) {
    Texts texts(fields);
    ScalingPlace place;
    Entry entry;
    if (!ReadPlace(texts, place) || !read(fields, entry)) return false;
    if (!state.targets.contains(place) || entry.name.empty()) return false;
    const std::pair key(std::move(place), entry.name);
    if (!all.emplace(key, std::move(entry)).second) return false;
  }
  return fields.ok();
}

}  // namespace

void WriteScaling(const ScalingState& state, ByteSink& sink) {
  sink.Varint(static_cast<uint32_t>(state.targets.size()));
  for (const auto& [place, target] : state.targets) {
    WritePlace(place, sink);
    WriteTarget(target, sink);
  }
  sink.Varint(static_cast<uint32_t>(state.policies.size()));
  for (const auto& [key, policy] : state.policies) {
    WritePlace(key.first, sink);
    WritePolicy(policy, sink);
  }
  sink.Varint(static_cast<uint32_t>(state.actions.size()));
  for (const auto& [key, action] : state.actions) {
    WritePlace(key.first, sink);
    WriteAction(action, sink);
  }
  sink.Varint(static_cast<uint32_t>(state.activities.size()));
  for (const ScalingActivity& activity : state.activities) WriteActivity(activity, sink);
}

bool ReadScaling(Bytes payload, ScalingState& state) {
  FieldSource fields(payload);
  const uint32_t targets = fields.Varint();
  for (uint32_t i = 0; i < targets; ++i) {
    Texts texts(fields);
    ScalingPlace place;
    ScalableTarget target;
    if (!ReadPlace(texts, place) || !ReadTarget(fields, target)) return false;
    if (!state.targets.emplace(std::move(place), std::move(target)).second) return false;
  }
  if (!ReadNamed(fields, state, state.policies, ReadPolicy)) return false;
  if (!ReadNamed(fields, state, state.actions, ReadAction)) return false;
  const uint32_t activities = fields.Varint();
  if (activities > kActivitiesMax) return false;
  for (uint32_t i = 0; i < activities; ++i) {
    ScalingActivity activity;
    if (!ReadActivity(fields, activity)) return false;
    state.activities.push_back(std::move(activity));
  }
  return fields.ok() && fields.AtEnd();
}

}  // namespace pixii
