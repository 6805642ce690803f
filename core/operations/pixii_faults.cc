// Rules in and out of their form on the wire.
#include "core/operations/pixii_faults.h"

#include <charconv>
#include <iterator>

#include "core/base/duration_text.h"
#include "core/base/messages/clock.h"
#include "core/base/messages/faults.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/fault_rules.h"
#include "core/operations/operation_table.h"
#include "core/wire/error_json.h"

namespace pixii {
namespace {

// The longest that an answer can be held back.
constexpr int64_t kDelayMsMax = 3'600'000;

constexpr ErrorType kFaultErrors[] = {
    ErrorType::kConditionalCheckFailed, ErrorType::kInternal,   ErrorType::kProvisionedThroughput,
    ErrorType::kRequestLimit,           ErrorType::kThrottling, ErrorType::kTransactionConflict};

ErrorType FaultErrorNamed(std::string_view name) {
  for (const ErrorType type : kFaultErrors) {
    if (ErrorName(type) == name) return type;
  }
  return ErrorType::kInternal;
}

AnswerDamage DamageNamed(std::string_view name) {
  return name == kDamageNames[0] ? AnswerDamage::kChecksum : AnswerDamage::kReset;
}

Result<int64_t> DelayOf(const FaultTold& told) {
  if (!Given(told.delay)) return 0;
  const std::optional<int64_t> delay_ms = ParseDuration(told.delay);
  if (!delay_ms) return ValidationError(messages::NotADuration("Delay", told.delay));
  if (*delay_ms <= kDelayMsMax) return *delay_ms;
  return ValidationError(messages::ConstantOutOfBounds("Delay", told.delay, DurationText(0),
                                                       DurationText(kDelayMsMax)));
}

// A rule for a name that is misspelt would never strike, and nobody would know why.
bool CanBeStruck(std::string_view operation) {
  for (const OperationRow& row : Operations()) {
    if (row.name == operation && row.service != Service::kPixii) return true;
  }
  return false;
}

Result<void> CheckEffects(const FaultTold& told) {
  const bool throttles = told.error == "ProvisionedThroughputExceededException" ||
                         told.error == "RequestLimitExceeded" ||
                         told.error == "ThrottlingException";
  if (Given(told.reason) && !throttles) {
    return ValidationError(messages::FaultMemberNeedsError("Reason", "an Error that throttles"));
  }
  if (told.after_commit.ValueOr(false) && told.error != "InternalServerError") {
    return ValidationError(
        messages::FaultMemberNeedsError("AfterCommit", "the Error InternalServerError"));
  }
  const bool has_effect = Given(told.error) || told.batch_items.present ||
                          told.page_items.present || Given(told.delay) || Given(told.damage);
  if (!has_effect) return ValidationError(messages::FaultWithoutEffect());
  const double probability = told.probability.present ? told.probability.value : 1;
  if (probability >= 0 && probability <= 1) return {};
  return ValidationError(messages::FaultProbability());
}

Result<FaultRule> RuleOf(const FaultTold& told) {
  if (Given(told.operation) && !CanBeStruck(told.operation)) {
    return ValidationError(messages::FaultOfNoOperation(told.operation));
  }
  PIXII_RETURN_IF_ERROR(CheckEffects(told));
  FaultRule rule;
  PIXII_ASSIGN_OR_RETURN(rule.delay_ms, DelayOf(told));
  rule.operation = told.operation;
  rule.table = told.table_name;
  if (told.key.present) rule.key = told.key.Entries().Encoded();
  rule.call = told.call.ValueOr(0);
  if (told.probability.present) rule.probability = told.probability.value;
  rule.times_left = told.times.ValueOr(-1);
  if (Given(told.error)) rule.error = FaultErrorNamed(told.error);
  rule.reason = told.reason;
  rule.after_commit = told.after_commit.ValueOr(false);
  rule.batch_items = told.batch_items.ValueOr(-1);
  rule.page_items = told.page_items.ValueOr(0);
  if (Given(told.damage)) rule.damage = DamageNamed(told.damage);
  return rule;
}

// A text that an answer tells, or an absent one where it is empty.
std::string_view Text(Arena& arena, std::string_view text) {
  return text.empty() ? std::string_view() : arena.Copy(text);
}

FaultTold Describe(Arena& arena, uint64_t id, const FaultRule& rule) {
  FaultTold told;
  told.id = arena.Copy(std::to_string(id));
  told.operation = Text(arena, rule.operation);
  told.table_name = Text(arena, rule.table);
  if (!rule.key.empty()) told.key = AttributeMap(arena.Copy(rule.key));
  if (rule.call > 0) told.call = rule.call;
  if (rule.probability < 1) told.probability = rule.probability;
  if (rule.times_left >= 0) told.times = rule.times_left;
  if (rule.error) told.error = ErrorName(*rule.error);
  told.reason = Text(arena, rule.reason);
  if (rule.after_commit) told.after_commit = true;
  if (rule.batch_items >= 0) told.batch_items = rule.batch_items;
  if (rule.page_items > 0) told.page_items = rule.page_items;
  if (rule.delay_ms > 0) told.delay = arena.Copy(DurationText(rule.delay_ms));
  if (rule.damage != AnswerDamage::kNone) {
    told.damage = kDamageNames[static_cast<size_t>(rule.damage) - 1];
  }
  told.matched = rule.matched;
  told.struck = rule.struck;
  return told;
}

}  // namespace

Result<void> AddFault::Execute(OperationContext& context, const Request& request,
                               Response& response) {
  PIXII_RETURN_IF_ERROR(CheckFault(request.key, Envelope::kNone));
  PIXII_ASSIGN_OR_RETURN(FaultRule rule, RuleOf(request));
  response.id = context.arena.Copy(std::to_string(context.faults.Add(std::move(rule))));
  return {};
}

Result<void> ListFaults::Execute(OperationContext& context, const Request&, Response& response) {
  const auto& rules = context.faults.rules();
  response.faults = {context.arena.New<FaultTold>(rules.size()), 0};
  for (const auto& [id, rule] : rules) {
    response.faults[response.faults.count++] = Describe(context.arena, id, rule);
  }
  return {};
}

Result<void> RemoveFault::Execute(OperationContext& context, const Request& request, Response&) {
  uint64_t id = 0;
  const char* const end = request.id.data() + request.id.size();
  const auto [at, fault] = std::from_chars(request.id.data(), end, id);
  if (fault == std::errc() && at == end && context.faults.Remove(id)) return {};
  return Error{ErrorType::kResourceNotFound, messages::NoSuchFault(request.id)};
}

Result<void> ClearFaults::Execute(OperationContext& context, const Request&, Response&) {
  context.faults.Clear();
  return {};
}

}  // namespace pixii
