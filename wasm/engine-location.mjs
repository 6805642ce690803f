// Added behind Emscripten's glue: says where engine.wasm lies, so that Node can read it as a file.
export const wasmUrl = new URL("engine.wasm", import.meta.url);
