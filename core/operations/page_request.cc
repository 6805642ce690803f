// The steps Query and Scan share.
#include "core/operations/page_request.h"

#include "core/base/messages/keys.h"
#include "core/base/messages/legacy.h"
#include "core/base/messages/requests.h"
#include "core/metering/capacity.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/fault_rules.h"
#include "core/operations/legacy_parameters.h"
#include "core/operations/page_source.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

void TellItems(OperationContext& context, const Projected& projected, const Page& page,
               PageResponse& response) {
  AttributeMap* items = context.arena.New<AttributeMap>(page.items.size());
  for (size_t i = 0; i < page.items.size(); ++i) {
    items[i] = ProjectItem(context, projected, page.items[i]->Attributes());
  }
  response.items = {items, page.items.size()};
}

void TellLastEvaluated(OperationContext& context, const PageSource& source, const Item* last,
                       PageResponse& response) {
  if (last == nullptr) return;
  std::string& key = context.projected;
  key.clear();
  ValueBuilder builder(key);
  for (const Entry entry : last->Attributes()) {
    if (source.NamesKey(entry.name)) builder.CopyEntry(entry);
  }
  response.last_evaluated_key = AttributeMap(context.arena.Copy(key));
}

// Puts the table's items in the place of the entries of a local index, and passes them through the
// filter, which was kept waiting: every entry that was evaluated is fetched, and costs so. The
// filter sees what was fetched.
ReadCost FetchItems(OperationContext& context, const PageSource& source,
                    const BoundCondition* filter, bool consistent) {
  Page& page = context.page;
  ReadCost cost;
  size_t kept = 0;
  for (const Item* entry : page.items) {
    EncodePrimaryKey(source.table->key_schema(), entry->Attributes(), context.key);
    const Item* item = source.table->items().Find(context.key);
    cost += ReadUnits(item->SizeBytes(), consistent);
    if (filter == nullptr || filter->Matches(item->Attributes())) page.items[kept++] = item;
  }
  page.items.resize(kept);
  return cost;
}

// What the page cost: table and index apart.
CapacityTally TallyOf(const PageSource& source, const Page& page, ReadCost fetches,
                      bool consistent) {
  const double units = ReadUnits(page.scanned_bytes, consistent).Units();
  CapacityTally tally;
  if (source.index == nullptr) {
    tally.table_units = units;
    return tally;
  }
  tally.table_units = fetches.Units();
  tally.AddIndex(source.index_number, units);
  return tally;
}

IndexPlace PlaceOf(const PageSource& source) {
  return source.index == nullptr ? IndexPlace() : IndexPlace(source.index_number);
}

}  // namespace

Result<void> CheckSelect(const PageParameters& parameters, Envelope envelope) {
  const std::string_view select = parameters.select;
  const bool projects = Given(parameters.projection_expression);
  const bool names_attributes = Given(parameters.attributes_to_get);
  const bool is_specific = select == "SPECIFIC_ATTRIBUTES";
  if (is_specific && !projects && !names_attributes) {
    return ValidationError(Enveloped(envelope, messages::SelectNeedsProjection()));
  }
  if (Given(select) && !is_specific && (projects || names_attributes)) {
    return ValidationError(Enveloped(envelope, projects
                                                   ? messages::ProjectionNotAllowed(select)
                                                   : messages::AttributesToGetNotAllowed(select)));
  }
  if (select == "ALL_PROJECTED_ATTRIBUTES" && !Given(parameters.index_name)) {
    return ValidationError(messages::AllProjectedWithoutIndex());
  }
  return {};
}

Result<void> CheckStartKeyFault(const PageParameters& parameters) {
  const ValueFault* fault = parameters.exclusive_start_key.fault;
  if (fault == nullptr) return {};
  return ValidationError(messages::StartKeyFault(fault->message));
}

Result<void> BindLegacyProjection(OperationContext& context, const PageParameters& parameters,
                                  PageExpressions& expressions) {
  if (!Given(parameters.attributes_to_get)) return {};
  PIXII_ASSIGN_OR_RETURN(expressions.projected,
                         BindAttributesToGetParameter(context, parameters.attributes_to_get));
  return {};
}

Result<void> BindLegacyFilter(OperationContext& context, const PageParameters& parameters,
                              Span<MapEntry<LegacyCondition>> legacy_filter,
                              PageExpressions& expressions) {
  PIXII_ASSIGN_OR_RETURN(expressions.filter, BindFilterParameter(context.arena, legacy_filter,
                                                                 parameters.conditional_operator));
  expressions.has_filter = !legacy_filter.empty();
  return {};
}

Result<void> BindPage(OperationContext& context, const PageParameters& parameters, Binder& binder,
                      PageExpressions& expressions) {
  if (Given(parameters.filter_expression)) {
    PIXII_ASSIGN_OR_RETURN(
        const ExpressionTree* tree,
        context.expressions.Parse(ExpressionKind::kFilter, parameters.filter_expression));
    PIXII_ASSIGN_OR_RETURN(expressions.filter, binder.BindCondition(*tree));
    expressions.has_filter = true;
  }
  if (Given(parameters.projection_expression)) {
    PIXII_ASSIGN_OR_RETURN(expressions.projected,
                           BindProjection(context, parameters.projection_expression, binder));
  }
  return binder.CheckAllUsed();
}

Result<void> AnswerPage(OperationContext& context, const PageParameters& parameters,
                        const PageSource& source, PageOrder& order,
                        const PageExpressions& expressions, PageResponse& response) {
  const bool consistent = parameters.consistent_read.ValueOr(false);
  const bool fetches = NeedsFetches(source, parameters, expressions.projected);
  const BoundCondition* filter = expressions.has_filter ? &expressions.filter : nullptr;
  order.limit = context.faults.PageItems(static_cast<uint64_t>(parameters.limit.ValueOr(0)));
  PageFilter prepared;
  if (filter != nullptr && !fetches) {
    prepared = PageFilter(context.arena, *filter);
    order.filter = &prepared;
  }
  Page& page = context.page;
  const IndexPlace place = PlaceOf(source);
  PIXII_RETURN_IF_ERROR(AdmitRead(context, *source.table, place, order.range.begin));
  ReadPage(source.items(), order, page);
  if (fetches) CutToFetched(context, source, order);
  const ReadHashes hashes = HashesOf(order, page);
  ChargeRead(context, *source.table, place, hashes, ReadUnits(page.scanned_bytes, consistent));
  const ReadCost fetched = fetches ? FetchItems(context, source, filter, consistent) : ReadCost();
  if (fetches && fetched.half_units > 0) ChargeRead(context, *source.table, {}, hashes, fetched);
  CountReturned(context, *source.table, page.items.size());
  if (parameters.select != "COUNT") {
    TellItems(context, expressions.projected, page, response);
  }
  response.count = static_cast<int64_t>(page.items.size());
  response.scanned_count = static_cast<int64_t>(page.scanned_count);
  TellLastEvaluated(context, source, page.last_evaluated, response);
  response.consumed_capacity =
      TellCapacity(context, parameters.return_consumed_capacity, parameters.table_name,
                   source.table->definition(), TallyOf(source, page, fetched, consistent));
  return {};
}

}  // namespace pixii
