// What the files of sentences have in common: how a sentence is put together, and the opening that
// many begin with. Only they include this.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace pixii::messages {

// The parts, one behind the other.
std::string Join(std::initializer_list<std::string_view> parts);

// "One or more parameter values were invalid: " and the text, or the parts, behind it.
std::string Invalid(std::string_view text);
std::string Invalid(std::initializer_list<std::string_view> parts);

}  // namespace pixii::messages
