// Handing due work to those who know it. A piece of work that goes on sets its next entry itself.
#include "core/operations/due_work.h"

#include "core/operations/expiry_sweep.h"
#include "core/operations/kinesis_destination.h"
#include "core/operations/scaling_work.h"
#include "core/operations/table_timing.h"

namespace pixii {
namespace {

void Run(OperationContext& context, const DueWork& work, ClockMove& move) {
  switch (work.kind) {
    case DueKind::kTableState: return EndStates(context, work.key);
    case DueKind::kExpiry: return SweepExpired(context, work.key, move.until_ms);
    case DueKind::kStreamTrim: return context.database.TrimStream(work.key, work.due_ms);
    case DueKind::kDestinationState: return SettleDestinations(context, work.key);
    case DueKind::kScaling: return RunScaling(context, move);
  }
}

}  // namespace

int64_t RunDueWork(OperationContext& context, int64_t until_ms) {
  ClockMove move{context.database.due().NextMs(), until_ms};
  while (context.database.due().NextMs() <= until_ms) {
    const DueWork work = context.database.OwnDue().TakeFirst();
    context.now_ms = work.due_ms;
    Run(context, work, move);
    context.arena.Reset();
    context.commit.Clear();
  }
  context.now_ms = until_ms;
  return context.database.due().NextMs();
}

}  // namespace pixii
