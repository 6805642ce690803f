// Checking and changing a table's stream.
#include "core/operations/stream_settings.h"

#include <algorithm>
#include <iterator>

#include "core/base/messages/tables.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

// In the order of StreamView.
constexpr std::string_view kViewNames[] = {"KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE",
                                           "NEW_AND_OLD_IMAGES"};

// REQUIRES: one of the names.
StreamView ViewOf(std::string_view name) {
  const auto* at = std::find(std::begin(kViewNames), std::end(kViewNames), name);
  return static_cast<StreamView>(at - std::begin(kViewNames));
}

// Labels are times, and no two streams of a table share one, even where the clock stands still.
void SwitchOn(std::string_view view, int64_t now_ms, StreamSettings& stream) {
  const int64_t label_ms = std::max(now_ms, stream.label_ms + 1);
  stream = {true, ViewOf(view), label_ms, {}, {}};
}

}  // namespace

Result<void> StartStream(const StreamSpecification* asked, int64_t now_ms, StreamSettings& stream) {
  if (asked == nullptr) return {};
  const bool has_view = Given(asked->stream_view_type);
  if (!asked->stream_enabled.value) {
    if (has_view) return ValidationError(messages::CreatedWithoutStreamHasViewType());
    return {};
  }
  if (!has_view) return ValidationError(messages::CreatedStreamNeedsViewType());
  SwitchOn(asked->stream_view_type, now_ms, stream);
  return {};
}

Result<void> CheckStreamUpdate(const StreamSpecification& asked) {
  const bool has_view = Given(asked.stream_view_type);
  if (asked.stream_enabled.value && !has_view) {
    return ValidationError(messages::StreamNeedsViewType());
  }
  if (!asked.stream_enabled.value && has_view) {
    return ValidationError(messages::DisabledStreamHasViewType());
  }
  return {};
}

Result<void> UpdateStream(const StreamSpecification& asked, int64_t now_ms,
                          TableDefinition& definition) {
  StreamSettings& stream = definition.stream;
  if (asked.stream_enabled.value == stream.enabled) {
    return ValidationError(stream.enabled ? messages::StreamAlreadyEnabled(definition.name)
                                          : messages::NoStreamToDisable(definition.name));
  }
  if (asked.stream_enabled.value) {
    SwitchOn(asked.stream_view_type, now_ms, stream);
  } else {
    stream.enabled = false;
  }
  return {};
}

std::string_view StreamViewName(StreamView view) { return kViewNames[static_cast<size_t>(view)]; }

}  // namespace pixii
