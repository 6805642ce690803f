// The rules about key schemas and attribute definitions, of tables and of both kinds of secondary
// indexes, that CreateTable and UpdateTable share; and the step from them to storage's key schemas.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

// Names in the order given, each once; borrowed from the request.
class NameList {
 public:
  // False if the name is there already.
  bool Add(std::string_view name) {
    if (!seen_.insert(name).second) return false;
    names_.push_back(name);
    return true;
  }
  bool Holds(std::string_view name) const { return seen_.count(name) > 0; }
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::vector<std::string_view> names_;
  std::unordered_set<std::string_view> seen_;
};

// Adds the names of `elements` that are not yet there.
void AddKeyNames(const Span<KeySchemaElement>& elements, NameList& names);
// The names of `definitions`. Errors: kValidation, for one that is defined twice.
Result<NameList> DefinedNames(const Span<AttributeDefinition>& definitions);

// CreateTable demands that every key attribute is defined and every definition is a key attribute.
// Errors: kValidation.
Result<void> CheckDefinitionsMatch(const Span<AttributeDefinition>& definitions,
                                   const NameList& key_names, bool has_indexes);
// UpdateTable demands that the key attributes of a new index are among the request's definitions.
// Errors: kValidation.
Result<void> CheckDefinitionsHold(const NameList& defined, const NameList& key_names);

// The types of attributes by their names.
using KnownAttributes = std::unordered_map<std::string_view, ValueType>;
// Adds what `definitions` define; what is known already keeps its type.
void AddKnown(const Span<AttributeDefinition>& definitions, KnownAttributes& known);

// The key schema, its attributes' types taken from `known`. REQUIRES: each is known.
KeySchema MakeKeySchema(const Span<KeySchemaElement>& elements, const KnownAttributes& known);

// Every key attribute of the table and its indexes, once, in name order.
std::vector<KeyAttribute> UsedAttributes(const TableDefinition& definition);

}  // namespace pixii
