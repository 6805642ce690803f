// Forks over HTTP: each has an endpoint of its own below /_pixii/db/<id>/, which SDKs take as their
// endpoint, with its own control path below that. A fork lives until it is closed, or its server is.
import type { BindingAnswer, EngineHandle } from "../client/binding.ts";
import { transportError } from "./http-answer.ts";
import type { RequestHead } from "./request-head.ts";

const prefix = "/_pixii/db/";

/** Where a request goes: an engine, and the rest of its path, "/" for the data service. */
export interface Destination {
  engine: EngineHandle;
  path: string;
  /** Empty for the database that is served itself. */
  forkId: string;
}

export class ForkEndpoints {
  private readonly root: EngineHandle;
  private readonly forks = new Map<string, EngineHandle>();
  private forksMade = 0;

  constructor(root: EngineHandle) {
    this.root = root;
  }

  /** Undefined when the path names no fork that there is. */
  find(url: string): Destination | undefined {
    if (!url.startsWith(prefix)) return { engine: this.root, path: url, forkId: "" };
    const [, forkId = "", path = "/"] = /^([^/?]+)(\/[^]*)?$/.exec(url.slice(prefix.length)) ?? [];
    const engine = this.forks.get(forkId);
    return engine === undefined ? undefined : { engine, path, forkId };
  }

  /** Takes the fork that `answer` tells of out of its parent, and tells its endpoint. Ids of forks are
   * the server's, as forks may be forked. */
  adopt(parent: EngineHandle, answer: BindingAnswer, head: RequestHead): BindingAnswer {
    if (answer.status !== 200) return answer;
    const { ForkId } = JSON.parse(answer.body) as { ForkId: string };
    const engine = parent.takeFork(ForkId);
    if (engine === undefined) return answer;
    this.forksMade += 1;
    const id = `fork-${this.forksMade}`;
    this.forks.set(id, engine);
    const endpoint = `http://${head.host ?? "127.0.0.1"}${prefix}${id}/`;
    return { ...answer, body: JSON.stringify({ ForkId: id, Endpoint: endpoint }) };
  }

  /** Ends a fork; what is left of its requests gets the answer of a path that does not exist. */
  closeFork(forkId: string, requestId: string): BindingAnswer {
    const engine = this.forks.get(forkId);
    if (engine === undefined) return transportError(404, "ResourceNotFoundException");
    this.forks.delete(forkId);
    engine.close();
    return { status: 200, body: "{}", requestId };
  }

  /** Ends all forks. */
  close(): void {
    for (const engine of this.forks.values()) engine.close();
    this.forks.clear();
  }
}
