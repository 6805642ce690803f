// Scan: one page of a whole table, or of one segment of it, in hash order.
#pragma once

#include "core/operations/page_request.h"

namespace pixii {

struct ScanRequest {
  PageParameters page;
  Span<MapEntry<LegacyCondition>> scan_filter;
  Integer segment;
  Integer total_segments;
};

inline constexpr Shape kScanSegmentShape =
    shape::Integer({.name = "ScanSegment", .min = 0, .max = 999999});
inline constexpr Shape kScanTotalSegmentsShape =
    shape::Integer({.name = "ScanTotalSegments", .min = 1, .max = 1000000});
inline constexpr Member kScanOwnMembers[] = {
    {"ScanFilter", PIXII_FIELD(ScanRequest, scan_filter), kFilterConditionMapShape},
    {"Segment", PIXII_FIELD(ScanRequest, segment), kScanSegmentShape},
    {"TotalSegments", PIXII_FIELD(ScanRequest, total_segments), kScanTotalSegmentsShape},
};
inline constexpr auto kScanMembers =
    Joined(kScanOwnMembers, kPageParameterMembers, offsetof(ScanRequest, page));

struct Scan {
  using Request = ScanRequest;
  using Response = PageResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "Scan";
  static constexpr Shape kRequestShape = JoinedStructure<ScanRequest>("ScanInput", kScanMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<PageResponse>("ScanOutput", kPageResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
