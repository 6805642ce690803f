// What an operation is, and what it works with during one Call. Each operation has a pair of files
// that declares its Request, its Response and their shapes, and Execute, which reads as its steps.
#pragma once

#include <concepts>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/expressions/expression_cache.h"
#include "core/metering/metric_log.h"
#include "core/partiql/statement_cache.h"
#include "core/storage/database.h"
#include "core/storage/held_transactions.h"
#include "core/storage/page_reader.h"
#include "core/wire/json_writer.h"
#include "core/wire/shape.h"
#include "pixii/error.h"
#include "pixii/options.h"

namespace pixii {

class FaultRules;  // core/operations/fault_rules.h

// Versions and copies that the control operations made, by their ids. Part of the handle, never of
// the database's value. Forks wait here until the host takes them.
struct HeldVersions {
  std::map<std::string, Database, std::less<>> snapshots;
  std::map<std::string, Database, std::less<>> forks;
  uint64_t versions_made = 0;
};

struct CapacityRecorder;  // core/operations/capacity_door.h

struct TableMeters;  // core/metering/meters.h

// What one request was metered on, for the metrics that are told by request.
struct MeteredRequest {
  MetricOperation operation = MetricOperation::kNone;
  struct Touched {
    uint32_t slot;
    TableMeters* meters;  // borrowed: no request that is metered changes what tables there are
  };
  std::vector<Touched> tables;  // each once
};

// All an operation may touch. Made anew for each Call over parts that the engine keeps; borrowed.
struct OperationContext {
  Database& database;
  const Options& options;
  ExpressionCache& expressions;
  partiql::StatementCache& statements;
  Arena& arena;
  WireScratch& scratch;
  HeldVersions& held;
  HeldTransactions& transactions;
  FaultRules& faults;
  Commit& commit;            // empty at the start; planned changes are collected here
  std::string& catalog_key;  // working memory: where a table stands,
  std::string& key;          // an encoded key,
  std::string& new_entries;  // an item being made,
  std::string& projected;    // part of an item on its way to the arena,
  Page& page;                // and the page being read
  int64_t now_ms;            // the clock, read once
  std::string_view region;
  std::string_view account;
  std::string_view endpoint;             // host:port the client used; may be empty
  MeteredRequest* metered = nullptr;     // null: metrics by request are not kept
  CapacityRecorder* recorder = nullptr;  // null: nobody asks what is charged
};

// The service part of a target.
enum class Service : uint8_t { kDynamoDb, kStreams, kKinesis, kAutoScaling, kCloudWatch, kPixii };

// One row of the operation table, made by ServedBy<Operation>().
struct OperationRow {
  Service service;
  std::string_view name;
  const Shape* request;
  const Shape* response;
  // Decodes, checks, executes and encodes; what `out` holds after an Error means nothing.
  Result<void> (*serve)(OperationContext& context, std::string_view body, JsonBuffer& out);
  MetricOperation metric;  // kNone for operations that CloudWatch does not tell apart
};

// What operations answer that have no output in the service model: an empty body.
struct NoResponse {};
inline constexpr Shape kNoResponseShape = shape::Structure<NoResponse>("NoResponse");

// What each operation's struct offers.
template <class T>
concept Operation = requires(OperationContext& context, const typename T::Request& request,
                             typename T::Response& response) {
  { T::kService } -> std::convertible_to<Service>;
  { T::kName } -> std::convertible_to<std::string_view>;
  { T::kRequestShape } -> std::convertible_to<const Shape&>;
  { T::kResponseShape } -> std::convertible_to<const Shape&>;
  { T::Execute(context, request, response) } -> std::same_as<Result<void>>;
};

// The walk of one request: decode, check, execute, encode.
template <Operation T>
Result<void> Serve(OperationContext& context, std::string_view body, JsonBuffer& out) {
  typename T::Request request{};
  PIXII_RETURN_IF_ERROR(
      DecodeRequest(T::kRequestShape, body, context.arena, context.scratch, &request));
  PIXII_RETURN_IF_ERROR(CheckRequest(T::kRequestShape, &request));
  typename T::Response response{};
  PIXII_RETURN_IF_ERROR(T::Execute(context, request, response));
  if constexpr (!std::same_as<typename T::Response, NoResponse>) {
    EncodeResponse(T::kResponseShape, &response, out);
  }
  return {};
}

template <Operation T>
constexpr OperationRow ServedBy() {
  return {T::kService,        T::kName,  &T::kRequestShape,
          &T::kResponseShape, &Serve<T>, FindMetricOperation(T::kName)};
}

inline Error ValidationError(std::string message) {
  return {ErrorType::kValidation, std::move(message)};
}

}  // namespace pixii
