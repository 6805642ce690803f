// The public door: Engine::Call on one screen, and the versions of a database that hosts hold.
#include "pixii/engine.h"

#include <algorithm>
#include <utility>

#include "core/base/messages/pixii.h"
#include "core/base/time_text.h"
#include "core/operations/capacity_door.h"
#include "core/operations/due_work.h"
#include "core/operations/fault_rules.h"
#include "core/operations/operation_table.h"
#include "core/operations/pixii_modes.h"
#include "core/storage/database_bytes.h"
#include "core/storage/table_meters.h"
#include "core/wire/error_json.h"

namespace pixii {

struct Snapshot::State {
  explicit State(const Database& version) : database(version) {}
  Database database;
};

Snapshot::Snapshot() = default;
Snapshot::Snapshot(const Snapshot&) = default;
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(const Snapshot&) = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;
Snapshot::Snapshot(std::shared_ptr<const State> state) : state_(std::move(state)) {}

namespace {

constexpr std::string_view kNoAccount = "000000000000";
constexpr size_t kAccountDigits = 12;

// A twelve-digit access key id is the account; anything else stands for one shared account.
std::string_view AccountOf(std::string_view access_key_id) {
  if (access_key_id.size() != kAccountDigits) return kNoAccount;
  const bool digits = access_key_id.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? access_key_id : kNoAccount;
}

// Parts of a Call that are kept from one to the next, so that nothing is allocated twice.
struct CallMemory {
  ExpressionCache expressions;
  partiql::StatementCache statements;
  Arena arena;
  WireScratch scratch;
  Commit commit;
  std::string catalog_key;
  std::string key;
  std::string new_entries;
  std::string projected;
  Page page;
  MeteredRequest metered;
  JsonBuffer body;
  char request_id[52];

  // Lets go of what the last answer pointed to.
  void Clear() {
    arena.Reset();
    commit.Clear();
    metered.tables.clear();
    body.Clear();
  }
};

}  // namespace

struct Engine::Implementation {
  Implementation(Options chosen, Database version)
      : options(std::move(chosen)),
        database(std::move(version)),
        memory(std::make_unique<CallMemory>()) {}

  Options options;
  Database database;
  HeldVersions held;
  HeldTransactions transactions;
  FaultRules faults;
  std::unique_ptr<CallMemory> memory;
  std::string lost_because;  // empty while the instance is whole

  OperationContext ContextOf(const RequestContext& context) {
    return {database,
            options,
            memory->expressions,
            memory->statements,
            memory->arena,
            memory->scratch,
            held,
            transactions,
            faults,
            memory->commit,
            memory->catalog_key,
            memory->key,
            memory->new_entries,
            memory->projected,
            memory->page,
            database.clock().Now(options.clock->NowMilliseconds()),
            context.region.empty() ? std::string_view(options.region) : context.region,
            AccountOf(context.access_key_id),
            context.endpoint,
            &memory->metered};
  }

  Result<void> Serve(std::string_view target, std::string_view body, const RequestContext& context,
                     Answer& answer) {
    if (!lost_because.empty()) {
      return Error{ErrorType::kInstanceLost, messages::InstanceLost(lost_because)};
    }
    const Target found = FindTarget(target);
    if (found.kind == Target::Kind::kUnknown) return Error{ErrorType::kUnknownOperation, ""};
    if (found.kind == Target::Kind::kKnown) {
      return Error{ErrorType::kUnsupportedOperation,
                   messages::UnsupportedOperation(found.operation)};
    }
    OperationContext operation_context = ContextOf(context);
    if (database.due().NextMs() <= operation_context.now_ms) {
      RunDueWork(operation_context, operation_context.now_ms);
    }
    if (!FollowsModes(database.meters(), database.modes())) [[unlikely]] {
      FollowModes(database.OwnMeters(), database.modes(), database.tables(),
                  operation_context.now_ms);
    }
    memory->metered.operation = found.row->metric;
    Result<void> outcome = ServeRow(operation_context, *found.row, body, answer);
    if (found.row->service == Service::kDynamoDb) {
      CountAnswer(operation_context, outcome.ok() ? nullptr : &outcome.error());
    }
    return outcome;
  }

  // The operation itself, and what fault rules do to it. The control service meets none.
  Result<void> ServeRow(OperationContext& context, const OperationRow& row, std::string_view body,
                        Answer& answer) {
    if (faults.empty()) [[likely]]
      return row.serve(context, body, memory->body);
    const FaultRule* fault =
        row.service == Service::kPixii ? nullptr : faults.BeginRequest(context, row, body);
    if (fault == nullptr) return row.serve(context, body, memory->body);
    answer.delay_ms = static_cast<uint32_t>(fault->delay_ms);
    answer.damage = static_cast<uint32_t>(fault->damage);
    Result<void> outcome;
    if (!fault->error || fault->after_commit) outcome = row.serve(context, body, memory->body);
    if (fault->error && outcome.ok()) outcome = faults.StrikingError(context, row.name);
    faults.EndRequest();
    return outcome;
  }
};

std::unique_ptr<Engine> Engine::Open(Options options) {
  Database database(options.memory_bytes_max);
  IdSource& ids = *options.ids;
  const uint64_t seed[4] = {ids.Next(), ids.Next(), ids.Next(), ids.Next()};
  database.ids().Seed(seed[0], seed[1], seed[2], seed[3]);
  if (!BeginAsOptionsSay(options, database).ok()) return nullptr;
  return std::unique_ptr<Engine>(
      new Engine(std::make_unique<Implementation>(std::move(options), std::move(database))));
}

Engine::Engine(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
Engine::~Engine() = default;

Answer Engine::Call(std::string_view target, std::string_view body, const RequestContext& context) {
  CallMemory& memory = *implementation_->memory;
  memory.Clear();
  Answer answer;
  const Result<void> outcome = implementation_->Serve(target, body, context, answer);
  if (!outcome.ok()) {
    memory.body.Clear();
    WriteErrorJson(memory.body, outcome.error(), DialectOf(target));
    answer.status = ErrorStatus(outcome.error().type);
  }
  implementation_->database.ids().NextRequestId(memory.request_id);
  answer.body = memory.body.view();
  answer.request_id = {memory.request_id, sizeof memory.request_id};
  answer.commit = implementation_->database.commit_number();
  return answer;
}

int64_t Engine::NowMilliseconds() {
  const int64_t host_ms = implementation_->options.clock->NowMilliseconds();
  return implementation_->database.clock().Now(host_ms);
}

bool Engine::IsClockRunning() const { return !implementation_->database.clock().standing(); }

int64_t Engine::Advance(int64_t until_ms) {
  implementation_->memory->Clear();
  OperationContext context = implementation_->ContextOf({});
  VirtualClock& clock = implementation_->database.clock();
  const int64_t time_ms = std::max(std::min(until_ms, kTimeMsMax), context.now_ms);
  if (time_ms > context.now_ms) {
    clock.Set(implementation_->options.clock->NowMilliseconds(), time_ms);
  }
  return RunDueWork(context, time_ms);
}

std::unique_ptr<Engine> Engine::Fork() {
  return std::unique_ptr<Engine>(new Engine(
      std::make_unique<Implementation>(implementation_->options, implementation_->database)));
}

std::unique_ptr<Engine> Engine::TakeFork(std::string_view fork_id) {
  auto& forks = implementation_->held.forks;
  const auto found = forks.find(fork_id);
  if (found == forks.end()) return nullptr;
  std::unique_ptr<Engine> fork(new Engine(
      std::make_unique<Implementation>(implementation_->options, std::move(found->second))));
  forks.erase(found);
  return fork;
}

Snapshot Engine::TakeSnapshot() const {
  return Snapshot(std::make_shared<const Snapshot::State>(implementation_->database));
}

void Engine::Restore(const Snapshot& snapshot) {
  implementation_->memory->Clear();
  implementation_->transactions.Clear();
  implementation_->database.Restore(snapshot.state()->database);
}

std::string Engine::Export() const {
  std::string bytes;
  WriteDatabase(implementation_->database, bytes);
  return bytes;
}

Result<void> Engine::Import(std::string_view bytes) {
  PIXII_ASSIGN_OR_RETURN(const Database read,
                         ReadDatabase(bytes, implementation_->options.memory_bytes_max));
  implementation_->memory->Clear();
  implementation_->transactions.Clear();
  implementation_->database.Restore(read);
  return {};
}

uint64_t Engine::commit_number() const { return implementation_->database.commit_number(); }

uint64_t Engine::memory_bytes() const { return implementation_->database.memory_bytes(); }

void Engine::MarkLost(std::string_view reason) { implementation_->lost_because = reason; }

}  // namespace pixii
