// The control operations about how a database behaves: DescribeModes and UpdateModes of the service
// Pixii_1, over core/storage/modes.h; and what a new or emptied database begins with.
#pragma once

#include "core/operations/pixii_versions.h"

namespace pixii {

// What DescribeModes tells and UpdateModes takes, in which absent members stay as they are.
// Durations are ISO 8601 texts. `constants` are rows of kModeConstants by name; a duration, or a
// whole number. A seed is taken and never told: all ids drawn from then on follow from it.
struct ModesTold {
  std::string_view timing;
  std::string_view capacity;
  std::string_view consistency_lag;
  StringMap constants;
  Integer seed;
};
inline constexpr std::string_view kTimingNames[] = {"instant", "aws"};
inline constexpr Shape kTimingShape = shape::Enum("Timing", kTimingNames);
inline constexpr std::string_view kCapacityModeNames[] = {"report", "enforce"};
inline constexpr Shape kCapacityModeShape = shape::Enum("CapacityMode", kCapacityModeNames);
inline constexpr Shape kModeTextShape = shape::String({.name = "ModeText", .max = 64});
inline constexpr Shape kModeConstantsShape =
    shape::Map<std::string_view>({.name = "ModeConstants"}, kModeTextShape, kModeTextShape);
inline constexpr Shape kSeedShape = shape::Long({.name = "Seed"});
inline constexpr Member kModesMembers[] = {
    {"Timing", PIXII_FIELD(ModesTold, timing), kTimingShape},
    {"Capacity", PIXII_FIELD(ModesTold, capacity), kCapacityModeShape},
    {"ConsistencyLag", PIXII_FIELD(ModesTold, consistency_lag), kModeTextShape},
    {"Constants", PIXII_FIELD(ModesTold, constants), kModeConstantsShape},
    {"Seed", PIXII_FIELD(ModesTold, seed), kSeedShape},
};
inline constexpr Shape kModesShape = shape::Structure<ModesTold>("Modes", kModesMembers);

struct DescribeModes {
  using Request = NoMembers;
  using Response = ModesTold;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "DescribeModes";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kModesShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Changes all that it names, or nothing; answers all modes as they are then.
struct UpdateModes {
  using Request = ModesTold;
  using Response = ModesTold;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "UpdateModes";
  static constexpr const Shape& kRequestShape = kModesShape;
  static constexpr const Shape& kResponseShape = kModesShape;
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Gives an empty database the clock, the modes and the seed that its options ask for.
// Errors: kSerialization, kValidation: options.modes is no request of UpdateModes.
Result<void> BeginAsOptionsSay(const Options& options, Database& database);

}  // namespace pixii
