// A copy-on-write handle: copies share one value until one of them changes it. What a database's
// value is made of beside its ordered maps. One thread.
#pragma once

#include <memory>
#include <utility>

namespace pixii {

// Never empty. T may be incomplete where a Shared<T> is only held, copied or destroyed.
template <class T>
class Shared {
 public:
  // REQUIRES: value is not null.
  explicit Shared(std::shared_ptr<T> value) : value_(std::move(value)) {}

  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  // The value, for changing; copied first if another handle shares it.
  T& Own() {
    if (value_.use_count() != 1) [[unlikely]]
      Copy();
    return *value_;
  }

 private:
  // Apart, so that owning what nobody shares stays short where it is inlined.
  __attribute__((noinline)) void Copy() { value_ = std::make_shared<T>(*value_); }

  std::shared_ptr<T> value_;
};

// A handle to a default value. T must be complete here.
template <class T>
Shared<T> MakeShared() {
  return Shared<T>(std::make_shared<T>());
}

}  // namespace pixii
