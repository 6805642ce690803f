// The Authorization header of an HTTP request: who calls, and the errors that AWS gives to a header
// that is missing or incomplete. A signature itself is never checked: any credentials will do.
import type { BindingContext } from "../client/binding.ts";
import { contextOfAuthorization } from "../client/credential-scope.ts";

/** An error that stands before the engine. */
export interface TransportError {
  type: string;
  message: string;
}

/** The parts of a request that tell who calls. */
export interface Credentials {
  authorization: string | undefined;
  /** X-Amz-Date or Date, whichever is there. */
  date: string | undefined;
  /** The path with its query. */
  url: string;
}

const required = ["Credential", "Signature", "SignedHeaders"];
const requiredInQuery = ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date"].map(
  (name) => `X-Amz-${name}`,
);
/** The header as SDKs write it: nothing is wrong with it. */
const usual =
  /^AWS4-HMAC-SHA256 Credential=[^/, ]+(?:\/[^/, ]+){4}, SignedHeaders=[^, ]+, Signature=[^, ]+$/;
const noQuery = new URLSearchParams();

/** What is wrong with the way the request names its caller; undefined when nothing is. */
export function checkAuthorization(given: Credentials): TransportError | undefined {
  const { authorization, date, url } = given;
  const query = queryOf(url);
  const inQuery = query.has("X-Amz-Algorithm");
  if (authorization === undefined) {
    return inQuery
      ? checkQuery(query)
      : error("MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }
  if (inQuery) {
    return error(
      "InvalidSignatureException",
      "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    );
  }
  if (!authorization.startsWith("AWS4-")) {
    return error("MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }
  if (usual.test(authorization) && date !== undefined) return undefined;
  return checkHeader(authorization, date);
}

/** The caller named by the header, or by the query of a presigned request. */
export function contextOf(authorization: string | undefined, url: string): BindingContext {
  if (authorization !== undefined) return contextOfAuthorization(authorization);
  const scope = queryOf(url).get("X-Amz-Credential");
  return scope === null ? {} : contextOfAuthorization(`Credential=${scope}`);
}

/** The faults of a header that names no caller, in the order in which AWS tells them. */
function checkHeader(authorization: string, date: string | undefined): TransportError | undefined {
  const pairs = authorization
    .split(/[, ]+/)
    .slice(1)
    .filter((pair) => pair !== "");
  const odd = pairs.find((pair) => !pair.includes("="));
  if (odd !== undefined) {
    const where = `not a valid key=value pair (missing equal-sign) in Authorization header`;
    return error("IncompleteSignatureException", `'${odd}' ${where}: '${authorization}'.`);
  }
  const parts = new Map(pairs.map((pair) => pair.split("=", 2) as [string, string]));
  const faults = required
    .filter((name) => !parts.get(name))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  if (date === undefined) {
    const either = "existence of either a 'X-Amz-Date' or a 'Date' header.";
    faults.push(`Authorization header requires ${either}`);
  }
  if (faults.length > 0) {
    const message = `${faults.join(" ")} Authorization=${authorization}`;
    return error("IncompleteSignatureException", message);
  }
  return checkCredential(parts.get("Credential")!);
}

/** The one part whose form counts: it names the caller and the region. */
function checkCredential(credential: string): TransportError | undefined {
  if (credential.split("/").length === 5) return undefined;
  const message =
    "Credential must have exactly 5 slash-delimited elements, " +
    `e.g. keyid/date/region/service/term, got '${credential}'`;
  return error("IncompleteSignatureException", message);
}

/** A presigned request names its caller in the query; its signature and date are not checked. */
function checkQuery(query: URLSearchParams): TransportError | undefined {
  const faults = requiredInQuery
    .filter((name) => !query.get(name))
    .map((name) => `AWS query-string parameters must include '${name}'.`);
  if (faults.length === 0) return checkCredential(query.get("X-Amz-Credential")!);
  const message = `${faults.join(" ")} Re-examine the query-string parameters.`;
  return error("IncompleteSignatureException", message);
}

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return at < 0 ? noQuery : new URLSearchParams(url.slice(at + 1));
}

const error = (type: string, message: string) => ({ type, message });
