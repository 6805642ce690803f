// ExclusiveStartKey of Query and Scan: the key attributes of the table and of the index that is
// read. It is a position and need not exist, but it must fit.
#pragma once

#include <string>

#include "core/operations/page_source.h"

namespace pixii {

// How a request words a start key that has too many or too few attributes.
enum class StartKeyWording : uint8_t { kBare, kSchema };

// Errors: kValidation for too many or too few attributes, and for an index key attribute that is
// missing, of another type, empty or too long.
Result<void> CheckStartKeyForm(const PageSource& source, EntryRange start_key,
                               StartKeyWording wording);

// The encoded position. Errors: kValidation if the table's key attributes in it do not fit.
// REQUIRES: CheckStartKeyForm.
Result<void> EncodeStartKey(const PageSource& source, EntryRange start_key, std::string& key);

}  // namespace pixii
