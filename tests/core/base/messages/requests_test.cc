// The sentences about rules that need only the request, letter by letter.
#include "core/base/messages/requests.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

struct Row {
  std::string text;
  const char* expected;
};

template <size_t N>
void ExpectTexts(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(row.text, row.expected);
}

TEST(RequestMessages, ListTheParametersThatDoNotGoTogether) {
  ExpectTexts({
      {MixedParameters({"Expected"}, {"ConditionExpression"}),
       "Can not use both expression and non-expression parameters in the same request: "
       "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"},
      {MixedParameters({"AttributeUpdates", "Expected"},
                       {"UpdateExpression", "ConditionExpression"}),
       "Can not use both expression and non-expression parameters in the same request: "
       "Non-expression parameters: {AttributeUpdates, Expected} Expression parameters: "
       "{UpdateExpression, ConditionExpression}"},
  });
}

TEST(RequestMessages, NameTheExpressionsThatPlaceholdersMiss) {
  ExpectTexts({
      {NamesWithoutExpression(),
       "ExpressionAttributeNames can only be specified when using expressions"},
      {ValuesWithoutExpression({"ConditionExpression"}),
       "ExpressionAttributeValues can only be specified when using expressions: "
       "ConditionExpression is null"},
      {ValuesWithoutExpression({"FilterExpression", "KeyConditionExpression"}),
       "ExpressionAttributeValues can only be specified when using expressions: FilterExpression "
       "and KeyConditionExpression are null"},
      {ValuesWithoutExpression({"A", "B", "C"}),
       "ExpressionAttributeValues can only be specified when using expressions: A, B and C are "
       "null"},
      {NamesEmpty(), "ExpressionAttributeNames must not be empty"},
      {ValuesEmpty(), "ExpressionAttributeValues must not be empty"},
      {InvalidExpressionValue("something is wrong", ":v"),
       "ExpressionAttributeValues contains invalid value: something is wrong for key :v"},
  });
}

TEST(RequestMessages, SpeakAsTheServiceDoesAboutWritesAndBatches) {
  ExpectTexts({
      {ReturnValuesNotAllowed(), "ReturnValues can only be ALL_OLD or NONE"},
      {ConditionFailed(), "The conditional request failed"},
      {DuplicateKeysInBatch(), "Provided list of item keys contains duplicates"},
      {TooManyItems("BatchGetItem"), "Too many items requested for the BatchGetItem call"},
      {TooManyItems("BatchWriteItem"), "Too many items requested for the BatchWriteItem call"},
      {WriteRequestHasTwoForms(),
       "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
       "supported datatypes"},
  });
  // The service says of no form what it says of two.
  EXPECT_EQ(WriteRequestIsEmpty(), WriteRequestHasTwoForms());
}

TEST(RequestMessages, SpeakAsTheServiceDoesAboutPages) {
  ExpectTexts({
      {SelectNeedsProjection(),
       "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
       "SPECIFIC_ATTRIBUTES"},
      {ProjectionNotAllowed("COUNT"),
       "Cannot specify the ProjectionExpression when choosing to get only the Count"},
      {AllProjectedWithoutIndex(),
       "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"},
      {KeyConditionMissing(),
       "Either the KeyConditions or KeyConditionExpression parameter must be specified in the "
       "request."},
      {FilterOnKey("pk"),
       "Filter Expression can only contain non-primary key attributes: Primary key attribute: pk"},
      {UnknownIndex("ByDate"), "The table does not have the specified index: ByDate"},
      {TotalSegmentsMissing(),
       "The TotalSegments parameter is required but was not present in the request when Segment "
       "parameter is present"},
      {SegmentMissing(),
       "The Segment parameter is required but was not present in the request when parameter "
       "TotalSegments is present"},
      {SegmentTooLarge(4, 4),
       "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
       "Segment: "
       "4 is not less than TotalSegments: 4"},
  });
}

}  // namespace
}  // namespace pixii::messages
