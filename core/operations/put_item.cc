// PutItem, step by step.
#include "core/operations/put_item.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/operations/index_key_rules.h"
#include "core/operations/table_lookup.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

Result<void> Check(const PutItemRequest& request) {
  const WriteParameters& parameters = request.parameters;
  PIXII_RETURN_IF_ERROR(CheckWriteParameters(parameters, nullptr, nullptr));
  PIXII_RETURN_IF_ERROR(CheckReturnsOldOrNothing(parameters));
  PIXII_RETURN_IF_ERROR(CheckFault(request.item, Envelope::kOneValidationError));
  PIXII_RETURN_IF_ERROR(
      CheckValuesFault(parameters.expression_attribute_values, Envelope::kOneValidationError));
  return {};
}

// Errors: kValidation for an item over the limit.
Result<NewItem> Measure(const AttributeMap& item) {
  const NewItem measured{item.entries, EntriesSizeBytes(item.Entries())};
  if (measured.size_bytes <= limits::kItemSizeBytesMax) return measured;
  return ValidationError(messages::ItemTooLarge());
}

}  // namespace

Result<void> PutItem::Execute(OperationContext& context, const Request& request,
                              Response& response) {
  PIXII_RETURN_IF_ERROR(Check(request));
  PIXII_ASSIGN_OR_RETURN(const NewItem measured, Measure(request.item));
  ItemWrite write(context);
  PIXII_RETURN_IF_ERROR(BindWriteCondition(context, request.parameters, write));
  PIXII_ASSIGN_OR_RETURN(write.table, FindDataTable(context, request.table_name));
  PIXII_RETURN_IF_ERROR(PrimaryKeyOfItem(write.table->key_schema(), request.item.Entries(),
                                         /*schema_wording=*/false, write.key));
  PIXII_RETURN_IF_ERROR(CheckPutIndexKeys(write.table->definition(), request.item.Entries()));
  write.old_item = write.table->items().Find(write.key);
  PIXII_RETURN_IF_ERROR(CheckCondition(request.parameters, write));
  PIXII_ASSIGN_OR_RETURN(const Item* new_item, CommitItemWrite(context, write, &measured));
  if (request.parameters.return_values == "ALL_OLD") TellAttributes(write.old_item, response);
  ReportWriteCapacity(context, request.parameters, request.table_name, write,
                      std::max(SizeOf(write.old_item), new_item->SizeBytes()), response);
  return {};
}

}  // namespace pixii
