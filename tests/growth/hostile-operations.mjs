// Hostile batches, transactions, tables and statements.
import { times, members, wide, key, table, statement, inStatement, upTo100 } from "./requests.mjs";

const itemOf = (i) => ({ PutRequest: { Item: { pk: { S: `k${i}` } } } });
const action = (i) => ({ Put: { ...table, Item: { pk: { S: `k${i}` } } } });
export const batches = [
  {
    name: "a batch write beyond its limit",
    request: (n) => ({
      call: "BatchWriteItem",
      request: { RequestItems: { Hostile: times(n, itemOf) } },
    }),
  },
  {
    name: "a batch write to many tables",
    request: (n) => ({
      call: "BatchWriteItem",
      request: { RequestItems: members(n, (i) => [`Table${i}`, [itemOf(i)]]) },
    }),
  },
  {
    name: "a batch write of one key",
    sizes: [6, 12, 25],
    request: (n) => ({
      call: "BatchWriteItem",
      request: { RequestItems: { Hostile: times(n, () => itemOf(1)) } },
    }),
  },
  {
    name: "a batch get beyond its limit",
    request: (n) => ({
      call: "BatchGetItem",
      request: { RequestItems: { Hostile: { Keys: times(n, (i) => ({ pk: { S: `k${i}` } })) } } },
    }),
  },
  {
    name: "a batch get",
    sizes: upTo100,
    request: (n) => ({
      call: "BatchGetItem",
      request: { RequestItems: { Hostile: { Keys: times(n, (i) => ({ pk: { S: `k${i}` } })) } } },
    }),
  },
  {
    name: "a batch get of one key",
    sizes: upTo100,
    request: (n) => ({
      call: "BatchGetItem",
      request: { RequestItems: { Hostile: { Keys: times(n, () => key) } } },
    }),
  },
  {
    name: "a transaction beyond its limit",
    request: (n) => ({ call: "TransactWriteItems", request: { TransactItems: times(n, action) } }),
  },
  {
    name: "a transaction",
    sizes: upTo100,
    request: (n) => ({ call: "TransactWriteItems", request: { TransactItems: times(n, action) } }),
  },
  {
    name: "a transaction with a token",
    sizes: upTo100,
    request: (n) => ({
      call: "TransactWriteItems",
      request: { ClientRequestToken: `t${n}`, TransactItems: times(n, action) },
    }),
  },
  {
    name: "a transaction of one key",
    sizes: upTo100,
    request: (n) => ({
      call: "TransactWriteItems",
      request: { TransactItems: times(n, () => action(1)) },
    }),
  },
  {
    name: "a transaction of reads",
    sizes: upTo100,
    request: (n) => ({
      call: "TransactGetItems",
      request: {
        TransactItems: times(n, (i) => ({ Get: { ...table, Key: { pk: { S: `k${i}` } } } })),
      },
    }),
  },
];

const definition = (i) => ({ AttributeName: `a${i}`, AttributeType: "S" });
const hash = (name) => [{ AttributeName: name, KeyType: "HASH" }];
const index = (i) => ({
  IndexName: `index${i}`,
  KeySchema: hash(`a${i}`),
  Projection: { ProjectionType: "ALL" },
});
const create = (more) => ({
  call: "CreateTable",
  request: {
    TableName: "New",
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: hash("a0"),
    AttributeDefinitions: [definition(0)],
    ...more,
  },
});
const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Hostile";
const tag = (i) => ({ Key: `k${i}`, Value: "v" });
export const tables = [
  {
    name: "definitions of attributes",
    request: (n) => create({ AttributeDefinitions: times(n, definition) }),
  },
  {
    name: "one definition many times",
    request: (n) => create({ AttributeDefinitions: times(n, () => definition(0)) }),
  },
  {
    name: "a key of many attributes",
    request: (n) => create({ KeySchema: times(n, (i) => hash(`a${i}`)[0]) }),
  },
  {
    name: "global indexes",
    sizes: [500, 1000, 2000],
    request: (n) =>
      create({
        AttributeDefinitions: times(n, definition),
        GlobalSecondaryIndexes: times(n, index),
      }),
  },
  {
    name: "global indexes of one name",
    sizes: [500, 1000, 2000],
    request: (n) => create({ GlobalSecondaryIndexes: times(n, () => index(0)) }),
  },
  {
    name: "local indexes",
    sizes: [500, 1000, 2000],
    request: (n) => create({ LocalSecondaryIndexes: times(n, index) }),
  },
  {
    name: "attributes an index projects",
    request: (n) =>
      create({
        GlobalSecondaryIndexes: [
          {
            ...index(0),
            Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: times(n, (i) => `p${i}`) },
          },
        ],
      }),
  },
  { name: "tags of a new table", request: (n) => create({ Tags: times(n, tag) }) },
  {
    name: "tags",
    request: (n) => ({ call: "TagResource", request: { ResourceArn: arn, Tags: times(n, tag) } }),
  },
  {
    name: "one tag many times",
    request: (n) => ({
      call: "TagResource",
      request: { ResourceArn: arn, Tags: times(n, () => tag(0)) },
    }),
  },
  {
    name: "keys of tags to take away",
    request: (n) => ({
      call: "UntagResource",
      request: { ResourceArn: arn, TagKeys: times(n, (i) => `k${i}`) },
    }),
  },
  {
    name: "changes of indexes",
    sizes: [50, 100, 200],
    request: (n) => ({
      call: "UpdateTable",
      request: {
        ...table,
        AttributeDefinitions: times(n, definition),
        GlobalSecondaryIndexUpdates: times(n, (i) => ({ Create: index(i) })),
      },
    }),
  },
  {
    name: "deletions of indexes",
    request: (n) => ({
      call: "UpdateTable",
      request: {
        ...table,
        GlobalSecondaryIndexUpdates: times(n, (i) => ({ Delete: { IndexName: `index${i}` } })),
      },
    }),
  },
];

export const statements = [
  {
    name: "a statement beyond its limit",
    request: (n) => statement(`SELECT * FROM Hostile WHERE ${"pk = 'a' OR ".repeat(n)}`),
  },
  {
    name: "a choice of keys",
    sizes: inStatement,
    request: (n) =>
      statement(`SELECT * FROM Hostile WHERE ${times(n, () => "pk='a'").join(" OR ")}`),
  },
  {
    name: "a choice of others",
    sizes: inStatement,
    request: (n) =>
      statement(`SELECT * FROM Hostile WHERE ${times(n, (i) => `a${i}='a'`).join(" OR ")}`),
  },
  {
    name: "keys in a list",
    sizes: [12, 25, 50],
    request: (n) => statement(`SELECT * FROM Hostile WHERE pk IN [${times(n, (i) => `'k${i}'`)}]`),
  },
  {
    name: "parentheses of a statement",
    sizes: [1000, 2000, 3900],
    request: (n) => statement(`SELECT * FROM Hostile WHERE ${"(".repeat(n)}pk='a'${")".repeat(n)}`),
  },
  {
    name: "NOT of NOT in a statement",
    sizes: inStatement,
    request: (n) => statement(`SELECT * FROM Hostile WHERE ${"NOT ".repeat(n)} pk='a'`),
  },
  {
    name: "lists in lists of a statement",
    sizes: [1000, 2000, 3900],
    request: (n) =>
      statement(`INSERT INTO Hostile VALUE {'pk':'a','l':${"[".repeat(n)}${"]".repeat(n)}}`),
  },
  {
    name: "attributes of an INSERT",
    sizes: inStatement,
    request: (n) =>
      statement(`INSERT INTO Hostile VALUE {'pk':'a',${times(n, (i) => `'a${n - i}':1`)}}`),
  },
  {
    name: "a set of a statement",
    sizes: inStatement,
    request: (n) =>
      statement(
        `INSERT INTO Hostile VALUE {'pk':'a','s':<<${times(n, (i) => `'${wide(n - i)}'`)}>>}`,
      ),
  },
  {
    name: "SET of a statement",
    sizes: inStatement,
    request: (n) =>
      statement(`UPDATE Hostile SET ${times(n, (i) => `a${i}=1`).join(" SET ")} WHERE pk='a'`),
  },
  {
    name: "a projection of a statement",
    sizes: inStatement,
    request: (n) => statement(`SELECT ${times(n, (i) => `a${n - i}`)} FROM Hostile`),
  },
  {
    name: "comments",
    sizes: inStatement,
    request: (n) => statement(`SELECT * ${"/**/".repeat(n)} FROM Hostile ${"--\n".repeat(n)}`),
  },
  {
    name: "parameters nobody asked for",
    request: (n) =>
      statement(
        "SELECT * FROM Hostile WHERE pk=?",
        times(n, () => ({ S: "a" })),
      ),
  },
  {
    name: "a batch of statements beyond its limit",
    request: (n) => ({
      call: "BatchExecuteStatement",
      request: {
        Statements: times(n, () => ({ Statement: "SELECT * FROM Hostile WHERE pk='a'" })),
      },
    }),
  },
  {
    name: "statements in a transaction",
    sizes: upTo100,
    request: (n) => ({
      call: "ExecuteTransaction",
      request: {
        TransactStatements: times(n, (i) => ({
          Statement: `INSERT INTO Hostile VALUE {'pk':'k${i}'}`,
        })),
      },
    }),
  },
];
