// @aws-sdk/lib-dynamodb, and the paginators and waiters of @aws-sdk/client-dynamodb: a small shop of
// customers and orders, as the SDK's own guide would write it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  DeleteTableCommand,
  DescribeTableCommand,
  paginateListTables,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetCommand,
  NumberValue,
  paginateQuery,
  paginateScan,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { createTable, eachWay } from "./each-way.mjs";

const TableName = "Shop";
const orderCount = 60;
const orderOf = (number) => ({
  customer: `customer-${number % 3}`,
  sort: `order#${String(number).padStart(3, "0")}`,
  status: ["open", "paid", "sent", "back"][number % 4],
  total: number * 10,
});
const orders = Array.from({ length: orderCount }, (_, number) => orderOf(number));
const ofCustomer = (number) => orders.filter(({ customer }) => customer === `customer-${number}`);

eachWay("lib-dynamodb", (place) => {
  let client;
  const send = (Command, input) => client.send(new Command({ TableName, ...input }));

  beforeEach(async () => {
    client = DynamoDBDocumentClient.from(place.client);
    await createTable(client, TableName, ["customer", "sort"], {
      types: { customer: "S", sort: "S", status: "S", total: "N" },
      indexes: { ByStatus: ["status", "total"] },
      locals: { ByTotal: ["customer", "total"] },
    });
  });

  async function fill() {
    for (let start = 0; start < orderCount; start += 25) {
      const batch = orders.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await client.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: batch } }),
      );
      assert.deepEqual(UnprocessedItems, {});
    }
  }

  async function collect(pages) {
    const found = { items: [], pages: 0 };
    for await (const { Items } of pages) {
      found.items.push(...Items);
      found.pages++;
    }
    return found;
  }

  test("values of every kind come back as they went", async () => {
    const item = {
      customer: "ada",
      sort: "profile",
      text: "Grüße, 世界 🎬",
      empty: "",
      numbers: [0, -1, 1.5, 1e-7, 2 ** 53 - 1],
      yes: true,
      nothing: null,
      bytes: new Uint8Array([0, 127, 128, 255]),
      tags: new Set(["a", "b"]),
      sizes: new Set([1, 2.5]),
      nested: { list: [{ deep: [[]] }], map: {} },
    };
    await send(PutCommand, { Item: item });
    const { Item } = await send(GetCommand, { Key: { customer: "ada", sort: "profile" } });
    assert.deepEqual(Item, item);
  });

  test("big numbers keep their 38 digits through NumberValue", async () => {
    const exact = "1234567890123456789012345678901234567.8";
    const wide = DynamoDBDocumentClient.from(place.client, {
      unmarshallOptions: { wrapNumbers: (text) => NumberValue.from(text) },
    });
    const key = { customer: "ada", sort: "big" };
    const Item = { ...key, amount: NumberValue.from(exact) };
    await wide.send(new PutCommand({ TableName, Item }));
    const answer = await wide.send(new GetCommand({ TableName, Key: key }));
    assert.equal(answer.Item.amount.toString(), exact);
  });

  test("a missing item has no Item", async () => {
    const { Item } = await send(GetCommand, { Key: { customer: "ada", sort: "none" } });
    assert.equal(Item, undefined);
  });

  test("an update answers the new values, and counts from nothing", async () => {
    const update = {
      Key: { customer: "ada", sort: "visits" },
      UpdateExpression: "SET #first = if_not_exists(#first, :day) ADD visits :one",
      ExpressionAttributeNames: { "#first": "first" },
      ExpressionAttributeValues: { ":day": "Monday", ":one": 1 },
      ReturnValues: "UPDATED_NEW",
    };
    await send(UpdateCommand, update);
    const { Attributes } = await send(UpdateCommand, update);
    assert.deepEqual(Attributes, { first: "Monday", visits: 2 });
  });

  test("a failed condition throws its class, with the item where it was asked for", async () => {
    await send(PutCommand, { Item: orders[0] });
    const again = send(PutCommand, {
      Item: orders[0],
      ConditionExpression: "attribute_not_exists(customer)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    await assert.rejects(again, (error) => {
      assert.equal(error.name, "ConditionalCheckFailedException");
      assert.equal(error.message, "The conditional request failed");
      assert.deepEqual(error.Item.customer, { S: "customer-0" });
      return true;
    });
  });

  test("a delete answers what was there", async () => {
    await send(PutCommand, { Item: orders[5] });
    const { customer, sort } = orders[5];
    const gone = await send(DeleteCommand, { Key: { customer, sort }, ReturnValues: "ALL_OLD" });
    assert.deepEqual(gone.Attributes, orders[5]);
  });

  test("a query paginator follows pages of one partition to the end", async () => {
    await fill();
    const found = await collect(
      paginateQuery(
        { client, pageSize: 6 },
        {
          TableName,
          KeyConditionExpression: "customer = :c AND begins_with(sort, :o)",
          ExpressionAttributeValues: { ":c": "customer-1", ":o": "order#" },
        },
      ),
    );
    assert.deepEqual(found.items, ofCustomer(1));
    assert.equal(found.pages, 4);
  });

  test("a query paginator goes backwards over a local index, filtering", async () => {
    await fill();
    const found = await collect(
      paginateQuery(
        { client, pageSize: 5 },
        {
          TableName,
          IndexName: "ByTotal",
          KeyConditionExpression: "customer = :c AND #total BETWEEN :low AND :high",
          FilterExpression: "#status <> :open",
          ExpressionAttributeNames: { "#total": "total", "#status": "status" },
          ExpressionAttributeValues: {
            ":c": "customer-2",
            ":low": 100,
            ":high": 400,
            ":open": "open",
          },
          ScanIndexForward: false,
          ConsistentRead: true,
        },
      ),
    );
    const expected = ofCustomer(2).filter(
      ({ total, status }) => total >= 100 && total <= 400 && status !== "open",
    );
    assert.deepEqual(found.items, expected.reverse());
  });

  test("a query paginator over a global index finds equal keys of all partitions", async () => {
    await fill();
    const found = await collect(
      paginateQuery(
        { client, pageSize: 4 },
        {
          TableName,
          IndexName: "ByStatus",
          KeyConditionExpression: "#status = :paid",
          ExpressionAttributeNames: { "#status": "status" },
          ExpressionAttributeValues: { ":paid": "paid" },
        },
      ),
    );
    const expected = orders.filter(({ status }) => status === "paid");
    assert.deepEqual(found.items, expected);
  });

  test("a scan paginator sees every item once", async () => {
    await fill();
    const { items, pages } = await collect(paginateScan({ client, pageSize: 9 }, { TableName }));
    assert.deepEqual(
      items.toSorted((one, other) => one.total - other.total),
      orders,
    );
    assert.ok(pages >= Math.ceil(orderCount / 9));
  });

  test("a page can be resumed with the start key of the one before", async () => {
    await fill();
    const query = {
      KeyConditionExpression: "customer = :c",
      ExpressionAttributeValues: { ":c": "customer-0" },
      Limit: 8,
    };
    const first = await send(QueryCommand, query);
    const { customer, sort } = first.Items.at(-1);
    assert.deepEqual(first.LastEvaluatedKey, { customer, sort });
    const second = await send(QueryCommand, {
      ...query,
      ExclusiveStartKey: first.LastEvaluatedKey,
    });
    assert.deepEqual([...first.Items, ...second.Items], ofCustomer(0).slice(0, 16));
  });

  test("a count costs what the read would have cost", async () => {
    await fill();
    const counted = await send(ScanCommand, {
      Select: "COUNT",
      FilterExpression: "#total >= :t",
      ExpressionAttributeNames: { "#total": "total" },
      ExpressionAttributeValues: { ":t": 300 },
      ReturnConsumedCapacity: "TOTAL",
    });
    assert.equal(counted.Count, 30);
    assert.equal(counted.ScannedCount, orderCount);
    assert.equal(counted.Items, undefined);
    assert.deepEqual(counted.ConsumedCapacity, { TableName, CapacityUnits: 0.5 });
  });

  test("a batch get finds what is there, whatever the order", async () => {
    await fill();
    const Keys = [3, 1, 59].map((number) => {
      const { customer, sort } = orders[number];
      return { customer, sort };
    });
    Keys.push({ customer: "nobody", sort: "none" });
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
    );
    assert.deepEqual(UnprocessedKeys, {});
    assert.deepEqual(
      Responses[TableName].toSorted((one, other) => one.total - other.total),
      [orders[1], orders[3], orders[59]],
    );
  });

  test("a batch write puts and deletes in one call", async () => {
    await send(PutCommand, { Item: orders[0] });
    const { customer, sort } = orders[0];
    const requests = [
      { DeleteRequest: { Key: { customer, sort } } },
      { PutRequest: { Item: orders[1] } },
    ];
    await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    assert.deepEqual((await send(ScanCommand, {})).Items, [orders[1]]);
  });

  const debit = (amount) => ({
    Update: {
      TableName,
      Key: { customer: "ada", sort: "account" },
      UpdateExpression: "SET balance = balance - :a",
      ConditionExpression: "balance >= :a",
      ExpressionAttributeValues: { ":a": amount },
    },
  });
  const book = (sort, amount) => ({
    Put: {
      TableName,
      Item: { customer: "ada", sort, amount },
      ConditionExpression: "attribute_not_exists(sort)",
    },
  });
  const transact = (TransactItems, ClientRequestToken) =>
    client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));

  test("a transaction does all its writes", async () => {
    await send(PutCommand, { Item: { customer: "ada", sort: "account", balance: 100 } });
    await transact([debit(30), book("booking#1", 30)]);
    const keys = ["account", "booking#1", "booking#2"].map((sort) => ({
      Get: { TableName, Key: { customer: "ada", sort } },
    }));
    const { Responses } = await client.send(new TransactGetCommand({ TransactItems: keys }));
    assert.deepEqual(
      Responses.map(({ Item }) => Item?.balance ?? Item?.amount),
      [70, 30, undefined],
    );
  });

  test("a cancelled transaction does nothing and tells the reasons in order", async () => {
    await send(PutCommand, { Item: { customer: "ada", sort: "account", balance: 10 } });
    await assert.rejects(transact([book("booking#1", 30), debit(30)]), (error) => {
      assert.equal(error.name, "TransactionCanceledException");
      assert.deepEqual(
        error.CancellationReasons.map(({ Code }) => Code),
        ["None", "ConditionalCheckFailed"],
      );
      return true;
    });
    assert.equal((await send(ScanCommand, {})).Count, 1);
  });

  test("a transaction sent again with its token is not done again", async () => {
    await send(PutCommand, { Item: { customer: "ada", sort: "account", balance: 100 } });
    await transact([debit(30)], "token-1");
    await transact([debit(30)], "token-1");
    const { Item } = await send(GetCommand, { Key: { customer: "ada", sort: "account" } });
    assert.equal(Item.balance, 70);
    await assert.rejects(transact([debit(40)], "token-1"), {
      name: "IdempotentParameterMismatchException",
    });
  });

  test("statements insert, select, update and delete", async () => {
    const run = (Statement, Parameters) =>
      client.send(new ExecuteStatementCommand({ Statement, Parameters }));
    const where = `WHERE customer = ? AND sort = ?`;
    await run(`INSERT INTO "Shop" VALUE {'customer': ?, 'sort': ?, 'total': ?}`, ["eve", "o1", 7]);
    const update = `UPDATE "Shop" SET total = total + ? ${where} RETURNING ALL NEW *`;
    const updated = await run(update, [3, "eve", "o1"]);
    assert.deepEqual(updated.Items, [{ customer: "eve", sort: "o1", total: 10 }]);
    assert.deepEqual((await run(`SELECT total FROM "Shop" ${where}`, ["eve", "o1"])).Items, [
      { total: 10 },
    ]);
    await run(`DELETE FROM "Shop" ${where}`, ["eve", "o1"]);
    assert.deepEqual((await run(`SELECT * FROM "Shop" ${where}`, ["eve", "o1"])).Items, []);
  });

  test("statements run in a batch and in a transaction", async () => {
    const insert = (sort) => ({
      Statement: `INSERT INTO "Shop" VALUE {'customer': 'eve', 'sort': ?}`,
      Parameters: [sort],
    });
    await client.send(
      new ExecuteTransactionCommand({ TransactStatements: [insert("a"), insert("b")] }),
    );
    const { Responses } = await client.send(
      new BatchExecuteStatementCommand({ Statements: [insert("b"), insert("c")] }),
    );
    assert.equal(Responses[0].Error.Code, "DuplicateItem");
    assert.equal(Responses[1].Error, undefined);
    assert.equal((await send(ScanCommand, {})).Count, 3);
  });

  test("waiters see tables come and go, and a paginator lists them", async () => {
    await waitUntilTableExists({ client: place.client, maxWaitTime: 30 }, { TableName });
    for (let number = 0; number < 7; number++)
      await createTable(client, `Many-${number}`, ["pk"], { types: { pk: "S" } });
    const names = [];
    const pages = paginateListTables({ client: place.client, pageSize: 3 }, {});
    for await (const page of pages) names.push(...page.TableNames);
    assert.deepEqual(names, [
      ...Array.from({ length: 7 }, (_, number) => `Many-${number}`),
      TableName,
    ]);
    await place.client.send(new DeleteTableCommand({ TableName }));
    await waitUntilTableNotExists({ client: place.client, maxWaitTime: 30 }, { TableName });
  });

  test("an index added later is filled and can be queried", async () => {
    await fill();
    await place.client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "sort", AttributeType: "S" }],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: "BySort",
              KeySchema: [{ AttributeName: "sort", KeyType: "HASH" }],
              Projection: { ProjectionType: "KEYS_ONLY" },
            },
          },
        ],
      }),
    );
    await waitUntilTableExists({ client: place.client, maxWaitTime: 30 }, { TableName });
    const { Table } = await place.client.send(new DescribeTableCommand({ TableName }));
    assert.equal(Table.GlobalSecondaryIndexes.length, 2);
    const { Items } = await send(QueryCommand, {
      IndexName: "BySort",
      KeyConditionExpression: "sort = :s",
      ExpressionAttributeValues: { ":s": orders[44].sort },
    });
    assert.deepEqual(Items, [{ customer: orders[44].customer, sort: orders[44].sort }]);
  });

  test("errors carry AWS's names and texts", async () => {
    const unknown = client.send(new GetCommand({ TableName: "Nowhere", Key: { customer: "a" } }));
    await assert.rejects(unknown, {
      name: "ResourceNotFoundException",
      message: "Requested resource not found",
    });
    await assert.rejects(send(GetCommand, { Key: { customer: "a" } }), {
      name: "ValidationException",
      message: "The provided key element does not match the schema",
    });
  });
});
