// The entry point of the Node addon: two classes, Engine and Snapshot, for node/load-addon.ts. All
// state is per environment, so worker threads and jest sandboxes may each load the addon.
#include <napi.h>

#include "node/native_engine.h"

namespace {

Napi::Object Load(Napi::Env env, Napi::Object exports) {
  auto* environment = new pixii::node::Environment();
  env.SetInstanceData(environment);  // Node deletes it when the environment ends.
  const Napi::Function engine_class = pixii::node::NativeEngine::Define(env);
  const Napi::Function snapshot_class = pixii::node::NativeSnapshot::Define(env);
  environment->engine_class = Napi::Persistent(engine_class);
  environment->snapshot_class = Napi::Persistent(snapshot_class);
  exports.Set("Engine", engine_class);
  const Napi::Uint8Array request = Napi::Uint8Array::New(env, pixii::node::kRequestBytes);
  environment->request = Napi::Reference<Napi::Uint8Array>::New(request, 1);
  environment->request_bytes = static_cast<const char*>(request.ArrayBuffer().Data());
  exports.Set("request", request);
  return exports;
}

}  // namespace

NODE_API_MODULE(pixii, Load)
