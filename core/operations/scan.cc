// Scan, step by step.
#include "core/operations/scan.h"

#include "core/base/messages/keys.h"
#include "core/base/messages/requests.h"
#include "core/operations/table_lookup.h"
#include "core/values/key_bytes.h"

namespace pixii {
namespace {

Result<void> CheckParameters(const ScanRequest& request) {
  const PageParameters& page = request.page;
  const GivenParameter legacy[] = {{"AttributesToGet", Given(page.attributes_to_get)},
                                   {"ScanFilter", Given(request.scan_filter)},
                                   {"ConditionalOperator", Given(page.conditional_operator)}};
  const GivenParameter filter{"FilterExpression", Given(page.filter_expression)};
  const GivenParameter projection{"ProjectionExpression", Given(page.projection_expression)};
  PIXII_RETURN_IF_ERROR(
      CheckNotMixed({legacy[0], legacy[1], legacy[2]}, {projection, filter}, Envelope::kNone));
  return CheckPlaceholdersNeeded({page.expression_attribute_names,
                                  &page.expression_attribute_values,
                                  {&filter, 1},
                                  projection.given},
                                 Envelope::kNone);
}

Result<void> CheckSegments(const ScanRequest& request) {
  if (request.segment.present && !request.total_segments.present) {
    return ValidationError(messages::TotalSegmentsMissing());
  }
  if (!request.segment.present && request.total_segments.present) {
    return ValidationError(messages::SegmentMissing());
  }
  if (request.segment.present && request.segment.value >= request.total_segments.value) {
    return ValidationError(
        messages::SegmentTooLarge(request.segment.value, request.total_segments.value));
  }
  return {};
}

Result<void> Check(OperationContext& context, const ScanRequest& request,
                   PageExpressions& expressions) {
  PIXII_RETURN_IF_ERROR(CheckParameters(request));
  PIXII_RETURN_IF_ERROR(BindLegacyPage(context, request.page, request.scan_filter, expressions));
  PIXII_RETURN_IF_ERROR(CheckSelect(request.page, Envelope::kNone));
  PIXII_RETURN_IF_ERROR(CheckFault(request.page.exclusive_start_key, Envelope::kNone));
  PIXII_RETURN_IF_ERROR(
      CheckValuesFault(request.page.expression_attribute_values, Envelope::kNone));
  return CheckSegments(request);
}

Result<void> Bind(OperationContext& context, const ScanRequest& request,
                  PageExpressions& expressions) {
  Binder binder = MakeBinder(context, request.page.expression_attribute_names,
                             &request.page.expression_attribute_values, Envelope::kNone);
  PIXII_RETURN_IF_ERROR(binder.CheckPlaceholders());
  return BindPage(context, request.page, binder, expressions);
}

// Errors: kValidation for a start key that does not fit the schema or lies in another segment.
Result<void> StartBehind(const KeySchema& schema, EntryRange start_key, KeyRange& range) {
  if (!MatchesSchema(schema, start_key)) {
    return ValidationError(messages::StartKeyDoesNotMatchSchema());
  }
  std::string key;
  EncodePrimaryKey(schema, start_key, key);
  if (key < range.begin || (!range.end.empty() && key >= range.end)) {
    return ValidationError(messages::StartKeyOutsideSegment());
  }
  range.begin = PrefixSuccessor(key);
  return {};
}

}  // namespace

Result<void> Scan::Execute(OperationContext& context, const Request& request, Response& response) {
  PageExpressions expressions;
  PIXII_RETURN_IF_ERROR(Check(context, request, expressions));
  PIXII_RETURN_IF_ERROR(Bind(context, request, expressions));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, request.page.table_name));
  if (Given(request.page.index_name)) {
    return ValidationError(messages::UnknownIndex(request.page.index_name));
  }
  PageOrder order;
  if (request.total_segments.present) {
    order.range = RangeOfSegment(static_cast<uint64_t>(request.segment.value),
                                 static_cast<uint64_t>(request.total_segments.value));
  }
  const AttributeMap& start_key = request.page.exclusive_start_key;
  if (start_key.present) {
    PIXII_RETURN_IF_ERROR(StartBehind(table->key_schema(), start_key.Entries(), order.range));
  }
  AnswerPage(context, request.page, *table, order, expressions, response);
  return {};
}

}  // namespace pixii
