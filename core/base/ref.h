// Ref<T>: a pointer that shares in owning an object which counts its own references. The one
// reference count of pixii is this intrusive one, of map nodes and item buffers; it is not atomic.
//
// T offers `void Retain() const`, `void Release() const` (the last one frees the object) and
// `uint32_t RefCount() const`, and is born with a count of one, which Adopt takes over.
#pragma once

#include <cstddef>
#include <utility>

namespace pixii {

// Null or one reference. Copying retains, moving does not. An object and all Refs to it belong to
// one thread.
template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  // Shares `object`, which others keep owning too; null is allowed.
  explicit Ref(T* object) : object_(object) {
    if (object_ != nullptr) object_->Retain();
  }
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  // By value: serves copies, moves and self-assignment alike.
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) object_->Release();
  }

  // Takes over a reference that the caller holds, without retaining.
  static Ref Adopt(T* object) {
    Ref result;
    result.object_ = object;
    return result;
  }
  // Hands the reference to the caller, who must Release or Adopt it; leaves this null.
  [[nodiscard]] T* Detach() { return std::exchange(object_, nullptr); }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  // True if nobody else can see the object, so that it may be changed in place.
  bool unique() const { return object_ != nullptr && object_->RefCount() == 1; }

  // Identity, not equality of the objects.
  friend bool operator==(const Ref& left, const Ref& right) {
    return left.object_ == right.object_;
  }
  friend bool operator==(const Ref& left, std::nullptr_t) { return left.object_ == nullptr; }

 private:
  T* object_ = nullptr;
};

}  // namespace pixii
