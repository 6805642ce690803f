// Every sentence a client can read about the definitions of secondary indexes.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

// `list` is the member: "LocalSecondaryIndexes" and the like.
std::string IndexListEmpty(std::string_view list);
std::string DuplicateIndexName(std::string_view index);
std::string TooManyLocalIndexes();
std::string TooManyGlobalIndexes();
std::string TooManyGlobalIndexesInUpdate();
std::string TooManyProjectedAttributes();

// Key schemas of indexes.
std::string KeySchemaHashAfterRange();
// `key_type` is "HASH" or "RANGE".
std::string TooManyKeyAttributes(std::string_view key_type);
std::string KeySchemaRepeatsName();
std::string LocalIndexNeedsTableSortKey();
std::string LocalIndexNeedsSortKey(std::string_view index);
std::string LocalIndexHasOtherPartitionKey(std::string_view index, std::string_view index_key,
                                           std::string_view table_key);

// Projections.
std::string UnknownProjectionType();
std::string NonKeyAttributesGiven(std::string_view projection_type);
std::string NonKeyAttributesMissing();
std::string DuplicateNonKeyAttribute(std::string_view attribute);

// GlobalSecondaryIndexUpdates.
std::string IndexUpdateEmpty();
std::string IndexUpdateHasSeveralActions();
std::string IndexUpdatedTwice(std::string_view index);
std::string OneIndexAtATime();
std::string IndexExists();
std::string IndexNotFound(std::string_view index, std::string_view table);
// `action` is "update" or "delete".
std::string NotAGlobalIndex(std::string_view action, std::string_view index);
std::string IndexWithoutDefinitions(std::string_view index);

}  // namespace pixii::messages
