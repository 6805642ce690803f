// Cancellation reasons as clients see them.
#include "core/operations/transaction_reasons.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/messages/transactions.h"
#include "core/operations/member_error_code.h"
#include "core/wire/json_writer.h"

namespace pixii {
namespace {

void WriteReason(JsonBuffer& out, std::string_view code, const std::optional<Error>& error) {
  out.Append(R"({"Code":)");
  WriteJsonString(out, code);
  if (error && !error->extra.empty()) {
    out.Push(',');
    out.Append(error->extra);
  }
  // AWS gives no message with the code None.
  if (error) {
    out.Append(R"(,"Message":)");
    WriteJsonString(out, error->message);
  }
  out.Push('}');
}

}  // namespace

void CancellationReasons::Set(size_t action, Error error) {
  if (error.type != ErrorType::kConditionalCheckFailed) error.extra.clear();
  errors_[action] = std::move(error);
}

Result<void> CancellationReasons::Check() const {
  const bool any = std::any_of(errors_.begin(), errors_.end(),
                               [](const std::optional<Error>& error) { return error.has_value(); });
  if (!any) return {};
  std::vector<std::string_view> codes;
  JsonBuffer reasons;
  reasons.Append(R"("CancellationReasons":[)");
  for (const std::optional<Error>& error : errors_) {
    if (!codes.empty()) reasons.Push(',');
    codes.push_back(error ? ReasonCode(error->type) : "None");
    WriteReason(reasons, codes.back(), error);
  }
  reasons.Push(']');
  return Error{ErrorType::kTransactionCanceled, messages::TransactionCancelled(codes),
               std::string(reasons.view())};
}

}  // namespace pixii
