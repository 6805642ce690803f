// Copies, snapshots and whole databases as bytes, through the front door.
#include "core/operations/pixii_versions.h"

#include "core/base/messages/pixii.h"
#include "core/operations/fault_rules.h"
#include "core/operations/pixii_modes.h"
#include "core/storage/database_bytes.h"

namespace pixii {
namespace {

Error NoSuchSnapshot(std::string_view id) {
  return {ErrorType::kResourceNotFound, messages::NoSuchSnapshot(id)};
}

// An id for a version of the handle. Handles count their own, so that holding a version does not
// change the database.
std::string NextVersionId(HeldVersions& held, std::string_view kind) {
  return std::string(kind) + "-" + std::to_string(++held.versions_made);
}

}  // namespace

Result<void> Fork::Execute(OperationContext& context, const Request&, Response& response) {
  const std::string id = NextVersionId(context.held, "fork");
  context.held.forks.emplace(id, context.database);
  response.id = context.arena.Copy(id);
  return {};
}

Result<void> TakeSnapshot::Execute(OperationContext& context, const Request&, Response& response) {
  const std::string id = NextVersionId(context.held, "snapshot");
  context.held.snapshots.emplace(id, context.database);
  response.id = context.arena.Copy(id);
  return {};
}

Result<void> Restore::Execute(OperationContext& context, const Request& request, Response&) {
  const auto found = context.held.snapshots.find(request.id);
  if (found == context.held.snapshots.end()) return NoSuchSnapshot(request.id);
  context.transactions.Clear();
  context.database.Restore(found->second);
  return {};
}

Result<void> DeleteSnapshot::Execute(OperationContext& context, const Request& request, Response&) {
  const auto found = context.held.snapshots.find(request.id);
  if (found == context.held.snapshots.end()) return NoSuchSnapshot(request.id);
  context.held.snapshots.erase(found);
  return {};
}

Result<void> Reset::Execute(OperationContext& context, const Request&, Response&) {
  Database empty(context.options.memory_bytes_max);
  empty.AdoptHistory(0, context.database.ids());
  PIXII_RETURN_IF_ERROR(BeginAsOptionsSay(context.options, empty));
  context.transactions.Clear();
  context.faults = FaultRules();
  context.database.Restore(empty);
  return {};
}

Result<void> Export::Execute(OperationContext& context, const Request&, Response& response) {
  std::string bytes;
  WriteDatabase(context.database, bytes);
  response.data = context.arena.Copy(bytes);
  return {};
}

Result<void> Import::Execute(OperationContext& context, const Request& request, Response&) {
  PIXII_ASSIGN_OR_RETURN(const Database read,
                         ReadDatabase(request.data, context.options.memory_bytes_max));
  context.transactions.Clear();
  context.database.Restore(read);
  return {};
}

}  // namespace pixii
