// Names, ARNs and namespaces become places in the catalog.
#include "core/operations/table_lookup.h"

#include "core/base/messages/backups.h"
#include "core/base/messages/tables.h"
#include "core/base/messages/tags.h"
#include "core/wire/pattern.h"

namespace pixii {
namespace {

constexpr std::string_view kTableResource = "table/";
constexpr std::string_view kPartition = "arn:aws:";

// Takes the text up to the next colon off `rest`.
std::string_view TakePart(std::string_view& rest) {
  const size_t colon = rest.find(':');
  const std::string_view part = rest.substr(0, colon);
  rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
  return part;
}

// The parts of arn:aws:dynamodb:<region>:<account>:table/<name>.
Result<TablePlace> ParseTableArn(std::string_view arn) {
  std::string_view rest = arn;
  TakePart(rest);
  TakePart(rest);
  const std::string_view service = TakePart(rest);
  TablePlace place;
  place.region = TakePart(rest);
  place.account = TakePart(rest);
  const bool is_table = rest.substr(0, kTableResource.size()) == kTableResource;
  if (is_table) place.name = rest.substr(kTableResource.size());
  if (service != "dynamodb" || place.region.empty() || place.account.empty() ||
      !Matches(Pattern::kName, place.name)) {
    return ValidationError(messages::InvalidTableArn(arn));
  }
  return place;
}

// Null if there is no such table.
Result<const Table*> Find(const OperationContext& context, std::string_view name_or_arn) {
  PIXII_ASSIGN_OR_RETURN(const TablePlace place, PlaceOf(context, name_or_arn));
  WritePlace(context, place);
  return context.database.FindTable(context.catalog_key);
}

}  // namespace

Result<TablePlace> PlaceOf(const OperationContext& context, std::string_view name_or_arn) {
  if (IsArn(name_or_arn)) return ParseTableArn(name_or_arn);
  return TablePlace{context.account, context.region, name_or_arn};
}

Result<void> CheckOwnPlace(const OperationContext& context, std::string_view name_or_arn) {
  if (!IsArn(name_or_arn) || context.options.shared_namespace) return {};
  PIXII_ASSIGN_OR_RETURN(const TablePlace place, ParseTableArn(name_or_arn));
  if (name_or_arn.substr(0, kPartition.size()) != kPartition) {
    return ValidationError(messages::TableArnOutOfPlace("partition", name_or_arn));
  }
  if (place.region != context.region) {
    return ValidationError(messages::TableArnOutOfPlace("region", name_or_arn));
  }
  if (place.account == context.account) return {};
  return Error{ErrorType::kAccessDenied, messages::AccessIsDenied()};
}

void WritePlace(const OperationContext& context, const TablePlace& place) {
  const bool shared = context.options.shared_namespace;
  WriteCatalogKey(context.catalog_key, shared ? "" : place.account, shared ? "" : place.region,
                  place.name);
}

std::string NamespaceKey(const OperationContext& context) {
  const bool shared = context.options.shared_namespace;
  return shared ? CatalogKey({}, {}, {}) : CatalogKey(context.account, context.region, {});
}

Result<const Table*> FindDataTable(const OperationContext& context, std::string_view name_or_arn) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, Find(context, name_or_arn));
  if (table != nullptr && table->definition().state != TableState::kCreating) return table;
  return Error{ErrorType::kResourceNotFound, messages::ResourceNotFound()};
}

Result<const Table*> FindControlTable(const OperationContext& context,
                                      std::string_view name_or_arn) {
  PIXII_RETURN_IF_ERROR(CheckOwnPlace(context, name_or_arn));
  PIXII_ASSIGN_OR_RETURN(const Table* table, Find(context, name_or_arn));
  if (table != nullptr) return table;
  PIXII_ASSIGN_OR_RETURN(const TablePlace place, PlaceOf(context, name_or_arn));
  return Error{ErrorType::kResourceNotFound, messages::TableNotFound(place.name)};
}

Result<const Table*> FindRecoveryTable(const OperationContext& context,
                                       std::string_view name_or_arn) {
  PIXII_RETURN_IF_ERROR(CheckOwnPlace(context, name_or_arn));
  PIXII_ASSIGN_OR_RETURN(const Table* table, Find(context, name_or_arn));
  if (table != nullptr && table->definition().state != TableState::kCreating) return table;
  return Error{ErrorType::kTableNotFound, messages::TableToRecoverNotFound(name_or_arn)};
}

}  // namespace pixii
