// The rules about key schemas and attribute definitions, of tables and of both kinds of secondary
// indexes, that CreateTable and UpdateTable share; and the step from them to storage's key schemas.
#pragma once

#include <string_view>
#include <vector>

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

// The form of the key schema of a table or a local index: one partition key attribute, then at most
// one sort key attribute of another name. Errors: kValidation. REQUIRES: one or two elements.
Result<void> CheckKeySchema(const Span<KeySchemaElement>& elements);
// Of a global index: one to four partition key attributes, then at most four sort key attributes,
// all of distinct names. Errors: kValidation. REQUIRES: an element.
Result<void> CheckGlobalKeySchema(const Span<KeySchemaElement>& elements);

// Adds the names of `elements` that are not yet there.
void AddKeyNames(const Span<KeySchemaElement>& elements, std::vector<std::string_view>& names);

// CreateTable demands that every key attribute is defined and every definition is a key attribute.
// Errors: kValidation.
Result<void> CheckDefinitionsMatch(const Span<AttributeDefinition>& definitions,
                                   const std::vector<std::string_view>& key_names,
                                   bool has_indexes);
// UpdateTable demands that the key attributes of a new index are among the request's definitions.
// Errors: kValidation.
Result<void> CheckDefinitionsHold(const Span<AttributeDefinition>& definitions,
                                  const std::vector<std::string_view>& key_names);

// Definitions as storage has them.
std::vector<KeyAttribute> KeyAttributesOf(const Span<AttributeDefinition>& definitions);

// The key schema, its attributes' types taken from the first of `known` that has the name.
// REQUIRES: each is known.
KeySchema MakeKeySchema(const Span<KeySchemaElement>& elements,
                        const std::vector<KeyAttribute>& known);

// Every key attribute of the table and its indexes, once, in name order.
std::vector<KeyAttribute> UsedAttributes(const TableDefinition& definition);

}  // namespace pixii
