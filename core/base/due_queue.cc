// Keeping due times in order.
#include "core/base/due_queue.h"

#include <utility>

namespace pixii {

void DueQueue::Set(DueKind kind, std::string_view key, int64_t due_ms) {
  const auto at = times_.find(Subject<std::string_view>{kind, key});
  if (at == times_.end()) {
    times_.emplace(Subject<std::string>{kind, std::string(key)}, due_ms);
    entries_.insert({due_ms, kind, std::string(key)});
  } else {
    auto entry = entries_.extract(entries_.find(Place{at->second, kind, key}));
    entry.value().due_ms = at->second = due_ms;
    entries_.insert(std::move(entry));
  }
  FindNext();
}

void DueQueue::Clear(DueKind kind, std::string_view key) {
  const auto at = times_.find(Subject<std::string_view>{kind, key});
  if (at == times_.end()) return;
  entries_.erase(entries_.find(Place{at->second, kind, key}));
  times_.erase(at);
  FindNext();
}

int64_t DueQueue::TimeOf(DueKind kind, std::string_view key) const {
  const auto at = times_.find(Subject<std::string_view>{kind, key});
  return at == times_.end() ? INT64_MAX : at->second;
}

DueWork DueQueue::TakeFirst() {
  DueWork work = std::move(entries_.extract(entries_.begin()).value());
  times_.erase(times_.find(Subject<std::string_view>{work.kind, work.key}));
  FindNext();
  return work;
}

void DueQueue::FindNext() { next_ms_ = entries_.empty() ? INT64_MAX : entries_.begin()->due_ms; }

}  // namespace pixii
