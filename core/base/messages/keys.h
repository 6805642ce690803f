// Every sentence a client can read about keys and the items that carry them.
#pragma once

#include <cstdint>
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
std::string IndexKeyPathNotScalar(std::string_view attribute);
// Index keys of a put, and of an update, whose texts name neither index nor attribute.
std::string IndexKeyTypeMismatch(std::string_view attribute, std::string_view expected,
                                 std::string_view actual, std::string_view index);
std::string EmptyIndexKeyValue(std::string_view kind, std::string_view index,
                               std::string_view attribute);
std::string UpdatedIndexKeyOfWrongType();
std::string UpdatedIndexKeyIsEmpty(std::string_view kind);
std::string IndexKeyTooLong(std::string_view attribute, uint64_t size_bytes,
                            uint32_t size_bytes_max, std::string_view index);
std::string UpdatedIndexKeyTooLong();
std::string ItemTooLarge();
std::string CollectionTooLarge();
std::string UpdatedItemTooLarge();
// A start key that lacks a key attribute or has other ones.
std::string StartKeyInvalid();
// `fault` is what is wrong with one of its key attributes.
std::string StartKeyFault(std::string_view fault);
std::string StartKeyOutsideQuery();
std::string StartKeyOutsideSortCondition();
std::string StartKeyOfOneRowQuery();
std::string StartKeyOutsideSegment(int64_t segment, int64_t total_segments);

}  // namespace pixii::messages
