// Table timing (Modes::timing): what CreateTable, UpdateTable, DeleteTable and UpdateTimeToLive
// begin takes its time on the clock, or none. Which states refuse what stands here, too.
#pragma once

#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

struct TableUpdate;

// Whether tables take their time.
bool TakesTime(const OperationContext& context);

// What is made, changed or dropped is in progress from now on. Nothing happens with timing instant.
void BeginCreating(const OperationContext& context, TableDefinition& definition);
void BeginUpdating(const OperationContext& context, const TableDefinition& before,
                   TableUpdate& update);
void BeginTimeToLiveChange(const OperationContext& context, TimeToLive& time_to_live);
// REQUIRES: TakesTime.
TableDefinition Deleting(const OperationContext& context, const TableDefinition& definition);

// Errors: kResourceInUse.
Result<void> CheckMayChangeTimeToLive(const TableDefinition& definition);
// Errors: kValidation, for an index that cannot be read yet or any more.
Result<void> CheckReadable(const IndexDefinition& index);

// As DescribeTable tells them.
std::string_view StatusOf(const TableDefinition& definition);
std::string_view StatusOf(const IndexDefinition& index);

// Due work: ends the states of the table at `table_key` whose time has come.
void EndStates(OperationContext& context, std::string_view table_key);

}  // namespace pixii
