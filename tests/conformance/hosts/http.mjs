// The HTTP endpoint of the built package, spoken to over one kept-alive connection.

import http from "node:http";

import { openPackage } from "./package.mjs";
import { resetByControl } from "./reset.mjs";

const kAuthorization =
  "AWS4-HMAC-SHA256 Credential=local/20261121/us-east-1/dynamodb/aws4_request, " +
  "SignedHeaders=host, Signature=0";

export async function openHttp() {
  const db = await openPackage("native");
  if (db === undefined) return undefined;
  const server = await db.listen({ port: 0 });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const address = { host: "127.0.0.1", port: server.port, agent };
  const host = {
    name: "http",
    call: (target, body) => post(address, target, body),
    async close() {
      agent.destroy();
      await server.close();
      await db.close();
    },
  };
  host.reset = () => resetByControl(host);
  return host;
}

function post(address, target, body) {
  const bytes = Buffer.from(body, "utf8");
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "content-length": bytes.length,
    "x-amz-target": target,
    "x-amz-date": "20261121T000000Z",
    authorization: kAuthorization,
  };
  return new Promise((resolve, reject) => {
    const request = http.request({ ...address, method: "POST", path: "/", headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.on("error", reject);
    request.end(bytes);
  });
}
