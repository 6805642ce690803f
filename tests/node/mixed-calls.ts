// A long mixture of calls, the same for the same seed: every kind of operation, right and wrong, with
// the clock moving in between. What two engines answer to it can be compared byte by byte.

/** A whole target and a JSON text. */
export type Call = [target: string, body: string];

/** mulberry32 */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

const tables = ["Alpha", "Beta", "Gamma"];
const one = <Value>(random: Random, values: readonly Value[]) => values[random(values.length)]!;
const table = (random: Random) => (random(50) === 0 ? "Missing" : one(random, tables));
const key = (random: Random) => ({ pk: { S: `p${random(20)}` }, sk: { N: `${random(5)}` } });

function item(random: Random) {
  const values = [
    { S: "ü".repeat(random(40)) },
    { NS: ["1", "2.50"] },
    { BOOL: true },
    { N: "1e3" },
  ];
  return {
    ...key(random),
    grade: random(30) === 0 ? { N: "5" } : { S: `g${random(4)}` },
    ends: { N: `${4_102_444_800 + random(40_000)}` },
    more: one(random, values),
  };
}

const create = (TableName: string) => ({
  TableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["grade:S", "pk:S", "sk:N"].map((text) => {
    const [AttributeName, AttributeType] = text.split(":");
    return { AttributeName, AttributeType };
  }),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: "ByGrade",
      KeySchema: [{ AttributeName: "grade", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    },
  ],
});

const number = { ":n": { N: "1" } };
const ttl = (random: Random) => ({
  TableName: table(random),
  TimeToLiveSpecification: { AttributeName: "ends", Enabled: random(4) !== 0 },
});
const arn = (random: Random) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table(random)}`;

/** What each operation may be asked, by its weight in the mixture. */
const kinds: [weight: number, operation: string, input: (random: Random) => object][] = [
  [20, "PutItem", (random) => ({ TableName: table(random), Item: item(random) })],
  [5, "PutItem", () => ({ TableName: "Alpha", Item: { pk: { S: "" } } })],
  [12, "GetItem", (random) => ({ TableName: table(random), Key: key(random) })],
  [
    10,
    "UpdateItem",
    (random) => ({
      TableName: table(random),
      Key: key(random),
      UpdateExpression: one(random, ["SET n = :n", "ADD n :n", "SET more[0] = :n", "SET n := :n"]),
      ExpressionAttributeValues: number,
      ReturnValues: one(random, ["ALL_NEW", "UPDATED_OLD", "NONE"]),
      ReturnConsumedCapacity: "INDEXES",
    }),
  ],
  [
    8,
    "DeleteItem",
    (random) => ({
      TableName: table(random),
      Key: key(random),
      ConditionExpression: one(random, ["attribute_exists(pk)", "n > :n", "size(more) = :n"]),
      ...(random(2) === 0 ? { ExpressionAttributeValues: number } : {}),
      ReturnValues: "ALL_OLD",
    }),
  ],
  [
    8,
    "Query",
    (random) => ({
      TableName: table(random),
      ...one(random, [{ IndexName: "ByGrade" }, { IndexName: "None" }]),
      KeyConditionExpression: "grade = :g",
      ExpressionAttributeValues: { ":g": { S: `g${random(4)}` } },
      Limit: 1 + random(5),
    }),
  ],
  [5, "Scan", (random) => ({ TableName: table(random), Limit: 1 + random(9) })],
  [
    5,
    "BatchWriteItem",
    (random) => ({
      RequestItems: { [table(random)]: [1, 2].map(() => ({ PutRequest: { Item: item(random) } })) },
    }),
  ],
  [4, "BatchGetItem", (random) => ({ RequestItems: { [table(random)]: { Keys: [key(random)] } } })],
  [
    6,
    "TransactWriteItems",
    (random) => ({
      ClientRequestToken: `token-${random(30)}`,
      TransactItems: [
        { Put: { TableName: table(random), Item: item(random) } },
        {
          ConditionCheck: {
            TableName: "Alpha",
            Key: key(random),
            ConditionExpression: "attribute_exists(pk)",
          },
        },
      ],
    }),
  ],
  [
    3,
    "TransactGetItems",
    (random) => ({ TransactItems: [{ Get: { TableName: "Beta", Key: key(random) } }] }),
  ],
  [
    4,
    "ExecuteStatement",
    (random) => ({
      Statement: `SELECT * FROM "${table(random)}" WHERE pk = 'p${random(20)}'`,
      Limit: 2,
    }),
  ],
  [2, "CreateTable", (random) => create(one(random, tables))],
  [1, "DeleteTable", (random) => ({ TableName: table(random) })],
  [3, "DescribeTable", (random) => ({ TableName: table(random) })],
  [2, "UpdateTimeToLive", ttl],
  [1, "DescribeTimeToLive", (random) => ({ TableName: table(random) })],
  [1, "TagResource", (random) => ({ ResourceArn: arn(random), Tags: [{ Key: "k", Value: "v" }] })],
  [1, "ListTagsOfResource", (random) => ({ ResourceArn: arn(random) })],
  [1, "UpdateTable", (random) => ({ TableName: table(random), TableClass: "STANDARD" })],
  [1, "ListTables", (random) => ({ Limit: 1 + random(3) })],
  [1, "DescribeLimits", () => ({})],
  [1, "Nonsense", () => ({})],
  [4, "Pixii_1.AdvanceClock", (random) => ({ Milliseconds: random(60_000) })],
  [1, "Pixii_1.AdvanceClock", () => ({ Duration: "PT1H", StopAtNextDue: true })],
  [1, "Pixii_1.AdvanceClock", () => ({ Duration: "soon" })],
  [1, "Pixii_1.UpdateModes", (random) => ({ Timing: one(random, ["aws", "instant"]) })],
  [1, "Pixii_1.DescribeClock", () => ({})],
];
const weights = kinds.reduce((sum, [weight]) => sum + weight, 0);

function nextCall(random: Random): Call {
  let left = random(weights);
  for (const [weight, operation, input] of kinds) {
    left -= weight;
    if (left >= 0) continue;
    const target = operation.includes(".") ? operation : `DynamoDB_20120810.${operation}`;
    const body = JSON.stringify(input(random));
    return [target, random(200) === 0 ? body.slice(0, -1) : body];
  }
  throw new Error("the weights do not add up");
}

/** `count` calls; the first ones make the tables. */
export function mixedCalls(seed: number, count: number): Call[] {
  const random = randomFrom(seed);
  const calls: Call[] = tables.map((name) => [
    "DynamoDB_20120810.CreateTable",
    JSON.stringify(create(name)),
  ]);
  while (calls.length < count) calls.push(nextCall(random));
  return calls;
}
