// The DynamoDB endpoint over HTTP, for clients in any language: x-amz-target and bytes in, status and
// bytes out. Whatever is malformed is answered; nothing a client sends ends the process.
import { createServer, IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gunzipSync, inflateSync } from "node:zlib";
import {
  isFaulty,
  sufferFault,
  type BindingAnswer,
  type BindingContext,
  type EngineHandle,
} from "../client/binding.ts";
import type { Listener, ListenOptions, ServedDatabase } from "../client/host.ts";
import { asPixiiError, PixiiError } from "../client/pixii-error.ts";
import { checkAuthorization, contextOf } from "./authorization.ts";
import { refuseControl } from "./control-guard.ts";
import { ForkEndpoints, type Destination } from "./fork-endpoints.ts";
import {
  makeRequestId,
  newerJsonType,
  pageNotFound,
  transportError,
  writeAnswer,
  writePreflight,
} from "./http-answer.ts";
import { RequestHead } from "./request-head.ts";
import { writeFile } from "./static-files.ts";

/** A request body may have 16 MB, packed or not. */
const bodyBytesMax = 16 * 1024 * 1024;
/** What is read and thrown away, so that the client hears of the refusal, before the cable is cut. */
const drainedBytesMax = 4 * bodyBytesMax;
const closeGraceMs = 500;
const empty = Buffer.alloc(0);

/** A request with room for what the endpoint keeps while its body arrives. */
class Incoming extends IncomingMessage {
  head: RequestHead | undefined = undefined;
  response: ServerResponse | undefined = undefined;
  endpoint: Endpoint | undefined = undefined;
  /** Bytes announced; -1 when the body ends where the request ends. */
  expectedBytes = -1;
  receivedBytes = 0;
  chunks: Buffer[] | undefined = undefined;
  /** Its answer is there, or under way. */
  isServed = false;
  answer: BindingAnswer | undefined = undefined;
}

/** Serves `engine` until closed. Throws PixiiError ListenError when the address cannot be had. */
export async function listen(
  engine: EngineHandle,
  options: ListenOptions,
  database?: ServedDatabase,
): Promise<Listener> {
  const { port = 0, host = "127.0.0.1" } = options;
  const endpoint = new Endpoint(engine, database);
  const server = createServer({ IncomingMessage: Incoming, keepAliveTimeout: 60_000 });
  server.on("request", (request, response) => endpoint.receive(request, response));
  server.on("clientError", refuseMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  server.on("error", () => {});
  const bound = (server.address() as AddressInfo).port;
  const name = host.includes(":") ? `[${host}]` : host;
  const close = () => closeServer(server).finally(() => endpoint.close());
  return { host, port: bound, url: `http://${name}:${bound}`, close };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): PixiiError {
  const why = error.code === "EADDRINUSE" ? "it is in use" : error.message;
  return new PixiiError("ListenError", `cannot listen on ${host}, port ${port}: ${why}`, {
    cause: error,
  });
}

/** Ends with the answers under way; a client that goes on sending is cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), closeGraceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Bytes that are no HTTP. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket) {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const tooLong = error.code === "HPE_HEADER_OVERFLOW";
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const status = tooLong ? "431 Request Header Fields Too Large" : "400 Bad Request";
  const line = late ? "408 Request Timeout" : status;
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What one server does with its requests. */
class Endpoint {
  private readonly forks: ForkEndpoints;
  private readonly database: ServedDatabase | undefined;
  /** The newest authorization found whole, and whom it named: most clients repeat themselves. */
  private lastAuthorization: string | undefined;
  private lastHost: string | undefined;
  private lastContext: BindingContext = {};
  /** Answered in this turn of the event loop, but not yet written. */
  private answered: Incoming[] = [];

  constructor(engine: EngineHandle, database: ServedDatabase | undefined) {
    this.forks = new ForkEndpoints(engine);
    this.database = database;
  }

  close() {
    this.forks.close();
  }

  receive(request: Incoming, response: ServerResponse) {
    const head = new RequestHead(request.rawHeaders);
    const { method, url = "/" } = request;
    if (method !== "POST") {
      this.receiveOther(request, response, head);
      return;
    }
    if (url !== "/" && !url.startsWith("/?") && !url.startsWith("/_pixii/")) {
      this.refuse(request, response, head);
      return;
    }
    request.head = head;
    request.response = response;
    request.endpoint = this;
    if (head.contentLength !== undefined) request.expectedBytes = Number(head.contentLength);
    request.on("data", onData);
    if (request.expectedBytes <= 0) request.on("end", onEnd);
  }

  private receiveOther(request: Incoming, response: ServerResponse, head: RequestHead) {
    request.resume();
    const { method } = request;
    if (method === "OPTIONS") {
      writePreflight(response, head);
    } else if (method === "DELETE" && request.url?.startsWith("/_pixii/db/")) {
      writeAnswer(response, head, this.closeFork(head, request.url));
    } else if (method !== "GET" && method !== "HEAD") {
      this.refuse(request, response, head);
    } else if (!writeFile(request, response, head)) {
      this.refuse(request, response, head);
    }
  }

  /** A method or path that does not exist. */
  private refuse(request: Incoming, response: ServerResponse, head: RequestHead) {
    request.resume();
    writeAnswer(response, head, pageNotFound());
  }

  /** Answers the request, whose whole body is `bytes`. */
  answer(request: Incoming, bytes: Buffer) {
    const { head } = request;
    if (head === undefined || request.isServed) return;
    request.isServed = true;
    try {
      const answer = this.serve(request, head, bytes);
      if (!(answer instanceof Promise)) return this.finish(request, answer);
      answer.then(
        (later) => this.finish(request, later),
        (error: unknown) => this.finish(request, internalError(error)),
      );
    } catch (error) {
      this.finish(request, internalError(error));
    }
  }

  private finish(request: Incoming, answer: BindingAnswer) {
    request.answer = answer;
    if (this.answered.push(request) === 1) setImmediate(this.writeAnswered);
  }

  /**
   * All answers of a turn leave one after another, once everything that came in was read: the first
   * wakes the clients and the others find them awake, which saves a fifth of the work per request.
   */
  private readonly writeAnswered = () => {
    const requests = this.answered;
    this.answered = [];
    for (const { response, head, answer } of requests) {
      if (!response || !head || !answer) continue;
      if (isFaulty(answer)) writeFaulty(response, head, answer);
      else writeAnswer(response, head, answer);
    }
    this.database?.served();
  };

  private serve(request: Incoming, head: RequestHead, bytes: Buffer): Served {
    if (request.receivedBytes > bodyBytesMax) return tooLarge();
    const to = this.forks.find(request.url ?? "/");
    if (to === undefined) return transportError(404, "UnknownOperationException");
    const url = to.path;
    if (url.startsWith("/_pixii/")) return this.serveControl(head, to, bytes);
    if (url !== "/" && !url.startsWith("/?")) {
      return transportError(404, "UnknownOperationException");
    }
    const target = head.target ?? "";
    if (bytes.length > 0 && !isJsonType(head.contentType, target)) return pageNotFound();
    const body = head.contentEncoding === undefined ? bytes : unpack(bytes, head.contentEncoding);
    if (!(body instanceof Uint8Array)) return body;
    if (target.startsWith("Pixii_")) {
      const refusal = refuseControl(head);
      if (refusal !== undefined) return refusal;
    }
    if (!this.isLastCaller(head, url)) {
      const refusal = this.admit(head, url, to.engine, target, body);
      if (refusal !== undefined) return refusal;
    } else if (head.host !== this.lastHost) {
      this.remember(head, url);
    }
    if (target.startsWith("Pixii_")) return this.control(to, target, body, head);
    return call(to.engine, target, body, this.lastContext);
  }

  /** Whether the request is complete and names the caller that was admitted last. */
  private isLastCaller({ authorization, amazonDate, date }: RequestHead, url: string): boolean {
    if (authorization === undefined || authorization !== this.lastAuthorization) return false;
    return (amazonDate ?? date) !== undefined && !url.includes("?");
  }

  /** The errors of a header that names no caller; else remembers whom it names. */
  private admit(
    head: RequestHead,
    url: string,
    engine: EngineHandle,
    target: string,
    body: Uint8Array,
  ): BindingAnswer | undefined {
    const { authorization, amazonDate, date } = head;
    const fault = checkAuthorization({ authorization, date: amazonDate ?? date, url });
    if (fault === undefined) {
      this.remember(head, url);
      return undefined;
    }
    return faultBefore(engine, target, body) ?? transportError(400, fault.type, fault.message);
  }

  private remember(head: RequestHead, url: string) {
    this.lastAuthorization = head.authorization;
    this.lastHost = head.host;
    this.lastContext = contextOf(head.authorization, url);
    if (head.host !== undefined) this.lastContext.endpoint = head.host;
  }

  /** POST /_pixii/<Operation> is the control service without a target, and without credentials where
   * the usual region and account are meant. */
  private serveControl(head: RequestHead, to: Destination, bytes: Buffer): Served {
    const refusal = refuseControl(head);
    if (refusal !== undefined) return refusal;
    const operation = to.path.slice("/_pixii/".length).split("?", 1)[0]!;
    const body = bytes.length === 0 ? Buffer.from("{}") : bytes;
    return this.control(to, `Pixii_1.${operation}`, body, head);
  }

  private control(to: Destination, target: string, body: Uint8Array, head: RequestHead): Served {
    if (this.database !== undefined && to.forkId === "") {
      const answer = this.database.control(target, Buffer.from(body).toString("utf8"));
      if (answer !== undefined) return answer;
    }
    const context = contextOf(head.authorization, to.path);
    const answer = call(to.engine, target, body, context);
    return target === "Pixii_1.Fork" ? this.forks.adopt(to.engine, answer, head) : answer;
  }

  /** DELETE /_pixii/db/<id>/ ends a fork. */
  private closeFork(head: RequestHead, url: string): BindingAnswer {
    const refusal = refuseControl(head);
    if (refusal !== undefined) return refusal;
    const to = this.forks.find(url);
    if (to === undefined || to.path !== "/") {
      return transportError(404, "UnknownOperationException");
    }
    return this.forks.closeFork(to.forkId, makeRequestId());
  }
}

function call(
  engine: EngineHandle,
  target: string,
  body: Uint8Array,
  context: BindingContext,
): BindingAnswer {
  if (engine.callBytesToText !== undefined) return engine.callBytesToText(target, body, context);
  const answer = engine.callBytes(target, body, context);
  const { buffer, byteOffset, length } = answer.body;
  const text = Buffer.from(buffer, byteOffset, length).toString("utf8");
  return { ...answer, body: text };
}

/**
 * An unknown operation and a body that is no JSON are told before a missing signature. The engine is
 * asked with a body that can do nothing.
 */
function faultBefore(
  engine: EngineHandle,
  target: string,
  body: Uint8Array,
): BindingAnswer | undefined {
  const answer = engine.call(target, "{");
  if (answer.body.includes("#UnknownOperationException")) return answer;
  try {
    JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString("utf8"));
    return undefined;
  } catch {
    return answer;
  }
}

/** What becomes of a request: its answer now, or later. */
type Served = BindingAnswer | Promise<BindingAnswer>;

function internalError(error: unknown): BindingAnswer {
  const { name, message } = asPixiiError(error);
  return transportError(500, "InternalServerError", `${name}: ${message}`, servicePrefix);
}

const servicePrefix = "com.amazonaws.dynamodb.v20120810";

/** Listeners without closures: what they need stands in the request itself. */
function onData(this: Incoming, chunk: Buffer) {
  this.receivedBytes += chunk.length;
  if (this.receivedBytes > drainedBytesMax) {
    this.destroy();
    return;
  }
  if (this.receivedBytes > bodyBytesMax) this.chunks = undefined;
  else if (this.receivedBytes === this.expectedBytes && this.chunks === undefined) {
    // The usual case: the whole body came in one piece.
    this.endpoint?.answer(this, chunk);
    return;
  } else if (this.chunks === undefined) this.chunks = [chunk];
  else this.chunks.push(chunk);
  if (this.receivedBytes === this.expectedBytes) answerCollected(this);
}

function onEnd(this: Incoming) {
  answerCollected(this);
}

function answerCollected(request: Incoming) {
  const { chunks } = request;
  request.chunks = undefined;
  request.endpoint?.answer(request, chunks === undefined ? empty : Buffer.concat(chunks));
}

/** DynamoDB speaks version 1.0 of the protocol alone, the services beside it 1.1. */
function isJsonType(contentType: string | undefined, target: string): boolean {
  if (contentType === "application/x-amz-json-1.0") return true;
  const type = (contentType ?? "").split(";", 1)[0]!.trim().toLowerCase();
  if (type === newerJsonType) return !target.startsWith("DynamoDB");
  return type === "application/json" || type === "application/x-amz-json-1.0";
}

function unpack(bytes: Buffer, encoding: string): Uint8Array | BindingAnswer {
  const limit = { maxOutputLength: bodyBytesMax };
  try {
    const name = encoding.trim().toLowerCase();
    if (name === "gzip") return gunzipSync(bytes, limit);
    if (name === "deflate") return inflateSync(bytes, limit);
    if (name === "identity" || name === "") return bytes;
    const message = `Content-Encoding ${name} is not supported; gzip, deflate and identity are.`;
    return transportError(415, "UnsupportedMediaTypeException", message);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return tooLarge();
    return transportError(400, "SerializationException");
  }
}

/** Late, or not at all, as a fault rule asks; a wrong checksum is writeAnswer's. */
function writeFaulty(response: ServerResponse, head: RequestHead, answer: BindingAnswer) {
  sufferFault(answer).then(
    () => writeAnswer(response, head, answer),
    () => response.socket?.resetAndDestroy(),
  );
}

function tooLarge(): BindingAnswer {
  const message = `The request body is larger than ${bodyBytesMax} bytes.`;
  return transportError(413, "RequestEntityTooLargeException", message);
}
