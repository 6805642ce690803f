// DeleteItem, step by step.
#include "core/operations/delete_item.h"

#include "core/operations/item_plans.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

Result<void> Check(const DeleteItemRequest& request) {
  PIXII_RETURN_IF_ERROR(CheckWriteParameters(request.parameters, nullptr, nullptr));
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, Envelope::kOneValidationError));
  return CheckReturnsOldOrNothing(request.parameters);
}

}  // namespace

Result<void> DeleteItem::Execute(OperationContext& context, const Request& request,
                                 Response& response) {
  PIXII_RETURN_IF_ERROR(Check(request));
  ItemWrite write;
  PIXII_RETURN_IF_ERROR(BindWriteCondition(context, request.parameters, write));
  PIXII_ASSIGN_OR_RETURN(write.table, FindDataTable(context, request.table_name));
  PIXII_RETURN_IF_ERROR(
      PrimaryKeyOfKey(write.table->key_schema(), request.key.Entries(), context.key));
  write.key = context.key;
  write.key_attributes = request.key.Entries();
  PIXII_RETURN_IF_ERROR(CheckConditionPaths(write));
  PIXII_RETURN_IF_ERROR(FindOldItem(context, write));
  PIXII_RETURN_IF_ERROR(CheckSingleCondition(
      context, request.parameters.return_values_on_condition_check_failure, write));
  PlanItemWrite(context, write, nullptr);
  PIXII_RETURN_IF_ERROR(AdmitPlanned(context, write));
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  if (request.parameters.return_values == "ALL_OLD") TellAttributes(write.old_item, response);
  ReportWrite(context, request.parameters, request.table_name, write, SizeOf(write.old_item),
              response);
  return {};
}

}  // namespace pixii
