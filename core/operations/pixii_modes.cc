// Telling and changing the modes; constants go by the table in core/storage/modes.h.
#include "core/operations/pixii_modes.h"

#include <charconv>
#include <iterator>

#include "core/base/duration_text.h"
#include "core/base/messages/clock.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/pixii_clock.h"
#include "core/storage/modes.h"
#include "core/storage/table_meters.h"

namespace pixii {
namespace {

// More than any read could wish to lag.
constexpr int64_t kConsistencyLagMsMax = kHourMs;

std::string TextOf(const ModeConstant& constant, int64_t value) {
  const bool is_count = constant.unit == ModeConstant::Unit::kCount;
  return is_count ? std::to_string(value) : DurationText(value);
}

std::string ConstantNames() {
  std::string names;
  for (const ModeConstant& constant : kModeConstants) {
    if (!names.empty()) names += ", ";
    names += constant.name;
  }
  return names;
}

Result<int64_t> ParseConstant(const ModeConstant& constant, std::string_view text) {
  int64_t value = 0;
  if (constant.unit == ModeConstant::Unit::kDuration) {
    const std::optional<int64_t> duration = ParseDuration(text);
    if (!duration) return ValidationError(messages::NotADuration(constant.name, text));
    value = *duration;
  } else {
    const char* end = text.data() + text.size();
    const auto [at, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc() || at != end) {
      return ValidationError(messages::NotACount(constant.name, text));
    }
  }
  if (value >= constant.min && value <= constant.max) return value;
  return ValidationError(messages::ConstantOutOfBounds(
      constant.name, text, TextOf(constant, constant.min), TextOf(constant, constant.max)));
}

Result<void> ChangeConstant(std::string_view name, std::string_view text, Modes& modes) {
  for (const ModeConstant& constant : kModeConstants) {
    if (constant.name != name) continue;
    PIXII_ASSIGN_OR_RETURN(modes.*constant.value, ParseConstant(constant, text));
    return {};
  }
  return ValidationError(messages::NoSuchConstant(name, ConstantNames()));
}

Result<void> ChangeLag(std::string_view text, Modes& modes) {
  const std::optional<int64_t> lag = ParseDuration(text);
  if (!lag) return ValidationError(messages::NotADuration("ConsistencyLag", text));
  if (*lag > kConsistencyLagMsMax) {
    return ValidationError(messages::ConstantOutOfBounds("ConsistencyLag", text, DurationText(0),
                                                         DurationText(kConsistencyLagMsMax)));
  }
  modes.consistency_lag_ms = *lag;
  return {};
}

Result<void> Change(const ModesTold& asked, Modes& modes) {
  if (Given(asked.timing)) {
    modes.timing = asked.timing == "aws" ? TableTiming::kAws : TableTiming::kInstant;
  }
  if (Given(asked.capacity)) {
    modes.capacity = asked.capacity == "enforce" ? CapacityMode::kEnforce : CapacityMode::kReport;
  }
  if (Given(asked.consistency_lag)) {
    PIXII_RETURN_IF_ERROR(ChangeLag(asked.consistency_lag, modes));
  }
  for (const MapEntry<std::string_view>& constant : asked.constants) {
    PIXII_RETURN_IF_ERROR(ChangeConstant(constant.key, constant.value, modes));
  }
  return {};
}

void Tell(OperationContext& context, ModesTold& told) {
  const Modes& modes = context.database.modes();
  Arena& arena = context.arena;
  told.timing = kTimingNames[static_cast<size_t>(modes.timing)];
  told.capacity = kCapacityModeNames[static_cast<size_t>(modes.capacity)];
  told.consistency_lag = arena.Copy(DurationText(modes.consistency_lag_ms));
  const size_t count = std::size(kModeConstants);
  told.constants = {arena.New<MapEntry<std::string_view>>(count), count};
  for (size_t i = 0; i < count; ++i) {
    const ModeConstant& constant = kModeConstants[i];
    told.constants[i] = {constant.name, arena.Copy(TextOf(constant, modes.*constant.value))};
  }
}

void ChangeSeed(const ModesTold& asked, Database& database) {
  if (asked.seed.present) database.ids().SeedFrom(static_cast<uint64_t>(asked.seed.value));
}

}  // namespace

Result<void> DescribeModes::Execute(OperationContext& context, const Request&, Response& response) {
  Tell(context, response);
  return {};
}

Result<void> UpdateModes::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  Modes changed = context.database.modes();
  PIXII_RETURN_IF_ERROR(Change(request, changed));
  PIXII_RETURN_IF_ERROR(CountAsCommit(context));
  const int64_t delay_ms = context.database.ExpiryDelayMs();
  ++changed.capacity_revision;
  Database& database = context.database;
  database.OwnModes() = changed;
  ChangeSeed(request, database);
  if (database.ExpiryDelayMs() != delay_ms) database.RescheduleExpiry(context.now_ms);
  FollowModes(database.OwnMeters(), changed, database.tables(), context.now_ms);
  Tell(context, response);
  return {};
}

Result<void> BeginAsOptionsSay(const Options& options, Database& database) {
  if (options.stands_at_ms) database.clock().StandAt(*options.stands_at_ms);
  if (options.modes.empty()) return {};
  Arena arena;
  WireScratch scratch;
  ModesTold asked{};
  PIXII_RETURN_IF_ERROR(DecodeRequest(kModesShape, options.modes, arena, scratch, &asked));
  PIXII_RETURN_IF_ERROR(CheckRequest(kModesShape, &asked));
  Modes modes;
  PIXII_RETURN_IF_ERROR(Change(asked, modes));
  database.OwnModes() = modes;
  ChangeSeed(asked, database);
  return {};
}

}  // namespace pixii
