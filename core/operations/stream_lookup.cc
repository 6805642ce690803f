// Taking the ARNs of streams apart, and finding what they name.
#include "core/operations/stream_lookup.h"

#include "core/base/messages/streams.h"
#include "core/wire/pattern.h"

namespace pixii {
namespace {

// Takes the text up to the next `separator` off `rest`.
std::string_view TakePart(std::string_view& rest, char separator) {
  const size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  return part;
}

}  // namespace

Result<StreamPlace> ParseStreamArn(std::string_view arn) {
  std::string_view rest = arn;
  const bool is_arn = TakePart(rest, ':') == "arn";
  TakePart(rest, ':');
  const std::string_view service = TakePart(rest, ':');
  StreamPlace place;
  place.region = TakePart(rest, ':');
  place.account = TakePart(rest, ':');
  const bool is_table = TakePart(rest, '/') == "table";
  place.table_name = TakePart(rest, '/');
  const bool is_stream = TakePart(rest, '/') == "stream";
  place.label = rest;
  if (!is_arn || service != "dynamodb" || !is_table || !is_stream || place.region.empty() ||
      place.account.empty() || place.label.empty() || !Matches(Pattern::kName, place.table_name)) {
    return ValidationError(messages::InvalidStreamArn(arn));
  }
  return place;
}

std::string TableKeyOf(const OperationContext& context, const StreamPlace& place) {
  const bool shared = context.options.shared_namespace;
  return CatalogKey(shared ? "" : place.account, shared ? "" : place.region, place.table_name);
}

Result<const Stream*> FindStream(const OperationContext& context, std::string_view arn) {
  PIXII_ASSIGN_OR_RETURN(const StreamPlace place, ParseStreamArn(arn));
  const bool shared = context.options.shared_namespace;
  const std::string prefix = StreamKeyPrefix(TableKeyOf(context, place));
  const OrderedMap<Stream>& streams = context.database.streams().streams();
  const bool reachable =
      shared || (place.region == context.region && place.account == context.account);
  for (auto at = streams.LowerBound(prefix); reachable && at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    if (at->head().label == place.label) return at.get();
  }
  return Error{ErrorType::kResourceNotFound, messages::StreamNotFound(arn)};
}

Result<const Shard*> FindShard(const Stream& stream, std::string_view shard_id) {
  const Shard* shard = stream.FindShard(shard_id);
  if (shard != nullptr) return shard;
  return Error{ErrorType::kResourceNotFound, messages::ShardNotFound()};
}

}  // namespace pixii
