// Shows that every stream has a label of its own, even where the clock stands still.
#include "core/operations/stream_settings.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

StreamSpecification On(std::string_view view) {
  StreamSpecification asked;
  asked.stream_enabled = true;
  asked.stream_view_type = view;
  return asked;
}

StreamSpecification Off() {
  StreamSpecification asked;
  asked.stream_enabled = false;
  return asked;
}

TEST(StreamSettings, LabelsEveryStreamAnew) {
  TableDefinition definition;
  ASSERT_TRUE(UpdateStream(On("NEW_IMAGE"), 1000, definition).ok());
  EXPECT_EQ(definition.StreamArn(), "arn:aws:dynamodb:::table//stream/1970-01-01T00:00:01.000");
  definition.stream.tags = {{"a", "1"}};
  ASSERT_TRUE(UpdateStream(Off(), 1000, definition).ok());
  EXPECT_EQ(definition.stream.label_ms, 1000);
  ASSERT_TRUE(UpdateStream(On("OLD_IMAGE"), 1000, definition).ok());
  EXPECT_EQ(definition.stream.label_ms, 1001);
  EXPECT_EQ(definition.stream.view, StreamView::kOldImage);
  EXPECT_TRUE(definition.stream.tags.empty());
}

TEST(StreamSettings, NamesEachViewAsItWasAskedFor) {
  for (const char* view : {"KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"}) {
    StreamSettings stream;
    const StreamSpecification asked = On(view);
    ASSERT_TRUE(StartStream(&asked, 5, stream).ok());
    EXPECT_EQ(StreamViewName(stream.view), view);
    EXPECT_TRUE(stream.enabled);
  }
}

TEST(StreamSettings, NeedAViewToBeOnAndNoneToBeOff) {
  StreamSpecification asked = Off();
  EXPECT_TRUE(CheckStreamUpdate(asked).ok());
  asked.stream_view_type = "KEYS_ONLY";
  EXPECT_FALSE(CheckStreamUpdate(asked).ok());
  StreamSettings stream;
  EXPECT_FALSE(StartStream(&asked, 5, stream).ok());
  EXPECT_TRUE(StartStream(nullptr, 5, stream).ok());
  EXPECT_EQ(stream.label_ms, 0);
}

}  // namespace
}  // namespace pixii
