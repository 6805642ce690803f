// The rules about tags: their texts and their number.
#pragma once

#include <string_view>
#include <vector>

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

// Tags of one request, each by itself and together. Errors: kValidation.
Result<void> CheckTags(const Span<TagInput>& asked);
Result<void> CheckTagKeys(const Span<std::string_view>& keys);

// Adds tags, or replaces the values of keys that are there. Errors: kValidation for more than 50.
Result<void> AddTags(const Span<TagInput>& asked, std::vector<Tag>& tags);

}  // namespace pixii
