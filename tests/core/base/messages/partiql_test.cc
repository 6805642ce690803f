// The sentences about statements, letter by letter.
#include "core/base/messages/partiql.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(PartiqlMessages, TellStatementsThatAreNotWellFormed) {
  EXPECT_EQ(StatementNotWellFormed(ExpectedDataManipulation()),
            "Statement wasn't well formed, can't be processed: Expected data manipulation");
  EXPECT_EQ(ExpectedToken("RIGHT_PAREN"), "expected token of type RIGHT_PAREN");
  EXPECT_EQ(AtPlace(2, 13, 5), " at 2:13:5");
}

TEST(PartiqlMessages, TellWhatIsNotServed) {
  EXPECT_EQ(UnsupportedClause("LIMIT"), "Unsupported clause: LIMIT");
  EXPECT_EQ(UnsupportedOperator("like"),
            "Unsupported operator in Condition Expression. Operator: like");
  EXPECT_EQ(UnsupportedUpdateOperator("*"),
            "Unsupported operator in Update Expression. Operator: *");
  EXPECT_EQ(UnknownFunction("foo"), "Unrecognized function: foo");
  EXPECT_EQ(RepeatedColumn("b[0]"), "Duplicate identifiers in select clause: b[0]");
  EXPECT_EQ(RepeatedTupleKey("k", "root.m"), "Duplicate keys in tuple. Key: k under root.m");
  EXPECT_EQ(DeleteReturning("RETURNING ALL NEW *"),
            "Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in "
            "DELETE statements.");
}

TEST(PartiqlMessages, TellLiteralsThatAreNone) {
  EXPECT_EQ(UnsupportedTypeUnderKey("Parameter", "root.0"),
            "Unsupported data type: Parameter under key root.0");
  EXPECT_EQ(TupleKeyNotString("INT", "root"),
            "Tuple keys must be of type String. Actual type: INT under root");
  EXPECT_EQ(EmptyBag(), "Empty bags are not supported");
}

TEST(PartiqlMessages, TellKeysThatDoNotFit) {
  EXPECT_EQ(MissingKeyEquality(),
            "Where clause does not contain a mandatory equality on all key attributes");
  EXPECT_EQ(KeyAttributeMissing("pk"), "Key attribute should be present in the item: Key pk");
  EXPECT_EQ(KeyValueTypeDiffers("pk"),
            "Key attribute's data type should match its data type in table's schema: Key pk");
  EXPECT_EQ(
      SeveralConditionsOnKey("pk"),
      "Multiple conditions on same key pk. Only single item Update/Insert/Delete are supported");
}

TEST(PartiqlMessages, TellWholeRequests) {
  EXPECT_EQ(DuplicateItem(), "Duplicate primary key exists in table");
  EXPECT_EQ(NextTokenMismatch(), "NextToken does not match request");
  EXPECT_EQ(MixedBatch(), "Read and write requests together in the same batch is not supported.");
  EXPECT_EQ(MixedTransaction(),
            "ExecuteTransaction API does not support both read and write operations in the same "
            "request.");
  EXPECT_EQ(InTransactStatement(2, ReturningInTransaction()),
            "Validation failed in TransactStatements[2]: RETURNING clause is not supported in "
            "ExecuteTransaction.");
}

}  // namespace
}  // namespace pixii::messages
