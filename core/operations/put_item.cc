// PutItem, step by step.
#include "core/operations/put_item.h"

#include <algorithm>

#include "core/operations/index_key_rules.h"
#include "core/operations/item_plans.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

Result<void> Check(const PutItemRequest& request) {
  PIXII_RETURN_IF_ERROR(CheckWriteParameters(request.parameters, nullptr, nullptr));
  PIXII_RETURN_IF_ERROR(CheckFault(request.item, Envelope::kOneValidationError));
  return CheckReturnsOldOrNothing(request.parameters);
}

}  // namespace

Result<void> PutItem::Execute(OperationContext& context, const Request& request,
                              Response& response) {
  PIXII_RETURN_IF_ERROR(Check(request));
  PIXII_ASSIGN_OR_RETURN(const NewItem measured, MeasurePut(request.item));
  ItemWrite write;
  PIXII_RETURN_IF_ERROR(BindWriteCondition(context, request.parameters, write));
  PIXII_ASSIGN_OR_RETURN(write.table, FindDataTable(context, request.table_name));
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfItem(write.table->key_schema(), request.item.Entries(),
                                         /*schema_wording=*/false, context.key));
  write.key = context.key;
  write.key_attributes = request.item.Entries();
  PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(write.table->definition(), request.item.Entries()));
  PIXII_RETURN_IF_ERROR(CheckConditionPaths(write));
  PIXII_RETURN_IF_ERROR(FindOldItem(context, write));
  PIXII_RETURN_IF_ERROR(CheckSingleCondition(
      context, request.parameters.return_values_on_condition_check_failure, write));
  const Item* new_item = PlanItemWrite(context, write, &measured);
  PIXII_RETURN_IF_ERROR(AdmitPlanned(context, write));
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  if (request.parameters.return_values == "ALL_OLD") TellAttributes(write.old_item, response);
  ReportWrite(context, request.parameters, request.table_name, write,
              std::max(SizeOf(write.old_item), new_item->SizeBytes()), response);
  return {};
}

}  // namespace pixii
