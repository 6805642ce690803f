// Enabling, disabling and changing Kinesis destinations. An answer tells the state on the way; with
// timing `instant` the next call finds it reached.
#include "core/operations/kinesis_destination.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/kinesis.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/resource_lookup.h"
#include "core/operations/table_lookup.h"
#include "core/storage/modes.h"
#include "core/storage/stream_store.h"

namespace pixii {
namespace {

// In the order of DestinationStatus.
constexpr std::string_view kStatusNames[] = {"ENABLING", "ACTIVE", "DISABLING", "DISABLED",
                                             "UPDATING"};
constexpr std::string_view kDataStreamPart = ":stream/";
// Constraints: changes of the precision in a day.
constexpr size_t kPrecisionChangesPerDay = 3;
// How many shards a data stream has that was made for a destination.
constexpr size_t kShardsOfNewStream = 1;

// The name in the ARN of a data stream; empty if it is none.
std::string_view DataStreamNameIn(std::string_view arn) {
  const size_t at = arn.find(kDataStreamPart);
  if (arn.substr(0, 16) != "arn:aws:kinesis:" || at == arn.npos) return {};
  return arn.substr(at + kDataStreamPart.size());
}

KinesisDestination* FindDestination(TableDefinition& definition, std::string_view arn) {
  for (KinesisDestination& destination : definition.destinations) {
    if (destination.stream_arn == arn) return &destination;
  }
  return nullptr;
}

DestinationStatus Reached(DestinationStatus status) {
  return status == DestinationStatus::kDisabling ? DestinationStatus::kDisabled
                                                 : DestinationStatus::kActive;
}

// Puts a destination on its way to a state, which it reaches at once or in its time.
void Begin(OperationContext& context, const Table& table, DestinationStatus status,
           KinesisDestination& destination) {
  const Modes& modes = context.database.modes();
  if (modes.timing == TableTiming::kInstant) {
    destination.status = Reached(status);
    destination.status_ends_ms = 0;
    return;
  }
  destination.status = status;
  destination.status_ends_ms = context.now_ms + modes.destination_changing_ms;
  context.database.OwnDue().Set(DueKind::kDestinationState, table.Key(),
                                destination.status_ends_ms);
}

// The name is copied: the definition it stands in is about to be replaced.
void Tell(OperationContext& context, const Table& table, const KinesisDestinationRequest& request,
          DestinationStatus status, KinesisDestinationResponse& response) {
  response.table_name = context.arena.Copy(table.definition().name);
  response.stream_arn = request.stream_arn;
  response.destination_status = DestinationStatusName(status);
  response.configuration = request.configuration;
}

std::string_view PrecisionAsked(const KinesisDestinationRequest& request) {
  const StreamingConfiguration* asked = request.configuration;
  return asked == nullptr ? std::string_view() : asked->approximate_creation_date_time_precision;
}

Result<const Table*> FindTableFor(OperationContext& context,
                                  const KinesisDestinationRequest& request) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  if (!DataStreamNameIn(request.stream_arn).empty()) return table;
  return ValidationError(messages::InvalidDestinationArn(request.stream_arn));
}

void MakeDataStream(OperationContext& context, std::string_view arn) {
  if (context.database.streams().FindDataStream(DataStreamKey(arn)) != nullptr) return;
  DataStreamHead head;
  head.arn = arn;
  head.name = DataStreamNameIn(arn);
  head.created_ms = context.now_ms;
  context.database.OwnStreams().OpenDataStream(std::move(head), kShardsOfNewStream);
}

Result<void> CheckPrecision(const OperationContext& context, const TableDefinition& definition,
                            std::string_view asked, KinesisDestination& destination) {
  if (asked == PrecisionName(destination.microseconds)) {
    return ValidationError(
        messages::PrecisionUnchanged(asked, definition.id, destination.stream_arn));
  }
  std::vector<int64_t>& changes = destination.precision_changes_ms;
  std::erase_if(changes, [&](int64_t at) { return at <= context.now_ms - limits::kDayMs; });
  if (changes.size() < kPrecisionChangesPerDay) return {};
  return Error{ErrorType::kLimitExceeded, messages::TooManyPrecisionChanges()};
}

}  // namespace

std::string_view DestinationStatusName(DestinationStatus status) {
  return kStatusNames[static_cast<size_t>(status)];
}

std::string_view PrecisionName(bool microseconds) {
  return microseconds ? "MICROSECOND" : "MILLISECOND";
}

Result<void> EnableKinesisStreamingDestination::Execute(OperationContext& context,
                                                        const Request& request,
                                                        Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindTableFor(context, request));
  TableDefinition definition = table->definition();
  for (const KinesisDestination& destination : definition.destinations) {
    if (destination.status != DestinationStatus::kDisabled) {
      return ValidationError(messages::DestinationNotDisabled());
    }
  }
  KinesisDestination* destination = FindDestination(definition, request.stream_arn);
  if (destination == nullptr) {
    destination = &definition.destinations.emplace_back();
    destination->stream_arn = request.stream_arn;
  }
  const std::string_view precision = PrecisionAsked(request);
  destination->microseconds = precision == "MICROSECOND";
  // One that is asked for counts as set ages ago: it is told, and takes nothing of a day's changes.
  destination->precision_changes_ms.clear();
  if (Given(precision)) destination->precision_changes_ms.push_back(0);
  MakeDataStream(context, request.stream_arn);
  Begin(context, *table, DestinationStatus::kEnabling, *destination);
  Tell(context, *table, request, DestinationStatus::kEnabling, response);
  // Tells an empty configuration where none was given.
  if (response.configuration == nullptr) {
    response.configuration = context.arena.New<StreamingConfiguration>();
  }
  return Redefine(context, {table, false}, std::move(definition));
}

Result<void> DisableKinesisStreamingDestination::Execute(OperationContext& context,
                                                         const Request& request,
                                                         Response& response) {
  if (Given(PrecisionAsked(request))) {
    return ValidationError(messages::DisablingTakesNoConfiguration());
  }
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindTableFor(context, request));
  TableDefinition definition = table->definition();
  KinesisDestination* destination = FindDestination(definition, request.stream_arn);
  if (destination == nullptr || destination->status != DestinationStatus::kActive) {
    return ValidationError(messages::DestinationNotDisablable());
  }
  Begin(context, *table, DestinationStatus::kDisabling, *destination);
  Tell(context, *table, request, DestinationStatus::kDisabling, response);
  return Redefine(context, {table, false}, std::move(definition));
}

Result<void> UpdateKinesisStreamingDestination::Execute(OperationContext& context,
                                                        const Request& request,
                                                        Response& response) {
  const std::string_view asked = PrecisionAsked(request);
  if (!Given(asked)) return ValidationError(messages::DestinationNeedsConfiguration());
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindTableFor(context, request));
  TableDefinition definition = table->definition();
  KinesisDestination* destination = FindDestination(definition, request.stream_arn);
  if (destination == nullptr || destination->status != DestinationStatus::kActive) {
    return ValidationError(messages::DestinationNotUpdatable(definition.name, request.stream_arn));
  }
  PIXII_RETURN_IF_ERROR(CheckPrecision(context, definition, asked, *destination));
  destination->microseconds = asked == "MICROSECOND";
  destination->precision_changes_ms.push_back(context.now_ms);
  Begin(context, *table, DestinationStatus::kUpdating, *destination);
  Tell(context, *table, request, DestinationStatus::kUpdating, response);
  return Redefine(context, {table, false}, std::move(definition));
}

void SettleDestinations(OperationContext& context, std::string_view table_key) {
  const Table* table = context.database.FindTable(table_key);
  if (table == nullptr) return;
  TableDefinition definition = table->definition();
  int64_t next_ms = INT64_MAX;
  for (KinesisDestination& destination : definition.destinations) {
    if (destination.status_ends_ms == 0) continue;
    if (destination.status_ends_ms > context.now_ms) {
      next_ms = std::min(next_ms, destination.status_ends_ms);
      continue;
    }
    destination.status = Reached(destination.status);
    destination.status_ends_ms = 0;
  }
  if (next_ms != INT64_MAX) {
    context.database.OwnDue().Set(DueKind::kDestinationState, table_key, next_ms);
  }
  // Only memory could refuse it, and it takes none.
  (void)Redefine(context, {table, false}, std::move(definition)).ok();
}

}  // namespace pixii
