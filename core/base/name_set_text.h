// Sets of names as error messages of the service list them: in the order of its hash tables, which
// is that of Java's, so that the texts are equal byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pixii {

// Distinct `names`, put one after the other into a hash table that began with room for `capacity`
// entries, in the order in which that table is walked.
std::vector<std::string_view> InHashOrder(const std::vector<std::string_view>& names,
                                          size_t capacity);

// [b, a]: distinct `names`, put one after the other into a hash table that began with room for
// `capacity` entries.
std::string NameSetText(const std::vector<std::string_view>& names, size_t capacity);

// The capacity of a set that was made without naming one.
inline constexpr size_t kUsualSetCapacity = 16;

}  // namespace pixii
