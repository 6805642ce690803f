// Any DynamoDB endpoint by URL, the real service too (--endpoint). Requests are signed when AWS
// credentials and the signing package are at hand. Only tables the cases made are ever deleted.

import { createHash, createHmac } from "node:crypto";

const kBusy = ["CREATING", "UPDATING", "DELETING"];
const kRegion = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? "us-east-1";

/** `accessKey` is a function of its own access key for each request that is not really signed. */
export async function openEndpoint(url, accessKey = () => "local") {
  const sign = await signer(accessKey);
  const made = new Set();
  const run = Date.now().toString(36);
  let plays = 0;
  const send = async (target, body) => {
    const response = await fetch(url, await sign(new URL(url), target, body));
    return { status: response.status, body: await response.text() };
  };
  return {
    name: url,
    async call(target, body) {
      const answer = await send(target, withOwnTokens(body, `-${run}${plays}`));
      await settle(send, target, answer, made);
      return answer;
    },
    async reset() {
      plays++;
      for (const name of made) await drop(send, name, made);
    },
    async close() {
      await this.reset();
    },
  };
}

// An endpoint remembers tokens for ten minutes, and cases use the same ones.
function withOwnTokens(body, ending) {
  const room = 36 - ending.length;
  return body.replaceAll(/("ClientRequestToken":")([^"]+)(?=")/g, (whole, name, token) =>
    token.length <= room ? name + token + ending : whole,
  );
}

// Cases expect a table to be ready at the next call; on the real service that takes seconds.
async function settle(send, target, answer, made) {
  const operation = target.split(".")[1];
  if (answer.status !== 200 || !/^(Create|Update|Delete)Table$/.test(operation)) return;
  const name = JSON.parse(answer.body).TableDescription.TableName;
  if (operation === "CreateTable") made.add(name);
  if (operation === "DeleteTable") made.delete(name);
  await untilQuiet(send, name);
}

async function untilQuiet(send, name) {
  for (;;) {
    const body = JSON.stringify({ TableName: name });
    const { status, body: text } = await send("DynamoDB_20120810.DescribeTable", body);
    if (status !== 200 || !isBusy(JSON.parse(text).Table)) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

function isBusy({ TableStatus, GlobalSecondaryIndexes = [] }) {
  return [TableStatus, ...GlobalSecondaryIndexes.map((index) => index.IndexStatus)].some((status) =>
    kBusy.includes(status),
  );
}

async function drop(send, name, made) {
  const call = (operation, more) =>
    send(`DynamoDB_20120810.${operation}`, JSON.stringify({ TableName: name, ...more }));
  await call("UpdateTable", { DeletionProtectionEnabled: false });
  await untilQuiet(send, name);
  await call("DeleteTable", {});
  await untilQuiet(send, name);
  made.delete(name);
}

async function signer(accessKey) {
  const plain = (url, target, body) => ({
    method: "POST",
    body,
    headers: headersFor(target, {
      authorization:
        `AWS4-HMAC-SHA256 Credential=${accessKey()}/20261121/${kRegion}/dynamodb/aws4_request, ` +
        "SignedHeaders=host, Signature=0",
      "x-amz-date": "20261121T000000Z",
    }),
  });
  if (!process.env.AWS_ACCESS_KEY_ID || !process.env.AWS_SECRET_ACCESS_KEY) return plain;
  const { SignatureV4 } = await import("@smithy/signature-v4");
  const v4 = new SignatureV4({
    service: "dynamodb",
    region: kRegion,
    sha256: NodeSha256,
    credentials: {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
      sessionToken: process.env.AWS_SESSION_TOKEN,
    },
  });
  return (url, target, body) =>
    v4.sign({
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: "/",
      query: {},
      body,
      headers: headersFor(target, { host: url.host }),
    });
}

function headersFor(target, more) {
  return { "content-type": "application/x-amz-json-1.0", "x-amz-target": target, ...more };
}

// The digest in the form that the signing package asks for: keyed when it is given a secret.
class NodeSha256 {
  constructor(secret) {
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
  }

  update(bytes) {
    this.hash.update(bytes);
  }

  async digest() {
    return new Uint8Array(this.hash.digest());
  }
}
