// UpdateTimeToLive.
#include "core/operations/update_time_to_live.h"

#include "core/base/limits.h"
#include "core/base/messages/tags.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"

namespace pixii {
namespace {

// What is asked for is refused before how often.
Result<void> CheckChange(const TimeToLiveSpecification& asked, const TimeToLive& now,
                         int64_t now_ms) {
  if (now.enabled && asked.attribute_name != now.attribute) {
    return ValidationError(messages::TimeToLiveOnOtherAttribute(now.attribute));
  }
  if (asked.enabled.value == now.enabled) {
    return ValidationError(now.enabled ? messages::TimeToLiveAlreadyEnabled()
                                       : messages::TimeToLiveAlreadyDisabled());
  }
  if (now.changed_ms != 0 && now_ms < now.changed_ms + limits::kTimeToLiveIntervalMs) {
    return ValidationError(messages::TimeToLiveChangedTooOften());
  }
  return {};
}

}  // namespace

Result<void> UpdateTimeToLive::Execute(OperationContext& context, const Request& request,
                                       Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  const TimeToLiveSpecification& asked = *request.time_to_live_specification;
  PIXII_RETURN_IF_ERROR(CheckMayChangeTimeToLive(table->definition()));
  TableDefinition definition = table->definition();
  PIXII_RETURN_IF_ERROR(CheckChange(asked, definition.time_to_live, context.now_ms));
  definition.time_to_live = {asked.enabled.value, std::string(asked.attribute_name),
                             context.now_ms};
  BeginTimeToLiveChange(context, definition.time_to_live);
  response.time_to_live_specification = &asked;
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, std::string(table->Key()), std::move(definition)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
