// What clients read when an attribute value is of the right JSON form but not acceptable. Number
// ranges stand in messages/expressions.h, as arithmetic meets them too.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

// {} or only unknown types.
std::string AttributeValueEmpty();
std::string AttributeNameEmpty();
std::string AttributeValueHasManyTypes();
std::string NotANumber(std::string_view text);
std::string NullMustBeTrue();
std::string StringSetEmpty();
std::string NumberSetEmpty();
std::string BinarySetEmpty();
// `members` as sent, separated by ", ".
std::string StringSetHasDuplicates(std::string_view members);
std::string NumberSetHasDuplicates();
// `members` in base64.
std::string BinarySetHasDuplicates(std::string_view members);
std::string NestedTooDeep();

}  // namespace pixii::messages
