// Reading and changing table classes.
#include "core/operations/table_class.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/tables.h"

namespace pixii {

Result<TableClass> TableClassOf(std::string_view text) {
  if (text == "STANDARD") return TableClass::kStandard;
  if (text == "STANDARD_INFREQUENT_ACCESS") return TableClass::kStandardInfrequentAccess;
  return ValidationError(messages::UnknownTableClass());
}

Result<void> UpdateTableClass(std::string_view text, int64_t now_ms, TableDefinition& definition) {
  PIXII_ASSIGN_OR_RETURN(const TableClass asked, TableClassOf(text));
  std::vector<int64_t>& changes = definition.table_class_changes_ms;
  const auto recent = std::count_if(changes.begin(), changes.end(), [now_ms](int64_t at) {
    return at > now_ms - limits::kTableClassWindowMs;
  });
  if (static_cast<size_t>(recent) >= limits::kTableClassChangesMax) {
    return Error{ErrorType::kLimitExceeded, messages::TooManyTableClassChanges()};
  }
  if (asked == definition.table_class) return {};
  definition.table_class = asked;
  definition.table_class_named = true;
  if (changes.size() >= limits::kTableClassChangesMax) changes.erase(changes.begin());
  changes.push_back(now_ms);
  return {};
}

}  // namespace pixii
