// Every sentence a client can read about the rules that need only the request: which parameters go
// together, and what a failed condition says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pixii::messages {

// Parameter names in the order in which they are listed.
std::string MixedParameters(const std::vector<std::string_view>& legacy,
                            const std::vector<std::string_view>& expressions);
std::string NamesWithoutExpression();
// `expressions` are the parameters that could have used the values, none of them given.
std::string ValuesWithoutExpression(const std::vector<std::string_view>& expressions);
std::string NamesEmpty();
std::string ValuesEmpty();
// `fault` is what is wrong with the value.
std::string InvalidExpressionValue(std::string_view fault, std::string_view placeholder);
std::string ReturnValuesNotAllowed();
std::string ConditionFailed();

// How the texts call a Select: COUNT is "only the Count".
std::string SelectName(std::string_view select);
std::string SelectNeedsProjection();
std::string ProjectionNotAllowed(std::string_view select);
std::string AllProjectedWithoutIndex();
std::string KeyConditionMissing();
std::string FilterOnKey(std::string_view attribute);
std::string UnknownIndex(std::string_view index);
std::string ConsistentReadOfGlobalIndex();
std::string AllAttributesNotProjected(std::string_view index);
// What a projection, or a filter, names and the index does not hold.
std::string AttributesNotProjected(std::string_view index,
                                   const std::vector<std::string_view>& attributes);
std::string FilterAttributesNotProjected(std::string_view index,
                                         const std::vector<std::string_view>& attributes);
std::string TotalSegmentsMissing();
std::string SegmentMissing();
std::string SegmentTooLarge(int64_t segment, int64_t total_segments);

std::string DuplicateKeysInBatch();
std::string TooManyItems(std::string_view operation);
std::string WriteRequestHasTwoForms();
std::string WriteRequestIsEmpty();

}  // namespace pixii::messages
