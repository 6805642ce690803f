// Sentences from their parts.
#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string Join(std::initializer_list<std::string_view> parts) {
  size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size);
  for (const std::string_view part : parts) text.append(part);
  return text;
}

std::string Invalid(std::string_view text) {
  return Join({"One or more parameter values were invalid: ", text});
}

std::string Invalid(std::initializer_list<std::string_view> parts) { return Invalid(Join(parts)); }

}  // namespace pixii::messages
