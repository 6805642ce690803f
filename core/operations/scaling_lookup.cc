// Reading resource ids, and looking for tables, indexes and targets by them.
#include "core/operations/scaling_lookup.h"

#include <algorithm>
#include <charconv>

#include "core/base/messages/scaling.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr int64_t kResultsDefault = 50;
constexpr std::string_view kTokenPrefix = "pixii-";

bool Contains(const Span<std::string_view>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// "table/<name>", or with `of_index` "table/<name>/index/<name>".
bool IsResource(std::string_view resource, bool of_index) {
  constexpr std::string_view kTable = "table/";
  constexpr std::string_view kIndex = "/index/";
  if (resource.substr(0, kTable.size()) != kTable) return false;
  const std::string_view rest = resource.substr(kTable.size());
  const size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return !of_index && !rest.empty();
  return of_index && slash != 0 && rest.substr(slash, kIndex.size()) == kIndex &&
         rest.find('/', slash + kIndex.size()) == std::string_view::npos &&
         rest.size() > slash + kIndex.size();
}

messages::ScalingSubject SubjectOf(const ScalingPlace& place) {
  return {place.resource, place.dimension};
}

}  // namespace

Result<ScalingPlace> ScalingPlaceOf(const OperationContext& context,
                                    const ScalingRequest& request) {
  const bool of_index = request.dimension.substr(0, 15) == "dynamodb:index:";
  if (request.service_namespace != "dynamodb" || !IsResource(request.resource, of_index)) {
    return ValidationError(messages::UnsupportedScalableDimension());
  }
  return ScalingPlace{std::string(context.account), std::string(context.region),
                      std::string(request.resource), std::string(request.dimension)};
}

Result<void> CheckScaledResource(const OperationContext& context, const ScalingPlace& place) {
  WritePlace(context, {place.account, place.region, place.Table()});
  const Table* table = context.database.FindTable(context.catalog_key);
  if (table == nullptr) return ValidationError(messages::ScaledTableMissing(place.resource));
  if (place.Index().empty()) return {};
  const IndexDefinition* index = table->definition().FindIndex(place.Index());
  if (index == nullptr || index->kind != IndexKind::kGlobal) {
    return ValidationError(messages::ScaledIndexMissing(place.resource));
  }
  return {};
}

Result<void> CheckRegistered(const OperationContext& context, const ScalingPlace& place) {
  if (context.database.scaling().targets.contains(place)) return {};
  return Error{ErrorType::kObjectNotFound, messages::NoTargetRegistered(SubjectOf(place))};
}

std::string ScalingArn(const ScalingPlace& place, std::string_view kind, std::string_view id,
                       std::string_view name) {
  std::string arn = "arn:aws:autoscaling:" + place.region + ':' + place.account + ':';
  arn.append(kind).append(":").append(id).append(":resource/dynamodb/" + place.resource + ':');
  const std::string_view label = kind == "scalingPolicy" ? "policyName/" : "scheduledActionName/";
  return arn.append(label).append(name);
}

bool ScalingFilter::Fits(const OperationContext& context, const ScalingPlace& place,
                         std::string_view name) const {
  if (place.account != context.account || place.region != context.region) return false;
  if (request.service_namespace != "dynamodb") return false;
  if (Given(request.resource) && request.resource != place.resource) return false;
  if (Given(request.dimension) && request.dimension != place.dimension) return false;
  if (Given(resources) && !Contains(resources, place.resource)) return false;
  return !Given(names) || Contains(names, name);
}

Result<void> CheckScalingFilter(const ScalingFilter& filter, Integer results) {
  const bool has_resource = Given(filter.request.resource) || Given(filter.resources);
  if (Given(filter.request.dimension) && !has_resource) {
    return ValidationError(messages::DimensionWithoutResource());
  }
  if (results.present && (results.value < 1 || results.value > kResultsDefault)) {
    return ValidationError(messages::MaxResultsOutOfRange(kResultsDefault));
  }
  return {};
}

Result<ScalingPage> PageOf(OperationContext& context, size_t count, Integer results,
                           std::string_view token) {
  ScalingPage page;
  if (Given(token)) {
    const std::string_view digits = token.substr(0, kTokenPrefix.size()) == kTokenPrefix
                                        ? token.substr(kTokenPrefix.size())
                                        : std::string_view();
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), page.begin);
    if (digits.empty() || fault != std::errc() || end != digits.data() + digits.size() ||
        page.begin > count) {
      return Error{ErrorType::kInvalidNextToken, messages::InvalidScalingToken()};
    }
  }
  const auto most = static_cast<size_t>(results.ValueOr(kResultsDefault));
  page.end = std::min(count, page.begin + most);
  if (page.end != count) {
    page.next_token = context.arena.Copy(std::string(kTokenPrefix) + std::to_string(page.end));
  }
  return page;
}

}  // namespace pixii
