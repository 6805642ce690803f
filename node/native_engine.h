// pixii::Engine as a JavaScript object: what node/load-addon.ts turns into an EngineHandle. Strings
// and Uint8Arrays in; the body out; status and request id are left in a small shared array, because
// making an object with three properties costs more than the whole border does otherwise.
#pragma once

#include <napi.h>

#include <memory>

#include "node/native_text.h"
#include "pixii/engine.h"

namespace pixii::node {

// Room for one request that JavaScript writes itself; larger ones come as text.
constexpr size_t kRequestBytes = size_t{64} << 10;

// What one environment (the main thread, a worker, a jest sandbox) holds: nothing here is static,
// so that the addon can be loaded any number of times in one process.
struct Environment {
  // Where JavaScript writes the requests of callWritten: the target, then the body.
  Napi::Reference<Napi::Uint8Array> request;
  const char* request_bytes = nullptr;
  Napi::FunctionReference engine_class;
  Napi::FunctionReference snapshot_class;
  ScratchBuffer scratch;
};

// A held version of a database. Belongs to the environment that made it.
class NativeSnapshot final : public Napi::ObjectWrap<NativeSnapshot> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit NativeSnapshot(const Napi::CallbackInfo& info);
  // The snapshot inside `value`. Throws Napi::Error when it is none, or a released one.
  static const Snapshot& In(Napi::Env env, Napi::Value value);

 private:
  void Release(const Napi::CallbackInfo& info);

  Snapshot snapshot_;
};

// One database. Every method throws a JavaScript Error once it is closed; no C++ exception leaves.
class NativeEngine final : public Napi::ObjectWrap<NativeEngine> {
 public:
  static Napi::Function Define(Napi::Env env);
  // Arguments: EngineOptions, or an External<unique_ptr<Engine>> to move from.
  explicit NativeEngine(const Napi::CallbackInfo& info);

 private:
  // Arguments of both: target, body, then optionally region, access key id, endpoint.
  Napi::Value Call(const Napi::CallbackInfo& info);
  Napi::Value CallBytesToText(const Napi::CallbackInfo& info);
  // Serves what lies in the environment's `request`. Arguments: the sizes of target and body.
  Napi::Value CallWritten(const Napi::CallbackInfo& info);
  Napi::Value Advance(const Napi::CallbackInfo& info);
  Napi::Value NowMs(const Napi::CallbackInfo& info);
  Napi::Value IsClockRunning(const Napi::CallbackInfo& info);
  Napi::Value Fork(const Napi::CallbackInfo& info);
  Napi::Value TakeFork(const Napi::CallbackInfo& info);
  Napi::Value TakeSnapshot(const Napi::CallbackInfo& info);
  void Restore(const Napi::CallbackInfo& info);
  Napi::Value Export(const Napi::CallbackInfo& info);
  void Import(const Napi::CallbackInfo& info);
  Napi::Value CommitNumber(const Napi::CallbackInfo& info);
  Napi::Value MemoryBytes(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);

  // The engine; throws Napi::Error once closed.
  Engine& Opened(Napi::Env env);
  // Serves `body` for the arguments of `info`, and leaves status and request id in the shared
  // array.
  std::string_view Serve(const Napi::CallbackInfo& info, std::string_view body);
  // The same, for who calls in `context`.
  std::string_view Serve(std::string_view target, std::string_view body,
                         const RequestContext& context);
  // Runs `work`; a C++ exception marks the engine lost and becomes a JavaScript Error.
  template <class Work>
  auto Guarded(Napi::Env env, Work work);

  // Fixed after construction: memory of the JavaScript Uint8Array `answer`, which `answer_` keeps.
  Napi::Reference<Napi::Uint8Array> answer_;
  char* answer_bytes_ = nullptr;
  // State; null once closed.
  std::unique_ptr<Engine> engine_;
};

}  // namespace pixii::node
