// The control operations about whole databases: Fork, Snapshot, Restore, Reset, Export and Import
// of the service Pixii_1. They are what the methods of the JavaScript Database do, for clients over
// HTTP.
#pragma once

#include "core/operations/operation.h"

namespace pixii {

struct NoMembers {};
inline constexpr Shape kNoMembersShape = shape::Structure<NoMembers>("Empty");

struct VersionId {
  std::string_view id;
};
inline constexpr Shape kVersionIdShape = shape::String({.name = "VersionId", .min = 1, .max = 64});
inline constexpr Member kSnapshotIdMembers[] = {
    {"SnapshotId", PIXII_FIELD(VersionId, id), kVersionIdShape, Presence::kRequired},
};
inline constexpr Shape kSnapshotIdShape =
    shape::Structure<VersionId>("SnapshotId", kSnapshotIdMembers);
inline constexpr Member kForkIdMembers[] = {
    {"ForkId", PIXII_FIELD(VersionId, id), kVersionIdShape},
};
inline constexpr Shape kForkIdShape = shape::Structure<VersionId>("ForkOutput", kForkIdMembers);

struct DatabaseBytes {
  std::string_view data;
};
inline constexpr Shape kDatabaseBytesShape = shape::Blob({.name = "DatabaseBytes"});
inline constexpr Member kDatabaseBytesMembers[] = {
    {"Data", PIXII_FIELD(DatabaseBytes, data), kDatabaseBytesShape, Presence::kRequired},
};
inline constexpr Shape kDatabaseBytesStructure =
    shape::Structure<DatabaseBytes>("DatabaseBytes", kDatabaseBytesMembers);

// Makes an isolated copy, which the host takes by its id (Engine::TakeFork).
struct Fork {
  using Request = NoMembers;
  using Response = VersionId;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Fork";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kForkIdShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Holds the database as it is, under an id, until DeleteSnapshot or the engine's end.
struct TakeSnapshot {
  using Request = NoMembers;
  using Response = VersionId;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Snapshot";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kSnapshotIdShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Puts a held snapshot back, in place; the snapshot stays held.
// Errors: kResourceNotFound.
struct Restore {
  using Request = VersionId;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Restore";
  static constexpr const Shape& kRequestShape = kSnapshotIdShape;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Lets a held snapshot go. Errors: kResourceNotFound.
struct DeleteSnapshot {
  using Request = VersionId;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "DeleteSnapshot";
  static constexpr const Shape& kRequestShape = kSnapshotIdShape;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Empties the database, whose clock and modes are then as it was opened with; held snapshots stay.
struct Reset {
  using Request = NoMembers;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Reset";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// The whole database as bytes (docs/storage-format.md), in base64.
struct Export {
  using Request = NoMembers;
  using Response = DatabaseBytes;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Export";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kDatabaseBytesStructure;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Replaces the whole database. Errors: kDamagedData, kMemoryLimitExceeded.
struct Import {
  using Request = DatabaseBytes;
  using Response = NoMembers;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Import";
  static constexpr const Shape& kRequestShape = kDatabaseBytesStructure;
  static constexpr const Shape& kResponseShape = kNoMembersShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
