// Names that mean something where they stand: types behind IS, and functions.
#pragma once

#include <optional>
#include <string_view>

#include "core/partiql/ast.h"

namespace pixii::partiql {

// What IS asks for by this word, in any case; nothing for words that the service does not serve.
std::optional<IsType> IsTypeNamed(std::string_view word);

// The name that messages give a type of SQL that the service does not serve; empty: it is no type.
std::string_view OtherTypeNamed(std::string_view word);

// The function of this name, in any case.
CallKind CallNamed(std::string_view name);

}  // namespace pixii::partiql
