// The sentences of the control operations about the clock and the modes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string NotADuration(std::string_view member, std::string_view text);
std::string NotATime(std::string_view member, std::string_view text);
std::string AdvanceByWhat();
std::string SetToWhat();
// Times in milliseconds since 1970.
std::string ClockCannotGoBack(int64_t now_ms, int64_t asked_ms);
std::string ClockTooFar(int64_t latest_ms);
// `names` are those there are, joined by commas.
std::string NoSuchConstant(std::string_view name, std::string_view names);
std::string NotACount(std::string_view constant, std::string_view text);
std::string ConstantOutOfBounds(std::string_view constant, std::string_view text,
                                std::string_view min, std::string_view max);

}  // namespace pixii::messages
