// dynamodb-toolbox: a table, entities with schemas, and its commands, with the conditions, update
// extensions, pages, batches and transactions that it writes itself.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import {
  $add,
  $append,
  $delete,
  $get,
  $prepend,
  $remove,
  $subtract,
  $sum,
  BatchDeleteRequest,
  BatchGetCommand,
  BatchGetRequest,
  BatchPutRequest,
  BatchWriteCommand,
  boolean,
  ConditionCheck,
  DeleteItemCommand,
  DeletePartitionCommand,
  DeleteTransaction,
  Entity,
  executeBatchGet,
  executeBatchWrite,
  executeTransactGet,
  executeTransactWrite,
  GetItemCommand,
  GetTransaction,
  item,
  list,
  map,
  number,
  PutItemCommand,
  PutTransaction,
  QueryCommand,
  record,
  ScanCommand,
  set,
  string,
  Table,
  UpdateItemCommand,
  UpdateTransaction,
} from "dynamodb-toolbox";
import { createTable, eachWay } from "./each-way.mjs";

function makeTable(client) {
  return new Table({
    name: "Pokedex",
    documentClient: DynamoDBDocumentClient.from(client),
    partitionKey: { name: "trainer", type: "string" },
    sortKey: { name: "pokemon", type: "string" },
    indexes: {
      byKind: {
        type: "global",
        partitionKey: { name: "kind", type: "string" },
        sortKey: { name: "level", type: "number" },
      },
      byLevel: { type: "local", sortKey: { name: "level", type: "number" } },
    },
  });
}

function makePokemon(table) {
  return new Entity({
    name: "Pokemon",
    table,
    timestamps: false,
    schema: item({
      trainer: string().key(),
      pokemon: string().key(),
      kind: string().enum("water", "fire", "grass"),
      level: number().default(1),
      name: string().optional().savedAs("n"),
      moves: list(string()).default([]),
      types: set(string()).optional(),
      wild: boolean().optional(),
      stats: map({ hp: number(), speed: number().optional() }).optional(),
      badges: record(string(), number()).optional(),
    }),
  });
}

const squirtle = {
  trainer: "ash",
  pokemon: "squirtle",
  kind: "water",
  level: 10,
  name: "Shelly",
  moves: ["bubble"],
  types: new Set(["water", "small"]),
  wild: false,
  stats: { hp: 44, speed: 43 },
  badges: { boulder: 1 },
};
const number25 = Array.from({ length: 25 }, (_, index) => ({
  trainer: `trainer-${index % 2}`,
  pokemon: `pokemon-${String(index).padStart(2, "0")}`,
  kind: ["water", "fire", "grass"][index % 3],
  level: index,
  moves: [],
}));
const key = ({ trainer, pokemon }) => ({ trainer, pokemon });
const byLevel = (items) => items.toSorted((one, other) => one.level - other.level);

eachWay("dynamodb-toolbox", (place) => {
  let table;
  let Pokemon;

  beforeEach(async () => {
    await createTable(place.client, "Pokedex", ["trainer", "pokemon"], {
      types: { trainer: "S", pokemon: "S", kind: "S", level: "N" },
      indexes: { byKind: ["kind", "level"] },
      locals: { byLevel: ["trainer", "level"] },
    });
    table = makeTable(place.client);
    Pokemon = makePokemon(table);
  });

  const put = (value, options = {}) =>
    Pokemon.build(PutItemCommand).item(value).options(options).send();
  const get = async (value, options = {}) =>
    (await Pokemon.build(GetItemCommand).key(key(value)).options(options).send()).Item;
  const update = (value, options = {}) =>
    Pokemon.build(UpdateItemCommand)
      .item({ ...key(squirtle), ...value })
      .options(options)
      .send();
  const batch = (requests) =>
    executeBatchWrite(table.build(BatchWriteCommand).requests(...requests));
  const fill = () => batch(number25.map((each) => Pokemon.build(BatchPutRequest).item(each)));

  test("an item comes back with the types of its schema", async () => {
    await put(squirtle);
    assert.deepEqual(await get(squirtle), squirtle);
    assert.equal(await get({ trainer: "ash", pokemon: "mew" }), undefined);
  });

  test("defaults and renamed attributes are stored as the schema says", async () => {
    await put({ trainer: "ash", pokemon: "mew", kind: "fire", name: "Mewie" });
    const { Items } = await table.build(ScanCommand).send();
    assert.deepEqual(Items, [
      {
        _et: "Pokemon",
        trainer: "ash",
        pokemon: "mew",
        kind: "fire",
        level: 1,
        n: "Mewie",
        moves: [],
      },
    ]);
  });

  test("a put answers the old item, and a condition guards it", async () => {
    await put(squirtle);
    const { Attributes } = await put({ ...squirtle, level: 11 }, { returnValues: "ALL_OLD" });
    assert.equal(Attributes.level, 10);
    const fresh = { condition: { attr: "trainer", exists: false } };
    await assert.rejects(put(squirtle, fresh), { name: "ConditionalCheckFailedException" });
  });

  test("conditions of every operator hold", async () => {
    await put(squirtle);
    const condition = {
      and: [
        { attr: "level", gte: 10 },
        { attr: "level", between: [5, 15] },
        { attr: "kind", in: ["fire", "water"] },
        { attr: "name", beginsWith: "She" },
        { attr: "types", contains: "water" },
        { attr: "moves", type: "L" },
        { size: "moves", eq: 1 },
        { attr: "stats.hp", gt: 40 },
        { not: { attr: "wild", eq: true } },
        {
          or: [
            { attr: "badges.boulder", eq: 1 },
            { attr: "badges.cascade", exists: true },
          ],
        },
      ],
    };
    await Pokemon.build(DeleteItemCommand).key(key(squirtle)).options({ condition }).send();
    assert.equal(await get(squirtle), undefined);
  });

  test("a failed condition can answer the item", async () => {
    await put(squirtle);
    const options = {
      condition: { attr: "level", lt: 5 },
      returnValuesOnConditionFalse: "ALL_OLD",
    };
    await assert.rejects(update({ wild: true }, options), (error) => {
      assert.equal(error.name, "ConditionalCheckFailedException");
      assert.deepEqual(error.Item.level, { N: "10" });
      return true;
    });
  });

  test("numbers are added, summed, subtracted and copied", async () => {
    await put(squirtle);
    const { Attributes } = await update(
      {
        level: $add(2),
        stats: { hp: $sum($get("stats.hp"), 6), speed: $subtract($get("stats.speed"), 3) },
        name: $get("kind"),
        badges: { cascade: 2 },
      },
      { returnValues: "ALL_NEW" },
    );
    assert.equal(Attributes.level, 12);
    assert.deepEqual(Attributes.stats, { hp: 50, speed: 40 });
    assert.equal(Attributes.name, "water");
    assert.deepEqual(Attributes.badges, { boulder: 1, cascade: 2 });
  });

  test("lists grow at both ends and change in place; sets gain members", async () => {
    await put(squirtle);
    await update({ moves: $append(["surf"]) });
    await update({ moves: $prepend(["tackle"]) });
    await update({ moves: { 1: "foam" }, types: $add(new Set(["blue"])) });
    const found = await get(squirtle);
    assert.deepEqual(found.moves, ["tackle", "foam", "surf"]);
    assert.deepEqual(found.types, new Set(["blue", "small", "water"]));
  });

  test("attributes, elements and members are removed", async () => {
    await put({ ...squirtle, moves: ["a", "b", "c"] });
    const { Attributes } = await update(
      { name: $remove(), moves: { 1: $remove() }, types: $delete(new Set(["small"])) },
      { returnValues: "ALL_NEW" },
    );
    assert.equal(Attributes.name, undefined);
    assert.deepEqual(Attributes.moves, ["a", "c"]);
    assert.deepEqual(Attributes.types, new Set(["water"]));
  });

  test("updated values come back alone", async () => {
    await put(squirtle);
    const { Attributes } = await update({ stats: { hp: 1 } }, { returnValues: "UPDATED_NEW" });
    assert.deepEqual(Attributes.stats, { hp: 1 });
    assert.equal(Attributes.level, undefined);
  });

  test("a projection reads some attributes", async () => {
    await put(squirtle);
    const found = await get(squirtle, { attributes: ["level", "stats.hp", "moves[0]"] });
    assert.deepEqual(found, { level: 10, stats: { hp: 44 }, moves: ["bubble"] });
  });

  test("a query by range, backwards, with a filter of the entity", async () => {
    await fill();
    const { Items, Count } = await table
      .build(QueryCommand)
      .query({ partition: "trainer-0", range: { between: ["pokemon-04", "pokemon-16"] } })
      .entities(Pokemon)
      .options({ reverse: true, filters: { Pokemon: { attr: "kind", ne: "fire" } } })
      .send();
    const levels = [16, 14, 12, 10, 8, 6, 4].filter((level) => level % 3 !== 1);
    assert.equal(Count, levels.length);
    assert.deepEqual(
      Items.map(({ level }) => level),
      levels,
    );
  });

  test("a query over a global index in numeric order", async () => {
    await fill();
    const { Items } = await table
      .build(QueryCommand)
      .query({ index: "byKind", partition: "grass", range: { gt: 5 } })
      .entities(Pokemon)
      .send();
    assert.deepEqual(
      Items.map(({ level }) => level),
      [8, 11, 14, 17, 20, 23],
    );
  });

  test("a query over a local index follows pages to the limit asked for", async () => {
    await fill();
    const query = table
      .build(QueryCommand)
      .query({ index: "byLevel", partition: "trainer-1", range: { lte: 15 } })
      .entities(Pokemon)
      .options({ limit: 3, consistent: true });
    const first = await query.send();
    assert.deepEqual(
      first.Items.map(({ level }) => level),
      [1, 3, 5],
    );
    assert.deepEqual(first.LastEvaluatedKey, {
      trainer: "trainer-1",
      pokemon: "pokemon-05",
      level: 5,
    });
    const all = await query.options({ limit: 3, maxPages: Infinity }).send();
    assert.deepEqual(
      all.Items.map(({ level }) => level),
      [1, 3, 5, 7, 9, 11, 13, 15],
    );
  });

  test("a scan counts, and reads segments", async () => {
    await fill();
    const scan = (options) => table.build(ScanCommand).entities(Pokemon).options(options).send();
    assert.equal((await scan({ select: "COUNT" })).Count, 25);
    const segments = [0, 1, 2].map((segment) => scan({ segment, totalSegments: 3 }));
    const found = (await Promise.all(segments)).flatMap(({ Items }) => Items);
    assert.deepEqual(byLevel(found), number25);
  });

  test("a batch reads what another wrote", async () => {
    await fill();
    const keys = [3, 7, 24].map((index) => key(number25[index]));
    const { Responses } = await executeBatchGet(
      table
        .build(BatchGetCommand)
        .requests(...keys.map((each) => Pokemon.build(BatchGetRequest).key(each))),
    );
    assert.deepEqual(byLevel(Responses[0]), [number25[3], number25[7], number25[24]]);
    await batch(keys.map((each) => Pokemon.build(BatchDeleteRequest).key(each)));
    assert.equal((await table.build(ScanCommand).options({ select: "COUNT" }).send()).Count, 22);
  });

  test("a transaction of put, update, delete and check", async () => {
    await fill();
    const [first, second, third] = number25;
    await executeTransactWrite(
      Pokemon.build(PutTransaction).item(squirtle),
      Pokemon.build(UpdateTransaction).item({ ...key(first), level: $add(50) }),
      Pokemon.build(DeleteTransaction).key(key(second)),
      Pokemon.build(ConditionCheck).key(key(third)).condition({ attr: "level", eq: 2 }),
    );
    const { Responses } = await executeTransactGet(
      ...[squirtle, first, second].map((each) => Pokemon.build(GetTransaction).key(key(each))),
    );
    assert.deepEqual(
      Responses.map(({ Item }) => Item?.level),
      [10, 50, undefined],
    );
  });

  test("a failed check cancels the whole transaction", async () => {
    await put(squirtle);
    const transaction = executeTransactWrite(
      { documentClient: DynamoDBDocumentClient.from(place.client), clientRequestToken: "t" },
      Pokemon.build(ConditionCheck).key(key(squirtle)).condition({ attr: "level", gt: 10 }),
      Pokemon.build(PutTransaction).item({ ...squirtle, pokemon: "two" }),
    );
    await assert.rejects(transaction, (error) => {
      assert.equal(error.name, "TransactionCanceledException");
      assert.match(error.message, /\[ConditionalCheckFailed, None\]$/);
      return true;
    });
    assert.equal(await get({ ...squirtle, pokemon: "two" }), undefined);
  });

  test("a whole partition is deleted", async () => {
    await fill();
    await table
      .build(DeletePartitionCommand)
      .query({ partition: "trainer-0" })
      .entities(Pokemon)
      .send();
    const { Items } = await table.build(ScanCommand).entities(Pokemon).send();
    assert.ok(Items.length > 0 && Items.every(({ trainer }) => trainer === "trainer-1"));
  });

  test("consumed capacity is told by table and index", async () => {
    const { ConsumedCapacity } = await put(squirtle, { capacity: "INDEXES" });
    assert.equal(ConsumedCapacity.CapacityUnits, 3);
    assert.deepEqual(ConsumedCapacity.GlobalSecondaryIndexes, { byKind: { CapacityUnits: 1 } });
    assert.deepEqual(ConsumedCapacity.LocalSecondaryIndexes, { byLevel: { CapacityUnits: 1 } });
  });
});
