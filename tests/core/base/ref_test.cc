// Ref: every way of making, sharing and giving up a reference, counted on a small object.
#include "core/base/ref.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace pixii {
namespace {

class Counted {
 public:
  explicit Counted(int* live) : live_(live) { ++*live_; }
  ~Counted() { --*live_; }
  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }
  int number = 7;

 private:
  mutable uint32_t references_ = 1;
  int* live_;
};

TEST(Ref, StartsNull) {
  Ref<Counted> ref;
  EXPECT_FALSE(ref);
  EXPECT_FALSE(ref.unique());
  EXPECT_TRUE(ref == nullptr);
  EXPECT_EQ(ref.get(), nullptr);
}

TEST(Ref, AdoptTakesTheFirstReferenceAndTheLastOneFrees) {
  int live = 0;
  {
    Ref<Counted> ref = Ref<Counted>::Adopt(new Counted(&live));
    EXPECT_TRUE(ref.unique());
    EXPECT_EQ(ref->number, 7);
    EXPECT_EQ((*ref).number, 7);
    EXPECT_EQ(live, 1);
  }
  EXPECT_EQ(live, 0);
}

TEST(Ref, CopiesShareAndMovesDoNot) {
  int live = 0;
  Ref<Counted> first = Ref<Counted>::Adopt(new Counted(&live));
  Ref<Counted> second = first;
  EXPECT_EQ(first->RefCount(), 2u);
  EXPECT_TRUE(first == second);
  Ref<Counted> third = std::move(second);
  EXPECT_EQ(third->RefCount(), 2u);
  EXPECT_FALSE(second);
  first = nullptr;
  EXPECT_TRUE(third.unique());
  Ref<Counted>& alias = third;
  third = alias;
  EXPECT_TRUE(third.unique());
  EXPECT_EQ(live, 1);
}

TEST(Ref, AssignmentReleasesWhatWasHeld) {
  int live = 0;
  Ref<Counted> first = Ref<Counted>::Adopt(new Counted(&live));
  Ref<Counted> second = Ref<Counted>::Adopt(new Counted(&live));
  EXPECT_EQ(live, 2);
  first = second;
  EXPECT_EQ(live, 1);
  EXPECT_EQ(second->RefCount(), 2u);
}

TEST(Ref, DetachHandsTheReferenceOver) {
  int live = 0;
  Ref<Counted> ref = Ref<Counted>::Adopt(new Counted(&live));
  Counted* raw = ref.Detach();
  EXPECT_FALSE(ref);
  EXPECT_EQ(live, 1);
  EXPECT_EQ(raw->RefCount(), 1u);
  Ref<Counted> shared(raw);
  EXPECT_EQ(raw->RefCount(), 2u);
  raw->Release();
  EXPECT_TRUE(shared.unique());
}

}  // namespace
}  // namespace pixii
