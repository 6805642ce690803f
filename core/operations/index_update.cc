// Carrying out updates of global secondary indexes, one function per action.
#include "core/operations/index_update.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/base/messages/throughput.h"
#include "core/operations/key_definitions.h"

namespace pixii {
namespace {

// What every action works with.
struct IndexUpdater {
  const OperationContext& context;
  const UpdateTableRequest& request;
  TableUpdate& update;

  Result<void> Create(const GlobalSecondaryIndexInput& asked);
  Result<void> Change(const UpdateGlobalSecondaryIndexAction& asked);
  Result<void> Delete(const DeleteGlobalSecondaryIndexAction& asked);

 private:
  Result<void> CheckNewThroughput(const GlobalSecondaryIndexInput& asked) const;
  Result<IndexDefinition*> Find(std::string_view name, std::string_view action);
  Result<void> CheckChange(const UpdateGlobalSecondaryIndexAction& asked) const;
  Result<void> Provision(const ProvisionedThroughputInput& asked, IndexDefinition& index);
};

bool IsGiven(const Integer& one, const Integer& other) { return one.present || other.present; }

Result<void> IndexUpdater::CheckNewThroughput(const GlobalSecondaryIndexInput& asked) const {
  const bool provisioned = update.next.billing_mode == BillingMode::kProvisioned;
  const bool given = asked.provisioned_throughput != nullptr;
  if (provisioned && !given) {
    return ValidationError(messages::NewIndexThroughputMissing(asked.index_name));
  }
  if (!provisioned && given) {
    return ValidationError(messages::NewIndexThroughputOnDemand(asked.index_name));
  }
  return {};
}

Result<void> IndexUpdater::Create(const GlobalSecondaryIndexInput& asked) {
  TableDefinition& next = update.next;
  if (next.FindIndex(asked.index_name) != nullptr) {
    return ValidationError(messages::IndexExists());
  }
  const auto is_global = [](const IndexDefinition& index) {
    return index.kind == IndexKind::kGlobal;
  };
  const auto count = std::count_if(next.indexes.begin(), next.indexes.end(), is_global);
  if (static_cast<size_t>(count) >= limits::kGlobalIndexesMax) {
    return Error{ErrorType::kLimitExceeded, messages::TooManyGlobalIndexesInUpdate()};
  }
  PIXII_RETURN_IF_ERROR(CheckNewThroughput(asked));
  // What the table knows already keeps its type, whatever the request says.
  KnownAttributes known;
  for (const KeyAttribute& attribute : next.attribute_definitions) {
    known.emplace(attribute.name, attribute.type);
  }
  AddKnown(request.attribute_definitions, known);
  PIXII_ASSIGN_OR_RETURN(IndexDefinition index, DefineGlobalIndex(asked, next, known));
  PIXII_RETURN_IF_ERROR(StartIndexThroughput(asked, next, index));
  next.indexes.push_back(index);
  PIXII_RETURN_IF_ERROR(CheckIndexesTogether(next));
  update.indexes.push_back({index.name, "CREATING"});
  update.told.indexes.push_back(std::move(index));
  update.told.attribute_definitions = UsedAttributes(update.told);
  update.table_updating = true;
  return {};
}

Result<IndexDefinition*> IndexUpdater::Find(std::string_view name, std::string_view action) {
  const IndexDefinition* index = update.next.FindIndex(name);
  if (index == nullptr) {
    return Error{ErrorType::kResourceNotFound, messages::IndexNotFound(name, update.next.name)};
  }
  if (index->kind == IndexKind::kLocal) {
    return ValidationError(messages::NotAGlobalIndex(action, name));
  }
  return &update.next.Index(name);
}

// An update must change something, in what the billing mode has.
Result<void> IndexUpdater::CheckChange(const UpdateGlobalSecondaryIndexAction& asked) const {
  const OnDemandThroughputInput* on_demand = asked.on_demand_throughput;
  const WarmThroughputInput* warm = asked.warm_throughput;
  const bool others =
      (on_demand != nullptr &&
       IsGiven(on_demand->max_read_request_units, on_demand->max_write_request_units)) ||
      (warm != nullptr && IsGiven(warm->read_units_per_second, warm->write_units_per_second));
  const bool given = asked.provisioned_throughput != nullptr;
  if (update.next.billing_mode == BillingMode::kPayPerRequest) {
    if (given || !others) return ValidationError(messages::IndexUpdateOnDemand(asked.index_name));
  } else if (!given && !others) {
    return ValidationError(messages::IndexThroughputMissingInUpdate(asked.index_name));
  }
  return {};
}

Result<void> IndexUpdater::Provision(const ProvisionedThroughputInput& asked,
                                     IndexDefinition& index) {
  const ThroughputOwner owner{index.name, context.region};
  PIXII_RETURN_IF_ERROR(CheckUnits(asked, owner));
  PIXII_RETURN_IF_ERROR(
      SetUnits(asked, context.now_ms, !update.switches_to_provisioned, owner, index.throughput));
  WarmUp(BillingMode::kProvisioned, index.throughput, index.warm);
  // A switch of the billing mode is told at once, other throughput only when it is there.
  IndexDefinition& told = update.told.Index(index.name);
  if (update.switches_to_provisioned) {
    told = index;
  } else {
    TellTimes(index.throughput, told.throughput);
  }
  return {};
}

Result<void> IndexUpdater::Change(const UpdateGlobalSecondaryIndexAction& asked) {
  PIXII_ASSIGN_OR_RETURN(IndexDefinition * index, Find(asked.index_name, "update"));
  PIXII_RETURN_IF_ERROR(CheckChange(asked));
  const ThroughputOwner owner{index->name, context.region};
  TableUpdate::IndexStage stage{index->name, "ACTIVE"};
  if (asked.provisioned_throughput != nullptr) {
    PIXII_RETURN_IF_ERROR(Provision(*asked.provisioned_throughput, *index));
    stage.status = "UPDATING";
  }
  if (asked.on_demand_throughput != nullptr) {
    PIXII_RETURN_IF_ERROR(
        UpdateOnDemandThroughput(*asked.on_demand_throughput, update.next.billing_mode, owner,
                                 index->on_demand, update.told.Index(index->name).on_demand));
    stage.status = "UPDATING";
  }
  if (asked.warm_throughput != nullptr) {
    PIXII_RETURN_IF_ERROR(UpdateWarmThroughput(*asked.warm_throughput, owner, index->warm));
    stage.warming = true;
  }
  update.indexes.push_back(std::move(stage));
  return {};
}

Result<void> IndexUpdater::Delete(const DeleteGlobalSecondaryIndexAction& asked) {
  PIXII_ASSIGN_OR_RETURN(const IndexDefinition* index, Find(asked.index_name, "delete"));
  std::vector<IndexDefinition>& indexes = update.next.indexes;
  update.indexes.push_back({index->name, "DELETING"});
  indexes.erase(indexes.begin() + (index - indexes.data()));
  update.table_updating = true;
  return {};
}

}  // namespace

Result<void> UpdateIndexes(const OperationContext& context, const UpdateTableRequest& request,
                           TableUpdate& update) {
  const Span<GlobalSecondaryIndexUpdate>& asked = request.global_secondary_index_updates;
  const auto made_or_dropped =
      std::count_if(asked.begin(), asked.end(),
                    [](const GlobalSecondaryIndexUpdate& one) { return one.update == nullptr; });
  if (made_or_dropped > 1) {
    return Error{ErrorType::kLimitExceeded, messages::OneIndexAtATime()};
  }
  IndexUpdater updater{context, request, update};
  for (const GlobalSecondaryIndexUpdate& one : asked) {
    if (one.create != nullptr) PIXII_RETURN_IF_ERROR(updater.Create(*one.create));
    if (one.update != nullptr) PIXII_RETURN_IF_ERROR(updater.Change(*one.update));
    if (one.deletion != nullptr) PIXII_RETURN_IF_ERROR(updater.Delete(*one.deletion));
  }
  update.next.attribute_definitions = UsedAttributes(update.next);
  return {};
}

}  // namespace pixii
