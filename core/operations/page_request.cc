// The steps Query and Scan share.
#include "core/operations/page_request.h"

#include "core/base/messages/legacy.h"
#include "core/base/messages/requests.h"
#include "core/metering/capacity.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/legacy_parameters.h"

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

void TellLastEvaluated(OperationContext& context, const Table& table, const Item* last,
                       PageResponse& response) {
  if (last == nullptr) return;
  std::string& key = context.projected;
  key.clear();
  CopyKeyAttributes(table.key_schema(), last->Attributes(), key);
  response.last_evaluated_key = AttributeMap(context.arena.Copy(key));
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

Result<void> BindLegacyPage(OperationContext& context, const PageParameters& parameters,
                            Span<MapEntry<LegacyCondition>> legacy_filter,
                            PageExpressions& expressions) {
  if (Given(parameters.attributes_to_get)) {
    PIXII_ASSIGN_OR_RETURN(expressions.projected,
                           BindAttributesToGetParameter(context, parameters.attributes_to_get));
  }
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

void AnswerPage(OperationContext& context, const PageParameters& parameters, const Table& table,
                PageOrder& order, const PageExpressions& expressions, PageResponse& response) {
  order.limit = static_cast<uint64_t>(parameters.limit.ValueOr(0));
  if (expressions.has_filter) order.filter = &expressions.filter;
  Page& page = context.page;
  ReadPage(table.items(), order, page);
  if (parameters.select != "COUNT") {
    TellItems(context, expressions.projected, page, response);
  }
  response.count = static_cast<int64_t>(page.items.size());
  response.scanned_count = static_cast<int64_t>(page.scanned_count);
  TellLastEvaluated(context, table, page.last_evaluated, response);
  const ReadCost cost = ReadUnits(page.scanned_bytes, parameters.consistent_read.ValueOr(false));
  response.consumed_capacity = TellCapacity(context, parameters.return_consumed_capacity,
                                            parameters.table_name, table.definition(),
                                            {cost.Units(), {}});
}

}  // namespace pixii
