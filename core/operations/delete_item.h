// DeleteItem: the item under a key, if it is there.
#pragma once

#include "core/operations/write_request.h"

namespace pixii {

struct DeleteItemRequest {
  std::string_view table_name;
  AttributeMap key;
  WriteParameters parameters;
};

inline constexpr Member kDeleteItemOwnMembers[] = {
    {"TableName", PIXII_FIELD(DeleteItemRequest, table_name), kTableArnShape, Presence::kRequired,
     Report::kAlone},
    {"Key", PIXII_FIELD(DeleteItemRequest, key), kKeyShape, Presence::kRequired},
};
inline constexpr auto kDeleteItemMembers =
    Joined(kDeleteItemOwnMembers, kWriteParameterMembers, offsetof(DeleteItemRequest, parameters));

struct DeleteItem {
  using Request = DeleteItemRequest;
  using Response = WriteResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DeleteItem";
  static constexpr Shape kRequestShape =
      JoinedStructure<DeleteItemRequest>("DeleteItemInput", kDeleteItemMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<WriteResponse>("DeleteItemOutput", kWriteResponseMembers);
  // Errors: kValidation, kResourceNotFound, kConditionalCheckFailed.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
