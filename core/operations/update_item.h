// UpdateItem: changes attributes of one item, or makes it.
#pragma once

#include "core/operations/write_request.h"

namespace pixii {

struct AttributeValueUpdate {
  AttributeValue value;
  std::string_view action;
};
struct UpdateItemRequest {
  std::string_view table_name;
  AttributeMap key;
  Span<MapEntry<AttributeValueUpdate>> attribute_updates;
  std::string_view update_expression;
  WriteParameters parameters;
};

inline constexpr std::string_view kAttributeActionValues[] = {"ADD", "PUT", "DELETE"};
inline constexpr Shape kAttributeActionShape =
    shape::Enum("AttributeAction", kAttributeActionValues);
inline constexpr Member kAttributeValueUpdateMembers[] = {
    {"Value", PIXII_FIELD(AttributeValueUpdate, value), kAttributeValueShape},
    {"Action", PIXII_FIELD(AttributeValueUpdate, action), kAttributeActionShape},
};
inline constexpr Shape kAttributeValueUpdateShape =
    shape::Structure<AttributeValueUpdate>("AttributeValueUpdate", kAttributeValueUpdateMembers);
inline constexpr Shape kAttributeUpdatesShape = shape::Map<AttributeValueUpdate>(
    {.name = "AttributeUpdates"}, kAttributeNameShape, kAttributeValueUpdateShape);
inline constexpr Shape kUpdateExpressionShape = shape::String({.name = "UpdateExpression"});
inline constexpr Member kUpdateItemOwnMembers[] = {
    {"TableName", PIXII_FIELD(UpdateItemRequest, table_name), kTableArnShape, Presence::kRequired,
     Report::kAlone},
    {"Key", PIXII_FIELD(UpdateItemRequest, key), kKeyShape, Presence::kRequired},
    {"AttributeUpdates", PIXII_FIELD(UpdateItemRequest, attribute_updates), kAttributeUpdatesShape},
    {"UpdateExpression", PIXII_FIELD(UpdateItemRequest, update_expression), kUpdateExpressionShape},
};
inline constexpr auto kUpdateItemMembers =
    Joined(kUpdateItemOwnMembers, kWriteParameterMembers, offsetof(UpdateItemRequest, parameters));

struct UpdateItem {
  using Request = UpdateItemRequest;
  using Response = WriteResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UpdateItem";
  static constexpr Shape kRequestShape = shape::StoppingAtFirstEnum(
      JoinedStructure<UpdateItemRequest>("UpdateItemInput", kUpdateItemMembers));
  static constexpr Shape kResponseShape =
      shape::Structure<WriteResponse>("UpdateItemOutput", kWriteResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTransactionConflict, kConditionalCheckFailed,
  // kItemCollectionSizeLimit, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
