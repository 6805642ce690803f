// Checking tags.
#include "core/operations/tag_rules.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/tags.h"
#include "core/base/utf8.h"

namespace pixii {
namespace {

constexpr std::string_view kReservedPrefix = "aws:";

// In any case: AWS: is reserved too.
bool IsReserved(std::string_view key) {
  return key.size() >= kReservedPrefix.size() &&
         std::equal(kReservedPrefix.begin(), kReservedPrefix.end(), key.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

// Runs of code points beyond ASCII that are neither letters, digits nor spaces: punctuation,
// symbols, private ones and emoji.
struct Run {
  uint32_t first;
  uint32_t last;
};
constexpr Run kSymbols[] = {
    {0x80, 0x9F},     {0xA1, 0xA9},       {0xAB, 0xB1},       {0xB4, 0xB4},     {0xB6, 0xB8},
    {0xBB, 0xBB},     {0xBF, 0xBF},       {0xD7, 0xD7},       {0xF7, 0xF7},     {0x200B, 0x2027},
    {0x202A, 0x202E}, {0x2030, 0x205E},   {0x2060, 0x206F},   {0x207A, 0x207E}, {0x208A, 0x208E},
    {0x20A0, 0x20FF}, {0x2190, 0x245F},   {0x249C, 0x24E9},   {0x2500, 0x2775}, {0x2794, 0x2BFF},
    {0x3001, 0x3004}, {0x3008, 0x3020},   {0xE000, 0xF8FF},   {0xFE00, 0xFE6F}, {0xFF01, 0xFF0F},
    {0xFFF0, 0xFFFF}, {0x1F000, 0x1FBEF}, {0xE0000, 0x10FFFF}};

bool IsTagCharacter(uint32_t c) {
  if (c < 0x80) {
    const bool letter_or_digit =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter_or_digit ||
           std::string_view(" +-=._:/@").find(static_cast<char>(c)) != std::string_view::npos;
  }
  return std::none_of(std::begin(kSymbols), std::end(kSymbols),
                      [c](const Run& run) { return run.first <= c && c <= run.last; });
}

// REQUIRES: valid UTF-8.
bool HasTagCharactersOnly(std::string_view text) {
  while (!text.empty()) {
    if (!IsTagCharacter(TakeCodePoint(text))) return false;
  }
  return true;
}

bool IsTagText(std::string_view text, size_t length_max) {
  return text.data() != nullptr && Utf16Length(text) <= length_max && HasTagCharactersOnly(text);
}

Result<void> CheckTagKey(std::string_view key) {
  if (key.empty() || !IsTagText(key, limits::kTagKeyLengthMax)) {
    return ValidationError(messages::InvalidTagKey(key));
  }
  if (IsReserved(key)) return ValidationError(messages::ReservedTagKey(key));
  return {};
}

}  // namespace

Result<void> CheckTags(const Span<TagInput>& asked) {
  for (size_t i = 0; i < asked.count; ++i) {
    PIXII_RETURN_IF_ERROR(CheckTagKey(asked[i].key));
    if (!IsTagText(asked[i].value, limits::kTagValueLengthMax)) {
      return ValidationError(messages::InvalidTagValue(asked[i].value));
    }
    for (size_t j = 0; j < i; ++j) {
      if (asked[j].key == asked[i].key) {
        return ValidationError(messages::DuplicateTagKey(asked[i].key));
      }
    }
    if (i >= limits::kTagsMax) return ValidationError(messages::TooManyTags());
  }
  return {};
}

Result<void> CheckTagKeys(const Span<std::string_view>& keys) {
  for (const std::string_view key : keys) PIXII_RETURN_IF_ERROR(CheckTagKey(key));
  if (keys.count > limits::kTagsMax) return ValidationError(messages::TooManyTags());
  return {};
}

Result<void> AddTags(const Span<TagInput>& asked, std::vector<Tag>& tags) {
  for (const TagInput& tag : asked) {
    const auto known = std::find_if(tags.begin(), tags.end(),
                                    [&tag](const Tag& other) { return other.key == tag.key; });
    if (known == tags.end()) {
      tags.push_back({std::string(tag.key), std::string(tag.value)});
    } else {
      known->value = tag.value;
    }
  }
  if (tags.size() > limits::kTagsMax) return ValidationError(messages::TooManyTags());
  return {};
}

}  // namespace pixii
