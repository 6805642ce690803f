// The sentences in which Explain warns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

std::string FilterWaste(uint64_t returned, uint64_t walked);
std::string ScanReadsAll();
std::string LargeItem(uint64_t size_bytes);
std::string ExpiryInMilliseconds(std::string_view attribute);
std::string ManyPartitions(uint64_t count);
std::string HotKey();

}  // namespace pixii::messages
