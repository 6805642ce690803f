// Query, step by step.
#include "core/operations/query.h"

#include "core/base/messages/keys.h"
#include "core/base/messages/legacy.h"
#include "core/base/messages/requests.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/lagging_read.h"
#include "core/operations/legacy_parameters.h"
#include "core/operations/page_source.h"
#include "core/operations/start_key.h"
#include "core/operations/table_lookup.h"
#include "core/values/key_bytes.h"

namespace pixii {
namespace {

// What a query's expressions say before the table is known.
struct QueryExpressions {
  KeyConditionClauses clauses;
  PageExpressions page;
};

// KeyConditions may stand beside a FilterExpression and a ProjectionExpression (developer guide,
// LegacyConditionalParameters.KeyConditions), but not beside a KeyConditionExpression.
Result<void> CheckParameters(const QueryRequest& request) {
  const PageParameters& page = request.page;
  const bool two_key_conditions =
      Given(request.key_conditions) && Given(request.key_condition_expression);
  const GivenParameter legacy[] = {{"AttributesToGet", Given(page.attributes_to_get)},
                                   {"QueryFilter", Given(request.query_filter)},
                                   {"ConditionalOperator", Given(page.conditional_operator)},
                                   {"KeyConditions", two_key_conditions}};
  const GivenParameter filter{"FilterExpression", Given(page.filter_expression)};
  const GivenParameter key{"KeyConditionExpression", Given(request.key_condition_expression)};
  const GivenParameter projection{"ProjectionExpression", Given(page.projection_expression)};
  PIXII_RETURN_IF_ERROR(CheckNotMixed({legacy[0], legacy[1], legacy[2], legacy[3]},
                                      {projection, filter, key}, Envelope::kNone));
  const GivenParameter expressions[] = {filter, key};
  return CheckPlaceholdersNeeded({page.expression_attribute_names,
                                  &page.expression_attribute_values,
                                  {expressions, 2},
                                  projection.given},
                                 Envelope::kNone);
}

Result<void> Check(OperationContext& context, const QueryRequest& request,
                   PageExpressions& expressions) {
  PIXII_RETURN_IF_ERROR(CheckParameters(request));
  PIXII_RETURN_IF_ERROR(BindLegacyFilter(context, request.page, request.query_filter, expressions));
  PIXII_RETURN_IF_ERROR(BindLegacyProjection(context, request.page, expressions));
  PIXII_RETURN_IF_ERROR(CheckSelect(request.page, Envelope::kOneValidationError));
  PIXII_RETURN_IF_ERROR(CheckStartKeyFault(request.page));
  if (!Given(request.key_condition_expression) && !Given(request.key_conditions)) {
    return ValidationError(messages::KeyConditionMissing());
  }
  return {};
}

Result<void> Bind(OperationContext& context, const QueryRequest& request,
                  QueryExpressions& expressions) {
  Binder binder = MakeBinder(context, request.page.expression_attribute_names,
                             &request.page.expression_attribute_values, Envelope::kNone);
  PIXII_RETURN_IF_ERROR(CheckPlaceholders(binder, request.page.expression_attribute_names,
                                          &request.page.expression_attribute_values,
                                          Envelope::kNone));
  if (Given(request.key_condition_expression)) {
    PIXII_ASSIGN_OR_RETURN(
        const ExpressionTree* tree,
        context.expressions.Parse(ExpressionKind::kKeyCondition, request.key_condition_expression));
    PIXII_ASSIGN_OR_RETURN(expressions.clauses, binder.BindKeyCondition(*tree));
  }
  PIXII_RETURN_IF_ERROR(BindPage(context, request.page, binder, expressions.page));
  if (!Given(request.key_conditions)) return {};
  PIXII_ASSIGN_OR_RETURN(expressions.clauses,
                         BindKeyConditionsParameter(context.arena, request.key_conditions));
  return {};
}

Span<const KeyAttributeType> TypesOf(Arena& arena, const std::vector<KeyAttribute>& attributes) {
  KeyAttributeType* types = arena.New<KeyAttributeType>(attributes.size());
  for (size_t i = 0; i < attributes.size(); ++i) {
    types[i] = {attributes[i].name, attributes[i].type};
  }
  return {types, attributes.size()};
}

// The key `prefix` followed by one more part.
std::string WithPart(const std::string& prefix, ValueView value) {
  std::string key = prefix;
  AppendKeyPart(key, value);
  return key;
}

KeyRange RangeOf(const BoundKeyCondition& condition) {
  std::string prefix(8, '\0');
  for (const ValueView& value : condition.partition_values) AppendKeyPart(prefix, value);
  WriteKeyHash(prefix, 0);
  for (const ValueView& value : condition.sort_equals) AppendKeyPart(prefix, value);
  KeyRange range = RangeOfPrefix(prefix);
  switch (condition.sort_operator) {
    case SortOperator::kNone: break;
    case SortOperator::kLess: range.end = WithPart(prefix, condition.first); break;
    case SortOperator::kLessEqual:
      range.end = PrefixSuccessor(WithPart(prefix, condition.first));
      break;
    case SortOperator::kGreater:
      range.begin = PrefixSuccessor(WithPart(prefix, condition.first));
      break;
    case SortOperator::kGreaterEqual: range.begin = WithPart(prefix, condition.first); break;
    case SortOperator::kBetween:
      range.begin = WithPart(prefix, condition.first);
      range.end = PrefixSuccessor(WithPart(prefix, condition.second));
      break;
    case SortOperator::kBeginsWith:
      AppendKeyPrefix(prefix, condition.first);
      return RangeOfPrefix(std::move(prefix));
  }
  return range;
}

// Errors: kValidation if the filter names a key attribute.
Result<void> CheckFilterAvoidsKey(const KeySchema& schema, const QueryRequest& request,
                                  const PageExpressions& expressions) {
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      for (const DocumentPath& path : expressions.filter.Paths()) {
        if (path.root() != attribute.name) continue;
        return ValidationError(Given(request.query_filter)
                                   ? messages::QueryFilterOnKey(attribute.name)
                                   : messages::FilterOnKey(attribute.name));
      }
    }
  }
  return {};
}

// Whether the query can find one item at most: the whole primary key of a table is given.
bool IsOneRowQuery(const PageSource& source, const QueriedKeySchema& queried,
                   const BoundKeyCondition& condition) {
  return source.index == nullptr && condition.sort_equals.count == queried.sort.count;
}

// Errors: kValidation for a start key that lies outside of what the key condition asks for.
Result<void> CheckStartKeyIsCovered(const PageSource& source, const QueriedKeySchema& queried,
                                    const BoundKeyCondition& condition, EntryRange start_key) {
  if (!condition.CoversSort(queried, start_key)) {
    return ValidationError(messages::StartKeyOutsideSortCondition());
  }
  const bool is_one_row = IsOneRowQuery(source, queried, condition);
  if (is_one_row && !queried.sort.empty()) {
    return ValidationError(messages::StartKeyOfOneRowQuery());
  }
  if (!condition.CoversPartition(queried, start_key)) {
    return ValidationError(messages::StartKeyOutsideQuery());
  }
  return is_one_row ? ValidationError(messages::StartKeyOfOneRowQuery()) : Result<void>();
}

// What a query asks for, once table or index are known.
struct QueryPlan {
  PageSource source;
  PageOrder order;
};

// The range of the key condition, behind the start key. Errors: kValidation for a key condition or
// a start key that does not fit the schema, or each other.
Result<void> PlanRange(OperationContext& context, const QueryRequest& request,
                       const KeyConditionClauses& clauses, QueryPlan& plan) {
  const PageSource& source = plan.source;
  const AttributeMap& start_key = request.page.exclusive_start_key;
  if (start_key.present) {
    PIXII_RETURN_IF_ERROR(CheckStartKeyForm(source, start_key.Entries(), StartKeyWording::kBare));
  }
  const QueriedKeySchema queried{TypesOf(context.arena, source.key_schema().partition),
                                 TypesOf(context.arena, source.key_schema().sort)};
  PIXII_ASSIGN_OR_RETURN(const BoundKeyCondition condition,
                         ResolveKeyCondition(context.arena, clauses, queried));
  plan.order.range = RangeOf(condition);
  plan.order.forward = request.scan_index_forward.ValueOr(true);
  plan.order.one_row = IsOneRowQuery(source, queried, condition);
  if (!start_key.present) return {};
  PIXII_RETURN_IF_ERROR(EncodeStartKey(source, start_key.Entries(), context.key));
  PIXII_RETURN_IF_ERROR(CheckStartKeyIsCovered(source, queried, condition, start_key.Entries()));
  if (plan.order.forward) {
    plan.order.range.begin = PrefixSuccessor(context.key);
  } else {
    plan.order.range.end = context.key;
  }
  return {};
}

// The rules of filter and projection that need the table. Errors: kValidation.
Result<void> CheckExpressions(const QueryRequest& request, const PageSource& source,
                              const PageExpressions& expressions) {
  const TableDefinition& definition = source.table->definition();
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(definition, expressions.projected.projection.Paths()));
  PIXII_RETURN_IF_ERROR(CheckFilterAvoidsKey(source.key_schema(), request, expressions));
  PIXII_RETURN_IF_ERROR(CheckAskedIsProjected(source, request.page, expressions.projected));
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(definition, expressions.filter.Paths()));
  return CheckFilterIsProjected(source, expressions.filter);
}

}  // namespace

Result<void> Query::Execute(OperationContext& context, const Request& request, Response& response) {
  QueryExpressions expressions;
  PIXII_RETURN_IF_ERROR(Check(context, request, expressions.page));
  PIXII_RETURN_IF_ERROR(Bind(context, request, expressions));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, request.page.table_name));
  QueryPlan plan;
  PIXII_ASSIGN_OR_RETURN(plan.source, FindPageSource(request.page, *table));
  PIXII_RETURN_IF_ERROR(PlanRange(context, request, expressions.clauses, plan));
  PIXII_RETURN_IF_ERROR(CheckExpressions(request, plan.source, expressions.page));
  plan.source.table = VersionToRead(context, *table, request.page.consistent_read.ValueOr(false));
  return AnswerPage(context, request.page, plan.source, plan.order, expressions.page, response);
}

}  // namespace pixii
