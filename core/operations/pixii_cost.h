// Cost, of the service Pixii_1: what the account's tables in a region have taken since a time, in
// dollars by a dated table of prices that the request may replace.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// Prices in the place of those that pixii knows; what is absent stays.
struct PricesGiven {
  std::string_view date;
  Double per_million_reads;
  Double per_million_writes;
  Double per_read_unit_hour;
  Double per_write_unit_hour;
  Double per_gb_month;
  Double per_hundred_thousand_stream_reads;
};
struct CostRequest {
  std::string_view table_name;
  Timestamp start;
  Timestamp end;
  const PricesGiven* prices;
};
struct CostTold {
  std::string_view table_name;
  Double read_units;
  Double write_units;
  Integer stored_bytes;
  Double reads;
  Double writes;
  Double storage;
  Double storage_per_month;
  Double streams;
  Double total;
};
struct CostResponse {
  std::string_view price_date;
  std::string_view region;
  Timestamp start;
  Timestamp end;
  Span<CostTold> tables;
  const CostTold* all;
};

inline constexpr Member kPricesGivenMembers[] = {
    {"Date", PIXII_FIELD(PricesGiven, date), kStringShape},
    {"PerMillionReads", PIXII_FIELD(PricesGiven, per_million_reads), kDoubleShape},
    {"PerMillionWrites", PIXII_FIELD(PricesGiven, per_million_writes), kDoubleShape},
    {"PerReadUnitHour", PIXII_FIELD(PricesGiven, per_read_unit_hour), kDoubleShape},
    {"PerWriteUnitHour", PIXII_FIELD(PricesGiven, per_write_unit_hour), kDoubleShape},
    {"PerGbMonth", PIXII_FIELD(PricesGiven, per_gb_month), kDoubleShape},
    {"PerHundredThousandStreamReads", PIXII_FIELD(PricesGiven, per_hundred_thousand_stream_reads),
     kDoubleShape},
};
inline constexpr Shape kPricesGivenShape =
    shape::Structure<PricesGiven>("Prices", kPricesGivenMembers);
inline constexpr Member kCostMembers[] = {
    {"TableName", PIXII_FIELD(CostRequest, table_name), kStringShape},
    {"StartTime", PIXII_FIELD(CostRequest, start), kTimestampShape},
    {"EndTime", PIXII_FIELD(CostRequest, end), kTimestampShape},
    {"Prices", PIXII_FIELD(CostRequest, prices), kPricesGivenShape},
};
inline constexpr Member kCostToldMembers[] = {
    {"TableName", PIXII_FIELD(CostTold, table_name), kStringShape},
    {"ReadUnits", PIXII_FIELD(CostTold, read_units), kDoubleShape, Presence::kRequired},
    {"WriteUnits", PIXII_FIELD(CostTold, write_units), kDoubleShape, Presence::kRequired},
    {"StoredBytes", PIXII_FIELD(CostTold, stored_bytes), kLongShape, Presence::kRequired},
    {"Reads", PIXII_FIELD(CostTold, reads), kDoubleShape, Presence::kRequired},
    {"Writes", PIXII_FIELD(CostTold, writes), kDoubleShape, Presence::kRequired},
    {"Storage", PIXII_FIELD(CostTold, storage), kDoubleShape, Presence::kRequired},
    {"StoragePerMonth", PIXII_FIELD(CostTold, storage_per_month), kDoubleShape,
     Presence::kRequired},
    {"Streams", PIXII_FIELD(CostTold, streams), kDoubleShape, Presence::kRequired},
    {"Total", PIXII_FIELD(CostTold, total), kDoubleShape, Presence::kRequired},
};
inline constexpr Shape kCostToldShape = shape::Structure<CostTold>("TableCost", kCostToldMembers);
inline constexpr Shape kCostsToldShape =
    shape::List<CostTold>({.name = "TableCosts"}, kCostToldShape);
inline constexpr Member kCostOutMembers[] = {
    {"PriceDate", PIXII_FIELD(CostResponse, price_date), kStringShape, Presence::kRequired},
    {"PricesOf", PIXII_FIELD(CostResponse, region), kStringShape, Presence::kRequired},
    {"StartTime", PIXII_FIELD(CostResponse, start), kTimestampShape, Presence::kRequired},
    {"EndTime", PIXII_FIELD(CostResponse, end), kTimestampShape, Presence::kRequired},
    {"Tables", PIXII_FIELD(CostResponse, tables), kCostsToldShape, Presence::kRequired},
    {"All", PIXII_FIELD(CostResponse, all), kCostToldShape, Presence::kRequired},
};

// From the creation of each table, or StartTime, until EndTime, or now. Errors: none.
struct TellCosts {
  using Request = CostRequest;
  using Response = CostResponse;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Cost";
  static constexpr Shape kRequestShape = shape::Structure<CostRequest>("CostInput", kCostMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<CostResponse>("CostOutput", kCostOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
