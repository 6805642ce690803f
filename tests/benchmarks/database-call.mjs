// What does db.call cost a program that has objects? PutItem and GetItem of 1 KB items, held against
// storing and loading the same item objects as JSON text in a JavaScript Map, and in better-sqlite3
// (in memory, prepared statements) where build/peers has it.
//
// Method. 10,000 items, another one each time. Every way starts from the object and ends with one:
// the Map does JSON.stringify and set, get and JSON.parse; SQLite the same around its statements.
import { createRequire } from "node:module";
import { open } from "../../dist/index.node.mjs";
import { kilobyteItems, tableDefinition, tableName } from "./documents.mjs";
import { compare, report, skip } from "./measure.mjs";

const itemCount = 10_000;
const items = kilobyteItems(itemCount);
const keys = items.map((item) => item.pk.S);
/** Another item each time, in an order that no prefetcher follows. */
const spread = (i) => (i * 7919) % itemCount;

const puts = {};
const gets = {};
let check = 0;

async function addPixii() {
  const db = await open();
  await db.call("CreateTable", tableDefinition);
  for (const Item of items) await db.call("PutItem", { TableName: tableName, Item });
  puts.pixii = async (first, count) => {
    for (let i = first; i < first + count; i++) {
      await db.call("PutItem", { TableName: tableName, Item: items[spread(i)] });
    }
  };
  gets.pixii = async (first, count) => {
    for (let i = first; i < first + count; i++) {
      const pk = keys[spread(i)];
      const { Item } = await db.call("GetItem", { TableName: tableName, Key: { pk: { S: pk } } });
      check += Item.text4.S.length;
    }
  };
}

function addMap() {
  const map = new Map(items.map((item) => [item.pk.S, JSON.stringify(item)]));
  puts.map = (first, count) => {
    for (let i = first; i < first + count; i++) {
      const item = items[spread(i)];
      map.set(item.pk.S, JSON.stringify(item));
    }
  };
  gets.map = (first, count) => {
    for (let i = first; i < first + count; i++) {
      check += JSON.parse(map.get(keys[spread(i)])).text4.S.length;
    }
  };
}

function addSqlite() {
  const require = createRequire(new URL("../../build/peers/", import.meta.url));
  const Sqlite = require("better-sqlite3");
  const sqlite = new Sqlite(":memory:");
  sqlite.exec("CREATE TABLE things (pk TEXT PRIMARY KEY, document TEXT) WITHOUT ROWID");
  const put = sqlite.prepare("INSERT OR REPLACE INTO things VALUES (?, ?)");
  const get = sqlite.prepare("SELECT document FROM things WHERE pk = ?");
  for (const item of items) put.run(item.pk.S, JSON.stringify(item));
  puts.sqlite = (first, count) => {
    for (let i = first; i < first + count; i++) {
      const item = items[spread(i)];
      put.run(item.pk.S, JSON.stringify(item));
    }
  };
  gets.sqlite = (first, count) => {
    for (let i = first; i < first + count; i++) {
      check += JSON.parse(get.get(keys[spread(i)]).document).text4.S.length;
    }
  };
}

await addPixii();
addMap();
let withoutSqlite;
try {
  addSqlite();
} catch (error) {
  withoutSqlite = error.message.split("\n", 1)[0];
}
for (const [operation, candidates] of Object.entries({ PutItem: puts, GetItem: gets })) {
  const micros = await compare(candidates, { count: 1000 });
  report(`db.call ${operation}, against a Map of JSON texts`, micros.pixii, micros.map, "µs");
  const row = `db.call ${operation}, against better-sqlite3`;
  if (withoutSqlite === undefined) report(row, micros.pixii, micros.sqlite, "µs");
  else skip(row, withoutSqlite);
}
if (check === 0) process.exitCode = 1;
