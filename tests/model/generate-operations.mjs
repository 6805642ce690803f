// Random operations on one table: {name, input, ...meaning} as model.mjs takes them.

import { ExpressionText } from "./expression-text.mjs";
import { Expressions } from "./generate-expressions.mjs";
import { indexKeyNames, plainNames } from "./generate-schema.mjs";
import { Items, keyValue } from "./generate-values.mjs";

const whole = (value) => JSON.parse(JSON.stringify(value));

export class Operations {
  constructor(random, schema) {
    this.random = random;
    this.schema = schema;
    this.table = schema.input.TableName;
    this.items = new Items(random, schema);
    this.expressions = new Expressions(random, this.items);
    this.tokens = [];
    this.indexes = [
      ...(schema.input.GlobalSecondaryIndexes ?? []),
      ...(schema.input.LocalSecondaryIndexes ?? []),
    ];
  }

  /** One operation. */
  next() {
    const makers = [
      [20, () => this.#write("PutItem")],
      [22, () => this.#write("UpdateItem")],
      [4, () => this.#write("DeleteItem")],
      [10, () => this.#getItem()],
      [16, () => this.#query()],
      [7, () => this.#scan()],
      [4, () => this.#batchGet()],
      [5, () => this.#batchWrite()],
      [3, () => this.#transactGet()],
      [8, () => this.#transactWrite()],
    ];
    return whole(this.random.weighted(makers)());
  }

  #maybe(share, member, make) {
    return this.random.chance(share) ? { [member]: make() } : {};
  }

  #capacity = () =>
    this.#maybe(0.7, "ReturnConsumedCapacity", () =>
      this.random.pick(["TOTAL", "INDEXES", "INDEXES"]),
    );

  #collections = () => this.#maybe(0.2, "ReturnItemCollectionMetrics", () => "SIZE");

  // --- Single items -------------------------------------------------------------------------------

  #write(name) {
    const kind = name.slice(0, -4);
    const { input, meaning } = this.#action(kind);
    const modes = ["NONE", "ALL_OLD"];
    if (kind === "Update") modes.push("ALL_NEW", "UPDATED_OLD", "UPDATED_NEW");
    return {
      name,
      input: {
        ...input,
        ...this.#maybe(0.6, "ReturnValues", () => this.random.pick(modes)),
        ...this.#capacity(),
        ...this.#collections(),
      },
      ...meaning,
    };
  }

  /** Put, Update, Delete or ConditionCheck, alone or in a transaction. */
  #action(kind, isInTransaction = false) {
    const { random } = this;
    const text = new ExpressionText(random);
    const input = { TableName: this.table };
    const meaning = {};
    if (kind === "Put") input.Item = this.items.item();
    else input.Key = this.items.key();
    if (kind === "Update" && (isInTransaction || random.chance(0.97))) {
      meaning.update = this.expressions.update();
      input.UpdateExpression = text.update(meaning.update);
    }
    if (kind === "ConditionCheck" || random.chance(0.35)) {
      meaning.condition = this.expressions.condition();
      input.ConditionExpression = text.condition(meaning.condition);
      if (random.chance(0.5)) input.ReturnValuesOnConditionCheckFailure = "ALL_OLD";
    }
    return { input: { ...input, ...text.placeholders() }, meaning };
  }

  #getItem() {
    const { members, meaning } = this.#projected(0.4);
    const input = { TableName: this.table, Key: this.items.key(), ...members };
    return {
      name: "GetItem",
      input: { ...input, ...this.#consistent(), ...this.#capacity() },
      ...meaning,
    };
  }

  #consistent = () => this.#maybe(0.4, "ConsistentRead", () => true);

  #projected(share, text = new ExpressionText(this.random)) {
    if (!this.random.chance(share)) return { members: {}, meaning: {} };
    const projection = this.expressions.paths(1, 5);
    const members = { ProjectionExpression: text.paths(projection) };
    return { members: { ...members, ...text.placeholders() }, meaning: { projection } };
  }

  // --- Pages --------------------------------------------------------------------------------------

  #source() {
    const index =
      this.indexes.length > 0 && this.random.chance(0.6)
        ? this.random.pick(this.indexes)
        : undefined;
    const keySchema = index?.KeySchema ?? this.schema.input.KeySchema;
    const ofType = (type) =>
      keySchema.filter((each) => each.KeyType === type).map((each) => each.AttributeName);
    return { index, partition: ofType("HASH"), sort: ofType("RANGE") };
  }

  #query() {
    const { random } = this;
    const source = this.#source();
    const text = new ExpressionText(random);
    const key = this.expressions.keyCondition(source);
    const { input, meaning } = this.#page(source, text, [...source.partition, ...source.sort]);
    input.KeyConditionExpression = text.keyCondition(key);
    Object.assign(input, text.placeholders());
    Object.assign(
      input,
      this.#maybe(0.5, "ScanIndexForward", () => random.chance(0.4)),
    );
    if (!source.index && this.schema.hasSort && random.chance(0.12)) {
      input.ExclusiveStartKey = {
        pk: random.chance(0.9) ? key.equals.pk : keyValue(random, this.items.types.pk),
        sk: keyValue(random, this.items.types.sk),
      };
    }
    return { name: "Query", input, ...meaning, key };
  }

  #scan() {
    const source = this.#source();
    const text = new ExpressionText(this.random);
    const { input, meaning } = this.#page(source, text, []);
    Object.assign(input, text.placeholders());
    if (this.random.chance(0.3)) {
      input.TotalSegments = this.random.between(1, 5);
      input.Segment = this.random.below(input.TotalSegments);
    }
    return { name: "Scan", input, ...meaning };
  }

  /** What Query and Scan share. `barred` are the names a filter may not speak of. */
  #page({ index }, text, barred) {
    const { random } = this;
    const isGlobal = index !== undefined && index.IndexName.startsWith("global");
    const input = { TableName: this.table, ...this.#capacity() };
    if (index) input.IndexName = index.IndexName;
    const meaning = {};
    if (random.chance(0.35)) {
      meaning.filter = this.expressions.condition(this.#allowed(index, barred));
      input.FilterExpression = text.condition(meaning.filter);
    }
    const shape = random.weighted([
      [5, "all"],
      [3, "projection"],
      [1, "COUNT"],
      [1, "ALL_ATTRIBUTES"],
    ]);
    if (shape === "projection") {
      const names = isGlobal ? this.#allowed(index, []) : undefined;
      meaning.projection = this.expressions.paths(1, 4, () => this.expressions.path(names));
      input.ProjectionExpression = text.paths(meaning.projection);
      if (random.chance(0.3)) input.Select = "SPECIFIC_ATTRIBUTES";
    } else if (shape !== "all") {
      input.Select = shape;
    }
    if (random.chance(0.5)) input.Limit = random.between(1, 5);
    if (random.chance(isGlobal ? 0.01 : 0.3)) input.ConsistentRead = true;
    return { input, meaning };
  }

  /** What may be named of an index, but for once in a while: what it holds, without keys of a query. */
  #allowed(index, barred) {
    if (this.random.chance(0.02)) return undefined;
    const names = [...plainNames, ...indexKeyNames, ...this.items.keyNames];
    const free = names.filter((name) => !barred.includes(name));
    if (!index || index.Projection.ProjectionType === "ALL") return free;
    const held = [
      ...this.items.keyNames,
      ...index.KeySchema.map((each) => each.AttributeName),
      ...(index.Projection.NonKeyAttributes ?? []),
    ];
    const both = free.filter((name) => held.includes(name));
    return both.length > 0 ? both : free;
  }

  // --- Several items ------------------------------------------------------------------------------

  #distinct(most, make, keyOf) {
    const careless = this.random.chance(0.03);
    const made = this.random.list(1, most, make);
    const seen = new Set();
    const isNew = (each) => {
      const text = this.#keyText(keyOf(each));
      return !seen.has(text) && seen.add(text);
    };
    return careless ? made : made.filter(isNew);
  }

  /** One text for all spellings of a key. */
  #keyText = (item) =>
    this.items.keyNames
      .map((name) => {
        const [[type, text]] = Object.entries(item[name] ?? { NULL: "" });
        return type === "N" ? Number(text) : `${type}${text}`;
      })
      .join("|");

  #batchGet() {
    const { members, meaning } = this.#projected(0.4);
    const Keys = this.#distinct(
      8,
      () => this.items.key(),
      (key) => key,
    );
    return {
      name: "BatchGetItem",
      input: {
        RequestItems: { [this.table]: { Keys, ...members, ...this.#consistent() } },
        ...this.#capacity(),
      },
      ...meaning,
    };
  }

  #batchWrite() {
    const make = () =>
      this.random.chance(0.75)
        ? { PutRequest: { Item: this.items.item() } }
        : { DeleteRequest: { Key: this.items.key() } };
    const keyOf = ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest.Key;
    const writes = this.#distinct(this.schema.isLarge ? 4 : 8, make, keyOf);
    return {
      name: "BatchWriteItem",
      input: {
        RequestItems: { [this.table]: writes },
        ...this.#capacity(),
        ...this.#collections(),
      },
    };
  }

  #transactGet() {
    const make = () => ({ Key: this.items.key(), ...this.#projected(0.3) });
    const gets = this.#distinct(5, make, ({ Key }) => Key);
    return {
      name: "TransactGetItems",
      input: {
        TransactItems: gets.map(({ Key, members }) => ({
          Get: { TableName: this.table, Key, ...members },
        })),
        ...this.#capacity(),
      },
      projections: gets.map(({ meaning }) => meaning.projection ?? null),
    };
  }

  #transactWrite() {
    const { random } = this;
    if (this.tokens.length > 0 && random.chance(0.1)) return this.#again(random.pick(this.tokens));
    const make = () => {
      const kind = random.weighted([
        [4, "Put"],
        [4, "Update"],
        [2, "Delete"],
        [2, "ConditionCheck"],
      ]);
      return { kind, ...this.#action(kind, true) };
    };
    const made = this.#distinct(4, make, ({ input }) => input.Item ?? input.Key);
    const operation = {
      name: "TransactWriteItems",
      input: {
        TransactItems: made.map(({ kind, input }) => ({ [kind]: input })),
        ...this.#capacity(),
        ...this.#collections(),
        ...this.#maybe(0.25, "ClientRequestToken", () => `token-${random.below(1e9)}`),
      },
      actions: made.map(({ meaning }) => meaning),
    };
    if (operation.input.ClientRequestToken) this.tokens.push(operation);
    return operation;
  }

  /** An earlier transaction under its token: the same, or with other actions. */
  #again(operation) {
    const again = whole(operation);
    if (this.random.chance(0.2)) {
      again.input.TransactItems[0] = { Delete: { TableName: this.table, Key: this.items.key() } };
      again.actions[0] = {};
    }
    return again;
  }
}
