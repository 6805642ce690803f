// ListStreams: a walk over one stretch of the store of streams.
#include "core/operations/list_streams.h"

#include "core/base/limits.h"
#include "core/base/messages/tables.h"
#include "core/operations/stream_lookup.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

// Whether `stream` stands behind the stream of this place, which need not be there any more.
bool IsBehind(const Stream& stream, std::string_view table_key, std::string_view label) {
  return stream.head().table_key != table_key || std::string_view(stream.head().label) > label;
}

}  // namespace

Result<void> ListStreams::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  const OrderedMap<Stream>& streams = context.database.streams().streams();
  const bool of_table = !request.table_name.empty();
  std::string prefix = NamespaceKey(context);
  if (of_table) prefix = StreamKeyPrefix(prefix.append(request.table_name));
  std::string from = prefix;
  std::string start_table;
  StreamPlace start;
  if (!request.exclusive_start_stream_arn.empty()) {
    PIXII_ASSIGN_OR_RETURN(start, ParseStreamArn(request.exclusive_start_stream_arn));
    start_table = TableKeyOf(context, start);
    if (!of_table) from = StreamKeyPrefix(start_table);
  }
  const auto limit = static_cast<size_t>(request.limit.ValueOr(limits::kListStreamsPageMax));
  response.streams = {context.arena.New<StreamSummary>(limit), 0};
  bool any = false;
  for (auto at = streams.LowerBound(from); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    any = true;
    if (!start_table.empty() && !IsBehind(*at, start_table, start.label)) continue;
    if (response.streams.count == limit) {
      response.last_evaluated_stream_arn = response.streams[limit - 1].stream_arn;
      break;
    }
    response.streams[response.streams.count++] = {
        context.arena.Copy(at->Arn()), at->head().source->table_name(), at->head().label};
  }
  if (!of_table || any) return {};
  return FindControlTable(context, request.table_name).ok()
             ? Result<void>{}
             : Error{ErrorType::kResourceNotFound, messages::TableNotFound(request.table_name)};
}

}  // namespace pixii
