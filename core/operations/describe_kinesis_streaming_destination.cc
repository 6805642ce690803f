// DescribeKinesisStreamingDestination.
#include "core/operations/describe_kinesis_streaming_destination.h"

#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> DescribeKinesisStreamingDestination::Execute(OperationContext& context,
                                                          const Request& request,
                                                          Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  response.table_name = table->definition().name;
  response.kinesis_data_stream_destinations = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

}  // namespace pixii
