// What the WHERE clause of a SELECT says about keys: the ranges of a table or index to be read, or
// that all of it is to be scanned.
//
// Every OR and IN that names a key attribute opens branches. A branch reads one range: all
// partition attributes equal a value, leading sort attributes equal a value, and the next one may
// have bounds. If one branch does not fix the partition, everything is scanned. The ranges only
// narrow what is read: the whole WHERE clause is asked of each item, unless `is_exact`.
#pragma once

#include <vector>

#include "core/partiql/bound_statement.h"
#include "core/storage/key_schema.h"
#include "core/storage/page_reader.h"
#include "pixii/error.h"

namespace pixii::partiql {

// One range to be read.
struct PlannedRange {
  KeyRange range;
  ValueView partition_value;  // of the first partition attribute: ORDER BY sorts ranges by it
};

struct KeyPlan {
  bool is_scan = false;
  std::vector<PlannedRange> ranges;  // in the order written; none for a scan
  // The ranges hold just what the WHERE clause asks for.
  bool is_exact = false;
};

// Lays the WHERE clause on the key schema of what is read. Faults (kValidation): a key attribute
// compared with a value of another type or an empty one, ranges that overlap, too many branches.
Result<KeyPlan> PlanKeys(Arena& arena, const BoundStatement& bound, const KeySchema& schema);

// How many different partition values an ORDER BY has to know of: the equalities, and values of IN,
// on the partition attribute that are not optional. 0: some branch has none.
size_t CountPartitions(const KeyPlan& plan);

}  // namespace pixii::partiql
