// Background work by due time: table states, expiry, trimming, scaling. One entry per kind and key;
// whoever does the work sets the next entry. Part of the database's value.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace pixii {

// What becomes due. Entries due at one time run in this order, then in the order of keys.
enum class DueKind : uint8_t {
  kTableState,  // key: the place in the catalog of a table that, or part of which, is in progress
  kExpiry,      // key: the table's place in the catalog
  kStreamTrim,  // key: the stream's place in the stream store
  kDestinationState,  // key: the table's place in the catalog
  kScaling,           // key: empty, one entry for all targets
};

struct DueWork {
  int64_t due_ms;
  DueKind kind;
  std::string key;

  bool operator==(const DueWork& other) const {
    return due_ms == other.due_ms && kind == other.kind && key == other.key;
  }
};

class DueQueue {
 public:
  // The time of the first entry; INT64_MAX if there is none.
  int64_t NextMs() const { return next_ms_; }

  // Puts an entry in the place of that of the same kind and key, or adds it.
  void Set(DueKind kind, std::string_view key, int64_t due_ms);
  void Clear(DueKind kind, std::string_view key);
  // When the entry of this kind and key is due; INT64_MAX if there is none.
  int64_t TimeOf(DueKind kind, std::string_view key) const;
  // Takes the first entry out. REQUIRES: NextMs() is not INT64_MAX.
  DueWork TakeFirst();

  // All entries, in the order in which they run: due time, kind, key.
  const auto& entries() const { return entries_; }

 private:
  // What an entry is about; found by a borrowed key.
  template <class Text>
  struct Subject {
    DueKind kind;
    Text key;
  };
  struct BySubject {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      if (a.kind != b.kind) return a.kind < b.kind;
      return std::string_view(a.key) < std::string_view(b.key);
    }
  };
  struct ByTime {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return a.due_ms != b.due_ms ? a.due_ms < b.due_ms : BySubject()(a, b);
    }
  };
  // An entry's place among entries_, by a borrowed key.
  struct Place {
    int64_t due_ms;
    DueKind kind;
    std::string_view key;
  };
  void FindNext();

  std::set<DueWork, ByTime> entries_;
  std::map<Subject<std::string>, int64_t, BySubject> times_;
  int64_t next_ms_ = INT64_MAX;
};

}  // namespace pixii
