// Keeping due times in order.
#include "core/base/due_queue.h"

namespace pixii {

void DueQueue::Set(DueKind kind, std::string_view key, int64_t due_ms) {
  const auto [at, added] = times_.try_emplace({kind, std::string(key)}, due_ms);
  if (!added) {
    if (at->second == due_ms) return;
    entries_.erase({at->second, kind, at->first.second});
    at->second = due_ms;
  }
  entries_.emplace(due_ms, kind, at->first.second);
  FindNext();
}

void DueQueue::Clear(DueKind kind, std::string_view key) {
  const auto at = times_.find({kind, std::string(key)});
  if (at == times_.end()) return;
  entries_.erase({at->second, kind, at->first.second});
  times_.erase(at);
  FindNext();
}

int64_t DueQueue::TimeOf(DueKind kind, std::string_view key) const {
  const auto at = times_.find({kind, std::string(key)});
  return at == times_.end() ? INT64_MAX : at->second;
}

DueWork DueQueue::TakeFirst() {
  const auto first = entries_.begin();
  DueWork work{std::get<0>(*first), std::get<1>(*first), std::get<2>(*first)};
  times_.erase({work.kind, work.key});
  entries_.erase(first);
  FindNext();
  return work;
}

void DueQueue::FindNext() {
  next_ms_ = entries_.empty() ? INT64_MAX : std::get<0>(*entries_.begin());
}

}  // namespace pixii
