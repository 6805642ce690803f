// Writing and reading meters, metrics and throttles, all in the order of the grammar. One walker
// names the numbers of each part, for both ways.
#include "core/storage/meters_bytes.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/metering/meters.h"
#include "core/persistence/byte_source.h"

namespace pixii {
namespace {

// No amount, size or time comes near it, so that sums never overflow.
constexpr int64_t kNumberMax = int64_t{1} << 54;

class Writer {
 public:
  explicit Writer(ByteSink& sink) : sink_(sink) {}

  template <class Number>
  void Number64(const Number& number) {
    sink_.Fixed64(static_cast<uint64_t>(number));
  }
  void Real(double number) {
    uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    sink_.Fixed64(bits);
  }
  void Flag(bool flag) { sink_.Byte(flag ? 1 : 0); }
  template <class Enum>
  void Choice(Enum value, int) {
    sink_.Byte(static_cast<uint8_t>(value));
  }
  void Text(const std::string& text) { sink_.Text(text); }
  template <class T>
  void Count(const std::vector<T>& list) {
    sink_.Varint(static_cast<uint32_t>(list.size()));
  }
  bool ok() const { return true; }

 private:
  ByteSink& sink_;
};

class Reader {
 public:
  explicit Reader(Bytes payload) : fields_(payload), left_(payload.size()) {}

  void Number64(int64_t& number) {
    number = static_cast<int64_t>(fields_.Fixed64());
    if (number < -kNumberMax || number > kNumberMax) ok_ = false;
  }
  void Number64(uint64_t& number) { number = fields_.Fixed64(); }
  void Number64(uint32_t& number) { number = static_cast<uint32_t>(fields_.Fixed64()); }
  void Real(double& number) {
    const uint64_t bits = fields_.Fixed64();
    std::memcpy(&number, &bits, sizeof number);
  }
  void Flag(bool& flag) {
    const uint8_t byte = fields_.Byte();
    flag = byte == 1;
    if (byte > 1) ok_ = false;
  }
  template <class Enum>
  void Choice(Enum& value, int count) {
    const uint8_t byte = fields_.Byte();
    if (byte >= count) ok_ = false;
    value = static_cast<Enum>(byte);
  }
  void Text(std::string& text) { text = fields_.Text(); }
  // A list cannot have more elements than the payload has bytes.
  template <class T>
  void Count(std::vector<T>& list) {
    const uint32_t count = fields_.Varint();
    if (!ok() || count > left_ / sizeof(uint64_t)) {
      ok_ = false;
      return;
    }
    list.resize(count);
  }
  void Varint(uint32_t& number) { number = fields_.Varint(); }
  bool ok() const { return ok_ && fields_.ok(); }
  bool AtEnd() const { return fields_.AtEnd(); }

 private:
  FieldSource fields_;
  size_t left_;
  bool ok_ = true;
};

template <class Way, class Numbers>
void Walk(Way& way, Numbers& numbers) {
  for (auto& number : numbers) way.Number64(number);
}

template <class Way, class Bucket>
void WalkBucket(Way& way, Bucket& bucket) {
  way.Number64(bucket.micro_units);
  way.Number64(bucket.at_ms);
}

template <class Way, class Buckets>
void WalkBuckets(Way& way, Buckets& buckets) {
  for (auto& bucket : buckets) WalkBucket(way, bucket);
}

template <class Way, class Part>
void WalkPartition(Way& way, Part& partition) {
  way.Number64(partition.id);
  way.Number64(partition.parent_id);
  way.Number64(partition.begin);
  WalkBuckets(way, partition.ceilings);
  WalkBuckets(way, partition.shares);
  way.Number64(partition.bytes);
  Walk(way, partition.minute_units);
  Walk(way, partition.last_minute_units);
  way.Number64(partition.hot_minutes);
  Walk(way, partition.throttles);
  Walk(way, partition.range_heat);
  for (auto& key : partition.hot_keys) {
    way.Number64(key.hash);
    way.Number64(key.heat);
  }
}

template <class Way, class State>
void WalkState(Way& way, State& state) {
  way.Flag(state.settings.on_demand);
  way.Flag(state.settings.enforced);
  Walk(way, state.settings.provisioned);
  Walk(way, state.settings.warm);
  Walk(way, state.settings.maximum);
  WalkBuckets(way, state.throughput);
  WalkBuckets(way, state.quota);
  WalkBuckets(way, state.maximum);
  way.Number64(state.minute_end_ms);
  Walk(way, state.minute_units);
  for (auto& averages : state.averages) Walk(way, averages);
  Walk(way, state.peak);
}

template <class Way, class Point>
void WalkPoint(Way& way, Point& point) {
  way.Number64(point.start_ms);
  way.Real(point.sum);
  way.Real(point.minimum);
  way.Real(point.maximum);
  way.Number64(point.count);
}

template <class Way, class Record>
void WalkThrottle(Way& way, Record& record) {
  way.Number64(record.time_ms);
  way.Text(record.table_key);
  way.Text(record.resource_arn);
  way.Choice(record.operation, kMetricOperations);
  way.Flag(record.of_index);
  way.Text(record.key);
  auto& throttle = record.throttle;
  way.Choice(throttle.limit, kThrottleLimits);
  way.Choice(throttle.kind, kCapacityKinds);
  way.Number64(throttle.partition_id);
  way.Number64(throttle.range_begin);
  way.Number64(throttle.range_end);
  way.Number64(throttle.hash);
  way.Flag(throttle.of_partition);
  way.Number64(throttle.limit_units);
  way.Number64(throttle.debt_micro_units);
  way.Number64(throttle.wait_ms);
  way.Number64(throttle.key_percent);
}

void WriteLog(const MetricLog& log, Writer& writer) {
  writer.Count(log.series());
  for (const MetricSeries& series : log.series()) {
    writer.Choice(series.metric, kMetrics);
    writer.Choice(series.operation, kMetricOperations);
    WalkPoint(writer, series.current);
    WalkPoint(writer, series.forgotten);
    writer.Count(*series.finished);
    for (const MetricPoint& point : *series.finished) WalkPoint(writer, point);
  }
}

bool ReadLog(Reader& reader, MetricLog& log) {
  std::vector<MetricSeries> all;
  reader.Count(all);
  for (MetricSeries& series : all) {
    reader.Choice(series.metric, kMetrics);
    reader.Choice(series.operation, kMetricOperations);
    WalkPoint(reader, series.current);
    WalkPoint(reader, series.forgotten);
    std::vector<MetricPoint>& finished = series.finished.Own();
    reader.Count(finished);
    for (MetricPoint& point : finished) WalkPoint(reader, point);
    if (!reader.ok() || log.Find(series.metric, series.operation) != nullptr) return false;
    log.Adopt(std::move(series));
  }
  return reader.ok();
}

template <class Way, class Span>
void WalkSpan(Way& way, Span& span) {
  way.Number64(span.since_ms);
  way.Flag(span.on_demand);
  for (auto& units : span.units) way.Real(units);
}

void WriteHistory(const ProvisionHistory& history, Writer& writer) {
  writer.Count(history.spans());
  for (const ProvisionedSpan& span : history.spans()) WalkSpan(writer, span);
}

bool ReadHistory(Reader& reader, ProvisionHistory& history) {
  std::vector<ProvisionedSpan> spans;
  reader.Count(spans);
  for (ProvisionedSpan& span : spans) WalkSpan(reader, span);
  return reader.ok() && history.Adopt(std::move(spans));
}

void WriteMeter(const Meter& meter, Writer& writer) {
  const MeterState& state = meter.state();
  WalkState(writer, state);
  writer.Number64(state.partitions.next_id());
  writer.Count(state.partitions.all());
  for (const Partition& partition : state.partitions.all()) WalkPartition(writer, partition);
}

bool AreInOrder(const std::vector<Partition>& partitions, uint32_t next_id) {
  if (partitions.empty() || partitions[0].begin != 0) return false;
  for (size_t i = 0; i < partitions.size(); ++i) {
    if (i > 0 && partitions[i].begin <= partitions[i - 1].begin) return false;
    if (partitions[i].id == 0 || partitions[i].id >= next_id) return false;
  }
  return true;
}

bool ReadMeter(Reader& reader, Meter& meter) {
  MeterState state = meter.state();
  const MeterSettings settings = state.settings;
  WalkState(reader, state);
  // What the table's definition says goes before what stands here.
  const bool enforced = state.settings.enforced;
  state.settings = settings;
  state.settings.enforced = enforced;
  uint32_t next_id = 0;
  reader.Number64(next_id);
  std::vector<Partition> partitions;
  reader.Count(partitions);
  for (Partition& partition : partitions) WalkPartition(reader, partition);
  if (!reader.ok() || !AreInOrder(partitions, next_id)) return false;
  state.partitions = PartitionMap(std::move(partitions), next_id);
  meter = Meter(std::move(state));
  return true;
}

}  // namespace

void WriteTableMeters(const Database& database, const Table& table, ByteSink& sink) {
  const TableMeters& meters = database.meters().At(table.meter_slot());
  Writer writer(sink);
  writer.Text(meters.table_key);
  writer.Flag(meters.own_enforced.has_value());
  writer.Flag(meters.own_enforced.value_or(false));
  writer.Count(meters.resources);
  for (const ResourceMeter& resource : meters.resources) {
    writer.Text(resource.index);
    WriteMeter(resource.meter, writer);
    WriteLog(resource.metrics, writer);
    WriteHistory(resource.history, writer);
  }
}

void WriteMeters(const Database& database, ByteSink& sink) {
  const Meters& meters = database.meters();
  Writer writer(sink);
  sink.Varint(static_cast<uint32_t>(meters.accounts().size()));
  for (const auto& [account, log] : meters.accounts()) {
    writer.Text(account);
    WriteLog(*log, writer);
  }
  writer.Number64(meters.throttle_count());
  writer.Count(meters.throttles());
  for (const ThrottleRecord& record : meters.throttles()) WalkThrottle(writer, record);
}

// Those that went first come first, so that they are numbered again in their order.
void WriteEndedMetrics(const Database& database, ByteSink& sink) {
  std::vector<const EndedMap::value_type*> all;
  for (const auto& ended : database.meters().ended()) all.push_back(&ended);
  std::sort(all.begin(), all.end(),
            [](const auto* a, const auto* b) { return a->second.number < b->second.number; });
  Writer writer(sink);
  writer.Count(all);
  for (const auto* ended : all) {
    writer.Text(ended->first.first);
    writer.Text(ended->first.second);
    WriteLog(ended->second.metrics, writer);
  }
}

bool ReadTableMeters(Bytes payload, Database& database) {
  Reader reader(payload);
  std::string table_key;
  reader.Text(table_key);
  const Table* table = database.FindTable(table_key);
  if (!reader.ok() || table == nullptr) return false;
  TableMeters& meters = database.OwnMeters().Own(table->meter_slot());
  bool has_own = false, enforced = false;
  reader.Flag(has_own);
  reader.Flag(enforced);
  if (has_own) meters.own_enforced = enforced;
  if (has_own && enforced) {
    Meters::Followed followed = database.meters().followed();
    followed.any_enforces = true;
    database.OwnMeters().SetFollowed(followed);
  }
  std::vector<std::string> names;
  reader.Count(names);
  if (!reader.ok() || names.size() != meters.resources.size()) return false;
  for (ResourceMeter& resource : meters.resources) {
    std::string index;
    reader.Text(index);
    resource.metrics = {};
    if (index != resource.index || !ReadMeter(reader, resource.meter)) return false;
    if (!ReadLog(reader, resource.metrics)) return false;
    if (!ReadHistory(reader, resource.history)) return false;
  }
  database.OwnMeters().Weigh(table->meter_slot());
  return reader.ok() && reader.AtEnd();
}

bool ReadMeters(Bytes payload, Database& database) {
  Reader reader(payload);
  Meters& meters = database.OwnMeters();
  uint32_t accounts = 0;
  reader.Varint(accounts);
  for (uint32_t i = 0; i < accounts; ++i) {
    std::string account;
    reader.Text(account);
    if (!reader.ok() || meters.accounts().count(account) != 0) return false;
    if (!ReadLog(reader, meters.OwnAccount(account))) return false;
  }
  uint64_t count = 0;
  reader.Number64(count);
  std::vector<ThrottleRecord> throttles;
  reader.Count(throttles);
  for (ThrottleRecord& record : throttles) WalkThrottle(reader, record);
  if (!reader.ok() || throttles.size() > kThrottlesKept) return false;
  meters.AdoptThrottles(std::move(throttles), count);
  return reader.AtEnd();
}

bool ReadEndedMetrics(Bytes payload, Database& database) {
  Reader reader(payload);
  std::vector<EndedMap::key_type> all;
  reader.Count(all);
  if (!reader.ok() || all.size() > kEndedKept) return false;
  for (auto& [table_key, index] : all) {
    MetricLog metrics;
    reader.Text(table_key);
    reader.Text(index);
    if (!ReadLog(reader, metrics)) return false;
    if (database.meters().ended().count({table_key, index}) != 0) return false;
    database.OwnMeters().KeepEnded(table_key, index, std::move(metrics));
  }
  return reader.AtEnd();
}

}  // namespace pixii
