// Records share the items of their change, by the view of their stream.
#include "core/streams/stream_record.h"

#include <gtest/gtest.h>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeThing;

Ref<ChangeSource> Things() { return ChangeSource::Make("us-east-1", "Things", {"pk"}); }

TEST(StreamRecord, KnowsItsKindByItsItems) {
  const Ref<Item> thing = MakeThing("a", "1");
  EXPECT_EQ((ItemImages{nullptr, thing}).Kind(), ChangeKind::kInsert);
  EXPECT_EQ((ItemImages{thing, thing}).Kind(), ChangeKind::kModify);
  EXPECT_EQ((ItemImages{thing, nullptr}).Kind(), ChangeKind::kRemove);
}

TEST(StreamRecord, SharesTheItemsOfItsChange) {
  const Ref<Item> before = MakeThing("a", "1");
  const Ref<Item> after = MakeThing("a", "2");
  const StreamRecord record =
      MakeStreamRecord(*Things(), StreamView::kNewAndOldImages, {before, after});
  EXPECT_EQ(record.old_image.get(), before.get());
  EXPECT_EQ(record.new_image.get(), after.get());
  EXPECT_FALSE(record.keys);
  EXPECT_EQ(before->RefCount(), 2u);
}

TEST(StreamRecord, KeepsKeysAloneWhereNoImageIsTold) {
  const Ref<Item> thing = MakeThing("abc", "much else");
  const struct {
    StreamView view;
    ItemImages images;
  } cases[] = {{StreamView::kKeysOnly, {thing, thing}},
               {StreamView::kNewImage, {thing, nullptr}},
               {StreamView::kOldImage, {nullptr, thing}}};
  const uint32_t shared = thing->RefCount();
  for (const auto& one : cases) {
    const StreamRecord record = MakeStreamRecord(*Things(), one.view, one.images);
    ASSERT_TRUE(record.keys);
    EXPECT_FALSE(record.old_image);
    EXPECT_FALSE(record.new_image);
    EXPECT_EQ(record.keys->SizeBytes(), 5u);
    EXPECT_EQ(record.Keyed().Key(), thing->Key());
    EXPECT_EQ(thing->RefCount(), shared) << "the record holds neither item";
  }
}

TEST(StreamRecord, CountsKeysAndImages) {
  const Ref<Item> before = MakeThing("a", "12");  // 2 + 1 + 1 + 2
  const Ref<Item> after = MakeThing("a", "1234");
  const StreamRecord record =
      MakeStreamRecord(*Things(), StreamView::kNewAndOldImages, {before, after});
  std::string keys;
  Things()->CopyKeys(after->Attributes(), keys);
  EXPECT_EQ(record.SizeBytes(EntryRange(keys)), 3u + 6u + 8u);
  EXPECT_GE(record.MemoryBytes(), sizeof(StreamRecord) + before->MemoryBytes());
}

TEST(StreamRecord, EventIdsAreHexadecimalAndTheirOwn) {
  EXPECT_EQ(EventId(1).size(), 32u);
  EXPECT_EQ(EventId(1), EventId(1));
  EXPECT_NE(EventId(1), EventId(2));
  EXPECT_EQ(EventId(77).find_first_not_of("0123456789abcdef"), std::string::npos);
}

}  // namespace
}  // namespace pixii
