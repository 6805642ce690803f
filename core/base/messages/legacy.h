// Every sentence a client can read about the parameters from before expressions: Expected,
// ConditionalOperator, AttributeUpdates, AttributesToGet, KeyConditions, QueryFilter, ScanFilter.
// Texts come without the envelope.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

// Comparisons, wherever they stand. `comparison` is "EQ", "BETWEEN" and the like.
std::string ComparisonArgumentCount(std::string_view comparison);
std::string ComparisonType(std::string_view comparison, std::string_view type);
std::string ComparisonTypesDiffer();
std::string ComparisonBoundsReversed();

// Expected: members that do not fit together.
std::string ExpectedValueAndList(std::string_view attribute);
std::string ExpectedExistsAndComparison(std::string_view attribute);
std::string ExpectedComparisonAlone(std::string_view comparison, std::string_view attribute);
std::string ExpectedListAlone(std::string_view attribute);
// `exists` is "true", or "null" where the request does not say.
std::string ExpectedValueMissing(std::string_view exists, std::string_view attribute);
std::string ExpectedValueOfAbsence(std::string_view attribute);

std::string ConditionalOperatorAlone();
std::string ConditionalOperatorForOne();

std::string KeyConditionNotIndexable();
std::string QueryFilterOnKey(std::string_view attribute);

std::string AttributeUpdateWithoutValue();
std::string AttributeAddType(std::string_view type);
std::string AttributeDeleteType(std::string_view type);
std::string AttributeUpdateTypeMismatch();

std::string AttributeNameTwice(std::string_view attribute);
std::string AttributesToGetNotAllowed(std::string_view select);

}  // namespace pixii::messages
