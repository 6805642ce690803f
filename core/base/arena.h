// Memory that lives as long as one Call: handed out by moving a pointer, given back all at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pixii {

// Owns its blocks; everything it hands out dies at Reset or with it. Objects placed here never have
// their destructors run. Not copyable, one thread.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Uninitialised bytes, aligned to 8; never null, not even for a size of 0.
  void* Allocate(size_t size) {
    size = size == 0 ? 8 : (size + 7) & ~size_t{7};
    if (size > static_cast<size_t>(end_ - next_)) Grow(size);
    void* result = next_;
    next_ += size;
    return result;
  }
  // Value-initialised objects.
  template <class T>
  T* New(size_t count = 1) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
    T* objects = static_cast<T*>(Allocate(sizeof(T) * count));
    for (size_t i = 0; i < count; ++i) new (objects + i) T();
    return objects;
  }
  // A copy of `text` that lives as long as the arena's contents.
  std::string_view Copy(std::string_view text) {
    char* copy = static_cast<char*>(Allocate(text.size()));
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }
  // Forgets everything handed out; keeps one block for the next use.
  void Reset() {
    if (blocks_.size() > 1) blocks_.erase(blocks_.begin() + 1, blocks_.end());
    next_ = blocks_.empty() ? nullptr : blocks_[0].get();
    end_ = blocks_.empty() ? nullptr : next_ + kBlockSize;
  }

 private:
  static constexpr size_t kBlockSize = 64 * 1024;

  void Grow(size_t size) {
    const size_t block_size = blocks_.empty() && size <= kBlockSize ? kBlockSize
                              : size > kBlockSize / 4               ? size
                                                                    : kBlockSize;
    if (blocks_.empty() && block_size != kBlockSize) {
      blocks_.push_back(std::unique_ptr<char[]>(new char[kBlockSize]));
    }
    blocks_.push_back(std::unique_ptr<char[]>(new char[block_size]));
    next_ = blocks_.back().get();
    end_ = next_ + block_size;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

// A borrowed run of objects, usually in an Arena.
template <class T>
struct Span {
  T* data = nullptr;
  size_t count = 0;
  T* begin() const { return data; }
  T* end() const { return data + count; }
  T& operator[](size_t index) const { return data[index]; }
  bool empty() const { return count == 0; }
};

}  // namespace pixii
