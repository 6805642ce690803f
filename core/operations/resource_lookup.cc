// Taking ARNs apart, and finding what they name.
#include "core/operations/resource_lookup.h"

#include <utility>

#include "core/base/messages/policies.h"
#include "core/base/messages/tables.h"
#include "core/base/messages/tags.h"
#include "core/base/time_text.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr std::string_view kStreamPart = "stream/";

// arn:aws:dynamodb:<region>:<account>:<resource>
struct ResourceArn {
  std::string_view partition;
  std::string_view service;
  std::string_view region;
  std::string_view account;
  std::string_view resource;
};

ResourceArn SplitArn(std::string_view arn) {
  std::string_view parts[6];
  for (size_t i = 0; i < 5; ++i) {
    const size_t colon = arn.find(':');
    parts[i] = arn.substr(0, colon);
    arn = colon == arn.npos ? std::string_view() : arn.substr(colon + 1);
  }
  return {parts[1], parts[2], parts[3], parts[4], arn};
}

// table/<name>, or table/<name>/<part>.
struct ResourceName {
  std::string_view table;
  std::string_view part;
};

ResourceName SplitResource(std::string_view resource) {
  const bool table = resource.substr(0, 6) == "table/";
  const std::string_view name = table ? resource.substr(6) : std::string_view();
  const size_t slash = name.find('/');
  if (slash == name.npos) return {name, {}};
  return {name.substr(0, slash), name.substr(slash + 1)};
}

Result<void> CheckResource(const ResourceName& name, std::string_view arn) {
  if (name.table.empty() || name.part.substr(0, 7) == "backup/") {
    return ValidationError(messages::NotADynamoDbArn(arn));
  }
  if (!name.part.empty() && name.part.substr(0, kStreamPart.size()) != kStreamPart) {
    return ValidationError(messages::NeitherTableNorStream(arn));
  }
  return {};
}

bool IsLatestStream(const TableDefinition& definition, std::string_view part) {
  const StreamSettings& stream = definition.stream;
  return stream.label_ms != 0 && part.substr(kStreamPart.size()) == TimeLabel(stream.label_ms);
}

Error OutOfReach(ResourceUse use, bool other_account) {
  if (use == ResourceUse::kPolicy && other_account) {
    return ValidationError(messages::PolicyOfAnotherAccount());
  }
  return {ErrorType::kAccessDenied, messages::AccessIsDenied()};
}

Error Abroad(ResourceUse use, std::string_view arn) {
  return ValidationError(use == ResourceUse::kPolicy ? messages::PolicyAbroad(arn)
                                                     : messages::InvalidTableArn(arn));
}

Error NotFound(ResourceUse use, const ResourceName& name, bool has_table, std::string_view arn) {
  std::string text = messages::ResourceArnNotFound(arn);
  if (use == ResourceUse::kPolicy) {
    text = has_table && !name.part.empty()
               ? messages::PolicyStreamNotFound(name.part.substr(kStreamPart.size()), name.table)
               : messages::TableNotFound(name.table);
  }
  return {ErrorType::kResourceNotFound, std::move(text)};
}

}  // namespace

Result<Resource> FindResource(const OperationContext& context, ResourceUse use,
                              std::string_view arn) {
  if (arn.substr(0, 4) != "arn:") return ValidationError(messages::NotAnArn(arn));
  const ResourceArn parts = SplitArn(arn);
  const bool shared = context.options.shared_namespace;
  const bool other_account = !shared && parts.account != context.account;
  if (parts.service != "dynamodb" || other_account) return OutOfReach(use, other_account);
  const ResourceName name = SplitResource(parts.resource);
  PIXII_RETURN_IF_ERROR(CheckResource(name, arn));
  const bool here = parts.region == context.region && parts.partition == "aws";
  if (!shared && !here) return Abroad(use, arn);
  const size_t part = name.part.empty() ? 0 : name.part.size() + 1;
  PIXII_ASSIGN_OR_RETURN(const TablePlace place,
                         PlaceOf(context, arn.substr(0, arn.size() - part)));
  WritePlace(context, place);
  const Table* table = context.database.FindTable(context.catalog_key);
  if (table != nullptr && table->definition().state == TableState::kCreating) table = nullptr;
  const bool is_stream = !name.part.empty();
  if (table != nullptr && (!is_stream || IsLatestStream(table->definition(), name.part))) {
    return Resource{table, is_stream};
  }
  return NotFound(use, name, table != nullptr, arn);
}

Result<void> Redefine(OperationContext& context, const Resource& resource,
                      TableDefinition definition) {
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back({DefinitionChange::Kind::kUpdateTable,
                                        std::string(resource.table->Key()), std::move(definition)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
