// The patterns of the service model and a matcher for each, written by hand: a handful of fixed
// patterns needs no regular expression engine.
#pragma once

#include <string_view>

#include "core/wire/shape.h"

namespace pixii {

// The pattern as the model and error messages write it. Empty for kNone.
std::string_view PatternText(Pattern pattern);

// Whether `text` is an ARN rather than a name.
bool IsArn(std::string_view text);

// Whether all of `text` matches. True for kNone.
bool Matches(Pattern pattern, std::string_view text);

}  // namespace pixii
