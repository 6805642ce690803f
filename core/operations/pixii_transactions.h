// The control operations about transactions that are held open between their two phases, so that a
// program can meet the conflicts that on AWS happen by chance: HoldTransaction, CommitTransaction
// and CancelTransaction of the service Pixii_1.
#pragma once

#include "core/operations/pixii_versions.h"
#include "core/operations/transact_write_items.h"

namespace pixii {

struct TransactionId {
  std::string_view id;
};
inline constexpr Shape kTransactionIdStringShape =
    shape::String({.name = "TransactionId", .min = 1, .max = 64});
inline constexpr Member kTransactionIdMembers[] = {
    {"TransactionId", PIXII_FIELD(TransactionId, id), kTransactionIdStringShape,
     Presence::kRequired},
};
inline constexpr Shape kTransactionIdShape =
    shape::Structure<TransactionId>("TransactionId", kTransactionIdMembers);

// The first phase of a TransactWriteItems: all its checks, and its items locked until the
// transaction is committed or cancelled, or another value takes the database's place.
struct HoldTransaction {
  using Request = TransactWriteItemsRequest;
  using Response = TransactionId;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "HoldTransaction";
  static constexpr Shape kRequestShape = shape::Structure<TransactWriteItemsRequest>(
      "HoldTransactionInput", kTransactWriteItemsRequestMembers);
  static constexpr const Shape& kResponseShape = kTransactionIdShape;
  // Errors: as TransactWriteItems; a token that has succeeded already is kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// The second phase, which answers as TransactWriteItems. On an error the transaction stays held.
struct CommitTransaction {
  using Request = TransactionId;
  using Response = TransactWriteItemsResponse;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "CommitTransaction";
  static constexpr const Shape& kRequestShape = kTransactionIdShape;
  static constexpr const Shape& kResponseShape = TransactWriteItems::kResponseShape;
  // Errors: kResourceNotFound, kMemoryLimitExceeded; kTransactionCanceled if an index that was made
  // in the meantime does not take an item.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Lets a held transaction and its locks go; nothing was changed. Errors: kResourceNotFound.
struct CancelTransaction {
  using Request = TransactionId;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "CancelTransaction";
  static constexpr const Shape& kRequestShape = kTransactionIdShape;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
