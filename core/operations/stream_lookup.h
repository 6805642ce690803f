// From the ARN of a stream, or an iterator, to the stream and the shard.
#pragma once

#include <string>
#include <string_view>

#include "core/operations/operation.h"
#include "core/storage/stream_store.h"

namespace pixii {

// Where a stream's ARN says it is. Borrowed from the ARN.
struct StreamPlace {
  std::string_view region;
  std::string_view account;
  std::string_view table_name;
  std::string_view label;
};

// Errors: kValidation for what is no ARN of a stream.
Result<StreamPlace> ParseStreamArn(std::string_view arn);

// The place in the catalog of the table that the stream is of.
std::string TableKeyOf(const OperationContext& context, const StreamPlace& place);

// The stream, which may have ended. Borrowed until the next Apply. Errors: kValidation,
// kResourceNotFound.
Result<const Stream*> FindStream(const OperationContext& context, std::string_view arn);

// Errors: kResourceNotFound.
Result<const Shard*> FindShard(const Stream& stream, std::string_view shard_id);

}  // namespace pixii
