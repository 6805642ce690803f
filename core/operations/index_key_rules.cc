// Checking values on their way into index keys.
#include "core/operations/index_key_rules.h"

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/operations/item_collections.h"

namespace pixii {
namespace {

// What is wrong with a value as an index key.
enum class KeyFault : uint8_t { kNone, kType, kEmpty, kTooLong };

KeyFault FaultOf(const KeyAttribute& attribute, ValueView value, uint32_t size_bytes_max) {
  if (!value) return KeyFault::kNone;
  if (!value.is(attribute.type)) return KeyFault::kType;
  if (attribute.type == ValueType::kNumber) return KeyFault::kNone;
  if (value.Payload().empty()) return KeyFault::kEmpty;
  return value.Payload().size() > size_bytes_max ? KeyFault::kTooLong : KeyFault::kNone;
}

std::string_view KindName(const KeyAttribute& attribute) {
  return attribute.type == ValueType::kBinary ? "binary" : "string";
}

// Calls `check(attribute, size_bytes_max)` for every key attribute of the index until one answers
// with an error.
template <class Check>
Result<void> ForEachKeyAttribute(const IndexDefinition& index, Check check) {
  for (const KeyAttribute& attribute : index.key_schema.partition) {
    PIXII_RETURN_IF_ERROR(check(attribute, limits::kPartitionKeySizeBytesMax));
  }
  for (const KeyAttribute& attribute : index.key_schema.sort) {
    PIXII_RETURN_IF_ERROR(check(attribute, limits::kSortKeySizeBytesMax));
  }
  return {};
}

// The fault that `check(index)` finds in the index whose name comes first, of those it refuses.
template <class Check>
Result<void> FirstByName(const TableDefinition& definition, Check check) {
  const IndexDefinition* refusing = nullptr;
  Result<void> fault;
  for (const IndexDefinition& index : definition.indexes) {
    if (refusing != nullptr && refusing->name < index.name) continue;
    Result<void> outcome = check(index);
    if (outcome.ok()) continue;
    refusing = &index;
    fault = std::move(outcome);
  }
  return fault;
}

Error Invalid(std::string message) { return {ErrorType::kValidation, std::move(message)}; }

bool Touches(Span<const DocumentPath> paths, std::string_view attribute) {
  for (const DocumentPath& path : paths) {
    if (path.root() == attribute) return true;
  }
  return false;
}

}  // namespace

Result<void> CheckIndexKeys(const IndexDefinition& index, EntryRange keys, KeyFaults faults) {
  return ForEachKeyAttribute(
      index, [&](const KeyAttribute& attribute, uint32_t size_bytes_max) -> Result<void> {
        const ValueView value = keys.Find(attribute.name);
        switch (FaultOf(attribute, value, size_bytes_max)) {
          case KeyFault::kNone: return {};
          case KeyFault::kType:
            if (faults == KeyFaults::kEmptyValues) return {};
            return Invalid(messages::IndexKeyTypeMismatch(attribute.name, TypeName(attribute.type),
                                                          TypeName(value.type()), index.name));
          case KeyFault::kEmpty:
            return Invalid(
                messages::EmptyIndexKeyValue(KindName(attribute), index.name, attribute.name));
          case KeyFault::kTooLong: break;
        }
        if (faults == KeyFaults::kEmptyValues) return {};
        return Invalid(messages::IndexKeyTooLong(attribute.name, value.Payload().size(),
                                                 size_bytes_max, index.name));
      });
}

Result<void> CheckPutIndexKeys(const TableDefinition& definition, EntryRange item,
                               KeyFaults faults) {
  PIXII_RETURN_IF_ERROR(FirstByName(definition, [&](const IndexDefinition& index) {
    return CheckIndexKeys(index, item, faults);
  }));
  return CheckSizeWithEntries(definition, item, SizeWording::kPut);
}

Result<void> CheckKnownIndexKeys(const TableDefinition& definition, const BoundUpdate& update,
                                 KeyFaults faults) {
  return FirstByName(definition, [&](const IndexDefinition& index) {
    return ForEachKeyAttribute(index, [&](const KeyAttribute& attribute, uint32_t) -> Result<void> {
      const KnownOutcome known = update.OutcomeOf(attribute.name);
      const std::string_view expected = TypeName(attribute.type);
      if (!known.type.empty() && known.type != expected) {
        if (faults == KeyFaults::kEmptyValues) return {};
        return Invalid(
            messages::IndexKeyTypeMismatch(attribute.name, expected, known.type, index.name));
      }
      if (FaultOf(attribute, known.value, UINT32_MAX) != KeyFault::kEmpty) return {};
      return Invalid(messages::UpdatedIndexKeyIsEmpty(KindName(attribute)));
    });
  });
}

Result<void> CheckUpdatedIndexKeys(const TableDefinition& definition,
                                   Span<const DocumentPath> paths, EntryRange item) {
  const auto check = [&](const KeyAttribute& attribute, uint32_t size_bytes_max) -> Result<void> {
    if (!Touches(paths, attribute.name)) return {};
    switch (FaultOf(attribute, item.Find(attribute.name), size_bytes_max)) {
      case KeyFault::kNone: return {};
      case KeyFault::kType: return Invalid(messages::UpdatedIndexKeyOfWrongType());
      case KeyFault::kEmpty: return Invalid(messages::UpdatedIndexKeyIsEmpty(KindName(attribute)));
      case KeyFault::kTooLong: break;
    }
    return Invalid(messages::UpdatedIndexKeyTooLong());
  };
  for (const IndexDefinition& index : definition.indexes) {
    PIXII_RETURN_IF_ERROR(ForEachKeyAttribute(index, check));
  }
  return CheckSizeWithEntries(definition, item, SizeWording::kUpdate);
}

Result<void> CheckNoIndexKeyEmptied(const TableDefinition& definition,
                                    Span<const DocumentPath> paths, EntryRange item) {
  const auto check = [&](const KeyAttribute& attribute, uint32_t size_bytes_max) -> Result<void> {
    if (!Touches(paths, attribute.name)) return {};
    const ValueView value = item.Find(attribute.name);
    if (FaultOf(attribute, value, size_bytes_max) != KeyFault::kEmpty) return {};
    return Invalid(messages::UpdatedIndexKeyIsEmpty(KindName(attribute)));
  };
  for (const IndexDefinition& index : definition.indexes) {
    PIXII_RETURN_IF_ERROR(ForEachKeyAttribute(index, check));
  }
  return {};
}

}  // namespace pixii
