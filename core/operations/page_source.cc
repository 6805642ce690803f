// Finding what to read, and which of the attributes asked for it holds.
#include "core/operations/page_source.h"

#include <algorithm>
#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/requests.h"
#include "core/operations/table_timing.h"

namespace pixii {
namespace {

// The attributes that `paths` begin with and that `source` does not hold, each once.
std::vector<std::string_view> NotHeld(const PageSource& source, Span<const DocumentPath> paths) {
  std::vector<std::string_view> missing;
  for (const DocumentPath& path : paths) {
    const std::string_view root = path.root();
    const bool known = std::find(missing.begin(), missing.end(), root) != missing.end();
    if (!known && !source.Holds(root)) missing.push_back(root);
  }
  return missing;
}

bool HoldsEverything(const PageSource& source) {
  return source.index == nullptr || source.index->projection == Projection::kAll;
}

}  // namespace

Result<PageSource> FindPageSource(const PageParameters& parameters, const Table& table) {
  if (!Given(parameters.index_name)) return PageSource{&table};
  const TableDefinition& definition = table.definition();
  const IndexDefinition* index = definition.FindIndex(parameters.index_name);
  if (index == nullptr) return ValidationError(messages::UnknownIndex(parameters.index_name));
  PIXII_RETURN_IF_ERROR(CheckReadable(*index));
  const PageSource source{&table, index, static_cast<size_t>(index - definition.indexes.data())};
  if (source.is_global_index() && parameters.consistent_read.ValueOr(false)) {
    return ValidationError(messages::ConsistentReadOfGlobalIndex());
  }
  return source;
}

Result<void> CheckFilterIsProjected(const PageSource& source, const BoundCondition& filter) {
  if (HoldsEverything(source)) return {};
  std::vector<std::string_view> missing = NotHeld(source, filter.Paths());
  if (missing.empty()) return {};
  std::sort(missing.begin(), missing.end());
  return ValidationError(messages::FilterAttributesNotProjected(source.index->name, missing));
}

Result<void> CheckAskedIsProjected(const PageSource& source, const PageParameters& parameters,
                                   const Projected& projected) {
  if (!source.is_global_index() || HoldsEverything(source)) return {};
  if (parameters.select == "ALL_ATTRIBUTES") {
    return ValidationError(messages::AllAttributesNotProjected(source.index->name));
  }
  if (projected.is_all) return {};
  const std::vector<std::string_view> missing = NotHeld(source, projected.projection.Paths());
  if (missing.empty()) return {};
  return ValidationError(messages::AttributesNotProjected(source.index->name, missing));
}

bool NeedsFetches(const PageSource& source, const PageParameters& parameters,
                  const Projected& projected) {
  if (!source.is_local_index() || HoldsEverything(source)) return false;
  if (parameters.select == "ALL_ATTRIBUTES") return true;
  return !projected.is_all && !NotHeld(source, projected.projection.Paths()).empty();
}

uint64_t CutToFetched(OperationContext& context, const PageSource& source, const PageOrder& order) {
  Page& page = context.page;
  uint64_t fetched_bytes = 0;
  uint64_t entry_bytes = 0;
  for (size_t i = 0; i < page.items.size(); ++i) {
    const Item* entry = page.items[i];
    EncodePrimaryKey(source.table->key_schema(), entry->Attributes(), context.key);
    fetched_bytes += source.table->items().Find(context.key)->SizeBytes();
    entry_bytes += entry->SizeBytes();
    if (fetched_bytes < limits::kPageSizeBytesMax) continue;
    page.items.resize(i + 1);
    page.scanned_count = i + 1;
    page.scanned_bytes = entry_bytes;
    if (!order.one_row) page.last_evaluated = entry;
    break;
  }
  return fetched_bytes;
}

}  // namespace pixii
