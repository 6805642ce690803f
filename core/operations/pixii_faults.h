// The control operations about faults on purpose (fault_rules.h): AddFault, ListFaults, RemoveFault
// and ClearFaults of the service Pixii_1.
#pragma once

#include "core/operations/pixii_clock.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// One rule as requests give it and answers tell it; FaultId, Matched and Struck are answers' alone.
struct FaultTold {
  std::string_view id;
  std::string_view operation;
  std::string_view table_name;
  AttributeMap key;
  Integer call;
  Double probability;
  Integer times;
  std::string_view error;
  std::string_view reason;
  Boolean after_commit;
  Integer batch_items;
  Integer page_items;
  std::string_view delay;
  std::string_view damage;
  Integer matched;
  Integer struck;
};

inline constexpr std::string_view kFaultErrorNames[] = {"ConditionalCheckFailedException",
                                                        "InternalServerError",
                                                        "ProvisionedThroughputExceededException",
                                                        "RequestLimitExceeded",
                                                        "ThrottlingException",
                                                        "TransactionConflictException"};
inline constexpr Shape kFaultErrorShape = shape::Enum("FaultError", kFaultErrorNames);
inline constexpr std::string_view kThrottlingReasonNames[] = {
    "TableReadProvisionedThroughputExceeded",  "TableReadKeyRangeThroughputExceeded",
    "TableReadAccountLimitExceeded",           "TableReadMaxOnDemandThroughputExceeded",
    "TableWriteProvisionedThroughputExceeded", "TableWriteKeyRangeThroughputExceeded",
    "TableWriteAccountLimitExceeded",          "TableWriteMaxOnDemandThroughputExceeded",
    "IndexReadProvisionedThroughputExceeded",  "IndexReadKeyRangeThroughputExceeded",
    "IndexReadAccountLimitExceeded",           "IndexReadMaxOnDemandThroughputExceeded",
    "IndexWriteProvisionedThroughputExceeded", "IndexWriteKeyRangeThroughputExceeded",
    "IndexWriteAccountLimitExceeded",          "IndexWriteMaxOnDemandThroughputExceeded"};
inline constexpr Shape kThrottlingReasonShape =
    shape::Enum("ThrottlingReasonName", kThrottlingReasonNames);
// In the order of AnswerDamage, its kNone aside.
inline constexpr std::string_view kDamageNames[] = {"CHECKSUM", "RESET"};
inline constexpr Shape kDamageShape = shape::Enum("Damage", kDamageNames);
inline constexpr Shape kOperationNameShape =
    shape::String({.name = "OperationName", .min = 1, .max = 64});
inline constexpr Shape kFaultIdShape = shape::String({.name = "FaultId", .min = 1, .max = 20});
inline constexpr Shape kFaultTableNameShape =
    shape::String({.name = "FaultTableName", .min = 1, .max = 255});
inline constexpr Shape kFaultCountShape = shape::Integer({.name = "FaultCount", .min = 0});

// The members that a request may give come first.
inline constexpr Member kFaultMembers[] = {
    {"Operation", PIXII_FIELD(FaultTold, operation), kOperationNameShape},
    {"TableName", PIXII_FIELD(FaultTold, table_name), kFaultTableNameShape},
    {"Key", PIXII_FIELD(FaultTold, key), kKeyShape},
    {"Call", PIXII_FIELD(FaultTold, call), kPositiveIntegerShape},
    {"Probability", PIXII_FIELD(FaultTold, probability), kDoubleShape},
    {"Times", PIXII_FIELD(FaultTold, times), kPositiveIntegerShape},
    {"Error", PIXII_FIELD(FaultTold, error), kFaultErrorShape},
    {"Reason", PIXII_FIELD(FaultTold, reason), kThrottlingReasonShape},
    {"AfterCommit", PIXII_FIELD(FaultTold, after_commit), kBooleanShape},
    {"BatchItems", PIXII_FIELD(FaultTold, batch_items), kFaultCountShape},
    {"PageItems", PIXII_FIELD(FaultTold, page_items), kPositiveIntegerShape},
    {"Delay", PIXII_FIELD(FaultTold, delay), kDurationTextShape},
    {"Damage", PIXII_FIELD(FaultTold, damage), kDamageShape},
};
inline constexpr Member kFaultDescriptionMembers[] = {
    {"FaultId", PIXII_FIELD(FaultTold, id), kFaultIdShape, Presence::kRequired},
    {"Operation", PIXII_FIELD(FaultTold, operation), kOperationNameShape},
    {"TableName", PIXII_FIELD(FaultTold, table_name), kFaultTableNameShape},
    {"Key", PIXII_FIELD(FaultTold, key), kKeyShape},
    {"Call", PIXII_FIELD(FaultTold, call), kPositiveIntegerShape},
    {"Probability", PIXII_FIELD(FaultTold, probability), kDoubleShape},
    {"Times", PIXII_FIELD(FaultTold, times), kFaultCountShape},
    {"Error", PIXII_FIELD(FaultTold, error), kFaultErrorShape},
    {"Reason", PIXII_FIELD(FaultTold, reason), kThrottlingReasonShape},
    {"AfterCommit", PIXII_FIELD(FaultTold, after_commit), kBooleanShape},
    {"BatchItems", PIXII_FIELD(FaultTold, batch_items), kFaultCountShape},
    {"PageItems", PIXII_FIELD(FaultTold, page_items), kPositiveIntegerShape},
    {"Delay", PIXII_FIELD(FaultTold, delay), kDurationTextShape},
    {"Damage", PIXII_FIELD(FaultTold, damage), kDamageShape},
    {"Matched", PIXII_FIELD(FaultTold, matched), kFaultCountShape, Presence::kRequired},
    {"Struck", PIXII_FIELD(FaultTold, struck), kFaultCountShape, Presence::kRequired},
};
inline constexpr Shape kFaultDescriptionShape =
    shape::Structure<FaultTold>("FaultDescription", kFaultDescriptionMembers);
inline constexpr Shape kFaultDescriptionsShape =
    shape::List<FaultTold>({.name = "FaultDescriptions"}, kFaultDescriptionShape);

struct FaultId {
  std::string_view id;
};
inline constexpr Member kFaultIdMembers[] = {
    {"FaultId", PIXII_FIELD(FaultId, id), kFaultIdShape, Presence::kRequired},
};
inline constexpr Shape kFaultIdStructure = shape::Structure<FaultId>("FaultId", kFaultIdMembers);

// Adds a rule behind those there are. Requests of the control service itself meet none.
struct AddFault {
  using Request = FaultTold;
  using Response = FaultId;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "AddFault";
  static constexpr Shape kRequestShape =
      shape::Structure<FaultTold>("AddFaultInput", kFaultMembers);
  static constexpr const Shape& kResponseShape = kFaultIdStructure;
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct FaultList {
  Span<FaultTold> faults;
};
inline constexpr Member kFaultListMembers[] = {
    {"Faults", PIXII_FIELD(FaultList, faults), kFaultDescriptionsShape, Presence::kRequired},
};

// All rules in the order in which they were added, with what they have met so far; Times is what
// is left.
struct ListFaults {
  using Request = NoMembers;
  using Response = FaultList;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "ListFaults";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr Shape kResponseShape =
      shape::Structure<FaultList>("ListFaultsOutput", kFaultListMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kResourceNotFound.
struct RemoveFault {
  using Request = FaultId;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "RemoveFault";
  static constexpr const Shape& kRequestShape = kFaultIdStructure;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct ClearFaults {
  using Request = NoMembers;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "ClearFaults";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
