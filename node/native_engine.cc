// Implements the JavaScript objects around pixii::Engine and pixii::Snapshot.
//
// The shared array `answer` of 64 bytes: status (int32), delay_ms (uint32), damage (uint32), each
// in the machine's byte order, then the 52 characters of the request id.
#include "node/native_engine.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <limits>
#include <string>
#include <utility>

#include "node/host_sources.h"

namespace pixii::node {
namespace {

constexpr size_t kAnswerBytes = 64;
constexpr size_t kRequestIdOffset = 12;
constexpr size_t kRequestIdBytes = kAnswerBytes - kRequestIdOffset;
// Marks the objects whose native part is a NativeSnapshot, so that no other can be taken for one.
constexpr napi_type_tag kSnapshotTag = {0x7069786969736e61ULL, 0x7073686f74303031ULL};

Environment& EnvironmentOf(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

// A count given as a JavaScript number; anything that is none counts as 0.
uint64_t Count(Napi::Value value) {
  if (!value.IsNumber()) return 0;
  const double number = value.As<Napi::Number>().DoubleValue();
  if (!(number >= 1)) return 0;
  return number < 9007199254740992.0 ? static_cast<uint64_t>(number) : uint64_t{1} << 53;
}

std::shared_ptr<IdSource> IdsOf(Napi::Object options) {
  const Napi::Value seed = options.Get("seed");
  if (!seed.IsNumber()) return std::make_shared<EntropyIds>();
  return std::make_shared<SeededIds>(static_cast<uint64_t>(seed.As<Napi::Number>().Int64Value()));
}

Options OptionsOf(Napi::Object given) {
  Options options;
  options.clock = std::make_shared<SystemClock>();
  const Napi::Value frozen = given.Get("frozenAtMs");
  if (frozen.IsNumber()) options.stands_at_ms = frozen.As<Napi::Number>().Int64Value();
  const Napi::Value modes = given.Get("modes");
  if (modes.IsString()) options.modes = modes.As<Napi::String>().Utf8Value();
  options.ids = IdsOf(given);
  const Napi::Value region = given.Get("region");
  if (region.IsString()) options.region = region.As<Napi::String>().Utf8Value();
  options.shared_namespace = given.Get("sharedNamespace").ToBoolean();
  options.memory_bytes_max = Count(given.Get("memoryBytesMax"));
  const uint64_t collection_bytes = Count(given.Get("itemCollectionBytesMax"));
  if (collection_bytes > 0) options.item_collection_bytes_max = collection_bytes;
  return options;
}

// A JavaScript engine object around `engine`; null stays undefined.
Napi::Value Adopt(Napi::Env env, std::unique_ptr<Engine> engine) {
  if (!engine) return env.Undefined();
  // The object's constructor moves the engine out; if it does not get that far, it stays ours.
  const Napi::Value external = Napi::External<std::unique_ptr<Engine>>::New(env, &engine);
  return EnvironmentOf(env).engine_class.New({external});
}

}  // namespace

Napi::Function NativeSnapshot::Define(Napi::Env env) {
  return DefineClass(env, "Snapshot", {InstanceMethod<&NativeSnapshot::Release>("release")});
}

NativeSnapshot::NativeSnapshot(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  if (!info[0].IsExternal())
    throw Napi::TypeError::New(info.Env(), "made by Engine.snapshot alone");
  snapshot_ = std::move(*info[0].As<Napi::External<Snapshot>>().Data());
  Value().TypeTag(&kSnapshotTag);
}

void NativeSnapshot::Release(const Napi::CallbackInfo&) { snapshot_ = Snapshot(); }

const Snapshot& NativeSnapshot::In(Napi::Env env, Napi::Value value) {
  if (!value.IsObject() || !value.As<Napi::Object>().CheckTypeTag(&kSnapshotTag)) {
    throw Napi::TypeError::New(env, "this is not a snapshot of the native engine");
  }
  const Snapshot& snapshot = Unwrap(value.As<Napi::Object>())->snapshot_;
  if (snapshot.state() == nullptr) throw Napi::Error::New(env, "the snapshot was released");
  return snapshot;
}

Napi::Function NativeEngine::Define(Napi::Env env) {
  return DefineClass(env, "Engine",
                     {InstanceMethod<&NativeEngine::Call>("call"),
                      InstanceMethod<&NativeEngine::CallBytesToText>("callBytesToText"),
                      InstanceMethod<&NativeEngine::CallWritten>("callWritten"),
                      InstanceMethod<&NativeEngine::Advance>("advance"),
                      InstanceMethod<&NativeEngine::NowMs>("nowMs"),
                      InstanceMethod<&NativeEngine::IsClockRunning>("isClockRunning"),
                      InstanceMethod<&NativeEngine::Fork>("fork"),
                      InstanceMethod<&NativeEngine::TakeFork>("takeFork"),
                      InstanceMethod<&NativeEngine::TakeSnapshot>("snapshot"),
                      InstanceMethod<&NativeEngine::Restore>("restore"),
                      InstanceMethod<&NativeEngine::Export>("export"),
                      InstanceMethod<&NativeEngine::Import>("import"),
                      InstanceMethod<&NativeEngine::CommitNumber>("commitNumber"),
                      InstanceMethod<&NativeEngine::MemoryBytes>("memoryBytes"),
                      InstanceMethod<&NativeEngine::Close>("close")});
}

NativeEngine::NativeEngine(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  const Napi::Uint8Array answer = Napi::Uint8Array::New(info.Env(), kAnswerBytes);
  answer_ = Napi::Reference<Napi::Uint8Array>::New(answer, 1);
  answer_bytes_ = reinterpret_cast<char*>(answer.ArrayBuffer().Data());
  Value().Set("answer", answer);
  if (info[0].IsExternal()) {
    engine_ = std::move(*info[0].As<Napi::External<std::unique_ptr<Engine>>>().Data());
    return;
  }
  if (!info[0].IsObject()) throw Napi::TypeError::New(info.Env(), "expected the engine's options");
  engine_ = Engine::Open(OptionsOf(info[0].As<Napi::Object>()));
  if (!engine_) throw Napi::TypeError::New(info.Env(), "these are no modes");
}

template <class Work>
auto NativeEngine::Guarded(Napi::Env env, Work work) {
  try {
    return work(Opened(env));
  } catch (const Napi::Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    if (engine_) engine_->MarkLost("an allocation failed");
    throw Napi::Error::New(env, "The engine is lost: an allocation failed.");
  } catch (const std::exception& error) {
    if (engine_) engine_->MarkLost(error.what());
    throw Napi::Error::New(env, std::string("The engine is lost: ") + error.what());
  }
}

Engine& NativeEngine::Opened(Napi::Env env) {
  if (!engine_) throw Napi::Error::New(env, "The database is closed.");
  return *engine_;
}

std::string_view NativeEngine::Serve(const Napi::CallbackInfo& info, std::string_view body) {
  const Napi::Env env = info.Env();
  ShortText target, region, access_key_id, endpoint;
  target.Read(env, info[0]);
  if (info.Length() > 2) {
    region.Read(env, info[2]);
    access_key_id.Read(env, info[3]);
    endpoint.Read(env, info[4]);
  }
  return Serve(target.view(), body, {region.view(), access_key_id.view(), endpoint.view()});
}

std::string_view NativeEngine::Serve(std::string_view target, std::string_view body,
                                     const RequestContext& context) {
  const Answer answer = engine_->Call(target, body, context);
  const int32_t status = answer.status;
  std::memcpy(answer_bytes_, &status, sizeof status);
  std::memcpy(answer_bytes_ + 4, &answer.delay_ms, sizeof answer.delay_ms);
  std::memcpy(answer_bytes_ + 8, &answer.damage, sizeof answer.damage);
  const size_t id_bytes = std::min(answer.request_id.size(), kRequestIdBytes);
  std::memcpy(answer_bytes_ + kRequestIdOffset, answer.request_id.data(), id_bytes);
  return answer.body;
}

Napi::Value NativeEngine::Call(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return Guarded(env, [&](Engine&) {
    ScratchBuffer& scratch = EnvironmentOf(env).scratch;
    const std::string_view body = ReadText(env, info[1], scratch);
    const Napi::Value text(env, MakeText(env, Serve(info, body)));
    scratch.Trim();
    return text;
  });
}

Napi::Value NativeEngine::CallBytesToText(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return Guarded(env, [&](Engine&) {
    return Napi::Value(env, MakeText(env, Serve(info, ReadBytes(env, info[1]))));
  });
}

Napi::Value NativeEngine::CallWritten(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return Guarded(env, [&](Engine&) {
    const size_t target_size = info[0].ToNumber().Uint32Value();
    const size_t body_size = info[1].ToNumber().Uint32Value();
    if (target_size + body_size > kRequestBytes) {
      throw Napi::TypeError::New(env, "the request is larger than its room");
    }
    const std::string_view written(EnvironmentOf(env).request_bytes, target_size + body_size);
    const std::string_view target = written.substr(0, target_size);
    return Napi::Value(env, MakeText(env, Serve(target, written.substr(target_size), {})));
  });
}

Napi::Value NativeEngine::Advance(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    const int64_t until_ms = info[0].ToNumber().Int64Value();
    const int64_t due_ms = engine.Advance(until_ms);
    const bool never = due_ms == std::numeric_limits<int64_t>::max();
    return Napi::Number::New(info.Env(), never ? INFINITY : static_cast<double>(due_ms));
  });
}

Napi::Value NativeEngine::NowMs(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    return Napi::Number::New(info.Env(), static_cast<double>(engine.NowMilliseconds()));
  });
}

Napi::Value NativeEngine::IsClockRunning(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    return Napi::Boolean::New(info.Env(), engine.IsClockRunning());
  });
}

Napi::Value NativeEngine::Fork(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) { return Adopt(info.Env(), engine.Fork()); });
}

Napi::Value NativeEngine::TakeFork(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    ShortText fork_id;
    fork_id.Read(info.Env(), info[0]);
    return Adopt(info.Env(), engine.TakeFork(fork_id.view()));
  });
}

Napi::Value NativeEngine::TakeSnapshot(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return Guarded(env, [&](Engine& engine) -> Napi::Value {
    Snapshot snapshot = engine.TakeSnapshot();
    const Napi::Value external = Napi::External<Snapshot>::New(env, &snapshot);
    return EnvironmentOf(env).snapshot_class.New({external});
  });
}

void NativeEngine::Restore(const Napi::CallbackInfo& info) {
  Guarded(info.Env(),
          [&](Engine& engine) { engine.Restore(NativeSnapshot::In(info.Env(), info[0])); });
}

Napi::Value NativeEngine::Export(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) -> Napi::Value {
    const std::string bytes = engine.Export();
    return Napi::Buffer<char>::Copy(info.Env(), bytes.data(), bytes.size());
  });
}

void NativeEngine::Import(const Napi::CallbackInfo& info) {
  Guarded(info.Env(), [&](Engine& engine) {
    const Result<void> result = engine.Import(ReadBytes(info.Env(), info[0]));
    if (!result.ok()) throw Napi::Error::New(info.Env(), result.error().message);
  });
}

Napi::Value NativeEngine::CommitNumber(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    return Napi::Number::New(info.Env(), static_cast<double>(engine.commit_number()));
  });
}

Napi::Value NativeEngine::MemoryBytes(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&](Engine& engine) {
    return Napi::Number::New(info.Env(), static_cast<double>(engine.memory_bytes()));
  });
}

void NativeEngine::Close(const Napi::CallbackInfo&) { engine_.reset(); }

}  // namespace pixii::node
