// Projections of reads.
#include "core/operations/projection_parameters.h"

#include "core/expressions/legacy_attributes.h"

namespace pixii {

Result<void> CheckProjectionParameters(std::string_view projection_expression, StringMap names,
                                       Span<std::string_view> attributes_to_get) {
  const GivenParameter legacy{"AttributesToGet", Given(attributes_to_get)};
  const GivenParameter expression{"ProjectionExpression", Given(projection_expression)};
  PIXII_RETURN_IF_ERROR(CheckNotMixed({legacy}, {expression}, Envelope::kNone));
  return CheckPlaceholdersNeeded({names, nullptr, {&expression, 1}}, Envelope::kNone);
}

Result<Projected> BindOnlyProjection(OperationContext& context,
                                     std::string_view projection_expression, StringMap names,
                                     Span<std::string_view> attributes_to_get) {
  // Most reads ask for everything.
  if (!Given(attributes_to_get) && !Given(projection_expression)) return Projected();
  if (Given(attributes_to_get)) return BindAttributesToGetParameter(context, attributes_to_get);
  Binder binder = MakeBinder(context, names, nullptr, Envelope::kNone);
  PIXII_RETURN_IF_ERROR(CheckPlaceholders(binder, names, nullptr, Envelope::kNone));
  PIXII_ASSIGN_OR_RETURN(Projected projected,
                         BindProjection(context, projection_expression, binder));
  PIXII_RETURN_IF_ERROR(binder.CheckAllUsed());
  return projected;
}

Result<Projected> BindProjection(OperationContext& context, std::string_view projection_expression,
                                 Binder& binder) {
  PIXII_ASSIGN_OR_RETURN(
      const ExpressionTree* tree,
      context.expressions.Parse(ExpressionKind::kProjection, projection_expression));
  Projected projected{false, {}};
  PIXII_ASSIGN_OR_RETURN(projected.projection, binder.BindProjection(*tree));
  return projected;
}

Result<Projected> BindAttributesToGetParameter(OperationContext& context,
                                               Span<std::string_view> attributes_to_get) {
  Projected projected{false, {}};
  PIXII_ASSIGN_OR_RETURN(
      projected.projection,
      BindAttributesToGet(context.arena, {attributes_to_get.data, attributes_to_get.count}));
  return projected;
}

AttributeMap ProjectItem(OperationContext& context, const Projected& projected, EntryRange item) {
  if (projected.is_all) return AttributeMap(item.Encoded());
  std::string& entries = context.projected;
  entries.clear();
  projected.projection.Project(item, entries);
  return AttributeMap(context.arena.Copy(entries));
}

}  // namespace pixii
