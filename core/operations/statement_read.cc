// Reading by statements: resolve what is read, plan the ranges, walk them, answer.
#include "core/operations/statement_read.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/partiql.h"
#include "core/base/messages/requests.h"
#include "core/operations/capacity_door.h"
#include "core/operations/fault_rules.h"
#include "core/operations/lagging_read.h"
#include "core/operations/statement_item.h"
#include "core/operations/statement_token.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"
#include "core/partiql/condition_lowering.h"
#include "core/partiql/key_plan.h"
#include "core/values/key_bytes.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::Column;
using partiql::KeyPlan;
using partiql::PlannedRange;

// The attributes that columns or conditions begin with and that `source` does not hold, each once.
Result<void> CheckColumnsProjected(const PageSource& source, Span<const Column> columns) {
  std::vector<std::string_view> missing;
  for (const Column& column : columns) {
    const std::string_view root = column.path.root();
    const bool known = std::find(missing.begin(), missing.end(), root) != missing.end();
    if (!known && !source.Holds(root)) missing.push_back(root);
  }
  if (missing.empty()) return {};
  return ValidationError(messages::AttributesNotProjected(source.index->name, missing));
}

bool HoldsAll(const PageSource& source, Span<const Column> columns) {
  for (const Column& column : columns) {
    if (!source.Holds(column.path.root())) return false;
  }
  return true;
}

class StatementReader {
 public:
  StatementReader(OperationContext& context, const BoundStatement& bound,
                  const StatementReadOrder& order, StatementRead& read)
      : context_(context), bound_(bound), order_(order), read_(read) {}

  Result<void> Read();

 private:
  Result<void> Resolve();
  Result<void> Plan();
  Result<void> OrderRanges();
  Result<void> BeginBehindToken();
  Result<void> ReadRanges();
  Result<void> ReadRange(const KeyRange& range);
  void Fetch(size_t from, ReadHashes hashes);
  bool IsFull() const;
  void TellItems();
  void TellNext(uint32_t range, const Item& last);
  Result<bool> TakeSingleItem();

  OperationContext& context_;
  const BoundStatement& bound_;
  const StatementReadOrder& order_;
  StatementRead& read_;

  BoundCondition condition_;
  Span<const Column> columns_;
  PageSource source_;
  KeyPlan plan_;
  bool forward_ = true;
  bool fetches_ = false;
  uint64_t limit_ = 0;
  size_t first_range_ = 0;

  std::vector<const Item*> items_;
  uint64_t scanned_count_ = 0;
  uint64_t scanned_bytes_ = 0;
  ReadCost cost_;
  ReadCost fetch_cost_;
};

Result<void> StatementReader::Read() {
  PIXII_ASSIGN_OR_RETURN(const bool is_single, TakeSingleItem());
  if (is_single) return {};
  PIXII_ASSIGN_OR_RETURN(condition_,
                         partiql::LowerCondition(context_.arena, bound_, bound_.statement.where));
  columns_ = partiql::LowerColumns(context_.arena, bound_.statement);
  PIXII_RETURN_IF_ERROR(Resolve());
  PIXII_RETURN_IF_ERROR(Plan());
  PIXII_RETURN_IF_ERROR(BeginBehindToken());
  source_.table = VersionToRead(context_, *source_.table, order_.consistent);
  PIXII_RETURN_IF_ERROR(ReadRanges());
  CountReturned(context_, *source_.table, items_.size());
  TellItems();
  if (source_.index == nullptr) {
    read_.tally.table_units = cost_.Units();
  } else {
    read_.tally.table_units = fetch_cost_.Units();
    read_.tally.AddIndex(source_.index_number, cost_.Units());
  }
  return {};
}

Result<void> StatementReader::Resolve() {
  PIXII_ASSIGN_OR_RETURN(source_.table, FindStatementTable(context_, bound_.statement));
  read_.table = source_.table;
  if (!bound_.statement.has_index) return {};
  const TableDefinition& definition = source_.table->definition();
  source_.index = definition.FindIndex(bound_.statement.index);
  if (source_.index == nullptr) return ValidationError(messages::StatementUnknownIndex());
  PIXII_RETURN_IF_ERROR(CheckReadable(*source_.index));
  source_.index_number = static_cast<size_t>(source_.index - definition.indexes.data());
  if (source_.is_local_index()) {
    fetches_ = !HoldsAll(source_, columns_);
    return {};
  }
  if (order_.consistent) return ValidationError(messages::StatementConsistentReadOnIndex());
  return CheckColumnsProjected(source_, columns_);
}

Result<void> StatementReader::Plan() {
  PIXII_ASSIGN_OR_RETURN(plan_, partiql::PlanKeys(context_.arena, bound_, source_.key_schema()));
  if (!plan_.is_scan) PIXII_RETURN_IF_ERROR(CheckFilterIsProjected(source_, condition_));
  limit_ = context_.faults.PageItems(order_.limit);
  // ql-operators: what IN and OR name is answered in pages of up to ten items.
  const uint64_t most = limits::kStatementPageItemsMax;
  if (plan_.ranges.size() > 1 && (limit_ == 0 || limit_ > most)) limit_ = most;
  return OrderRanges();
}

// ORDER BY: ranges by partition value, and the direction in which each is read. Where it names the
// partition key alone, the service reads sort keys backwards.
Result<void> StatementReader::OrderRanges() {
  const std::vector<partiql::OrderTerm>& terms = bound_.statement.order_by;
  if (terms.empty()) return {};
  if (bound_.statement.where == partiql::kNoTerm) {
    return ValidationError(messages::OrderByWithoutWhere());
  }
  const KeySchema& schema = source_.key_schema();
  for (const partiql::OrderTerm& term : terms) {
    if (!schema.Names(term.attribute)) {
      return ValidationError(messages::OrderByNotKey(term.attribute));
    }
  }
  if (plan_.is_scan) return ValidationError(messages::OrderByWithoutPartition());
  const auto find = [&terms](std::string_view name) -> const partiql::OrderTerm* {
    for (const partiql::OrderTerm& term : terms) {
      if (term.attribute == name) return &term;
    }
    return nullptr;
  };
  const partiql::OrderTerm* partition = find(schema.partition_key().name);
  const partiql::OrderTerm* sort = schema.has_sort_key() ? find(schema.sort_key().name) : nullptr;
  if (partition == nullptr && partiql::CountPartitions(plan_) > 1) {
    return ValidationError(messages::OrderByNeedsPartitionKey());
  }
  forward_ = sort != nullptr && !sort->descending;
  const bool ascending = partition == nullptr || !partition->descending;
  const bool forward = forward_;
  std::stable_sort(plan_.ranges.begin(), plan_.ranges.end(),
                   [ascending, forward](const PlannedRange& a, const PlannedRange& b) {
                     const int order = CompareScalars(a.partition_value, b.partition_value);
                     if (order != 0) return ascending ? order < 0 : order > 0;
                     return forward ? a.range.begin < b.range.begin : b.range.begin < a.range.begin;
                   });
  return {};
}

Result<void> StatementReader::BeginBehindToken() {
  if (plan_.is_scan) plan_.ranges.resize(1);
  if (order_.next_token.data() == nullptr) return {};
  PIXII_ASSIGN_OR_RETURN(NextPlace place, ReadNextToken(order_.next_token, FingerprintOf(bound_)));
  if (place.range >= plan_.ranges.size()) return ValidationError(messages::NextTokenMismatch());
  first_range_ = place.range;
  KeyRange& range = plan_.ranges[first_range_].range;
  if (forward_) {
    range.begin = std::max(range.begin, PrefixSuccessor(place.key));
  } else if (range.end.empty() || place.key < range.end) {
    range.end = std::move(place.key);
  }
  return {};
}

// A whole primary key and nothing else is a GetItem, and takes no longer than one: no condition and
// no plan are made. What is wrong with the rest is told by the longer way.
Result<bool> StatementReader::TakeSingleItem() {
  const partiql::Statement& statement = bound_.statement;
  const bool is_plain = !statement.has_index && statement.order_by.empty() &&
                        statement.where != partiql::kNoTerm && order_.next_token.data() == nullptr;
  if (!is_plain) return false;
  const auto table = FindStatementTable(context_, statement);
  if (!table.ok()) return false;
  StatementItem found;
  found.table = table.value();
  const partiql::KeyNaming naming = partiql::NamingOf(bound_, found.table->key_schema());
  if (!naming.is_whole || !naming.is_only) return false;
  PIXII_RETURN_IF_ERROR(LowerReadKey(context_, bound_, found));
  found.table = VersionToRead(context_, *found.table, order_.consistent);
  PIXII_RETURN_IF_ERROR(FindReadItem(context_, found));
  read_.table = found.table;
  read_.items = {context_.arena.New<AttributeMap>(1), found.item == nullptr ? size_t{0} : 1};
  PIXII_RETURN_IF_ERROR(AdmitRead(context_, *found.table, {}, found.key));
  const ReadCost cost =
      ChargeItemRead(context_, *found.table, found.key, found.item, order_.consistent);
  read_.tally.table_units = cost.Units();
  if (found.item == nullptr) return true;
  read_.items[0] = TellColumns(context_, partiql::LowerColumns(context_.arena, statement),
                               found.item->Attributes());
  return true;
}

Result<void> StatementReader::ReadRanges() {
  for (size_t i = first_range_; i < plan_.ranges.size(); ++i) {
    PIXII_RETURN_IF_ERROR(ReadRange(plan_.ranges[i].range));
    const Item* last = context_.page.last_evaluated;
    if (last != nullptr) {
      TellNext(static_cast<uint32_t>(i), *last);
      return {};
    }
    if (!IsFull() || i + 1 == plan_.ranges.size()) continue;
    // Full just where a range ends: go on with the next one, from before its first key.
    read_.next_token =
        WriteNextToken(context_.arena, FingerprintOf(bound_), static_cast<uint32_t>(i + 1), {});
    return {};
  }
  return {};
}

bool StatementReader::IsFull() const {
  return (limit_ != 0 && scanned_count_ >= limit_) || scanned_bytes_ >= limits::kPageSizeBytesMax;
}

Result<void> StatementReader::ReadRange(const KeyRange& range) {
  const IndexPlace place =
      source_.index == nullptr ? IndexPlace() : IndexPlace(source_.index_number);
  PIXII_RETURN_IF_ERROR(AdmitRead(context_, *source_.table, place, range.begin));
  PageOrder order;
  order.range = range;
  order.forward = forward_;
  order.limit = limit_ == 0 ? 0 : limit_ - scanned_count_;
  const bool filters = !plan_.is_exact && bound_.statement.where != partiql::kNoTerm;
  const PageFilter filter =
      filters && !fetches_ ? PageFilter(context_.arena, condition_) : PageFilter();
  if (filters && !fetches_) order.filter = &filter;
  Page& page = context_.page;
  ReadPage(source_.items(), order, page);
  if (fetches_) scanned_bytes_ += CutToFetched(context_, source_, order);
  scanned_count_ += page.scanned_count;
  scanned_bytes_ += page.scanned_bytes;
  const ReadCost cost = ReadUnits(page.scanned_bytes, order_.consistent);
  const ReadHashes hashes = HashesOf(order, page);
  ChargeRead(context_, *source_.table, place, hashes, cost);
  cost_ += cost;
  const size_t before = items_.size();
  items_.insert(items_.end(), page.items.begin(), page.items.end());
  if (fetches_) Fetch(before, hashes);
  return {};
}

// Puts the table's items in the place of entries of a local index that do not hold all columns.
void StatementReader::Fetch(size_t from, ReadHashes hashes) {
  size_t kept = from;
  ReadCost fetched;
  for (size_t i = from; i < items_.size(); ++i) {
    const Item* entry = items_[i];
    EncodePrimaryKey(source_.table->key_schema(), entry->Attributes(), context_.key);
    const Item* item = source_.table->items().Find(context_.key);
    fetched += ReadUnits(item->SizeBytes(), order_.consistent);
    if (plan_.is_exact || condition_.Matches(entry->Attributes())) items_[kept++] = item;
  }
  items_.resize(kept);
  if (fetched.half_units > 0) ChargeRead(context_, *source_.table, {}, hashes, fetched);
  fetch_cost_ += fetched;
}

void StatementReader::TellItems() {
  AttributeMap* told = context_.arena.New<AttributeMap>(items_.size());
  for (size_t i = 0; i < items_.size(); ++i) {
    told[i] = TellColumns(context_, columns_, items_[i]->Attributes());
  }
  read_.items = {told, items_.size()};
}

void StatementReader::TellNext(uint32_t range, const Item& last) {
  read_.next_token = WriteNextToken(context_.arena, FingerprintOf(bound_), range, last.Key());
  std::string& key = context_.projected;
  key.clear();
  ValueBuilder builder(key);
  for (const Entry entry : last.Attributes()) {
    if (source_.NamesKey(entry.name)) builder.CopyEntry(entry);
  }
  read_.last_evaluated_key = AttributeMap(context_.arena.Copy(key));
}

}  // namespace

Result<void> ReadByStatement(OperationContext& context, const BoundStatement& bound,
                             const StatementReadOrder& order, StatementRead& read) {
  return StatementReader(context, bound, order, read).Read();
}

}  // namespace pixii
