// Ranges of branches, and what speaks against reading them.
#include "core/partiql/key_plan.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/keys.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/item_lowering.h"
#include "core/partiql/key_branches.h"
#include "core/values/key_bytes.h"

namespace pixii::partiql {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// REQUIRES: `attribute` is one of `schema`.
bool IsSortKey(const KeySchema& schema, const KeyAttribute* attribute) {
  return attribute >= schema.sort.data() && attribute < schema.sort.data() + schema.sort.size();
}

// Errors: kValidation for a value that no key can have.
Result<void> CheckValue(const KeyLeaf& leaf, ValueView value, bool is_sort_key) {
  if (!value) return {};
  PIXII_RETURN_IF_ERROR(CheckKeyType(*leaf.attribute, value));
  return CheckKeyValue(*leaf.attribute, value, is_sort_key);
}

Result<void> CheckValues(const KeySchema& schema, Span<Branch> branches) {
  for (const Branch& branch : branches) {
    for (const KeyLeaf& leaf : branch.leaves) {
      const bool is_sort_key = IsSortKey(schema, leaf.attribute);
      PIXII_RETURN_IF_ERROR(CheckValue(leaf, leaf.first, is_sort_key));
      PIXII_RETURN_IF_ERROR(CheckValue(leaf, leaf.second, is_sort_key));
    }
  }
  return {};
}

// The value that `attribute` equals, null if none. Counts the leaves used in `used`; two different
// values make `conflict`.
ValueView FindEqual(const Branch& branch, const KeyAttribute& attribute, size_t& used,
                    bool& conflict) {
  ValueView found;
  for (const KeyLeaf& leaf : branch.leaves) {
    if (leaf.attribute != &attribute || leaf.kind != TermKind::kEqual) continue;
    if (!found) found = leaf.first;
    if (found == leaf.first)
      ++used;
    else
      conflict = true;
  }
  return found;
}

std::string WithPart(const std::string& prefix, ValueView value) {
  std::string key = prefix;
  AppendKeyPart(key, value);
  return key;
}

KeyRange RangeOfLeaf(const std::string& prefix, const KeyLeaf& leaf) {
  KeyRange range = RangeOfPrefix(prefix);
  switch (leaf.kind) {
    case TermKind::kLess: range.end = WithPart(prefix, leaf.first); break;
    case TermKind::kLessEqual: range.end = PrefixSuccessor(WithPart(prefix, leaf.first)); break;
    case TermKind::kGreater: range.begin = PrefixSuccessor(WithPart(prefix, leaf.first)); break;
    case TermKind::kGreaterEqual: range.begin = WithPart(prefix, leaf.first); break;
    case TermKind::kBetween:
      range.begin = WithPart(prefix, leaf.first);
      range.end = PrefixSuccessor(WithPart(prefix, leaf.second));
      break;
    default: {
      std::string begin = prefix;
      AppendKeyPrefix(begin, leaf.first);
      return RangeOfPrefix(std::move(begin));
    }
  }
  return range;
}

void Intersect(KeyRange& range, const KeyRange& other) {
  range.begin = std::max(range.begin, other.begin);
  range.end = std::min(range.end, other.end);
}

// The range of one branch; false if it does not fix the partition. `is_exact`: all of the branch is
// in the range.
bool MakeRange(const KeySchema& schema, const Branch& branch, PlannedRange& planned,
               bool& is_exact) {
  size_t used = 0;
  bool conflict = false;
  std::string prefix(8, '\0');
  for (const KeyAttribute& attribute : schema.partition) {
    const ValueView value = FindEqual(branch, attribute, used, conflict);
    if (!value || conflict) return false;
    if (!planned.partition_value) planned.partition_value = value;
    AppendKeyPart(prefix, value);
  }
  WriteKeyHash(prefix, 0);
  const KeyAttribute* bounded = nullptr;
  for (const KeyAttribute& attribute : schema.sort) {
    const ValueView value = FindEqual(branch, attribute, used, conflict);
    if (!value) {
      bounded = &attribute;
      break;
    }
    AppendKeyPart(prefix, value);
  }
  planned.range = RangeOfPrefix(prefix);
  for (const KeyLeaf& leaf : branch.leaves) {
    if (leaf.attribute != bounded) continue;
    Intersect(planned.range, RangeOfLeaf(prefix, leaf));
    ++used;
  }
  is_exact = branch.is_whole && !conflict && used == branch.leaves.count;
  return true;
}

bool Overlap(const std::vector<PlannedRange>& ranges) {
  std::vector<const KeyRange*> sorted;
  for (const PlannedRange& each : ranges) {
    if (!each.range.IsEmpty()) sorted.push_back(&each.range);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const KeyRange* a, const KeyRange* b) { return a->begin < b->begin; });
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->begin < sorted[i - 1]->end) return true;
  }
  return false;
}

}  // namespace

Result<KeyPlan> PlanKeys(Arena& arena, const BoundStatement& bound, const KeySchema& schema) {
  KeyPlan plan;
  plan.is_scan = bound.statement.where == kNoTerm;
  if (plan.is_scan) return plan;
  PIXII_ASSIGN_OR_RETURN(const Span<Branch> branches, FindBranches(arena, bound, schema));
  PIXII_RETURN_IF_ERROR(CheckValues(schema, branches));
  plan.ranges.resize(branches.count);
  plan.is_exact = true;
  for (size_t i = 0; i < branches.count; ++i) {
    bool is_exact = false;
    if (!MakeRange(schema, branches[i], plan.ranges[i], is_exact)) {
      plan.ranges.clear();
      plan.is_scan = true;
      plan.is_exact = false;
      return plan;
    }
    plan.is_exact = plan.is_exact && is_exact;
  }
  if (plan.ranges.size() > 1 && Overlap(plan.ranges)) {
    return Invalid(messages::OverlappingKeyConditions());
  }
  if (CountPartitions(plan) > limits::kStatementPartitionsMax) {
    return Invalid(messages::TooManyInOperands(static_cast<uint32_t>(plan.ranges.size())));
  }
  return plan;
}

size_t CountPartitions(const KeyPlan& plan) {
  std::vector<Bytes> values;
  for (const PlannedRange& each : plan.ranges) values.push_back(each.partition_value.Encoded());
  std::sort(values.begin(), values.end());
  return static_cast<size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

}  // namespace pixii::partiql
