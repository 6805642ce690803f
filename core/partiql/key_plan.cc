// Branches of key conditions, each a run of leaves, multiplied out over AND and added up over OR.
#include "core/partiql/key_plan.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/keys.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/item_lowering.h"
#include "core/partiql/statement_rules.h"
#include "core/values/key_bytes.h"

namespace pixii::partiql {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// One condition on one key attribute, the attribute on the left.
struct KeyLeaf {
  const KeyAttribute* attribute = nullptr;
  TermKind kind = TermKind::kEqual;  // kCall: begins_with
  ValueView first{};
  ValueView second{};  // BETWEEN's upper bound
};

// Leaves of which all must hold. `is_whole`: there is nothing else in this branch.
struct Branch {
  Span<const KeyLeaf> leaves{};
  bool is_whole = true;
};
using Branches = Span<Branch>;

TermKind Mirrored(TermKind kind) {
  switch (kind) {
    case TermKind::kLess: return TermKind::kGreater;
    case TermKind::kLessEqual: return TermKind::kGreaterEqual;
    case TermKind::kGreater: return TermKind::kLess;
    case TermKind::kGreaterEqual: return TermKind::kLessEqual;
    default: return kind;
  }
}

class BranchFinder {
 public:
  BranchFinder(Arena& arena, const BoundStatement& bound, const KeySchema& schema)
      : arena_(arena), bound_(bound), schema_(schema) {}

  // Errors: kValidation for more branches than one statement may read.
  Result<Branches> Find(TermIndex index);

 private:
  Result<Branches> FindInAnd(const Term& term);
  Result<Branches> FindInOr(const Term& term);
  Result<Branches> Multiply(Branches left, Branches right);
  Branches Alone(const KeyLeaf& leaf);
  Branches Rest();
  bool NamesKey(const Term& term) const;
  bool FindLeaf(const Term& term, KeyLeaf& leaf) const;
  const KeyAttribute* FindKey(const Term& term) const;
  bool IsPartition(const KeyAttribute* attribute) const {
    return attribute >= schema_.partition.data() &&
           attribute < schema_.partition.data() + schema_.partition.size();
  }

  Arena& arena_;
  const BoundStatement& bound_;
  const KeySchema& schema_;
};

Result<Branches> BranchFinder::Find(TermIndex index) {
  const Term& term = bound_[index];
  if (term.kind == TermKind::kAnd) return FindInAnd(term);
  if (term.kind == TermKind::kOr && NamesKey(term)) return FindInOr(term);
  KeyLeaf leaf;
  if (FindLeaf(term, leaf)) return Alone(leaf);
  if (term.kind != TermKind::kIn || !NamesKey(term)) return Rest();
  leaf.attribute = FindKey(bound_[term.first_child]);
  const uint32_t count = bound_.statement.ChildCount(term) - 1;
  Branch* branches = arena_.New<Branch>(count);
  KeyLeaf* leaves = arena_.New<KeyLeaf>(count);
  TermIndex value = bound_[term.first_child].next;
  for (uint32_t i = 0; i < count; ++i, value = bound_[value].next) {
    leaves[i] = leaf;
    leaves[i].first = bound_.Value(bound_[value]);
    branches[i].leaves = {&leaves[i], 1};
  }
  return Branches{branches, count};
}

// Operands of one branch make one branch together; only the others multiply.
Result<Branches> BranchFinder::FindInAnd(const Term& term) {
  std::vector<KeyLeaf> leaves;
  std::vector<Branches> factors;
  Branch* single = arena_.New<Branch>(1);
  for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) {
    PIXII_ASSIGN_OR_RETURN(const Branches each, Find(i));
    if (each.count != 1) {
      factors.push_back(each);
      continue;
    }
    leaves.insert(leaves.end(), each[0].leaves.begin(), each[0].leaves.end());
    single->is_whole = single->is_whole && each[0].is_whole;
  }
  KeyLeaf* kept = arena_.New<KeyLeaf>(leaves.size());
  std::copy(leaves.begin(), leaves.end(), kept);
  single->leaves = {kept, leaves.size()};
  Branches all{single, 1};
  for (const Branches& factor : factors) {
    PIXII_ASSIGN_OR_RETURN(all, Multiply(all, factor));
  }
  return all;
}

Result<Branches> BranchFinder::FindInOr(const Term& term) {
  std::vector<Branch> all;
  for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) {
    PIXII_ASSIGN_OR_RETURN(const Branches each, Find(i));
    all.insert(all.end(), each.begin(), each.end());
    if (all.size() > limits::kStatementBranchesMax) {
      return Invalid(messages::TooManyInOperands(static_cast<uint32_t>(all.size())));
    }
  }
  Branch* branches = arena_.New<Branch>(all.size());
  std::copy(all.begin(), all.end(), branches);
  return Branches{branches, all.size()};
}

Result<Branches> BranchFinder::Multiply(Branches left, Branches right) {
  const size_t count = left.count * right.count;
  if (count > limits::kStatementBranchesMax) {
    return Invalid(messages::TooManyInOperands(static_cast<uint32_t>(count)));
  }
  Branch* products = arena_.New<Branch>(count);
  Branch* product = products;
  for (const Branch& a : left) {
    for (const Branch& b : right) {
      KeyLeaf* leaves = arena_.New<KeyLeaf>(a.leaves.count + b.leaves.count);
      std::copy(a.leaves.begin(), a.leaves.end(), leaves);
      std::copy(b.leaves.begin(), b.leaves.end(), leaves + a.leaves.count);
      product->leaves = {leaves, a.leaves.count + b.leaves.count};
      product->is_whole = a.is_whole && b.is_whole;
      ++product;
    }
  }
  return Branches{products, count};
}

Branches BranchFinder::Alone(const KeyLeaf& leaf) {
  KeyLeaf* kept = arena_.New<KeyLeaf>(1);
  *kept = leaf;
  Branch* branch = arena_.New<Branch>(1);
  branch->leaves = {kept, 1};
  return {branch, 1};
}

Branches BranchFinder::Rest() {
  Branch* branch = arena_.New<Branch>(1);
  branch->is_whole = false;
  return {branch, 1};
}

const KeyAttribute* BranchFinder::FindKey(const Term& term) const {
  const std::string_view name = TopLevelName(bound_.statement, term);
  if (name.data() == nullptr) return nullptr;
  for (const auto* attributes : {&schema_.partition, &schema_.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      if (attribute.name == name) return &attribute;
    }
  }
  return nullptr;
}

bool BranchFinder::NamesKey(const Term& term) const {
  if (term.kind == TermKind::kAnd || term.kind == TermKind::kOr) {
    for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) {
      if (NamesKey(bound_[i])) return true;
    }
    return false;
  }
  KeyLeaf leaf;
  if (FindLeaf(term, leaf)) return true;
  if (term.kind != TermKind::kIn || FindKey(bound_[term.first_child]) == nullptr) return false;
  TermIndex i = bound_[term.first_child].next;
  if (i == kNoTerm) return false;
  for (; i != kNoTerm; i = bound_[i].next) {
    if (!IsValue(bound_[i])) return false;
  }
  return true;
}

bool BranchFinder::FindLeaf(const Term& term, KeyLeaf& leaf) const {
  const bool compares = term.kind == TermKind::kEqual ||
                        (term.kind >= TermKind::kLess && term.kind <= TermKind::kBetween);
  const bool begins = term.kind == TermKind::kCall && term.call == CallKind::kBeginsWith;
  if (!compares && !begins) return false;
  const Term* left = &bound_[term.first_child];
  const Term* right = &bound_[left->next];
  leaf.kind = term.kind;
  if (compares && term.kind != TermKind::kBetween && IsValue(*left)) {
    std::swap(left, right);
    leaf.kind = Mirrored(term.kind);
  }
  leaf.attribute = FindKey(*left);
  if (leaf.attribute == nullptr || !IsValue(*right)) return false;
  if (IsPartition(leaf.attribute) && leaf.kind != TermKind::kEqual) return false;
  leaf.first = bound_.Value(*right);
  if (term.kind != TermKind::kBetween) return true;
  const Term& upper = bound_[right->next];
  if (IsValue(upper)) leaf.second = bound_.Value(upper);
  return static_cast<bool>(leaf.second);
}

Result<void> CheckKeyValue(const KeyAttribute& attribute, ValueView value) {
  if (!value) return {};
  PIXII_RETURN_IF_ERROR(CheckKeyType(attribute, value));
  if (attribute.type == ValueType::kNumber || !value.Payload().empty()) return {};
  const bool is_string = attribute.type == ValueType::kString;
  return Invalid(messages::EmptyKeyValue(attribute.name, is_string ? "string" : "binary"));
}

Result<void> CheckKeyValues(Branches branches) {
  for (const Branch& branch : branches) {
    for (const KeyLeaf& leaf : branch.leaves) {
      PIXII_RETURN_IF_ERROR(CheckKeyValue(*leaf.attribute, leaf.first));
      PIXII_RETURN_IF_ERROR(CheckKeyValue(*leaf.attribute, leaf.second));
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
  BranchFinder finder(arena, bound, schema);
  PIXII_ASSIGN_OR_RETURN(const Branches branches, finder.Find(bound.statement.where));
  PIXII_RETURN_IF_ERROR(CheckKeyValues(branches));
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
