// The words that may not stand bare as attribute names in expressions (developer guide,
// ReservedWords).
#pragma once

#include <cstddef>
#include <string_view>

namespace pixii {

inline constexpr size_t kReservedWordCount = 573;

// Whether `word`, in any case, is reserved.
bool IsReservedWord(std::string_view word);

}  // namespace pixii
