// The texts about metrics. CloudWatch's own are not published; these say the same.
#include "core/base/messages/metrics.h"

namespace pixii::messages {

std::string MetricStatMissing(std::string_view id) {
  return std::string("The query ").append(id).append(" must have a MetricStat or an Expression.");
}

std::string PeriodNotWhole() {
  return "The parameter MetricDataQueries.member.1.MetricStat.Period must be a multiple of 60.";
}

std::string UnknownStatistic(std::string_view name) {
  return std::string("The value ")
      .append(name)
      .append(" for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported.");
}

std::string StartNotBeforeEnd() {
  return "The parameter StartTime must be less than the parameter EndTime.";
}

}  // namespace pixii::messages
