// What the mixture of calls asks: every operation that is served, right and wrong, by its weight. Texts
// such as {{TransactionId}} stand for what an earlier answer told under that name.

/** A number from 0 up to, but not with, the one given. */
export type Random = (below: number) => number;

/** How often, compared with the others; the operation, or a whole target; what is asked. */
export type Kind = [weight: number, operation: string, input: (random: Random) => object];

export const tables = ["Alpha", "Beta", "Gamma", "Gauge"];
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

export const create = (TableName: string) => ({
  TableName,
  ...(TableName === "Gauge"
    ? { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } }
    : { BillingMode: "PAY_PER_REQUEST" }),
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
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
      ...(TableName === "Gauge"
        ? { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }
        : {}),
    },
  ],
});

const number = { ":n": { N: "1" } };
const ttl = (random: Random) => ({
  TableName: table(random),
  TimeToLiveSpecification: { AttributeName: "ends", Enabled: random(4) !== 0 },
});
const arn = (random: Random) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table(random)}`;

/** Items and tables. */
const everyday: Kind[] = [
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
];

/** Policies, limits and what else there is only to be told. */
const settings: Kind[] = [
  [1, "UntagResource", (random) => ({ ResourceArn: arn(random), TagKeys: ["k"] })],
  [4, "PutResourcePolicy", (random) => ({ ResourceArn: arn(random), Policy: policy })],
  [4, "GetResourcePolicy", (random) => ({ ResourceArn: arn(random) })],
  [1, "DeleteResourcePolicy", (random) => ({ ResourceArn: arn(random) })],
  [1, "DescribeContinuousBackups", (random) => ({ TableName: table(random) })],
  [
    1,
    "UpdateContinuousBackups",
    (random) => ({
      TableName: table(random),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: random(2) === 0 },
    }),
  ],
  [1, "DescribeEndpoints", () => ({})],
  [1, "ListBackups", () => ({})],
  [1, "ListExports", () => ({})],
  [1, "ListImports", () => ({})],
  [1, "ListGlobalTables", () => ({})],
];

/** Statements that write, alone, together and all or none. */
const statements: Kind[] = [
  [4, "ExecuteStatement", (random) => ({ Statement: write(random) })],
  [
    2,
    "BatchExecuteStatement",
    (random) => ({ Statements: [{ Statement: write(random) }, { Statement: write(random) }] }),
  ],
  [
    4,
    "ExecuteTransaction",
    (random) => ({
      ClientRequestToken: `statements-${random(30)}`,
      TransactStatements: [{ Statement: write(random) }, { Statement: write(random) }],
      ReturnConsumedCapacity: "TOTAL",
    }),
  ],
];

function write(random: Random): string {
  const name = one(random, tables);
  const pk = `'p${random(20)}'`;
  const sk = random(5);
  return one(random, [
    `INSERT INTO "${name}" VALUE {'pk': ${pk}, 'sk': ${sk}, 'n': 1}`,
    `UPDATE "${name}" SET n = 2 WHERE pk = ${pk} AND sk = ${sk} RETURNING ALL NEW *`,
    `UPDATE "${name}" REMOVE n WHERE pk = ${pk} AND sk = ${sk}`,
    `DELETE FROM "${name}" WHERE pk = ${pk} AND sk = ${sk}`,
    `DELETE FROM "${name}" WHERE pk = ${pk}`,
  ]);
}

/** Streams, and data streams behind tables. */
const streams: Kind[] = [
  [2, "ListStreams", (random) => (random(2) === 0 ? {} : { TableName: table(random) })],
  [6, "DescribeStream", () => ({ StreamArn: "{{DynamoDBStreams.StreamArn}}" })],
  [
    6,
    "GetShardIterator",
    (random) => ({
      StreamArn: "{{DynamoDBStreams.StreamArn}}",
      ShardId: "{{DynamoDBStreams.ShardId}}",
      ShardIteratorType: one(random, ["TRIM_HORIZON", "LATEST"]),
    }),
  ],
  [
    9,
    "GetRecords",
    (random) => ({ ShardIterator: "{{DynamoDBStreams.ShardIterator}}", Limit: 1 + random(20) }),
  ],
  [1, "UpdateTable", (random) => ({ TableName: table(random), ...turn(random) })],
  [6, "EnableKinesisStreamingDestination", (random) => destination(random)],
  [3, "DisableKinesisStreamingDestination", (random) => destination(random)],
  [
    6,
    "UpdateKinesisStreamingDestination",
    (random) => ({
      ...destination(random),
      UpdateKinesisStreamingConfiguration: {
        ApproximateCreationDateTimePrecision: one(random, ["MICROSECOND", "MILLISECOND"]),
      },
    }),
  ],
  [1, "DescribeKinesisStreamingDestination", (random) => ({ TableName: table(random) })],
  [
    1,
    "Kinesis_20131202.CreateStream",
    (random) => ({ StreamName: `more-${random(9)}`, ShardCount: 1 + random(5) }),
  ],
  [1, "Kinesis_20131202.DescribeStream", () => ({ StreamName: "changes" })],
  [1, "Kinesis_20131202.DescribeStreamSummary", () => ({ StreamName: "changes" })],
  [1, "Kinesis_20131202.ListShards", () => ({ StreamName: "changes", MaxResults: 2 })],
  [1, "Kinesis_20131202.ListStreams", () => ({ Limit: 2 })],
  [
    2,
    "Kinesis_20131202.GetShardIterator",
    (random) => ({
      StreamName: "changes",
      ShardId: `shardId-00000000000${random(3)}`,
      ShardIteratorType: "TRIM_HORIZON",
    }),
  ],
  [
    3,
    "Kinesis_20131202.GetRecords",
    (random) => ({ ShardIterator: "{{Kinesis.ShardIterator}}", Limit: 1 + random(9) }),
  ],
];

function turn(random: Random) {
  if (random(2) === 0) return { StreamSpecification: { StreamEnabled: false } };
  const StreamViewType = one(random, ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE"]);
  return { StreamSpecification: { StreamEnabled: true, StreamViewType } };
}

const destination = (random: Random) => ({
  TableName: table(random),
  StreamArn: "arn:aws:kinesis:us-east-1:000000000000:stream/changes",
});

/** Auto scaling and CloudWatch. */
const scaled = {
  ServiceNamespace: "dynamodb",
  ResourceId: "table/Gauge",
  ScalableDimension: "dynamodb:table:WriteCapacityUnits",
};
const scaling: Kind[] = [
  [
    6,
    "AnyScaleFrontendService.RegisterScalableTarget",
    (random) => ({ ...scaled, MinCapacity: 5, MaxCapacity: 50 + random(50) }),
  ],
  [1, "AnyScaleFrontendService.DeregisterScalableTarget", () => scaled],
  [
    4,
    "AnyScaleFrontendService.PutScalingPolicy",
    () => ({
      ...scaled,
      PolicyName: "mine",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 70,
        PredefinedMetricSpecification: {
          PredefinedMetricType: "DynamoDBWriteCapacityUtilization",
        },
      },
    }),
  ],
  [3, "AnyScaleFrontendService.DeleteScalingPolicy", () => ({ ...scaled, PolicyName: "mine" })],
  [
    3,
    "AnyScaleFrontendService.PutScheduledAction",
    () => ({
      ...scaled,
      ScheduledActionName: "grow",
      Schedule: "cron(0 8 * * ? *)",
      ScalableTargetAction: { MinCapacity: 20 },
    }),
  ],
  [
    2,
    "AnyScaleFrontendService.DeleteScheduledAction",
    () => ({ ...scaled, ScheduledActionName: "grow" }),
  ],
  ...["ScalableTargets", "ScalingActivities", "ScalingPolicies", "ScheduledActions"].map(
    (name): Kind => [
      1,
      `AnyScaleFrontendService.Describe${name}`,
      () => ({ ServiceNamespace: "dynamodb" }),
    ],
  ),
  [1, "GraniteServiceVersion20100801.ListMetrics", () => ({ Namespace: "AWS/DynamoDB" })],
  [
    1,
    "GraniteServiceVersion20100801.GetMetricData",
    () => ({
      StartTime: 4_102_444_800,
      EndTime: 4_102_531_200,
      MetricDataQueries: [{ Id: "m", MetricStat: metric }],
    }),
  ],
];
const metric = {
  Metric: {
    Namespace: "AWS/DynamoDB",
    MetricName: "ConsumedWriteCapacityUnits",
    Dimensions: [{ Name: "TableName", Value: "Alpha" }],
  },
  Period: 60,
  Stat: "Sum",
};

/** pixii's own controls that are part of a database's value. */
const controls: Kind[] = [
  [6, "Pixii_1.AdvanceClock", (random) => ({ Milliseconds: random(60_000) })],
  [1, "Pixii_1.AdvanceClock", () => ({ Duration: "PT1H", StopAtNextDue: true })],
  [1, "Pixii_1.AdvanceClock", () => ({ Duration: "soon" })],
  [1, "Pixii_1.SetClock", () => ({ Time: "{{Now}}" })],
  [1, "Pixii_1.FreezeClock", () => ({})],
  [1, "Pixii_1.DescribeClock", () => ({})],
  [
    2,
    "Pixii_1.UpdateModes",
    (random) => ({
      Timing: one(random, ["aws", "instant", "instant"]),
      Capacity: one(random, ["report", "enforce"]),
      ConsistencyLag: one(random, ["PT0S", "PT2S", "PT30S"]),
      Constants: { StreamShardLife: one(random, ["PT1M", "PT4H"]) },
    }),
  ],
  [1, "Pixii_1.DescribeModes", () => ({})],
  [
    1,
    "Pixii_1.UpdateTableCapacity",
    (random) => ({
      TableName: table(random),
      Capacity: one(random, ["enforce", "report", "default"]),
    }),
  ],
  [1, "Pixii_1.DescribePartitions", (random) => ({ TableName: table(random) })],
  [1, "Pixii_1.Metrics", (random) => ({ TableName: table(random) })],
  [1, "Pixii_1.Cost", () => ({})],
  [
    1,
    "Pixii_1.Explain",
    (random) => ({ Operation: "Scan", Input: JSON.stringify({ TableName: table(random) }) }),
  ],
  [
    1,
    "Pixii_1.Simulate",
    (random) => ({
      Table: { ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 100 } },
      Workload: { Distribution: "ZIPF", Keys: 100, Writes: { PerSecond: 80 + random(60) } },
      DurationSeconds: 30,
      Seed: random(100),
    }),
  ],
];

/** What belongs to the handle, so that forks and exports have nothing of it. */
const handled: Kind[] = [
  [2, "Pixii_1.AddFault", (random) => fault(random)],
  [1, "Pixii_1.ListFaults", () => ({})],
  [2, "Pixii_1.RemoveFault", () => ({ FaultId: "{{FaultId}}" })],
  [1, "Pixii_1.ClearFaults", () => ({})],
  [1, "Pixii_1.ListThrottles", () => ({})],
  [
    2,
    "Pixii_1.HoldTransaction",
    (random) => ({ TransactItems: [{ Put: { TableName: table(random), Item: item(random) } }] }),
  ],
  [1, "Pixii_1.CommitTransaction", () => ({ TransactionId: "{{TransactionId}}" })],
  [1, "Pixii_1.CancelTransaction", () => ({ TransactionId: "{{TransactionId}}" })],
  [1, "Pixii_1.Snapshot", () => ({})],
  [1, "Pixii_1.Restore", () => ({ SnapshotId: "{{SnapshotId}}" })],
  [1, "Pixii_1.DeleteSnapshot", () => ({ SnapshotId: "{{SnapshotId}}" })],
  [1, "Pixii_1.Fork", () => ({})],
  [1, "Pixii_1.Export", () => ({})],
  [1, "Pixii_1.Import", () => ({ Data: "{{Data}}" })],
  [1, "Pixii_1.Reset", () => ({})],
];

function fault(random: Random) {
  const effect = one(random, [
    { Error: "ProvisionedThroughputExceededException" },
    { Error: "ConditionalCheckFailedException", Key: { pk: { S: `p${random(20)}` } } },
    { Error: "TransactionConflictException", Operation: "TransactWriteItems" },
    { Error: "InternalServerError", AfterCommit: true },
    { Operation: "BatchWriteItem", BatchItems: 1 },
    { Operation: "Query", PageItems: 1 },
  ]);
  return { TableName: one(random, tables), Probability: 0.5, Times: 1 + random(4), ...effect };
}

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "dynamodb:GetItem", Resource: "*" }],
});

/** All that belongs to a database's value. */
export const valueKinds: Kind[] = [
  ...everyday.map(([weight, ...rest]): Kind => [3 * weight, ...rest]),
  ...settings,
  ...statements,
  ...streams,
  ...scaling,
  ...controls,
];
export const allKinds: Kind[] = [...valueKinds, ...handled];
