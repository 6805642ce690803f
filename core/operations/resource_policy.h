// The rules about resource-based policies, and what the requests about them share. pixii keeps the
// policies of tables and streams and hands them back; it does not hold requests against them.
#pragma once

#include <string_view>

#include "core/operations/resource_lookup.h"
#include "core/operations/table_shapes.h"
#include "core/operations/tag_resource.h"

namespace pixii {

struct PolicyRevisionResponse {
  std::string_view revision_id;
};

inline constexpr Shape kPolicyRevisionIdShape =
    shape::String({.name = "PolicyRevisionId", .min = 1, .max = 255});
inline constexpr Member kPolicyRevisionMembers[] = {
    {"RevisionId", PIXII_FIELD(PolicyRevisionResponse, revision_id), kPolicyRevisionIdShape},
};

// A document that can be attached: JSON with statements, of at most 20 KB. Errors: kValidation.
Result<void> CheckPolicy(const OperationContext& context, std::string_view text);

// Attaches the document under a revision of its own, unless it is the one that is attached.
void SetPolicy(std::string_view text, int64_t now_ms, ResourcePolicy& policy);

// Errors: kPolicyNotFound if `expected` was given and is not the revision of the resource's policy;
// NO_POLICY expects that there is none.
Result<void> CheckRevision(std::string_view expected, const ResourcePolicy& policy,
                           std::string_view table);

// In the arena; absent if there is no policy.
std::string_view RevisionText(const OperationContext& context, const ResourcePolicy& policy);

}  // namespace pixii
