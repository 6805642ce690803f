// The plans of item writes: what one put, update or delete makes of one item. Single writes and the
// actions of transactions plan by these steps alone. A plan changes nothing; it leaves its change
// in the context's commit.
#pragma once

#include "core/expressions/update.h"
#include "core/operations/write_request.h"

namespace pixii {

// An item about to be stored: its entries and their billed size.
struct NewItem {
  Bytes entries;
  uint32_t size_bytes;
};

// An item to be put, measured. Errors: kValidation for an item over the limit.
Result<NewItem> MeasurePut(const AttributeMap& item);

// Errors: kValidation if the update names a key attribute.
Result<void> CheckLeavesKey(const KeySchema& schema, const BoundUpdate& update);

// Which sizes an updated item is held against.
enum class UpdateGate : uint8_t {
  kItemAndStatement,  // UpdateItem: the item's, and what the statement leaves in it, with fees
  kItem,              // transactions
};

// One update of one item, all that its plan needs.
struct ItemUpdate {
  const BoundUpdate& update;
  EntryRange key_attributes;  // of the request's Key
  UpdateGate gate;
};

// The item as the update leaves it, borrowed from the context until the next one is made. Its index
// keys are still to be checked (index_key_rules.h).
// Errors: kValidation: an operand, a path, or the size.
Result<NewItem> MakeUpdated(OperationContext& context, const ItemWrite& write,
                            const ItemUpdate& change);

// Plans `new_item` in the place of the old one, or nothing (null: a deletion). Returns the item
// that would be stored, which the context's commit keeps alive; null for a deletion.
const Item* PlanItemWrite(OperationContext& context, const ItemWrite& write,
                          const NewItem* new_item);

}  // namespace pixii
