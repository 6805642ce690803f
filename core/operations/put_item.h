// PutItem: one item, whole, in the place of whatever had its key.
#pragma once

#include "core/operations/write_request.h"

namespace pixii {

struct PutItemRequest {
  std::string_view table_name;
  AttributeMap item;
  WriteParameters parameters;
};

inline constexpr Shape kPutItemMapShape = shape::AttributeMap({.name = "PutItemInputAttributeMap"});
inline constexpr Member kPutItemOwnMembers[] = {
    {"TableName", PIXII_FIELD(PutItemRequest, table_name), kTableArnShape, Presence::kRequired,
     Report::kAlone},
    {"Item", PIXII_FIELD(PutItemRequest, item), kPutItemMapShape, Presence::kRequired},
};
inline constexpr auto kPutItemMembers =
    Joined(kPutItemOwnMembers, kWriteParameterMembers, offsetof(PutItemRequest, parameters));

struct PutItem {
  using Request = PutItemRequest;
  using Response = WriteResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "PutItem";
  static constexpr Shape kRequestShape =
      JoinedStructure<PutItemRequest>("PutItemInput", kPutItemMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<WriteResponse>("PutItemOutput", kWriteResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTransactionConflict, kConditionalCheckFailed,
  // kItemCollectionSizeLimit, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
