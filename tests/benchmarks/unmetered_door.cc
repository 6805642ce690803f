// The doors to the meters of a pixii without metering: nobody is refused, nothing is counted. The
// linker takes these in the place of core/operations/capacity_door.cc and
// core/storage/meter_growth.cc, for the benchmark that asks what metering costs.
#include "core/operations/capacity_door.h"
#include "core/storage/meter_growth.h"

namespace pixii {

Result<void> AdmitReadEnforced(const OperationContext&, const Table&, IndexPlace, Bytes) {
  return {};
}
Result<void> AdmitWriteEnforced(const OperationContext&, const Table&, Bytes) { return {}; }
Result<void> AdmitIndexWritesEnforced(const OperationContext&, const Table&, const ItemChange&) {
  return {};
}
std::string ResourceArn(const Table&, IndexPlace) { return {}; }
std::string ThrottlingReason(const Throttle&, bool) { return {}; }
bool IsThrottle(const Error&) { return false; }
ReadHashes HashesOf(const PageOrder&, const Page&) { return {}; }
void ChargeRead(const OperationContext&, const Table&, IndexPlace, ReadHashes, ReadCost, int) {}
ReadCost ChargeItemRead(const OperationContext&, const Table&, Bytes, const Item* item,
                        bool consistent, int) {
  return ReadUnits(item == nullptr ? 0 : item->SizeBytes(), consistent);
}
void ChargeWrite(const OperationContext&, const Table&, Bytes, uint64_t,
                 const std::vector<IndexChange>*, int) {}
void ChargeIndexes(const OperationContext&) {}
void ChargeRepetition(const OperationContext&, const RequestToken&) {}
void CountReturned(const OperationContext&, const Table&, size_t) {}
void CountAnswer(const OperationContext&, const Error*) {}

void GrowMeters(Meters&, const Modes&, const Table&, const ItemChange&, int64_t) {}

}  // namespace pixii
