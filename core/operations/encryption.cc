// Checking and changing the key of a table.
#include "core/operations/encryption.h"

#include <algorithm>
#include <cstdio>

#include "core/base/limits.h"
#include "core/base/messages/tables.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

constexpr std::string_view kManagedKey = "alias/aws/dynamodb";

bool IsEnabled(const SseSpecification& asked) {
  return asked.enabled.ValueOr(Given(asked.sse_type));
}

uint64_t Hash(std::string_view text, uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash ^ hash >> 29;
}

// A key id in the form of a UUID, always the same for one alias of one account in one region.
std::string KeyIdOf(std::string_view alias, const TableDefinition& definition) {
  const std::string name = definition.account + '/' + definition.region + '/' + std::string(alias);
  const uint64_t high = Hash(name, 0xCBF29CE484222325);
  const uint64_t low = Hash(name, high);
  char text[40];
  std::snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx",
                static_cast<unsigned>(high >> 32), static_cast<unsigned>(high >> 16 & 0xFFFF),
                static_cast<unsigned>(high & 0xFFF), static_cast<unsigned>(low >> 48 & 0xFFF),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFF));
  return text;
}

// Changes of the last day.
size_t DropOld(int64_t now_ms, std::vector<int64_t>& changes_ms) {
  changes_ms.erase(std::remove_if(changes_ms.begin(), changes_ms.end(),
                                  [now_ms](int64_t at) { return at <= now_ms - limits::kDayMs; }),
                   changes_ms.end());
  return changes_ms.size();
}

Result<void> CountChange(int64_t now_ms, bool back_to_default, std::vector<int64_t>& changes_ms) {
  const size_t changes = DropOld(now_ms, changes_ms);
  if (changes >= limits::kFreeEncryptionChangesPerDay && !back_to_default) {
    const int64_t next_ms = changes_ms.back() + limits::kEncryptionIntervalMs;
    if (now_ms < next_ms) {
      return Error{ErrorType::kLimitExceeded,
                   messages::TooManyEncryptionChanges(changes_ms.front() + limits::kDayMs, changes,
                                                      changes_ms.back(), next_ms)};
    }
  }
  changes_ms.push_back(now_ms);
  return {};
}

}  // namespace

Result<void> CheckSse(const SseSpecification& asked) {
  if (!IsEnabled(asked)) {
    if (Given(asked.sse_type)) return ValidationError(messages::SseTypeWithoutSse());
    if (Given(asked.kms_master_key_id)) return ValidationError(messages::KmsKeyWithoutSse());
    return {};
  }
  if (Given(asked.sse_type) && asked.sse_type != "KMS") {
    return ValidationError(messages::SseTypeNotSupported(asked.sse_type));
  }
  if (Given(asked.kms_master_key_id) && !Given(asked.sse_type)) {
    return ValidationError(messages::KmsKeyNeedsKmsType());
  }
  return {};
}

std::string KeyArnOf(const SseSpecification& asked, const TableDefinition& definition) {
  if (!IsEnabled(asked)) return {};
  const std::string_view named =
      Given(asked.kms_master_key_id) ? asked.kms_master_key_id : kManagedKey;
  if (named.substr(0, 4) == "arn:" && named.find(":alias/") == named.npos) {
    return std::string(named);
  }
  const size_t alias = named.find("alias/");
  const std::string id =
      alias == named.npos ? std::string(named) : KeyIdOf(named.substr(alias), definition);
  return "arn:aws:kms:" + definition.region + ':' + definition.account + ":key/" + id;
}

Result<void> UpdateEncryption(const SseSpecification& asked, int64_t now_ms,
                              TableDefinition& definition) {
  std::string key_arn = KeyArnOf(asked, definition);
  std::string& now = definition.encryption.key_arn;
  if (key_arn.empty() && now.empty()) return ValidationError(messages::EncryptedByDefault());
  // An alias or a bare key id is encrypted with anew, even if it is the same key.
  if (key_arn == now && asked.kms_master_key_id == now) {
    return ValidationError(messages::EncryptedWithThatKey());
  }
  PIXII_RETURN_IF_ERROR(CountChange(now_ms, key_arn.empty(), definition.encryption.changes_ms));
  now = std::move(key_arn);
  return {};
}

}  // namespace pixii
