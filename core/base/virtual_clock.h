// The database's own clock: running with the host's, from wherever it was set, or standing still.
// Part of the database's value. It never goes back.
#pragma once

#include <cstdint>

namespace pixii {

class VirtualClock {
 public:
  // The time, in milliseconds since 1970, when the host's clock reads `host_ms`. A host's clock
  // that is set back makes this one stand until it has caught up.
  int64_t Now(int64_t host_ms) {
    if (standing_) return reading_ms_;
    const int64_t now_ms = host_ms + offset_ms_;
    if (now_ms > reading_ms_) reading_ms_ = now_ms;
    return reading_ms_;
  }

  bool standing() const { return standing_; }
  // The last reading; of a standing clock, its time.
  int64_t reading_ms() const { return reading_ms_; }
  // What a running clock adds to the host's.
  int64_t offset_ms() const { return offset_ms_; }

  // REQUIRES of both: time_ms is not before the last reading. The clock reads it now, and stands
  // or runs as it did.
  void Set(int64_t host_ms, int64_t time_ms) {
    offset_ms_ = time_ms - host_ms;
    reading_ms_ = time_ms;
  }
  // A clock as it was stored.
  static VirtualClock Stored(bool standing, int64_t reading_ms, int64_t offset_ms) {
    VirtualClock clock;
    clock.standing_ = standing;
    clock.reading_ms_ = reading_ms;
    clock.offset_ms_ = offset_ms;
    return clock;
  }
  void StandAt(int64_t time_ms) {
    standing_ = true;
    reading_ms_ = time_ms;
  }
  // Runs on from where it stands.
  void Run(int64_t host_ms) {
    standing_ = false;
    offset_ms_ = reading_ms_ - host_ms;
  }

 private:
  bool standing_ = false;
  int64_t offset_ms_ = 0;
  int64_t reading_ms_ = INT64_MIN;
};

}  // namespace pixii
