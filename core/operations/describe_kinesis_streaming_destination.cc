// DescribeKinesisStreamingDestination.
#include "core/operations/describe_kinesis_streaming_destination.h"

#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> DescribeKinesisStreamingDestination::Execute(OperationContext& context,
                                                          const Request& request,
                                                          Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  const std::vector<KinesisDestination>& destinations = table->definition().destinations;
  response.table_name = table->definition().name;
  response.kinesis_data_stream_destinations = {
      context.arena.New<DestinationDescription>(destinations.size()), destinations.size()};
  for (size_t i = 0; i < destinations.size(); ++i) {
    DestinationDescription& told = response.kinesis_data_stream_destinations[i];
    told.stream_arn = destinations[i].stream_arn;
    told.destination_status = DestinationStatusName(destinations[i].status);
    // Told once it was set.
    if (destinations[i].precision_changes_ms.empty()) continue;
    told.approximate_creation_date_time_precision = PrecisionName(destinations[i].microseconds);
  }
  return {};
}

}  // namespace pixii
