// Every sentence a client can read about tables and their settings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string ResourceNotFound();
std::string TableNotFound(std::string_view table);
std::string TableAlreadyExists(std::string_view table);
std::string InvalidTableArn(std::string_view arn);
std::string TableIsProtected();
std::string TooManyTables();

// CreateTable.
std::string KeySchemaFirstNotHash();
std::string KeySchemaSecondNotRange();
std::string KeySchemaTooLong();
std::string KeySchemaNamesTwice();
// Lists of names, as the service prints them: [a, b].
std::string KeyAttributesNotDefined(std::string_view keys, std::string_view definitions);
std::string KeyAndDefinitionCountsDiffer();
std::string DefinitionsHoldDuplicates(std::string_view attribute);
std::string ThroughputMissing();
std::string ThroughputOnDemand();
// `member` is "ReadCapacityUnits" or "WriteCapacityUnits".
std::string ThroughputOutOfBounds(std::string_view member, int64_t value);
std::string ThroughputAboveQuota(std::string_view member, int64_t value, std::string_view region);

// UpdateTable.
std::string NothingToUpdate();
std::string ThroughputUnchanged(int64_t read_units, int64_t write_units);
std::string ThroughputMissingInUpdate();
std::string TooManyDecreases(int64_t decreases_today, int64_t last_decrease_ms,
                             int64_t next_decrease_ms);
std::string MustBeOnlyOperation(std::string_view what);

}  // namespace pixii::messages
