// GetItem, step by step.
#include "core/operations/get_item.h"

#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/key_path_rules.h"
#include "core/operations/lagging_read.h"
#include "core/operations/projection_parameters.h"
#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> GetItem::Execute(OperationContext& context, const Request& request,
                              Response& response) {
  PIXII_RETURN_IF_ERROR(CheckProjectionParameters(request.projection_expression,
                                                  request.expression_attribute_names,
                                                  request.attributes_to_get));
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, Envelope::kNone));
  PIXII_ASSIGN_OR_RETURN(
      const Projected projected,
      BindOnlyProjection(context, request.projection_expression, request.expression_attribute_names,
                         request.attributes_to_get));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindDataTable(context, request.table_name));
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfKey(table->key_schema(), request.key.Entries(), context.key));
  PIXII_RETURN_IF_ERROR(CheckKeyPaths(table->definition(), projected.projection.Paths()));
  PIXII_RETURN_IF_ERROR(AdmitRead(context, *table, {}, context.key));
  const bool consistent = request.consistent_read.ValueOr(false);
  const Item* item = VersionToRead(context, *table, consistent)->items().Find(context.key);
  if (item != nullptr) response.item = ProjectItem(context, projected, item->Attributes());
  const ReadCost cost = ChargeItemRead(context, *table, context.key, item, consistent);
  response.consumed_capacity =
      TellCapacity(context, request.return_consumed_capacity, request.table_name,
                   table->definition(), {cost.Units(), {}});
  return {};
}

}  // namespace pixii
