// Dynamoose: models over tables that it makes itself, with indexes, time to live and tags, and what it
// asks of them: queries, scans, updates, batches and transactions.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  DescribeTimeToLiveCommand,
  DynamoDB,
  ListTagsOfResourceCommand,
} from "@aws-sdk/client-dynamodb";
import dynamoose from "dynamoose";
import { eachWay } from "./each-way.mjs";

/** A schema of its own for each model, as time to live adds an attribute to it. */
const makeSchema = () =>
  new dynamoose.Schema(
    {
      owner: { type: String, hashKey: true },
      id: { type: Number, rangeKey: true },
      name: { type: String, required: true, index: { name: "ByName", type: "global" } },
      breed: {
        type: String,
        enum: ["tabby", "siamese", "manx"],
        index: { name: "ByBreed", type: "global", rangeKey: "age", project: ["name"] },
      },
      age: { type: Number, index: { name: "ByAge", type: "local" } },
      toys: { type: Array, schema: [String] },
      home: { type: Object, schema: { street: String, floor: Number } },
      colours: { type: Set, schema: [String] },
      photo: Buffer,
      chipped: { type: Boolean, default: false },
    },
    { timestamps: { createdAt: { createdAt: Date }, updatedAt: {} } },
  );

const tom = {
  owner: "ada",
  id: 1,
  name: "Tom",
  breed: "tabby",
  age: 4,
  toys: ["ball"],
  home: { street: "Elm Street", floor: 3 },
  colours: new Set(["black", "white"]),
  photo: Buffer.from([0, 1, 254, 255]),
};
const catOf = (number) => ({
  owner: `owner-${number % 2}`,
  id: number,
  name: `cat-${number}`,
  breed: ["tabby", "siamese", "manx"][number % 3],
  age: number,
});
const ids = (items) => items.map(({ id }) => id);
const sorted = (numbers) => numbers.toSorted((one, other) => one - other);

let tables = 0;

eachWay("Dynamoose", (place) => {
  let Cat;

  beforeEach(async () => {
    dynamoose.aws.ddb.set(new DynamoDB(place.config));
    Cat = await makeModel();
  });

  /** A model and its table, under a name of its own, as Dynamoose keeps models for good. */
  async function makeModel(options = {}) {
    const name = `Cats-${tables++}`;
    const model = dynamoose.model(name, makeSchema());
    const table = new dynamoose.Table(name, [model], {
      throughput: "ON_DEMAND",
      initialize: false,
      ...options,
    });
    await table.initialize();
    return model;
  }

  const fill = (count) =>
    Cat.batchPut(Array.from({ length: Math.min(count, 25) }, (_, number) => catOf(number)));

  test("the table is made as the schema asks", async () => {
    const { Table } = await place.db.call("DescribeTable", { TableName: Cat.name });
    assert.deepEqual(Table.KeySchema, [
      { AttributeName: "owner", KeyType: "HASH" },
      { AttributeName: "id", KeyType: "RANGE" },
    ]);
    assert.equal(Table.BillingModeSummary.BillingMode, "PAY_PER_REQUEST");
    const projections = Object.fromEntries(
      Table.GlobalSecondaryIndexes.map(({ IndexName, Projection }) => [IndexName, Projection]),
    );
    assert.deepEqual(projections.ByName, { ProjectionType: "ALL" });
    assert.deepEqual(projections.ByBreed, {
      ProjectionType: "INCLUDE",
      NonKeyAttributes: ["name"],
    });
    assert.equal(Table.LocalSecondaryIndexes[0].IndexName, "ByAge");
  });

  test("provisioned throughput, class, time to live and tags are set up", async () => {
    const model = await makeModel({
      throughput: { read: 7, write: 3 },
      expires: { ttl: 3_600_000, attribute: "until" },
      tags: { team: "cats", stage: "test" },
      tableClass: "infrequentAccess",
    });
    const { Table } = await place.db.call("DescribeTable", { TableName: model.name });
    assert.equal(Table.ProvisionedThroughput.ReadCapacityUnits, 7);
    assert.equal(Table.TableClassSummary.TableClass, "STANDARD_INFREQUENT_ACCESS");
    const { Tags } = await place.client.send(
      new ListTagsOfResourceCommand({ ResourceArn: Table.TableArn }),
    );
    const tags = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
    assert.deepEqual(tags, { team: "cats", stage: "test" });
    const { TimeToLiveDescription } = await place.client.send(
      new DescribeTimeToLiveCommand({ TableName: model.name }),
    );
    assert.equal(TimeToLiveDescription.AttributeName, "until");
    await model.create({ owner: "ada", id: 1, name: "Tom" });
    const { until } = await model.get({ owner: "ada", id: 1 });
    assert.ok(Math.abs(until.getTime() - Date.now() - 3_600_000) < 60_000);
  });

  test("a created item comes back with the types of its schema", async () => {
    await Cat.create(tom);
    const found = await Cat.get({ owner: "ada", id: 1 });
    const { createdAt, photo, ...rest } = { ...found };
    assert.deepEqual(
      { ...rest, photo: [...photo] },
      { ...tom, photo: [...tom.photo], chipped: false },
    );
    assert.ok(createdAt instanceof Date);
    assert.equal(await Cat.get({ owner: "ada", id: 2 }), undefined);
  });

  test("creating over an item is refused, saving over it is not", async () => {
    await Cat.create(tom);
    await assert.rejects(Cat.create(tom), { name: "ConditionalCheckFailedException" });
    const cat = await Cat.get({ owner: "ada", id: 1 });
    cat.name = "Thomas";
    await cat.save();
    assert.equal((await Cat.get({ owner: "ada", id: 1 })).name, "Thomas");
  });

  test("some attributes are read, consistently", async () => {
    await Cat.create(tom);
    const options = { attributes: ["name", "age"], consistent: true };
    const found = await Cat.get({ owner: "ada", id: 1 }, options);
    assert.deepEqual(found.toJSON(), { name: "Tom", age: 4 });
  });

  test("an update sets, adds, appends and removes", async () => {
    await Cat.create(tom);
    const updated = await Cat.update(
      { owner: "ada", id: 1 },
      {
        $SET: { name: "Thomas", home: { floor: 4 } },
        $ADD: { age: 2, toys: ["mouse"] },
        $REMOVE: ["photo"],
      },
    );
    assert.equal(updated.name, "Thomas");
    assert.equal(updated.age, 6);
    assert.deepEqual(updated.toys, ["ball", "mouse"]);
    assert.deepEqual(updated.home, { floor: 4 });
    assert.equal(updated.photo, undefined);
  });

  test("a set loses members", async () => {
    await Cat.create(tom);
    const change = { $DELETE: { colours: new Set(["black"]) } };
    const updated = await Cat.update({ owner: "ada", id: 1 }, change);
    assert.deepEqual(updated.colours, new Set(["white"]));
  });

  test("a condition guards updates and deletes", async () => {
    await Cat.create(tom);
    const key = { owner: "ada", id: 1 };
    const old = new dynamoose.Condition().filter("age").gt(10).or().filter("name").eq("Tim");
    await assert.rejects(Cat.update(key, { breed: "manx" }, { condition: old }), {
      name: "ConditionalCheckFailedException",
    });
    await assert.rejects(Cat.delete(key, { condition: old }), /conditional request failed/);
    const young = new dynamoose.Condition("age").between(1, 5).where("name").contains("om");
    await Cat.delete(key, { condition: young });
    assert.equal(await Cat.get(key), undefined);
  });

  test("a query by partition and sort key, both ways", async () => {
    await fill(25);
    const query = () => Cat.query("owner").eq("owner-1").where("id").ge(11);
    assert.deepEqual(ids(await query().exec()), [11, 13, 15, 17, 19, 21, 23]);
    assert.deepEqual(ids(await query().sort("descending").limit(3).exec()), [23, 21, 19]);
  });

  test("a query picks its index by itself", async () => {
    await fill(25);
    const byName = await Cat.query("name").eq("cat-12").exec();
    assert.deepEqual(ids(byName), [12]);
    const byBreed = await Cat.query("breed").eq("manx").where("age").lt(10).exec();
    assert.deepEqual(ids(byBreed), [2, 5, 8]);
    assert.deepEqual(byBreed[0].toJSON(), {
      owner: "owner-0",
      id: 2,
      name: "cat-2",
      breed: "manx",
      age: 2,
    });
  });

  test("a query by a local index reads consistently", async () => {
    await fill(25);
    const query = Cat.query("owner").eq("owner-0").where("age").between(5, 11);
    assert.deepEqual(ids(await query.using("ByAge").consistent().exec()), [6, 8, 10]);
  });

  test("pages go on from the last key", async () => {
    await fill(25);
    const query = () => Cat.query("owner").eq("owner-0").limit(5);
    const found = [];
    let page = await query().exec();
    while (true) {
      found.push(...ids(page));
      if (!page.lastKey) break;
      page = await query().startAt(page.lastKey).exec();
    }
    assert.deepEqual(
      found,
      Array.from({ length: 13 }, (_, number) => number * 2),
    );
    assert.equal((await Cat.query("owner").eq("owner-0").limit(4).all().exec()).length, 13);
  });

  test("a scan filters, counts and goes in segments", async () => {
    await fill(25);
    const manx = await Cat.scan("breed").eq("manx").where("age").gt(10).exec();
    assert.deepEqual(sorted(ids(manx)), [11, 14, 17, 20, 23]);
    assert.deepEqual(await Cat.scan("name").beginsWith("cat-1").count().exec(), {
      count: 11,
      scannedCount: 25,
    });
    const segmented = await Cat.scan().parallel(4).exec();
    assert.deepEqual(
      sorted(ids(segmented)),
      Array.from({ length: 25 }, (_, number) => number),
    );
    const rest = await Cat.scan("breed").in(["siamese"]).where("age").not().lt(10).exec();
    assert.deepEqual(sorted(ids(rest)), [10, 13, 16, 19, 22]);
  });

  test("batches get, put and delete", async () => {
    await fill(25);
    const keys = [1, 2, 24, 99].map((id) => ({ owner: `owner-${id % 2}`, id }));
    const found = await Cat.batchGet(keys);
    assert.deepEqual(sorted(ids(found)), [1, 2, 24]);
    assert.deepEqual(found.unprocessedKeys, []);
    assert.deepEqual(await Cat.batchDelete(keys), { unprocessedItems: [] });
    assert.equal((await Cat.scan().count().exec()).count, 22);
  });

  test("a transaction creates, updates, deletes and checks at once", async () => {
    await fill(3);
    await dynamoose.transaction([
      Cat.transaction.create(tom),
      Cat.transaction.update({ owner: "owner-0", id: 0 }, { name: "renamed" }),
      Cat.transaction.delete({ owner: "owner-1", id: 1 }),
      Cat.transaction.condition({ owner: "owner-0", id: 2 }, new dynamoose.Condition("age").eq(2)),
    ]);
    assert.deepEqual(sorted(ids(await Cat.scan().exec())), [0, 1, 2]);
    assert.equal((await Cat.get({ owner: "owner-0", id: 0 })).name, "renamed");
    assert.equal((await Cat.get({ owner: "ada", id: 1 })).name, "Tom");
  });

  test("a transaction whose check fails leaves all as it was", async () => {
    await fill(3);
    const transaction = dynamoose.transaction([
      Cat.transaction.delete({ owner: "owner-1", id: 1 }),
      Cat.transaction.condition({ owner: "owner-0", id: 2 }, new dynamoose.Condition("age").eq(7)),
    ]);
    await assert.rejects(transaction, {
      name: "TransactionCanceledException",
      message: /\[None, ConditionalCheckFailed\]/,
    });
    assert.equal((await Cat.scan().count().exec()).count, 3);
  });

  test("a transaction reads items together", async () => {
    await fill(3);
    const found = await dynamoose.transaction([
      Cat.transaction.get({ owner: "owner-0", id: 2 }),
      Cat.transaction.get({ owner: "owner-1", id: 1 }),
    ]);
    assert.deepEqual(
      found.map(({ name }) => name),
      ["cat-2", "cat-1"],
    );
  });
});
