// @auth/dynamodb-adapter, the store of Auth.js: every method that Auth.js calls, and what then stands
// in the table, on the one table with one global index that its documentation asks for.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { DynamoDBAdapter } from "@auth/dynamodb-adapter";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { createTable, eachWay } from "./each-way.mjs";

const TableName = "next-auth";
const weekMs = 7 * 24 * 3600 * 1000;
const inAWeek = new Date(Math.floor((Date.now() + weekMs) / 1000) * 1000);
const ada = {
  name: "Ada",
  email: "ada@example.org",
  image: "https://example.org/ada.png",
  emailVerified: new Date("2024-02-29T10:00:00.000Z"),
};
const githubOf = (userId) => ({
  provider: "github",
  providerAccountId: "4711",
  type: "oauth",
  userId,
  access_token: "secret",
  expires_at: 1_700_000_000,
  scope: "user",
});

eachWay("@auth/dynamodb-adapter", (place) => {
  let documents;
  let adapter;

  beforeEach(async () => {
    documents = DynamoDBDocument.from(place.client, {
      marshallOptions: {
        convertEmptyValues: true,
        removeUndefinedValues: true,
        convertClassInstanceToMap: true,
      },
    });
    adapter = DynamoDBAdapter(documents);
    const types = { pk: "S", sk: "S", GSI1PK: "S", GSI1SK: "S" };
    await createTable(place.client, TableName, ["pk", "sk"], {
      types,
      indexes: { GSI1: ["GSI1PK", "GSI1SK"] },
    });
  });

  const stored = async (pk, sk) => (await documents.get({ TableName, Key: { pk, sk } })).Item;
  const count = async () => (await documents.scan({ TableName, Select: "COUNT" })).Count;

  async function signIn() {
    const user = await adapter.createUser(ada);
    await adapter.linkAccount(githubOf(user.id));
    const session = { sessionToken: "token-1", userId: user.id, expires: inAWeek };
    await adapter.createSession(session);
    return { user, session };
  }

  test("a user is stored under its id and its mail address", async () => {
    const user = await adapter.createUser(ada);
    assert.match(user.id, /^[0-9a-f-]{36}$/);
    const place = `USER#${user.id}`;
    assert.deepEqual(await stored(place, place), {
      ...ada,
      emailVerified: "2024-02-29T10:00:00.000Z",
      id: user.id,
      type: "USER",
      pk: place,
      sk: place,
      GSI1PK: "USER#ada@example.org",
      GSI1SK: "USER#ada@example.org",
    });
  });

  test("a user is found by id, with its date as a date; an unknown id is null", async () => {
    const user = await adapter.createUser(ada);
    assert.deepEqual(await adapter.getUser(user.id), { ...ada, id: user.id });
    assert.equal(await adapter.getUser("nobody"), null);
  });

  test("a user is found by mail address through the index", async () => {
    const user = await adapter.createUser(ada);
    await adapter.createUser({ ...ada, email: "other@example.org" });
    assert.deepEqual(await adapter.getUserByEmail(ada.email), { ...ada, id: user.id });
    assert.equal(await adapter.getUserByEmail("nobody@example.org"), null);
  });

  test("a user without picture and verification has no such attributes", async () => {
    const user = await adapter.createUser({
      name: "Bob",
      email: "bob@example.org",
      image: undefined,
    });
    const found = await adapter.getUser(user.id);
    assert.deepEqual(found, { id: user.id, name: "Bob", email: "bob@example.org" });
  });

  test("an update changes what it names and answers the whole user", async () => {
    const user = await adapter.createUser(ada);
    const changed = await adapter.updateUser({ id: user.id, name: "Countess", image: null });
    assert.deepEqual(changed, { ...ada, id: user.id, name: "Countess", image: null });
    assert.deepEqual(await adapter.getUser(user.id), changed);
  });

  test("an account is stored with its user and found by provider", async () => {
    const { user } = await signIn();
    const item = await stored(`USER#${user.id}`, "ACCOUNT#github#4711");
    assert.equal(item.access_token, "secret");
    assert.equal(item.expires_at, 1_700_000_000);
    assert.equal(item.GSI1PK, "ACCOUNT#github");
    const account = { provider: "github", providerAccountId: "4711" };
    assert.deepEqual(await adapter.getUserByAccount(account), { ...ada, id: user.id });
  });

  test("an account of another provider, or an unknown id, finds nobody", async () => {
    await signIn();
    const ask = (provider, providerAccountId) =>
      adapter.getUserByAccount({ provider, providerAccountId });
    assert.equal(await ask("gitlab", "4711"), null);
    assert.equal(await ask("github", "4712"), null);
  });

  test("unlinking takes the account away and leaves the user", async () => {
    const { user } = await signIn();
    const account = { provider: "github", providerAccountId: "4711" };
    const unlinked = await adapter.unlinkAccount(account);
    assert.equal(unlinked.userId, user.id);
    assert.equal(unlinked.type, "oauth");
    assert.equal(await adapter.getUserByAccount(account), null);
    assert.equal((await adapter.getUser(user.id)).name, "Ada");
    assert.equal(await adapter.unlinkAccount(account), undefined);
  });

  test("a session keeps its end in seconds, as time to live wants it", async () => {
    const { user } = await signIn();
    const item = await stored(`USER#${user.id}`, "SESSION#token-1");
    assert.equal(item.expires, inAWeek.getTime() / 1000);
    assert.equal(item.type, "SESSION");
  });

  test("a session is found together with its user", async () => {
    const { user, session } = await signIn();
    const found = await adapter.getSessionAndUser("token-1");
    assert.deepEqual(found, { user: { ...ada, id: user.id }, session });
    assert.equal(await adapter.getSessionAndUser("token-2"), null);
  });

  test("a session is prolonged by its token alone", async () => {
    const { session } = await signIn();
    const expires = new Date(inAWeek.getTime() + weekMs);
    const updated = await adapter.updateSession({ sessionToken: "token-1", expires });
    assert.deepEqual(updated, { ...session, expires });
    assert.equal(await adapter.updateSession({ sessionToken: "token-2", expires }), null);
  });

  test("a deleted session is answered, and gone", async () => {
    const { session } = await signIn();
    assert.deepEqual(await adapter.deleteSession("token-1"), session);
    assert.equal(await adapter.getSessionAndUser("token-1"), null);
    assert.equal(await adapter.deleteSession("token-1"), null);
  });

  test("deleting a user takes accounts and sessions along, and no other user's", async () => {
    const { user } = await signIn();
    const bob = await adapter.createUser({ name: "Bob", email: "bob@example.org" });
    assert.equal(await count(), 4);
    assert.deepEqual(await adapter.deleteUser(user.id), { ...ada, id: user.id });
    assert.equal(await count(), 1);
    assert.equal(await adapter.getUserByEmail(ada.email), null);
    assert.equal(await adapter.getSessionAndUser("token-1"), null);
    assert.equal((await adapter.getUser(bob.id)).name, "Bob");
  });

  test("a verification token can be used once", async () => {
    const token = { identifier: ada.email, token: "hash", expires: inAWeek };
    assert.deepEqual(await adapter.createVerificationToken(token), token);
    const use = { identifier: ada.email, token: "hash" };
    assert.deepEqual(await adapter.useVerificationToken(use), token);
    assert.equal(await adapter.useVerificationToken(use), null);
  });

  test("a verification token of another address is not found", async () => {
    await adapter.createVerificationToken({ identifier: "a@b.c", token: "hash", expires: inAWeek });
    assert.equal(await adapter.useVerificationToken({ identifier: "x@b.c", token: "hash" }), null);
    assert.equal(await count(), 1);
  });

  test("names of table, keys and index may be chosen", async () => {
    await createTable(place.client, "Login", ["one", "two"], {
      types: { one: "S", two: "S", three: "S", four: "S" },
      indexes: { ByMail: ["three", "four"] },
    });
    const own = DynamoDBAdapter(documents, {
      tableName: "Login",
      partitionKey: "one",
      sortKey: "two",
      indexName: "ByMail",
      indexPartitionKey: "three",
      indexSortKey: "four",
    });
    const user = await own.createUser({ name: "Eve", email: "eve@example.org" });
    assert.equal((await own.getUserByEmail("eve@example.org")).id, user.id);
    assert.equal(await count(), 0);
  });
});
