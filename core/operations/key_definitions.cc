// Checking and converting key schemas and attribute definitions.
#include "core/operations/key_definitions.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/base/messages/tables.h"
#include "core/base/name_set_text.h"

namespace pixii {
namespace {

using Names = std::vector<std::string_view>;

bool Holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names NamesOf(const Span<AttributeDefinition>& definitions) {
  Names names;
  for (const AttributeDefinition& definition : definitions) {
    names.push_back(definition.attribute_name);
  }
  return names;
}

// Those of `names` that are not in `others`.
Names Missing(const Names& names, const Names& others) {
  Names missing;
  for (const std::string_view name : names) {
    if (!Holds(others, name)) missing.push_back(name);
  }
  return missing;
}

Error NotDefined(const Names& keys, const Names& defined) {
  return ValidationError(messages::KeyAttributesNotDefined(NameSetText(keys, kUsualSetCapacity),
                                                           NameSetText(defined, defined.size())));
}

Result<void> CheckDistinct(const Names& defined) {
  for (size_t i = 0; i < defined.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (defined[i] == defined[j]) {
        return ValidationError(messages::AttributeDefinedTwice(defined[i]));
      }
    }
  }
  return {};
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
  Names names;
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
    if (Holds(names, element.attribute_name)) {
      return ValidationError(messages::KeySchemaRepeatsName());
    }
    names.push_back(element.attribute_name);
  }
  return {};
}

void AddKeyNames(const Span<KeySchemaElement>& elements, Names& names) {
  for (const KeySchemaElement& element : elements) {
    if (!Holds(names, element.attribute_name)) names.push_back(element.attribute_name);
  }
}

Result<void> CheckDefinitionsMatch(const Span<AttributeDefinition>& definitions,
                                   const Names& key_names, bool has_indexes) {
  const Names defined = NamesOf(definitions);
  PIXII_RETURN_IF_ERROR(CheckDistinct(defined));
  if (defined.size() > key_names.size()) {
    return ValidationError(
        has_indexes ? messages::DefinitionsNotUsed(NameSetText(defined, defined.size()),
                                                   NameSetText(key_names, kUsualSetCapacity))
                    : messages::KeyAndDefinitionCountsDiffer());
  }
  const Names missing = Missing(key_names, defined);
  if (missing.empty()) return {};
  if (has_indexes) return NotDefined(missing, defined);
  if (defined.size() < key_names.size()) {
    return ValidationError(messages::KeyAttributeNotDefined());
  }
  return NotDefined(key_names, defined);
}

Result<void> CheckDefinitionsHold(const Span<AttributeDefinition>& definitions,
                                  const Names& key_names) {
  const Names defined = NamesOf(definitions);
  PIXII_RETURN_IF_ERROR(CheckDistinct(defined));
  const Names missing = Missing(key_names, defined);
  if (missing.empty()) return {};
  return NotDefined(missing, defined);
}

std::vector<KeyAttribute> KeyAttributesOf(const Span<AttributeDefinition>& definitions) {
  std::vector<KeyAttribute> attributes;
  for (const AttributeDefinition& definition : definitions) {
    attributes.push_back(
        {std::string(definition.attribute_name), TypeOf(definition.attribute_type)});
  }
  return attributes;
}

KeySchema MakeKeySchema(const Span<KeySchemaElement>& elements,
                        const std::vector<KeyAttribute>& known) {
  KeySchema schema;
  for (const KeySchemaElement& element : elements) {
    const auto named = std::find_if(known.begin(), known.end(), [&](const KeyAttribute& attribute) {
      return attribute.name == element.attribute_name;
    });
    (element.key_type == "HASH" ? schema.partition : schema.sort).push_back(*named);
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
