// Which updates go together, and how one in progress is told.
#include "core/operations/table_update.h"

#include <optional>

#include "core/base/messages/indexes.h"
#include "core/base/messages/tables.h"
#include "core/base/messages/throughput.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/key_definitions.h"

namespace pixii {
namespace {

using Updates = Span<GlobalSecondaryIndexUpdate>;

bool AsksFor(const OnDemandThroughputInput* throughput) {
  return throughput != nullptr && (throughput->max_read_request_units.present ||
                                   throughput->max_write_request_units.present);
}

bool AsksFor(const WarmThroughputInput* throughput) {
  return throughput != nullptr &&
         (throughput->read_units_per_second.present || throughput->write_units_per_second.present);
}

// Structures that are there and ask for nothing; an empty list of index changes counts as absent.
std::vector<std::string_view> EmptyMembers(const UpdateTableRequest& request) {
  std::vector<std::string_view> names;
  if (request.on_demand_throughput != nullptr) names.push_back("OnDemandThroughput");
  if (request.warm_throughput != nullptr) names.push_back("WarmThroughput");
  return names;
}

std::string_view IndexNameOf(const GlobalSecondaryIndexUpdate& update) {
  if (update.update != nullptr) return update.update->index_name;
  return update.create != nullptr ? update.create->index_name : update.deletion->index_name;
}

bool MakesOrDropsIndex(const Updates& updates) {
  for (const GlobalSecondaryIndexUpdate& update : updates) {
    if (update.update == nullptr) return true;
  }
  return false;
}

// What the updates of one request are held against, each name looked at once.
struct UpdatesSeen {
  std::optional<NameList> defined;
  NameList indexes;
};

// A new index has keys that the request defines.
Result<void> CheckNewIndex(const UpdateTableRequest& request,
                           const GlobalSecondaryIndexInput& index, UpdatesSeen& seen) {
  PIXII_RETURN_IF_ERROR(CheckGlobalKeySchema(index.key_schema));
  if (request.attribute_definitions.empty()) {
    return ValidationError(messages::IndexWithoutDefinitions(index.index_name));
  }
  if (!seen.defined.has_value()) {
    PIXII_ASSIGN_OR_RETURN(seen.defined, DefinedNames(request.attribute_definitions));
  }
  NameList key_names;
  AddKeyNames(index.key_schema, key_names);
  return CheckDefinitionsHold(*seen.defined, key_names);
}

// One update by itself: one action, which says what it needs.
Result<void> CheckIndexUpdate(const UpdateTableRequest& request,
                              const GlobalSecondaryIndexUpdate& update, UpdatesSeen& seen) {
  const int actions =
      (update.update != nullptr) + (update.create != nullptr) + (update.deletion != nullptr);
  if (actions == 0) return ValidationError(messages::IndexUpdateEmpty());
  if (actions > 1) return ValidationError(messages::IndexUpdateHasSeveralActions());
  if (update.update != nullptr) {
    const WarmThroughputInput* warm = update.update->warm_throughput;
    if (warm == nullptr || AsksFor(warm)) return {};
    return ValidationError(messages::WarmThroughputEmpty(update.update->index_name));
  }
  return update.create == nullptr ? Result<void>() : CheckNewIndex(request, *update.create, seen);
}

Result<void> CheckIndexUpdates(const UpdateTableRequest& request) {
  const Updates& updates = request.global_secondary_index_updates;
  if (!Given(updates)) return {};
  if (updates.empty()) {
    return ValidationError(messages::IndexListEmpty("GlobalSecondaryIndexUpdates"));
  }
  UpdatesSeen seen;
  for (const GlobalSecondaryIndexUpdate& update : updates) {
    PIXII_RETURN_IF_ERROR(CheckIndexUpdate(request, update, seen));
    if (!seen.indexes.Add(IndexNameOf(update))) {
      return ValidationError(messages::IndexUpdatedTwice(IndexNameOf(update)));
    }
  }
  return {};
}

// Warm throughput goes with throughput updates of indexes alone.
Result<void> CheckWarmAlone(const UpdateTableRequest& request, const AskedUpdates& asked) {
  if (asked.Count() > 2 || !asked.indexes) {
    return ValidationError(messages::WarmThroughputMustBeAlone());
  }
  if (MakesOrDropsIndex(request.global_secondary_index_updates)) {
    return ValidationError(messages::IndexWithWarmThroughput());
  }
  return {};
}

// Which of several members the service complains of first has been observed.
Result<void> CheckTogether(const UpdateTableRequest& request, const AskedUpdates& asked) {
  if (asked.encryption) {
    return ValidationError(messages::MustBeOnlyOperation("Server-Side Encryption"));
  }
  if (asked.table_class) return ValidationError(messages::MustBeOnlyOperation("TableClass"));
  if (asked.deletion_protection) {
    return ValidationError(messages::MustBeOnlyOperation("DeletionProtection"));
  }
  if (asked.on_demand && asked.Count() > 1 + asked.billing_mode) {
    return ValidationError(messages::OnDemandThroughputWithOthers());
  }
  if (asked.warm) PIXII_RETURN_IF_ERROR(CheckWarmAlone(request, asked));
  const bool capacity = asked.throughput || request.billing_mode == "PROVISIONED";
  if (asked.stream && capacity) return ValidationError(messages::StreamWithThroughput());
  if (!MakesOrDropsIndex(request.global_secondary_index_updates)) return {};
  if (asked.throughput) return ValidationError(messages::IndexWithThroughput());
  if (asked.stream) return ValidationError(messages::IndexWithStream());
  return {};
}

void TellStage(const TableUpdate::IndexStage& stage, GlobalSecondaryIndexDescription& index) {
  index.index_status = stage.status;
  if (stage.status == "CREATING") index.backfilling = false;
  if (stage.warming || stage.status == "CREATING") index.warm_throughput->status = "UPDATING";
}

}  // namespace

AskedUpdates::AskedUpdates(const UpdateTableRequest& request)
    : throughput(request.provisioned_throughput != nullptr),
      billing_mode(Given(request.billing_mode)),
      indexes(!request.global_secondary_index_updates.empty()),
      stream(request.stream_specification != nullptr),
      encryption(request.sse_specification != nullptr),
      table_class(Given(request.table_class)),
      deletion_protection(request.deletion_protection_enabled.present),
      on_demand(AsksFor(request.on_demand_throughput)),
      warm(AsksFor(request.warm_throughput)) {}

int AskedUpdates::Count() const {
  return throughput + billing_mode + indexes + stream + encryption + table_class +
         deletion_protection + on_demand + warm;
}

Result<void> CheckCombination(const UpdateTableRequest& request) {
  const AskedUpdates asked(request);
  if (asked.Count() == 0) return ValidationError(messages::NothingToUpdate(EmptyMembers(request)));
  PIXII_RETURN_IF_ERROR(CheckIndexUpdates(request));
  if (asked.Count() > 1) PIXII_RETURN_IF_ERROR(CheckTogether(request, asked));
  return {};
}

const TableDescription* DescribeUpdate(OperationContext& context, const Table& table,
                                       const TableUpdate& update) {
  TableDescription* told = Describe(context, update.told, &table);
  if (update.table_updating) told->table_status = "UPDATING";
  if (update.warm_updating) told->warm_throughput->status = "UPDATING";
  if (update.encryption_updating) {
    if (told->sse_description == nullptr) {
      told->sse_description = context.arena.New<SseDescription>();
    }
    told->sse_description->status = "UPDATING";
  }
  for (GlobalSecondaryIndexDescription& index : told->global_secondary_indexes) {
    for (const TableUpdate::IndexStage& stage : update.indexes) {
      if (stage.index == index.index_name) TellStage(stage, index);
    }
  }
  return told;
}

}  // namespace pixii
