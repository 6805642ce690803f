// Walking a WHERE clause for its branches.
#include "core/partiql/key_branches.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/partiql/statement_rules.h"

namespace pixii::partiql {
namespace {

using Branches = Span<Branch>;

Error TooMany(size_t branches) {
  return {ErrorType::kValidation, messages::TooManyInOperands(static_cast<uint32_t>(branches))};
}

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
      return TooMany(all.size());
    }
  }
  Branch* branches = arena_.New<Branch>(all.size());
  std::copy(all.begin(), all.end(), branches);
  return Branches{branches, all.size()};
}

Result<Branches> BranchFinder::Multiply(Branches left, Branches right) {
  const size_t count = left.count * right.count;
  if (count > limits::kStatementBranchesMax) {
    return TooMany(count);
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

}  // namespace

Result<Branches> FindBranches(Arena& arena, const BoundStatement& bound, const KeySchema& schema) {
  return BranchFinder(arena, bound, schema).Find(bound.statement.where);
}

}  // namespace pixii::partiql
