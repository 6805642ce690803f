// AttributeUpdates and AttributesToGet, from before expressions, rewritten as bound updates and
// projections. Both name top-level attributes; a dot in a name is only a dot.
#pragma once

#include <string_view>

#include "core/base/arena.h"
#include "core/base/messages/expressions.h"
#include "core/expressions/projection.h"
#include "core/expressions/update.h"
#include "core/values/attribute_value.h"
#include "pixii/error.h"

namespace pixii {

// The path that is one attribute's name; borrows the name.
DocumentPath TopLevelPath(Arena& arena, std::string_view attribute);

// One member of AttributeUpdates, as the request gives it.
struct AttributeUpdateInput {
  std::string_view attribute;
  std::string_view action{};  // PUT, ADD or DELETE; data() == nullptr: PUT
  ValueView value{};          // null: absent
};

// The updates as actions: PUT is SET, DELETE without a value is REMOVE, ADD of a list appends to
// it. What is bound lives in the arena and borrows names and values. REQUIRES: names differ. Faults
// (kValidation): no value for PUT or ADD, a value of a type that ADD or DELETE does not take.
Result<BoundUpdate> BindAttributeUpdates(Arena& arena, Span<const AttributeUpdateInput> inputs,
                                         Envelope envelope);

// To be asked before the bound update is applied: ADD and DELETE meet only values of their own
// type. Faults: kValidation, "Type mismatch for attribute to update".
Result<void> CheckUpdatedTypes(Span<const AttributeUpdateInput> inputs, EntryRange old_item);

// AttributesToGet. Faults: kValidation for a name that is there twice, never enveloped.
Result<BoundProjection> BindAttributesToGet(Arena& arena, Span<const std::string_view> names);

}  // namespace pixii
