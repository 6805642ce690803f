// The one exception of the package. Only here does an error that the engine answered become one.

/** What the AWS SDK also puts on its exceptions. */
export interface PixiiErrorMetadata {
  httpStatusCode?: number;
  requestId?: string;
}

/** What an error may carry besides its name and message. */
export interface PixiiErrorParts extends PixiiErrorMetadata {
  cause?: unknown;
  /** Further members of the error body, such as CancellationReasons or Item. */
  extra?: Record<string, unknown>;
}

/**
 * A request or a call that failed. `name` is DynamoDB's name of the error
 * (`ConditionalCheckFailedException`), or for what has no counterpart on AWS one of
 * DatabaseLockedError, DatabaseClosedError, DamagedDataError, FlushTimeoutError,
 * EngineUnavailableError, InvalidOptionError.
 */
export class PixiiError extends Error {
  override readonly name: string;
  readonly $fault: "client" | "server";
  readonly $metadata: PixiiErrorMetadata;

  constructor(name: string, message: string, parts: PixiiErrorParts = {}) {
    const { cause, extra, ...metadata } = parts;
    super(message, cause === undefined ? undefined : { cause });
    this.name = name;
    this.$fault = (metadata.httpStatusCode ?? 400) >= 500 ? "server" : "client";
    this.$metadata = metadata;
    if (extra !== undefined) Object.assign(this, extra);
  }
}

/** The error in an answer of the engine: `{"__type": "prefix#Name", "message": ..., ...}`. */
export function errorFromAnswer(answer: {
  status: number;
  body: string;
  requestId: string;
}): PixiiError {
  const { __type, message, Message, ...extra } = parseBody(answer.body);
  const name = typeof __type === "string" ? __type.slice(__type.indexOf("#") + 1) : "UnknownError";
  const text = message ?? Message ?? "";
  for (const own of ["name", "stack", "cause", "$fault", "$metadata"]) delete extra[own];
  return new PixiiError(name, String(text), {
    httpStatusCode: answer.status,
    requestId: answer.requestId,
    extra,
  });
}

function parseBody(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // A body that is no JSON has no name to give; the status still tells.
  }
  return {};
}

/** Any thrown value as a PixiiError: one of ours as it is, a host's error under its own name. */
export function asPixiiError(thrown: unknown, nameOfPlain = "EngineError"): PixiiError {
  if (thrown instanceof PixiiError) return thrown;
  if (!(thrown instanceof Error)) return new PixiiError(nameOfPlain, String(thrown));
  const plain = thrown.name === "Error" || thrown.name === "TypeError";
  const owner = (thrown as { owner?: unknown }).owner;
  return new PixiiError(plain ? nameOfPlain : thrown.name, thrown.message, {
    cause: thrown,
    ...(owner === undefined ? {} : { extra: { owner } }),
  });
}
