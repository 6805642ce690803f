// The billed size of values and items, by walking their encoded bytes once.
#include "core/values/item_size.h"

#include "core/values/number.h"

namespace pixii {
namespace {

constexpr uint32_t kContainerOverhead = 3;

uint32_t ElementsSizeBytes(ValueView container) {
  uint32_t size = 0;
  for (ValueView element : container.Elements()) size += ValueSizeBytes(element);
  return size;
}

}  // namespace

uint32_t ValueSizeBytes(ValueView value) {
  switch (value.type()) {
    case ValueType::kString:
    case ValueType::kBinary: return static_cast<uint32_t>(value.AsString().size());
    case ValueType::kNumber: return NumberSizeBytes(value.AsNumber());
    case ValueType::kNull:
    case ValueType::kBool: return 1;
    case ValueType::kList: return kContainerOverhead + value.Count() + ElementsSizeBytes(value);
    case ValueType::kMap:
      return kContainerOverhead + value.Count() + EntriesSizeBytes(value.Entries());
    default: return ElementsSizeBytes(value);
  }
}

uint32_t EntriesSizeBytes(EntryRange entries) {
  uint32_t size = 0;
  for (const Entry entry : entries) {
    size += static_cast<uint32_t>(entry.name.size()) + ValueSizeBytes(entry.value);
  }
  return size;
}

}  // namespace pixii
