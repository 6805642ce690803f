// What DynamoDB costs, as a dated table that a user can replace: prices in US dollars of us-east-1,
// of the edition of AWS's price list that the date names. Backups, transfer, replicas and the free
// tier are left out.
#pragma once

#include <array>
#include <string_view>

#include "core/metering/capacity_constants.h"

namespace pixii {

// Of one table class. By kind: reads, writes.
struct ClassPrices {
  std::array<double, kCapacityKinds> per_million_requests{};  // on demand, request units
  std::array<double, kCapacityKinds> per_unit_hour{};         // provisioned
  double per_gb_month = 0;
};

struct PriceTable {
  std::string_view date = "2026-08-15";
  std::string_view region = "us-east-1";
  ClassPrices standard{{0.125, 0.625}, {0.00013, 0.00065}, 0.25};
  ClassPrices infrequent_access{{0.155, 0.78}, {0.00016, 0.00081}, 0.10};
  double per_hundred_thousand_stream_reads = 0.02;
};

// What was used of one table or index, and over how long.
struct Usage {
  std::array<double, kCapacityKinds> units{};            // consumed
  std::array<double, kCapacityKinds> units_on_demand{};  // of these: paid for one by one
  std::array<double, kCapacityKinds> unit_hours{};       // provisioned
  double stored_bytes = 0;
  double hours = 0;
  double stream_reads = 0;
};

struct Cost {
  std::array<double, kCapacityKinds> throughput{};
  double storage = 0;  // of the hours
  double storage_month = 0;
  double streams = 0;

  double Total() const { return throughput[0] + throughput[1] + storage + streams; }
  void Add(const Cost& other);
};

inline constexpr double kHoursPerMonth = 730;
inline constexpr double kBytesPerGb = 1024.0 * 1024 * 1024;

Cost CostOf(const ClassPrices& prices, double per_hundred_thousand_stream_reads,
            const Usage& usage);

}  // namespace pixii
