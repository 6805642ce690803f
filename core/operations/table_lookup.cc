// Names, ARNs and namespaces become places in the catalog.
#include "core/operations/table_lookup.h"

#include "core/base/messages/tables.h"

namespace pixii {
namespace {

constexpr std::string_view kArnBegin = "arn:";
constexpr std::string_view kTableResource = "table/";

// The parts of arn:aws:dynamodb:<region>:<account>:table/<name>.
struct TableArn {
  std::string_view region;
  std::string_view account;
  std::string_view name;
};

// Takes the text up to the next colon off `rest`.
std::string_view TakePart(std::string_view& rest) {
  const size_t colon = rest.find(':');
  const std::string_view part = rest.substr(0, colon);
  rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
  return part;
}

Result<TableArn> ParseTableArn(std::string_view arn) {
  std::string_view rest = arn;
  TakePart(rest);
  TakePart(rest);
  const std::string_view service = TakePart(rest);
  TableArn parts{TakePart(rest), TakePart(rest), {}};
  if (service != "dynamodb" || rest.substr(0, kTableResource.size()) != kTableResource) {
    return ValidationError(messages::InvalidTableArn(arn));
  }
  parts.name = rest.substr(kTableResource.size());
  return parts;
}

void WriteKeyInNamespace(const OperationContext& context, std::string_view account,
                         std::string_view region, std::string_view name) {
  if (context.options.shared_namespace) account = region = {};
  WriteCatalogKey(context.catalog_key, account, region, name);
}

// Null if there is no such table.
Result<const Table*> Find(const OperationContext& context, std::string_view name_or_arn) {
  PIXII_RETURN_IF_ERROR(WriteCatalogKeyOf(context, name_or_arn));
  return context.database.FindTable(context.catalog_key);
}

}  // namespace

Result<void> WriteCatalogKeyOf(const OperationContext& context, std::string_view name_or_arn) {
  if (name_or_arn.substr(0, kArnBegin.size()) != kArnBegin) {
    WriteKeyInNamespace(context, context.account, context.region, name_or_arn);
    return {};
  }
  PIXII_ASSIGN_OR_RETURN(const TableArn arn, ParseTableArn(name_or_arn));
  WriteKeyInNamespace(context, arn.account, arn.region, arn.name);
  return {};
}

std::string NamespaceKey(const OperationContext& context) {
  const bool shared = context.options.shared_namespace;
  return shared ? CatalogKey({}, {}, {}) : CatalogKey(context.account, context.region, {});
}

Result<const Table*> FindDataTable(const OperationContext& context, std::string_view name_or_arn) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, Find(context, name_or_arn));
  if (table != nullptr) return table;
  return Error{ErrorType::kResourceNotFound, messages::ResourceNotFound()};
}

Result<const Table*> FindControlTable(const OperationContext& context,
                                      std::string_view name_or_arn) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, Find(context, name_or_arn));
  if (table != nullptr) return table;
  return Error{ErrorType::kResourceNotFound, messages::TableNotFound(name_or_arn)};
}

}  // namespace pixii
