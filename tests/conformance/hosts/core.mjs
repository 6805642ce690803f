// The bare engine: core_host.cc as a child process, spoken to in frames over its standard streams.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

import { resetByControl } from "./reset.mjs";

/** Starts `program`; undefined when it has not been built. */
export async function openCore(program) {
  if (!existsSync(program)) return undefined;
  const child = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = readAnswers(child);
  const host = {
    name: "core",
    async call(target, body) {
      child.stdin.write(frame(target, body));
      const { value, done } = await answers.next();
      if (done) throw new Error(`${program} ended (${child.exitCode ?? child.signalCode})`);
      return value;
    },
    async close() {
      child.stdin.end();
    },
  };
  host.reset = () => resetByControl(host);
  child.stdin.on("error", () => {});
  return host;
}

function frame(target, body) {
  const parts = [Buffer.from(target, "utf8"), Buffer.from(body, "utf8")];
  return Buffer.concat([Buffer.from(`${parts[0].length} ${parts[1].length}\n`), ...parts]);
}

async function* readAnswers(child) {
  let pending = [];
  let header;
  for await (const chunk of child.stdout) {
    pending.push(chunk);
    if (header && sizeOf(pending) < header.end) continue;
    const bytes = Buffer.concat(pending);
    header = readHeader(bytes);
    pending = [bytes];
    if (header === undefined || bytes.length < header.end) continue;
    pending = [bytes.subarray(header.end)];
    yield { status: header.status, body: bytes.toString("utf8", header.start, header.end) };
    header = undefined;
  }
}

function readHeader(bytes) {
  const newline = bytes.indexOf(10);
  if (newline < 0) return undefined;
  const [status, size] = bytes.toString("latin1", 0, newline).split(" ").map(Number);
  return { status, start: newline + 1, end: newline + 1 + size };
}

function sizeOf(chunks) {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}
