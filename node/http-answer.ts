// Writing one answer as the DynamoDB endpoint does: request id, CRC-32 of the body as sent, length,
// compression when it was asked for and pays. Header and body leave in a single write.
import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { damages, type BindingAnswer } from "../client/binding.ts";
import type { RequestHead } from "./request-head.ts";

const jsonType = "application/x-amz-json-1.0";
/** What clients of services beside DynamoDB send and expect. */
export const newerJsonType = "application/x-amz-json-1.1";
/** The service's own page for what is no request at all; 272 bytes with the checksum 2548615100. */
const notFoundPage =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ' +
  '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n' +
  '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">\n<head>\n' +
  "  <title>Page Not Found</title>\n</head>\n<body>Page Not Found</body>\n</html>";
/** The service packs what is larger than about this. */
const compressedBytesMin = 4096;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** An error that the engine never saw. `prefix` is the part of `__type` before the "#". */
export function transportError(
  status: number,
  type: string,
  message?: string,
  prefix = "com.amazon.coral.service",
): BindingAnswer {
  const body = JSON.stringify({ "__type": `${prefix}#${type}`, message });
  return { status, body, requestId: makeRequestId() };
}

/** The answer to a method, path or content type that no operation has. */
export function pageNotFound(): BindingAnswer {
  return { status: 404, body: notFoundPage, requestId: makeRequestId() };
}

/** 52 capitals and digits, as AWS gives and as the engine does for requests it serves. */
export function makeRequestId(): string {
  let id = "";
  for (const byte of randomBytes(52)) id += letters[byte % letters.length];
  return id;
}

/** Sends a text that is no answer of the engine, with the service's headers; ends the response. */
export function writeText(response: ServerResponse, head: RequestHead, text: string) {
  const answer = { status: 200, body: text, requestId: makeRequestId() };
  const size = Buffer.byteLength(text, "utf8");
  const headers = headersOf(answer, "text/plain", crc32(text), size);
  if (head.origin !== undefined) addCrossOrigin(headers);
  response.writeHead(200, headers);
  // Node leaves the text out of the answer to a HEAD request.
  response.end(text);
}

/** Sends `answer`; ends the response. */
export function writeAnswer(response: ServerResponse, head: RequestHead, answer: BindingAnswer) {
  const { body } = answer;
  const size = Buffer.byteLength(body, "utf8");
  if (head.acceptEncoding !== undefined && size >= compressedBytesMin) {
    const packed = compress(body, head.acceptEncoding);
    if (packed !== undefined) return writeCompressed(response, head, answer, packed);
  }
  const headers = headersOf(answer, typeOf(answer, head), crc32(body), size);
  if (head.origin !== undefined) addCrossOrigin(headers);
  response.writeHead(answer.status, headers);
  // Plain ASCII needs no encoder: Node appends it to the header and writes one string.
  response.end(body, size === body.length ? "latin1" : "utf8");
}

function writeCompressed(
  response: ServerResponse,
  head: RequestHead,
  answer: BindingAnswer,
  packed: { encoding: string; bytes: Buffer },
) {
  const { bytes } = packed;
  const headers = headersOf(answer, typeOf(answer, head), crc32(bytes), bytes.length);
  headers.push("Content-Encoding", packed.encoding);
  if (head.origin !== undefined) addCrossOrigin(headers);
  response.writeHead(answer.status, headers);
  response.end(bytes);
}

function typeOf({ body }: BindingAnswer, head: RequestHead): string {
  if (body === notFoundPage) return "text/html";
  return head.contentType === newerJsonType ? newerJsonType : jsonType;
}

function headersOf(answer: BindingAnswer, type: string, checksum: number, size: number) {
  const isWrong = answer.damage === damages.checksum;
  return [
    "x-amzn-RequestId",
    answer.requestId,
    "x-amz-crc32",
    String(isWrong ? (checksum ^ 1) >>> 0 : checksum),
    "Content-Type",
    type,
    "Content-Length",
    String(size),
  ];
}

function addCrossOrigin(headers: string[]) {
  const exposed =
    "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date";
  headers.push("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", exposed);
}

/** Answers a browser's question whether it may call: it may, with whatever it wants to send. */
export function writePreflight(response: ServerResponse, head: RequestHead) {
  const headers = [
    "x-amzn-RequestId",
    makeRequestId(),
    "Access-Control-Allow-Origin",
    "*",
    "Access-Control-Max-Age",
    "172800",
    "Content-Length",
    "0",
  ];
  if (head.requestMethod !== undefined) {
    headers.push("Access-Control-Allow-Methods", head.requestMethod);
  }
  if (head.requestHeaders !== undefined) {
    headers.push("Access-Control-Allow-Headers", head.requestHeaders);
  }
  response.writeHead(200, headers);
  response.end();
}

function compress(body: string, accepted: string) {
  const encodings = accepted.split(",").flatMap((entry) => {
    const [name = "", quality = ""] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return /^q=0(\.0*)?$/.test(quality) ? [] : [name];
  });
  if (encodings.includes("gzip")) {
    return { encoding: "gzip", bytes: gzipSync(body, { level: 1 }) };
  }
  if (!encodings.includes("deflate")) return undefined;
  return { encoding: "deflate", bytes: deflateSync(body, { level: 1 }) };
}
