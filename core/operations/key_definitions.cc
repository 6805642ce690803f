// Checking and converting key schemas and attribute definitions.
#include "core/operations/key_definitions.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/base/messages/tables.h"
#include "core/base/name_set_text.h"

namespace pixii {
namespace {

// Those of `names` that are not in `others`.
NameList Missing(const NameList& names, const NameList& others) {
  NameList missing;
  for (const std::string_view name : names.names()) {
    if (!others.Holds(name)) missing.Add(name);
  }
  return missing;
}

Error NotDefined(const NameList& keys, const NameList& defined) {
  return ValidationError(
      messages::KeyAttributesNotDefined(NameSetText(keys.names(), kUsualSetCapacity),
                                        NameSetText(defined.names(), defined.names().size())));
}

ValueType TypeOf(std::string_view attribute_type) {
  if (attribute_type == "S") return ValueType::kString;
  return attribute_type == "N" ? ValueType::kNumber : ValueType::kBinary;
}

void AddUsed(const std::vector<KeyAttribute>& attributes, std::vector<KeyAttribute>& used) {
  for (const KeyAttribute& attribute : attributes) {
    if (std::find(used.begin(), used.end(), attribute) == used.end()) used.push_back(attribute);
  }
}

}  // namespace

Result<void> CheckKeySchema(const Span<KeySchemaElement>& elements) {
  if (elements[0].key_type != "HASH") return ValidationError(messages::KeySchemaFirstNotHash());
  if (elements.count == 1) return {};
  if (elements[1].key_type != "RANGE") return ValidationError(messages::KeySchemaSecondNotRange());
  if (elements[0].attribute_name == elements[1].attribute_name) {
    return ValidationError(messages::KeySchemaNamesTwice());
  }
  return {};
}

Result<void> CheckGlobalKeySchema(const Span<KeySchemaElement>& elements) {
  if (elements[0].key_type != "HASH") return ValidationError(messages::KeySchemaFirstNotHash());
  size_t partition_attributes = 0;
  size_t sort_attributes = 0;
  NameList names;
  for (const KeySchemaElement& element : elements) {
    const bool partition = element.key_type == "HASH";
    if (partition && sort_attributes > 0) {
      return ValidationError(messages::KeySchemaHashAfterRange());
    }
    ++(partition ? partition_attributes : sort_attributes);
    if (partition_attributes > limits::kIndexKeyAttributesMax ||
        sort_attributes > limits::kIndexKeyAttributesMax) {
      return ValidationError(messages::TooManyKeyAttributes(element.key_type));
    }
    if (!names.Add(element.attribute_name)) {
      return ValidationError(messages::KeySchemaRepeatsName());
    }
  }
  return {};
}

void AddKeyNames(const Span<KeySchemaElement>& elements, NameList& names) {
  for (const KeySchemaElement& element : elements) names.Add(element.attribute_name);
}

Result<NameList> DefinedNames(const Span<AttributeDefinition>& definitions) {
  NameList names;
  for (const AttributeDefinition& definition : definitions) {
    if (names.Add(definition.attribute_name)) continue;
    return ValidationError(messages::AttributeDefinedTwice(definition.attribute_name));
  }
  return names;
}

Result<void> CheckDefinitionsMatch(const Span<AttributeDefinition>& definitions,
                                   const NameList& key_names, bool has_indexes) {
  PIXII_ASSIGN_OR_RETURN(const NameList defined, DefinedNames(definitions));
  const size_t count = defined.names().size();
  if (count > key_names.names().size()) {
    return ValidationError(has_indexes ? messages::DefinitionsNotUsed(
                                             NameSetText(defined.names(), count),
                                             NameSetText(key_names.names(), kUsualSetCapacity))
                                       : messages::KeyAndDefinitionCountsDiffer());
  }
  const NameList missing = Missing(key_names, defined);
  if (missing.names().empty()) return {};
  if (has_indexes) return NotDefined(missing, defined);
  if (count < key_names.names().size()) return ValidationError(messages::KeyAttributeNotDefined());
  return NotDefined(key_names, defined);
}

Result<void> CheckDefinitionsHold(const NameList& defined, const NameList& key_names) {
  const NameList missing = Missing(key_names, defined);
  if (missing.names().empty()) return {};
  return NotDefined(missing, defined);
}

void AddKnown(const Span<AttributeDefinition>& definitions, KnownAttributes& known) {
  for (const AttributeDefinition& definition : definitions) {
    known.emplace(definition.attribute_name, TypeOf(definition.attribute_type));
  }
}

KeySchema MakeKeySchema(const Span<KeySchemaElement>& elements, const KnownAttributes& known) {
  KeySchema schema;
  for (const KeySchemaElement& element : elements) {
    const std::string_view name = element.attribute_name;
    (element.key_type == "HASH" ? schema.partition : schema.sort)
        .push_back({std::string(name), known.find(name)->second});
  }
  return schema;
}

std::vector<KeyAttribute> UsedAttributes(const TableDefinition& definition) {
  std::vector<KeyAttribute> used;
  AddUsed(definition.key_schema.partition, used);
  AddUsed(definition.key_schema.sort, used);
  for (const IndexDefinition& index : definition.indexes) {
    AddUsed(index.key_schema.partition, used);
    AddUsed(index.key_schema.sort, used);
  }
  std::sort(used.begin(), used.end(),
            [](const KeyAttribute& a, const KeyAttribute& b) { return a.name < b.name; });
  return used;
}

}  // namespace pixii
