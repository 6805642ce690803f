// Matching rules against requests, and the errors they make.
#include "core/operations/fault_rules.h"

#include <algorithm>

#include "core/base/messages/faults.h"
#include "core/base/messages/requests.h"
#include "core/base/messages/throttling.h"
#include "core/base/messages/transactions.h"
#include "core/operations/fault_targets.h"
#include "core/operations/member_error_code.h"
#include "core/operations/transaction_reasons.h"

namespace pixii {
namespace {

bool IsTransaction(std::string_view operation) {
  return operation == "TransactWriteItems" || operation == "TransactGetItems" ||
         operation == "ExecuteTransaction";
}

bool IsRead(std::string_view operation) {
  return operation == "BatchGetItem" || operation == "GetItem" || operation == "Query" ||
         operation == "Scan" || operation == "TransactGetItems";
}

// The place of the first target that the rule is about, or none.
std::optional<size_t> FindTarget(const FaultRule& rule, const std::vector<FaultTarget>& targets) {
  for (size_t i = 0; i < targets.size(); ++i) {
    const bool is_table = rule.table.empty() || rule.table == targets[i].table;
    if (is_table && HasAttributes(targets[i], EntryRange(Bytes(rule.key)))) return i;
  }
  return std::nullopt;
}

// A number from 0 up to, but not with, 1.
double DrawFraction(IdGenerator& ids) {
  return static_cast<double>(ids.Next() >> 11) * (1.0 / 9007199254740992.0);
}

// The reason that a throttle tells when its rule names none.
std::string UsualReason(ErrorType type, bool is_read) {
  const std::string arm = is_read ? "TableRead" : "TableWrite";
  if (type == ErrorType::kRequestLimit) return arm + "AccountLimitExceeded";
  if (type == ErrorType::kThrottling) return arm + "KeyRangeThroughputExceeded";
  return arm + "ProvisionedThroughputExceeded";
}

std::string ThrottleMessage(ErrorType type, std::string_view reason) {
  const bool of_index = reason.substr(0, 5) == "Index";
  if (type == ErrorType::kRequestLimit) return messages::AccountThroughputExceeded();
  if (type == ErrorType::kProvisionedThroughput) {
    return of_index ? messages::IndexThroughputExceeded() : messages::TableThroughputExceeded();
  }
  if (reason.find("MaxOnDemand") != std::string_view::npos) {
    return messages::MaxOnDemandThroughputExceeded();
  }
  return of_index ? messages::OnDemandIndexThrottled() : messages::OnDemandTableThrottled();
}

Error ThrottleError(const OperationContext& context, const FaultRule& rule, std::string_view table,
                    bool is_read) {
  const ErrorType type = *rule.error;
  const std::string reason = rule.reason.empty() ? UsualReason(type, is_read) : rule.reason;
  JsonBuffer extra;
  extra.Append(type == ErrorType::kThrottling ? R"("throttlingReasons":[{"reason":)"
                                              : R"("ThrottlingReasons":[{"reason":)");
  WriteJsonString(extra, reason);
  extra.Append(R"(,"resource":)");
  const std::string place = "arn:aws:dynamodb:" + std::string(context.region) + ":" +
                            std::string(context.account) + ":table/" + std::string(table);
  WriteJsonString(extra, place);
  extra.Append("}]");
  return {type, ThrottleMessage(type, reason), std::string(extra.view())};
}

}  // namespace

uint64_t FaultRules::Add(FaultRule rule) {
  rules_.emplace(++last_id_, std::move(rule));
  return last_id_;
}

const FaultRule* FaultRules::BeginRequest(OperationContext& context, const OperationRow& operation,
                                          std::string_view body) {
  const std::vector<FaultTarget> targets = FaultTargetsOf(context, body);
  for (auto& [id, rule] : rules_) {
    if (!rule.operation.empty() && rule.operation != operation.name) continue;
    const std::optional<size_t> target = FindTarget(rule, targets);
    if (!target) continue;
    ++rule.matched;
    if (rule.call != 0 && rule.matched != rule.call) continue;
    if (rule.times_left == 0) continue;
    if (rule.probability < 1 && DrawFraction(context.database.ids()) >= rule.probability) continue;
    ++rule.struck;
    if (rule.times_left > 0) --rule.times_left;
    striking_ = rule;
    striking_table_ = targets[*target].table;
    striking_action_ = *target;
    actions_ = targets.size();
    return &*striking_;
  }
  return nullptr;
}

uint64_t FaultRules::PageItems(uint64_t limit) const {
  if (!striking_ || striking_->page_items == 0) return limit;
  const uint64_t items = static_cast<uint64_t>(striking_->page_items);
  return limit == 0 ? items : std::min(limit, items);
}

Error FaultRules::StrikingError(const OperationContext& context, std::string_view operation) const {
  Error error{*striking_->error, ""};
  switch (error.type) {
    case ErrorType::kConditionalCheckFailed: error.message = messages::ConditionFailed(); break;
    case ErrorType::kTransactionConflict: error.message = messages::TransactionOngoing(); break;
    case ErrorType::kInternal: error.message = messages::InjectedInternalError(); break;
    default: error = ThrottleError(context, *striking_, striking_table_, IsRead(operation));
  }
  if (!IsTransaction(operation) || ReasonCode(error.type).empty()) return error;
  // Reasons have no members about throttling (service model, CancellationReason).
  error.extra.clear();
  CancellationReasons reasons(actions_);
  reasons.Set(striking_action_, std::move(error));
  return std::move(reasons.Check()).error();
}

}  // namespace pixii
