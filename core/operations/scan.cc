// Scan, step by step.
#include "core/operations/scan.h"

#include "core/base/messages/keys.h"
#include "core/base/messages/requests.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/lagging_read.h"
#include "core/operations/page_source.h"
#include "core/operations/start_key.h"
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
  PIXII_RETURN_IF_ERROR(BindLegacyProjection(context, request.page, expressions));
  PIXII_RETURN_IF_ERROR(BindLegacyFilter(context, request.page, request.scan_filter, expressions));
  PIXII_RETURN_IF_ERROR(CheckSelect(request.page, Envelope::kNone));
  PIXII_RETURN_IF_ERROR(CheckStartKeyFault(request.page));
  return CheckSegments(request);
}

Result<void> Bind(OperationContext& context, const ScanRequest& request,
                  PageExpressions& expressions) {
  Binder binder = MakeBinder(context, request.page.expression_attribute_names,
                             &request.page.expression_attribute_values, Envelope::kNone);
  PIXII_RETURN_IF_ERROR(CheckPlaceholders(binder, request.page.expression_attribute_names,
                                          &request.page.expression_attribute_values,
                                          Envelope::kNone));
  return BindPage(context, request.page, binder, expressions);
}

// Errors: kValidation for an index that the table does not have; with a start key, that is what is
// found wrong.
Result<PageSource> FindSource(const ScanRequest& request, const Table& table) {
  const PageParameters& page = request.page;
  const bool unknown = Given(page.index_name) && !table.definition().FindIndex(page.index_name);
  if (unknown && page.exclusive_start_key.present) {
    return ValidationError(messages::StartKeyInvalid());
  }
  return FindPageSource(page, table);
}

// Cuts what was read before off `range`. Errors: kValidation for a start key that does not fit the
// schema or lies in another segment.
Result<void> StartBehind(OperationContext& context, const ScanRequest& request,
                         const PageSource& source, KeyRange& range) {
  const EntryRange start_key = request.page.exclusive_start_key.Entries();
  std::string& key = context.key;
  PIXII_RETURN_IF_ERROR(EncodeStartKey(source, start_key, key));
  if (key < range.begin || (!range.end.empty() && key >= range.end)) {
    return ValidationError(
        messages::StartKeyOutsideSegment(request.segment.value, request.total_segments.value));
  }
  range.begin = PrefixSuccessor(key);
  return {};
}

// The rules that need the table or index, and where the page begins. Errors: kValidation.
Result<void> PlanRange(OperationContext& context, const ScanRequest& request,
                       const PageSource& source, const PageExpressions& expressions,
                       KeyRange& range) {
  const AttributeMap& start_key = request.page.exclusive_start_key;
  if (start_key.present) {
    const bool of_table = source.index == nullptr;
    PIXII_RETURN_IF_ERROR(CheckStartKeyForm(
        source, start_key.Entries(), of_table ? StartKeyWording::kSchema : StartKeyWording::kBare));
  }
  PIXII_RETURN_IF_ERROR(CheckAskedIsProjected(source, request.page, expressions.projected));
  if (start_key.present) PIXII_RETURN_IF_ERROR(StartBehind(context, request, source, range));
  const TableDefinition& definition = source.table->definition();
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(definition, expressions.projected.projection.Paths()));
  return CheckKeyPaths(definition, expressions.filter.Paths());
}

}  // namespace

Result<void> Scan::Execute(OperationContext& context, const Request& request, Response& response) {
  PageExpressions expressions;
  PIXII_RETURN_IF_ERROR(Check(context, request, expressions));
  PIXII_RETURN_IF_ERROR(Bind(context, request, expressions));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, request.page.table_name));
  PIXII_ASSIGN_OR_RETURN(PageSource source, FindSource(request, *table));
  PageOrder order;
  if (request.total_segments.present) {
    order.range = RangeOfSegment(static_cast<uint64_t>(request.segment.value),
                                 static_cast<uint64_t>(request.total_segments.value));
  }
  PIXII_RETURN_IF_ERROR(PlanRange(context, request, source, expressions, order.range));
  source.table = VersionToRead(context, *table, request.page.consistent_read.ValueOr(false));
  return AnswerPage(context, request.page, source, order, expressions, response);
}

}  // namespace pixii
