// Added behind Emscripten's glue. Says where engine.wasm lies, so that Node can read it as a file, and
// gives the factory a name of its own, as default exports change on their way into CommonJS.
export const wasmUrl = new URL("engine.wasm", import.meta.url);
export const startEngine = createEngine;
