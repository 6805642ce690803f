// The words that are no attribute names unless they stand in double quotes: SQL-92's and PartiQL's.
#pragma once

#include <cstddef>
#include <string_view>

namespace pixii::partiql {

inline constexpr size_t kKeywordCount = 252;

// Whether `word`, in any case, is a keyword.
bool IsReserved(std::string_view word);

// Whether `word` is `keyword` (given in capitals), in any case.
bool IsSameWord(std::string_view word, std::string_view keyword);

}  // namespace pixii::partiql
