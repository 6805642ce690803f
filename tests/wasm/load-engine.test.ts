// Loading the WebAssembly engine in Node: from the file beside the glue, from given bytes, from a URL
// that is not there; what the options choose; that instances do not know one another.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadWasmBinding } from "../../wasm/load-engine.ts";
import { createTable, dynamo, putText, readText } from "./requests.ts";

describe("loading", () => {
  test("finds engine.wasm beside engine.mjs", async () => {
    const binding = await loadWasmBinding();
    expect(binding.engine).toBe("wasm");
    const engine = binding.create({});
    const answer = engine.call(dynamo("ListTables"), "{}");
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ TableNames: [] });
    expect(answer.requestId).toMatch(/^[A-Z0-9]{52}$/);
    engine.close();
  });

  test("takes engine.wasm as bytes", async () => {
    const wasmBinary = readFileSync(new URL("../../build/wasm/engine.wasm", import.meta.url));
    const engine = (await loadWasmBinding({ wasmBinary })).create({});
    createTable(engine);
    putText(engine, "a", "from bytes");
    expect(readText(engine, "a")).toBe("from bytes");
    engine.close();
  });

  test("takes engine.wasm from a URL", async () => {
    const wasmUrl = new URL("../../build/wasm/engine.wasm", import.meta.url).href;
    const engine = (await loadWasmBinding({ wasmUrl })).create({});
    expect(engine.call(dynamo("ListTables"), "{}").status).toBe(200);
    engine.close();
  });

  test("says which file is missing, and tries again the next time", async () => {
    const wasmUrl = new URL("./no-engine.wasm", import.meta.url).href;
    await expect(loadWasmBinding({ wasmUrl })).rejects.toThrow(/no-engine\.wasm/);
    await expect(loadWasmBinding({ wasmUrl })).rejects.toThrow(/no-engine\.wasm/);
  });

  test("refuses bytes that are no module", async () => {
    const wasmBinary = new TextEncoder().encode("not a module");
    await expect(loadWasmBinding({ wasmBinary })).rejects.toThrow(WebAssembly.CompileError);
  });
});

describe("options", () => {
  test("the same seed and a frozen clock give the same bytes", async () => {
    const answers = await Promise.all(
      [1, 2].map(async () => {
        const binding = await loadWasmBinding();
        const engine = binding.create({ seed: 7, frozenAtMs: 1_700_000_000_000 });
        const created = createTable(engine);
        engine.close();
        return created;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.parse(answers[0]!.body).TableDescription.CreationDateTime).toBe(1_700_000_000);
  });

  test("without a seed, ids differ", async () => {
    const binding = await loadWasmBinding();
    const [one, other] = [binding.create({}), binding.create({})];
    const ids = [one, other].map((engine) => engine.call(dynamo("ListTables"), "{}").requestId);
    expect(ids[0]).not.toBe(ids[1]);
    one.close();
    other.close();
  });

  test("a region of the request comes before the engine's", async () => {
    const engine = (await loadWasmBinding()).create({ region: "eu-central-1" });
    const arn = (answer: { body: string }) => JSON.parse(answer.body).TableDescription.TableArn;
    expect(arn(createTable(engine))).toContain(":eu-central-1:");
    expect(arn(createTable(engine, { region: "ap-south-1" }))).toContain(":ap-south-1:");
    engine.close();
  });

  test("the engine's own memory limit refuses a write and changes nothing", async () => {
    const engine = (await loadWasmBinding()).create({ memoryBytesMax: 200_000 });
    createTable(engine);
    expect(putText(engine, "a", "x".repeat(50_000)).status).toBe(200);
    const before = engine.commitNumber();
    const refused = putText(engine, "b", "x".repeat(200_000));
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.body).__type).toContain("MemoryLimitExceeded");
    expect(engine.commitNumber()).toBe(before);
    expect(readText(engine, "a")).toHaveLength(50_000);
    engine.close();
  });
});
