// The HTTP endpoint over a fake engine: headers, statuses, compression, limits, refusals, stopping.
// Requests are sent as raw as need be, so that what is malformed can be sent at all.
import http from "node:http";
import net from "node:net";
import { crc32, deflateSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Listener } from "../../client/host.ts";
import { listen } from "../../node/http-server.ts";
import { FakeEngine } from "../support/fake-binding.ts";

const authorization =
  "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request, " +
  "SignedHeaders=host, Signature=0";
const usual = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "DynamoDB_20120810.Get",
  "x-amz-date": "20260101T000000Z",
  authorization,
};
type Headers = Record<string, string | undefined>;
interface Sent {
  method?: string;
  path?: string;
  headers?: Headers;
  body?: string | Buffer;
}

let engine: FakeEngine;
let listener: Listener;

beforeAll(async () => {
  engine = new FakeEngine();
  listener = await listen(engine, {});
});
beforeEach(() => {
  engine.last = undefined;
  engine.failure = undefined;
});
afterAll(() => listener.close());

/** Sends one request on a connection of its own. `headers` are added to the usual ones. */
function send({ method = "POST", path = "/", headers = {}, body = '{"key":"a"}' }: Sent = {}) {
  const all = Object.entries({ ...(method === "POST" ? usual : {}), ...headers });
  const given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  const options = { port: listener.port, host: "127.0.0.1", method, path, headers: given };
  return new Promise<{
    status: number;
    headers: http.IncomingHttpHeaders;
    bytes: Buffer;
    text: string;
  }>((resolve, reject) => {
    const request = http.request({ ...options, agent: false } as http.RequestOptions, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        resolve({ status: answer.statusCode!, headers: answer.headers, bytes, text });
      });
    });
    request.on("error", reject);
    request.end(method === "POST" ? body : undefined);
  });
}

/** Sends bytes as they are; everything that comes back until the server closes. */
function sendRaw(text: string) {
  return new Promise<string>((resolve, reject) => {
    const socket = net.connect(listener.port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (received += chunk));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

const typeOf = (text: string) => (JSON.parse(text) as { __type: string }).__type.split("#")[1];

test("a request reaches the engine with target, bytes, region, access key and endpoint", async () => {
  const answer = await send({ body: '{"key":"ü"}' });
  expect(answer.status).toBe(200);
  expect(engine.last).toEqual({
    target: "DynamoDB_20120810.Get",
    body: '{"key":"ü"}',
    context: {
      region: "eu-west-1",
      accessKeyId: "AKID",
      endpoint: `127.0.0.1:${listener.port}`,
    },
  });
});

test("the answer carries AWS's headers, the checksum over its bytes", async () => {
  engine.values.set("a", "grün 😀");
  const { headers, bytes, text } = await send();
  expect(JSON.parse(text)).toEqual({ value: "grün 😀" });
  expect(headers).toMatchObject({
    "x-amzn-requestid": "R".repeat(52),
    "x-amz-crc32": String(crc32(bytes)),
    "content-type": "application/x-amz-json-1.0",
    "content-length": String(bytes.length),
  });
});

test("the engine's error is the body, its status the status", async () => {
  const { status, text } = await send({ headers: { "x-amz-target": "X.Fail" } });
  expect(status).toBe(400);
  expect(JSON.parse(text)).toEqual({
    __type: "com.fake#ConditionalCheckFailedException",
    message: "no",
  });
});

test("a body in many pieces, with or without its length, is one body", async () => {
  const body = JSON.stringify({ key: "k".repeat(300_000) });
  expect((await send({ body })).status).toBe(200);
  expect(engine.last?.body).toBe(body);
  expect((await send({ body, headers: { "transfer-encoding": "chunked" } })).status).toBe(200);
  expect(engine.last?.body).toBe(body);
});

test("an engine that throws gives 500 and the endpoint goes on", async () => {
  engine.failure = new Error("lost");
  const { status, text } = await send();
  expect([status, typeOf(text)]).toEqual([500, "InternalServerError"]);
  engine.failure = undefined;
  expect((await send()).status).toBe(200);
});

test("requests may be gzip or deflate; what is damaged is a SerializationException", async () => {
  const body = '{"key":"packed"}';
  for (const [name, bytes] of [
    ["gzip", gzipSync(body)],
    ["deflate", deflateSync(body)],
  ] as const) {
    await send({ body: bytes, headers: { "content-encoding": name } });
    expect(engine.last?.body).toBe(body);
  }
  const damaged = await send({ body: "plain", headers: { "content-encoding": "gzip" } });
  expect([damaged.status, typeOf(damaged.text)]).toEqual([400, "SerializationException"]);
  const unknown = await send({ headers: { "content-encoding": "br" } });
  expect(unknown.status).toBe(415);
});

test("large answers are packed as the client asks, small ones never", async () => {
  engine.values.set("a", "x".repeat(5000));
  const plain = (await send()).text;
  const gzip = await send({ headers: { "accept-encoding": "deflate, gzip" } });
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.bytes).toString()).toBe(plain);
  expect(gzip.headers["x-amz-crc32"]).toBe(String(crc32(gzip.bytes)));
  const deflate = await send({ headers: { "accept-encoding": "deflate, gzip;q=0" } });
  expect(inflateSync(deflate.bytes).toString()).toBe(plain);
  const identity = await send({ headers: { "accept-encoding": "identity" } });
  expect(identity.headers["content-encoding"]).toBeUndefined();
  engine.values.set("a", "small");
  const small = await send({ headers: { "accept-encoding": "gzip" } });
  expect(small.headers["content-encoding"]).toBeUndefined();
});

test("over 16 MB is 413, packed or not, and the engine never sees it", async () => {
  const large = Buffer.alloc(16 * 1024 * 1024 + 1, 32);
  expect((await send({ body: large })).status).toBe(413);
  const bomb = gzipSync(large);
  expect((await send({ body: bomb, headers: { "content-encoding": "gzip" } })).status).toBe(413);
  expect(engine.last).toBeUndefined();
});

test("exactly 16 MB is served", async () => {
  const body = JSON.stringify({ key: "k".repeat(16 * 1024 * 1024 - 10) });
  expect((await send({ body })).status).toBe(200);
});

test("bad methods, paths and content types find no page, in the service's own bytes", async () => {
  const refused: Sent[] = [
    { path: "/other" },
    { method: "PUT" },
    { method: "DELETE" },
    { method: "GET", path: "/nothing" },
    { headers: { "content-type": "text/plain" } },
    { headers: { "content-type": undefined } },
    { headers: { "content-type": "application/x-amz-json-1.1" } },
    { headers: { "content-type": "application/graphql; charset=utf-8" } },
  ];
  for (const request of refused) {
    const { status, headers, text } = await send(request);
    expect([status, headers["content-length"], headers["x-amz-crc32"]]).toEqual([
      404,
      "272",
      "2548615100",
    ]);
    expect(headers["x-amzn-requestid"]).toMatch(/^[0-9A-Z]{52}$/);
    expect(text).toContain("<body>Page Not Found</body>");
  }
  expect(engine.last).toBeUndefined();
  const json = { "content-type": "application/json; charset=utf-8" };
  expect((await send({ headers: json })).status).toBe(200);
});

test("services beside DynamoDB speak version 1.1, and their answers too", async () => {
  const newer = "application/x-amz-json-1.1";
  const target = "Kinesis_20131202.Get";
  const { status, headers } = await send({
    headers: { "content-type": newer, "x-amz-target": target },
  });
  expect([status, headers["content-type"]]).toEqual([200, newer]);
});

test("a caller who was admitted is refused all the same when the next request lacks a part", async () => {
  expect((await send()).status).toBe(200);
  const undated = await send({ headers: { "x-amz-date": undefined } });
  expect([undated.status, typeOf(undated.text)]).toEqual([400, "IncompleteSignatureException"]);
  const twice = await send({ path: "/?X-Amz-Algorithm=x" });
  expect([twice.status, typeOf(twice.text)]).toEqual([400, "InvalidSignatureException"]);
  expect((await send()).status).toBe(200);
});

test("a missing or incomplete Authorization is told in AWS's words", async () => {
  const refused = async (headers: Headers, path = "/") => {
    const { status, text } = await send({ headers, path });
    expect(status).toBe(400);
    return [typeOf(text), (JSON.parse(text) as { message?: string }).message];
  };
  expect(await refused({ authorization: undefined })).toEqual([
    "MissingAuthenticationTokenException",
    "Request is missing Authentication Token",
  ]);
  expect(await refused({ authorization: "AWS4-HMAC-SHA256 Credential=a/b" })).toEqual([
    "IncompleteSignatureException",
    "Authorization header requires 'Signature' parameter. " +
      "Authorization header requires 'SignedHeaders' parameter. " +
      "Authorization=AWS4-HMAC-SHA256 Credential=a/b",
  ]);
  expect(await refused({ authorization: "AWS4-HMAC-SHA256 Credential=, SignedHeaders=a" })).toEqual(
    [
      "IncompleteSignatureException",
      "Authorization header requires 'Credential' parameter. " +
        "Authorization header requires 'Signature' parameter. " +
        "Authorization=AWS4-HMAC-SHA256 Credential=, SignedHeaders=a",
    ],
  );
  const scope = "AKID/20260101/eu-west-1/dynamodb";
  const whole = (credential: string) =>
    `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`;
  for (const credential of [scope, `a/b/${scope}`, "any"]) {
    expect(await refused({ authorization: whole(credential) })).toEqual([
      "IncompleteSignatureException",
      "Credential must have exactly 5 slash-delimited elements, " +
        `e.g. keyid/date/region/service/term, got '${credential}'`,
    ]);
  }
  expect(await refused({ authorization: whole(`AKID /${scope}`) })).toEqual([
    "IncompleteSignatureException",
    `'/${scope}' not a valid key=value pair (missing equal-sign) in Authorization header: ` +
      `'${whole(`AKID /${scope}`)}'.`,
  ]);
  const [, message] = await refused({
    authorization: `${authorization}1`,
    "x-amz-date": undefined,
  });
  expect(message).toBe(
    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " +
      `Authorization=${authorization}1`,
  );
  expect(await refused({ authorization: `${authorization}2` }, "/?X-Amz-Algorithm=x")).toEqual([
    "InvalidSignatureException",
    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
  ]);
});

test("before a missing signature come an unknown operation and a body that is no JSON", async () => {
  const without = { authorization: undefined };
  const unknown = await send({ headers: { ...without, "x-amz-target": "X.Nothing" } });
  expect(typeOf(unknown.text)).toBe("UnknownOperationException");
  const broken = await send({ headers: without, body: "{" });
  expect(typeOf(broken.text)).toBe("SerializationException");
  const put = await send({ headers: { ...without, "x-amz-target": "X.Put" } });
  expect(typeOf(put.text)).toBe("MissingAuthenticationTokenException");
  expect(engine.commits).toBe(0);
});

/** The query of a presigned request, without the parts named. */
function presigned(...without: string[]): string {
  const parts = {
    Algorithm: "AWS4-HMAC-SHA256",
    Credential: "AKIQ/20260101/ap-south-1/dynamodb/aws4_request",
    Signature: "0",
    SignedHeaders: "host",
    Date: "20260101T000000Z",
  };
  const query = Object.entries(parts)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `X-Amz-${name}=${encodeURIComponent(value)}`);
  return `/?${query.join("&")}`;
}

test("a presigned request names its caller in the query", async () => {
  const headers = { authorization: undefined, "x-amz-date": undefined };
  expect((await send({ path: presigned(), headers })).status).toBe(200);
  expect(engine.last?.context).toMatchObject({ region: "ap-south-1", accessKeyId: "AKIQ" });
});

test("a query that names an algorithm is told all that it lacks", async () => {
  const lacking = async (path: string) => {
    const { status, text } = await send({ path, headers: { authorization: undefined } });
    expect([status, typeOf(text)]).toEqual([400, "IncompleteSignatureException"]);
    return (JSON.parse(text) as { message: string }).message;
  };
  const must = (name: string) => `AWS query-string parameters must include 'X-Amz-${name}'. `;
  const end = "Re-examine the query-string parameters.";
  expect(await lacking("/?X-Amz-Algorithm")).toBe(
    ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date"].map(must).join("") + end,
  );
  expect(await lacking(presigned("Credential"))).toBe(must("Credential") + end);
  expect(await lacking(presigned("Signature", "Date"))).toBe(
    must("Signature") + must("Date") + end,
  );
  const other = await send({ path: "/?Other=1", headers: { authorization: undefined } });
  expect(typeOf(other.text)).toBe("MissingAuthenticationTokenException");
});

test("a browser's preflight is answered with what it asked for", async () => {
  const { status, headers } = await send({
    method: "OPTIONS",
    headers: {
      origin: "https://example.com",
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-amz-target,authorization",
    },
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "x-amz-target,authorization",
    "access-control-max-age": "172800",
  });
});

test("a page hears every answer, the errors too", async () => {
  const exposed =
    "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date";
  for (const request of [{}, { method: "GET" }, { path: "/other" }]) {
    const { headers } = await send({ ...request, headers: { origin: "https://example.com" } });
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-expose-headers"]).toBe(exposed);
  }
  const { headers } = await send();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
});

test("programs asking for / hear that the endpoint is healthy", async () => {
  const { status, headers, text } = await send({ method: "GET" });
  expect([status, text]).toEqual([200, `healthy: 127.0.0.1:${listener.port} `]);
  expect(headers["x-amzn-requestid"]).toMatch(/^[0-9A-Z]{52}$/);
  const head = await send({ method: "HEAD" });
  expect([head.status, head.text]).toEqual([200, ""]);
  const host = "dynamodb.us-east-1.amazonaws.com";
  const named = await send({ method: "GET", headers: { host } });
  expect([named.text, named.headers["x-amz-crc32"]]).toEqual([`healthy: ${host} `, "3128867991"]);
});

test("static files never leave their folder", async () => {
  for (const path of ["/../package.json", "/..%2fpackage.json", "/%00", "/%", "/playground/../x"]) {
    expect((await send({ method: "GET", path })).status).toBe(404);
  }
});

test("a foreign page cannot drive the control service, nor a name that is not loopback", async () => {
  const control = { "x-amz-target": "Pixii_1.Put" };
  for (const headers of [
    { origin: "https://example.com" },
    { origin: "null" },
    { origin: `http://localhost:${listener.port + 1}` },
    { host: "rebound.example.com" },
    { host: "127.0.0.1.example.com" },
  ]) {
    const byTarget = await send({ headers: { ...control, ...headers } });
    const byPath = await send({ path: "/_pixii/Put", headers });
    expect([byTarget.status, byPath.status]).toEqual([403, 403]);
  }
  expect(engine.commits).toBe(0);
  const own = `127.0.0.1:${listener.port}`;
  expect((await send({ headers: { ...control, origin: `http://${own}` } })).status).toBe(200);
  expect((await send({ path: "/_pixii/Put", headers: { host: "localhost:80" } })).status).toBe(200);
  expect(engine.last?.target).toBe("Pixii_1.Put");
  expect(engine.commits).toBe(2);
});

test("what is no HTTP is answered with 400 and does no harm", async () => {
  expect(await sendRaw("nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  expect(await sendRaw("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  const long = `POST / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(100_000)}\r\n\r\n`;
  expect(await sendRaw(long)).toMatch(/^HTTP\/1.1 431 /);
  expect((await send()).status).toBe(200);
});

test("a client that goes away in the middle of its body does no harm", async () => {
  await new Promise<void>((resolve) => {
    const socket = net.connect(listener.port, "127.0.0.1", () => {
      socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{`, () => {
        socket.destroy();
        resolve();
      });
    });
  });
  expect((await send()).status).toBe(200);
});

test("a connection is kept and serves one request after another", async () => {
  const head =
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\n" +
    `X-Amz-Target: A.Get\r\nX-Amz-Date: 1\r\nAuthorization: ${authorization}\r\n`;
  const one = `${head}Content-Length: 11\r\n\r\n{"key":"a"}`;
  const last = one.replace("Host:", "Connection: close\r\nHost:");
  const received = await sendRaw(one + one + last);
  expect(received.match(/HTTP\/1.1 200 OK/g)).toHaveLength(3);
});

test("a port in use is named", async () => {
  const { port } = listener;
  await expect(listen(engine, { port })).rejects.toMatchObject({
    name: "ListenError",
    message: `cannot listen on 127.0.0.1, port ${port}: it is in use`,
  });
});

test("closing takes no longer than idle or silent clients allow", async () => {
  const other = await listen(new FakeEngine(), {});
  const silent = net.connect(other.port, "127.0.0.1");
  silent.on("error", () => {});
  const agent = new http.Agent({ keepAlive: true });
  await new Promise((resolve) => {
    http.get({ port: other.port, agent }, (answer) => answer.resume().on("end", resolve));
  });
  const begun = Date.now();
  await other.close();
  expect(Date.now() - begun).toBeLessThan(2000);
  agent.destroy();
  silent.destroy();
});
