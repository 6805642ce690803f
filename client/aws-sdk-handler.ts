// Lets any AWS SDK v3 client call a database in process: a configuration whose requestHandler serves
// requests where a connection would, and whose signer names the caller without signing. Nothing of
// the SDK is imported; the few interfaces it must be met with are written down here.
import {
  damages,
  isFaulty,
  sufferFault,
  type BindingContext,
  type BytesAnswer,
} from "./binding.ts";
import { ClockRetries } from "./clock-retries.ts";
import type { Clock } from "./clock.ts";
import { crc32 } from "./crc32.ts";
import { contextOfAuthorization } from "./credential-scope.ts";

/** What the SDK hands to a request handler; more than this is never looked at. */
export interface SdkRequest {
  headers: Record<string, string>;
  body?: unknown;
}

/** What a request handler hands back: an HTTP response with its whole body. */
export interface SdkResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Serves one request's bytes. */
export type ServeBytes = (target: string, body: Uint8Array, context: BindingContext) => BytesAnswer;

/** What may be chosen for one SDK client. */
export interface ClientOptions {
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** "clock": waiting before a retry moves a clock that stands, instead of sleeping. */
  retries?: "clock";
  /** Attempts of a request in all, with `retries`; default 3. */
  maxAttempts?: number;
}

/** A configuration for `new DynamoDBClient(...)` and its like, to be spread or passed as it is. */
export interface ClientConfig {
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  endpoint: string;
  requestHandler: AwsSdkHandler;
  httpAuthSchemes: AuthScheme[];
  useFipsEndpoint: boolean;
  useDualstackEndpoint: boolean;
  accountIdEndpointMode: "disabled";
  endpointDiscoveryEnabled: boolean;
  retryStrategy?: ClockRetries;
}

const contentType = "application/x-amz-json-1.0";
const encoder = new TextEncoder();
const noBody = encoder.encode("{}");

/** The configuration for one SDK client of a database in `region`, whose clock retries may move. */
export function makeClientConfig(
  serve: ServeBytes,
  region: string,
  options: ClientOptions = {},
  clock?: Clock,
): ClientConfig {
  const { retries, ...others } = options;
  const retryStrategy =
    retries === "clock" && clock !== undefined
      ? new ClockRetries(clock, options.maxAttempts)
      : undefined;
  return {
    ...others,
    ...(retryStrategy === undefined ? {} : { retryStrategy }),
    region: options.region ?? region,
    credentials: options.credentials ?? { accessKeyId: "pixii", secretAccessKey: "pixii" },
    // Never dialled; an endpoint of its own keeps the SDK from reading AWS's rules and files for one.
    endpoint: "http://pixii.localhost",
    requestHandler: new AwsSdkHandler(serve),
    httpAuthSchemes: [new AuthScheme()],
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    accountIdEndpointMode: "disabled",
    endpointDiscoveryEnabled: false,
  };
}

class ResponseHeaders {
  readonly "x-amzn-requestid": string;
  readonly "content-type" = contentType;
  readonly #answer: BytesAnswer;

  constructor(answer: BytesAnswer) {
    this["x-amzn-requestid"] = answer.requestId;
    this.#answer = answer;
  }

  /** Computed for those who look, as the SDK itself does not; wrong where a fault rule wants it so. */
  get "x-amz-crc32"(): string {
    const { body, damage } = this.#answer;
    return `${(crc32(body) ^ (damage === damages.checksum ? 1 : 0)) >>> 0}`;
  }
}

/** The requestHandler: it knows a request by its x-amz-target, and answers without waiting. */
export class AwsSdkHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  private readonly serve: ServeBytes;
  private lastAuthorization = "";
  private lastContext: BindingContext = {};

  constructor(serve: ServeBytes) {
    this.serve = serve;
  }

  /** Throws AbortError when the caller gave up, PixiiError when the database is closed. */
  async handle(
    request: SdkRequest,
    options?: { abortSignal?: { aborted: boolean } },
  ): Promise<{ response: SdkResponse }> {
    if (options?.abortSignal?.aborted) throw abortError();
    const { headers } = request;
    const body = bytesOf(request.body);
    const answer = this.serve(headers["x-amz-target"] ?? "", body, this.contextOf(headers));
    if (isFaulty(answer)) await sufferFault(answer);
    const response = {
      statusCode: answer.status,
      headers: new ResponseHeaders(answer) as unknown as Record<string, string>,
      body: answer.body,
    };
    return { response };
  }

  /** The SDK client's end is not the database's end: other clients use it, too. */
  destroy(): void {}

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): Record<string, never> {
    return {};
  }

  /** Who calls, from the authorization header: AuthScheme's own, or one of a real signature. */
  private contextOf(headers: Record<string, string>): BindingContext {
    const authorization = headers.authorization ?? headers.Authorization ?? "";
    if (authorization !== this.lastAuthorization) {
      this.lastAuthorization = authorization;
      this.lastContext = contextOfAuthorization(authorization);
    }
    return this.lastContext;
  }
}

/**
 * Takes the place of the SDK's signature: writes the same header with the credential scope, without
 * hashing anything.
 */
class AuthScheme {
  readonly schemeId = "aws.auth#sigv4";
  readonly signer = this;
  private lastKey = "";
  private lastRegion = "";
  private lastHeader = "";

  identityProvider<Provider>(providers: {
    getIdentityProvider(schemeId: string): Provider;
  }): Provider {
    return providers.getIdentityProvider(this.schemeId);
  }

  async sign<Request extends SdkRequest>(
    request: Request,
    identity: { accessKeyId?: string; expiration?: Date },
    properties: { region?: string },
  ): Promise<Request> {
    const { accessKeyId = "" } = identity;
    const { region = "" } = properties;
    if (accessKeyId !== this.lastKey || region !== this.lastRegion) {
      this.lastKey = accessKeyId;
      this.lastRegion = region;
      const scope = `${this.lastKey}/19700101/${region}/dynamodb/aws4_request`;
      this.lastHeader = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
    }
    request.headers.authorization = this.lastHeader;
    return request;
  }
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return encoder.encode(body);
  return body === undefined || body === null ? noBody : encoder.encode(String(body));
}

function abortError(): Error {
  const error = new Error("Request aborted");
  error.name = "AbortError";
  return error;
}
