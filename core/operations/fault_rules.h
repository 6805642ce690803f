// Faults on purpose: rules that make requests fail, answer in part, late or damaged. They belong to
// the handle of a database, never to its value: forks, snapshots and files have none. The engine
// asks them about every request while there are any (Engine::Serve).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

// What a host does to an answer; the numbers travel in Answer::damage.
enum class AnswerDamage : uint8_t { kNone, kChecksum, kReset };

// One rule. The first group says which requests it matches, the second which of those it strikes,
// the third with what.
struct FaultRule {
  std::string operation;  // empty: every one
  std::string table;      // likewise
  std::string key;        // an entry run; empty: any

  int64_t call = 0;         // 0: every one, else the n-th request that matched
  double probability = 1;   // of striking
  int64_t times_left = -1;  // negative: no end

  std::optional<ErrorType> error;
  std::string reason;         // of a throttle: one of the sixteen; empty: one that fits
  bool after_commit = false;  // the error comes when the work is done
  int64_t batch_items = -1;   // members of a batch that are processed at most; negative: all
  int64_t page_items = 0;     // items a page evaluates at most; 0: as asked
  int64_t delay_ms = 0;
  AnswerDamage damage = AnswerDamage::kNone;

  int64_t matched = 0;
  int64_t struck = 0;
};

// One thread. Rules are tried in the order in which they were added; the first that strikes is the
// only one.
class FaultRules {
 public:
  bool empty() const { return rules_.empty(); }
  // The rules by their ids, which grow.
  const std::map<uint64_t, FaultRule>& rules() const { return rules_; }
  uint64_t Add(FaultRule rule);
  // Whether there was one.
  bool Remove(uint64_t id) { return rules_.erase(id) > 0; }
  void Clear() { rules_.clear(); }

  // The rule that strikes this request, or null; draws by the database's seeded source if one has a
  // probability. Until EndRequest it is what the request's operation meets.
  const FaultRule* BeginRequest(OperationContext& context, const OperationRow& operation,
                                std::string_view body);
  void EndRequest() { striking_.reset(); }

  // How many members of a batch, or items of a page (0: no limit), the request being served may
  // take.
  bool MayTakeBatchItem(uint64_t already) const {
    return !striking_ || striking_->batch_items < 0 ||
           already < static_cast<uint64_t>(striking_->batch_items);
  }
  uint64_t PageItems(uint64_t limit) const;

  // The error of the striking rule as the operation would tell it; a transaction tells it as a
  // reason. REQUIRES: a rule with an error strikes.
  Error StrikingError(const OperationContext& context, std::string_view operation) const;

 private:
  std::map<uint64_t, FaultRule> rules_;
  uint64_t last_id_ = 0;
  std::optional<FaultRule> striking_;
  std::string striking_table_;
  size_t striking_action_ = 0;  // of a transaction: which one the rule is about
  size_t actions_ = 0;
};

}  // namespace pixii
