// Explain, metrics, cost, simulations and auto scaling from programs: the database's own methods, and
// the AWS SDK's clients of CloudWatch and Application Auto Scaling in process and over HTTP.
import {
  ApplicationAutoScalingClient,
  DescribeScalingActivitiesCommand,
  DescribeScalingPoliciesCommand,
  ObjectNotFoundException,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
} from "@aws-sdk/client-cloudwatch";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";

const start = new Date("2030-01-01T00:00:00Z");
const target = {
  ServiceNamespace: "dynamodb",
  ResourceId: "table/Music",
  ScalableDimension: "dynamodb:table:WriteCapacityUnits",
} as const;
const policy = {
  ...target,
  PolicyName: "mine",
  PolicyType: "TargetTrackingScaling",
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: 50,
    PredefinedMetricSpecification: { PredefinedMetricType: "DynamoDBWriteCapacityUtilization" },
  },
} as const;

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  let db: Database;
  beforeEach(async () => {
    db = await open({ engine, clock: start.toISOString(), seed: 7 });
    await db.call("CreateTable", {
      TableName: "Music",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    });
  });
  afterEach(() => db.close());

  const put = () => db.call("PutItem", { TableName: "Music", Item: { pk: { S: "a" } } });

  /** What both ways to a client have in common: a load, its metrics, and how it is scaled. */
  async function playScaling(config: ConstructorParameters<typeof CloudWatchClient>[0]) {
    const scaling = new ApplicationAutoScalingClient(config as object);
    const metrics = new CloudWatchClient(config as object);
    await expect(scaling.send(new PutScalingPolicyCommand(policy))).rejects.toBeInstanceOf(
      ObjectNotFoundException,
    );
    const bounds = { MinCapacity: 1, MaxCapacity: 20 };
    await scaling.send(new RegisterScalableTargetCommand({ ...target, ...bounds }));
    await scaling.send(new PutScalingPolicyCommand(policy));
    for (let minute = 0; minute < 2; ++minute) {
      for (let i = 0; i < 120; ++i) await put();
      await db.clock.advance({ minutes: 1 });
    }
    const { ScalingActivities } = await scaling.send(
      new DescribeScalingActivitiesCommand({ ServiceNamespace: "dynamodb" }),
    );
    expect(ScalingActivities?.[0]?.Description).toBe("Setting write capacity units to 4.");
    expect(ScalingActivities?.[0]?.StartTime).toEqual(new Date("2030-01-01T00:02:00Z"));
    const { ScalingPolicies } = await scaling.send(
      new DescribeScalingPoliciesCommand({ ServiceNamespace: "dynamodb" }),
    );
    expect(ScalingPolicies?.[0]?.Alarms).toHaveLength(4);
    await expectMetrics(metrics);
  }

  async function expectMetrics(client: CloudWatchClient) {
    const Dimensions = [{ Name: "TableName", Value: "Music" }];
    const Metric = {
      Namespace: "AWS/DynamoDB",
      MetricName: "ConsumedWriteCapacityUnits",
      Dimensions,
    };
    const { MetricDataResults } = await client.send(
      new GetMetricDataCommand({
        StartTime: start,
        EndTime: new Date("2030-01-01T01:00:00Z"),
        ScanBy: "TimestampAscending",
        MetricDataQueries: [{ Id: "m", MetricStat: { Metric, Period: 60, Stat: "Sum" } }],
      }),
    );
    expect(MetricDataResults?.[0]?.Values).toEqual([120, 120]);
    expect(MetricDataResults?.[0]?.Timestamps?.[1]).toEqual(new Date("2030-01-01T00:01:00Z"));
    const { Metrics } = await client.send(new ListMetricsCommand({ Dimensions }));
    expect(Metrics).toContainEqual(Metric);
  }

  test("the AWS SDK's clients scale a table and read its metrics in process", async () => {
    await playScaling(db.clientConfig() as object);
  });

  test("the AWS SDK's clients do so over HTTP", async () => {
    const { url } = await db.listen();
    const credentials = { accessKeyId: "any", secretAccessKey: "thing" };
    await playScaling({ endpoint: url, region: "us-east-1", credentials });
  });

  test("explain tells what a request would take, and runs nothing", async () => {
    const told = await db.explain("PutItem", { TableName: "Music", Item: { pk: { S: "b" } } });
    expect(told.CapacityUnits).toBe(1);
    expect(told.Accesses[0]?.Kind).toBe("WRITE");
    expect((await db.call("Scan", { TableName: "Music" })).Items).toEqual([]);
    const missing = await db.explain("Scan", { TableName: "Missing" });
    expect(missing.Error?.Type).toBe("ResourceNotFoundException");
  });

  test("metrics and cost are told by the minute and in dollars", async () => {
    await put();
    const [consumed] = await db.metrics({ MetricName: "ConsumedWriteCapacityUnits" });
    expect(consumed?.Minutes[0]?.Sum).toBe(1);
    await db.clock.advance({ hours: 1 });
    const cost = await db.cost({ Prices: { Date: "mine", PerWriteUnitHour: 1 } });
    expect(cost.PriceDate).toBe("mine");
    expect(cost.All.Writes).toBeCloseTo(1, 3);
  });

  test("names that are none are refused", async () => {
    const table = { BillingMode: "PAY_PER_REQUEST" } as const;
    const refused = [
      [() => db.cost({ Prices: { Foo: 1 } as object }), 'there is no price "Foo"'],
      [() => db.cost({ Table: "Music" } as object), 'a cost has no option "Table"'],
      [() => db.metrics({ Metric: "x" } as object), 'metrics have no option "Metric"'],
      [
        () => db.simulate(table, { Writes: { PerSecond: 1 } }, 1, { sead: 3 } as object),
        'a simulation has no option "sead"',
      ],
    ] as const;
    for (const [ask, message] of refused) {
      await expect(ask()).rejects.toMatchObject({ name: "InvalidOptionError", message });
    }
  });
});

test("a simulation gives the same answer natively and in WebAssembly", async () => {
  const answers = [];
  for (const engine of ["native", "wasm"] as const) {
    const db = await open({ engine });
    answers.push(
      await db.simulate(
        { BillingMode: "PAY_PER_REQUEST" },
        {
          Distribution: "ZIPF",
          Keys: 1_000_000,
          Exponent: 1.1,
          Writes: { Shape: "RAMP", PerSecond: 0, ToPerSecond: 20_000 },
        },
        600,
        { seed: 3 },
      ),
    );
    await db.close();
  }
  expect(answers[0]!.Throttles).toBeGreaterThan(0);
  expect(answers[1]).toEqual(answers[0]);
});
