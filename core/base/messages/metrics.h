// Every sentence a client can read about metrics.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string MetricStatMissing(std::string_view id);
std::string PeriodNotWhole();
std::string UnknownStatistic(std::string_view name);
std::string StartNotBeforeEnd();

}  // namespace pixii::messages
