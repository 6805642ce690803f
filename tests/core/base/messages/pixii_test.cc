// The sentences of pixii's own errors, which hosts and documents repeat.
#include "core/base/messages/pixii.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(PixiiMessages, NameWhatIsNotServed) {
  EXPECT_EQ(UnsupportedOperation("CreateBackup"),
            "pixii does not serve the operation CreateBackup yet.");
  EXPECT_EQ(UnsupportedParameter("CreateTable", "Tags"),
            "pixii does not serve the parameter Tags of CreateTable yet.");
}

TEST(PixiiMessages, SayWhatIsLeftAfterAFailure) {
  EXPECT_EQ(MemoryLimitExceeded(1000, 900),
            "The write could bring this database past its memory limit of 1000 bytes; it holds 900 "
            "bytes. Nothing was changed.");
  EXPECT_EQ(InstanceLost("out of memory"),
            "This pixii instance is lost and serves nothing any more: out of memory. What was "
            "flushed before remains; open the database again.");
  EXPECT_EQ(DamagedData("a part is cut short"),
            "These bytes are no whole pixii database: a part is cut short.");
}

TEST(PixiiMessages, NameTheSnapshotThatIsMissing) {
  EXPECT_EQ(NoSuchSnapshot("snapshot-7"), "There is no snapshot snapshot-7.");
}

}  // namespace
}  // namespace pixii::messages
