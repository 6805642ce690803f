// Every sentence a client can read about keys and the items that carry them.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string MissingKey(std::string_view attribute);
// Types by their short names: "S", "N", "B".
std::string KeyTypeMismatch(std::string_view attribute, std::string_view expected,
                            std::string_view actual);
std::string KeyDoesNotMatchSchema();
// `kind` is "string" or "binary".
std::string EmptyKeyValue(std::string_view attribute, std::string_view kind);
std::string PartitionKeyTooLong();
std::string SortKeyTooLong();
std::string CannotUpdateKey(std::string_view attribute);
std::string KeyPathNotScalar(std::string_view attribute);
std::string ItemTooLarge();
std::string UpdatedItemTooLarge();
std::string StartKeyDoesNotMatchSchema();
std::string StartKeyOutsideQuery();
std::string StartKeyOutsideSortCondition();
std::string StartKeyOfOneRowQuery();
std::string StartKeyOutsideSegment();

}  // namespace pixii::messages
