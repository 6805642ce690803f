// What writes to tables with local secondary indexes say of item collections, and what they may not
// do to them: grow past 10 GB, or hold an item that is too large together with its entries.
#pragma once

#include <string_view>
#include <vector>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// One collection that a write touched.
struct ItemCollectionMetrics {
  AttributeMap item_collection_key;
  Span<Double> size_estimate_range_gb;  // not below the first, below the second
};

inline constexpr std::string_view kReturnItemCollectionMetricsValues[] = {"SIZE", "NONE"};
inline constexpr Shape kReturnItemCollectionMetricsShape =
    shape::Enum("ReturnItemCollectionMetrics", kReturnItemCollectionMetricsValues);
inline constexpr Shape kItemCollectionKeyShape =
    shape::AttributeMap({.name = "ItemCollectionKeyAttributeMap"});
inline constexpr Shape kItemCollectionSizeEstimateBoundShape =
    shape::Double({.name = "ItemCollectionSizeEstimateBound"});
inline constexpr Shape kItemCollectionSizeEstimateRangeShape = shape::List<Double>(
    {.name = "ItemCollectionSizeEstimateRange"}, kItemCollectionSizeEstimateBoundShape);
inline constexpr Member kItemCollectionMetricsMembers[] = {
    {"ItemCollectionKey", PIXII_FIELD(ItemCollectionMetrics, item_collection_key),
     kItemCollectionKeyShape},
    {"SizeEstimateRangeGB", PIXII_FIELD(ItemCollectionMetrics, size_estimate_range_gb),
     kItemCollectionSizeEstimateRangeShape},
};
inline constexpr Shape kItemCollectionMetricsShape =
    shape::Structure<ItemCollectionMetrics>("ItemCollectionMetrics", kItemCollectionMetricsMembers);
inline constexpr Shape kItemCollectionMetricsMultipleShape = shape::List<ItemCollectionMetrics>(
    {.name = "ItemCollectionMetricsMultiple"}, kItemCollectionMetricsShape);
inline constexpr Shape kMetricsTableShape =
    shape::String({.name = "TableArn", .min = 1, .max = 1024});
inline constexpr Shape kItemCollectionMetricsPerTableShape =
    shape::Map<Span<ItemCollectionMetrics>>({.name = "ItemCollectionMetricsPerTable"},
                                            kMetricsTableShape,
                                            kItemCollectionMetricsMultipleShape);

// Errors: kItemCollectionSizeLimit if the planned changes, together, would bring a collection past
// Options::item_collection_bytes_max. One that is past it already may shrink.
Result<void> AdmitCollections(const OperationContext& context);
// The same of the change planned last, on top of those planned before it; a change that is refused
// is taken out of the commit again. No error if there is none.
Result<void> AdmitLastChange(const OperationContext& context);

// Null unless `asked` (ReturnItemCollectionMetrics) is SIZE and the table has local indexes. Tells
// of the collection with the key in `attributes`, as it is by now. Lives in the arena.
const ItemCollectionMetrics* TellCollection(OperationContext& context, std::string_view asked,
                                            const Table& table, EntryRange attributes);

// One item that a request over several tables wrote.
struct WrittenItem {
  const Table* table;
  std::string_view table_name;  // as the request gave it
  EntryRange attributes;        // hold the item's key
};
// Each collection that `written` touched, once, under its table's name, in their order; absent as
// in TellCollection.
Span<MapEntry<Span<ItemCollectionMetrics>>> TellCollections(
    OperationContext& context, std::string_view asked, const std::vector<WrittenItem>& written);

// Errors: kValidation, in the words of a put or of an update, for an item over 400 KB together with
// its entries in local indexes.
enum class SizeWording : uint8_t { kPut, kUpdate };
Result<void> CheckSizeWithEntries(const TableDefinition& definition, EntryRange item,
                                  SizeWording wording);

}  // namespace pixii
