// Every sentence a client can read about tables and their settings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pixii::messages {

std::string ResourceNotFound();
std::string TableNotFound(std::string_view table);
std::string TableAlreadyExists(std::string_view table);
std::string InvalidTableArn(std::string_view arn);
// `what` is another one than the asker's: the region, or the partition.
std::string TableArnOutOfPlace(std::string_view what, std::string_view arn);
std::string TableIsProtected();
std::string TooManyTables();

// Key schemas and attribute definitions. Lists of names are as the service prints them: [a, b].
std::string KeySchemaFirstNotHash();
std::string KeySchemaSecondNotRange();
std::string KeySchemaNamesTwice();
std::string KeyAttributeNotDefined();
std::string KeyAttributesNotDefined(std::string_view keys, std::string_view definitions);
std::string KeyAndDefinitionCountsDiffer();
std::string DefinitionsNotUsed(std::string_view definitions, std::string_view keys);
std::string AttributeDefinedTwice(std::string_view attribute);

// UpdateTable.
// `given` are members that were there, and empty: the list leaves them out.
std::string NothingToUpdate(const std::vector<std::string_view>& given);
std::string MustBeOnlyOperation(std::string_view what);
std::string WarmThroughputMustBeAlone();
std::string OnDemandThroughputWithOthers();
std::string StreamWithThroughput();
std::string IndexWithThroughput();
std::string IndexWithStream();
std::string IndexWithWarmThroughput();

// Table classes.
std::string UnknownTableClass();
std::string TooManyTableClassChanges();

// Streams.
std::string StreamNeedsViewType();
std::string DisabledStreamHasViewType();
std::string CreatedStreamNeedsViewType();
std::string CreatedWithoutStreamHasViewType();
std::string StreamAlreadyEnabled(std::string_view table);
std::string NoStreamToDisable(std::string_view table);

// Encryption at rest.
std::string SseTypeWithoutSse();
std::string KmsKeyWithoutSse();
std::string KmsKeyNeedsKmsType();
std::string SseTypeNotSupported(std::string_view type);
std::string EncryptedByDefault();
std::string EncryptedWithThatKey();
// Times in milliseconds since 1970.
std::string TooManyEncryptionChanges(int64_t window_ends_ms, size_t changes, int64_t last_change_ms,
                                     int64_t next_change_ms);

}  // namespace pixii::messages
