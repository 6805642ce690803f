// Random tables: with or without a sort key, keys of every type, up to two local and three global
// indexes, with projections of every kind and keys of up to four and four attributes.

/** Attributes that indexes have as keys, and that items hold beside them. */
export const indexKeyNames = ["g1", "g2", "g3", "g4"];
export const plainNames = ["a", "b", "c", "d", "m", "l", "n", "s", "size", "x.y", "é"];

const keyTypes = [
  [5, "S"],
  [3, "N"],
  [2, "B"],
];

/** {input: what CreateTable is given, hasSort, isLarge: whether items may be hundreds of KB}. */
export function makeSchema(random, name) {
  const hasSort = random.chance(0.65);
  const tableKeys = hasSort ? ["pk", "sk"] : ["pk"];
  const types = Object.fromEntries(
    [...tableKeys, ...indexKeyNames].map((each) => [each, random.weighted(keyTypes)]),
  );
  const globals = random.list(0, random.chance(0.7) ? 3 : 0, () => globalKeys(random, tableKeys));
  const locals = hasSort && random.chance(0.4) ? random.list(1, 2, () => localKeys(random)) : [];
  const input = {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keySchema(["pk"], tableKeys.slice(1)),
    AttributeDefinitions: definitions(types, [["pk", "sk"], ...globals.flat(), ...locals.flat()]),
    ...indexes(random, "GlobalSecondaryIndexes", "global", globals),
    ...indexes(random, "LocalSecondaryIndexes", "local", locals),
  };
  return { input, hasSort, isLarge: random.chance(0.03) };
}

function globalKeys(random, tableKeys) {
  const pool = [...indexKeyNames, ...indexKeyNames, ...tableKeys];
  const names = [
    ...new Set(
      random.some(
        pool,
        random.weighted([
          [5, 2],
          [2, 3],
          [2, 1],
          [1, 6],
        ]),
      ),
    ),
  ];
  const partition = names.length === 1 || random.chance(0.7) ? 1 : random.between(1, names.length);
  return [names.slice(0, Math.min(partition, 4)), names.slice(partition).slice(0, 4)];
}

const localKeys = (random) => [["pk"], [random.pick(indexKeyNames)]];

const keySchema = (partition, sort) => [
  ...partition.map((AttributeName) => ({ AttributeName, KeyType: "HASH" })),
  ...sort.map((AttributeName) => ({ AttributeName, KeyType: "RANGE" })),
];

function definitions(types, keys) {
  const used = new Set(keys.flat());
  return Object.keys(types)
    .filter((name) => used.has(name))
    .map((AttributeName) => ({ AttributeName, AttributeType: types[AttributeName] }));
}

function indexes(random, member, kind, keys) {
  if (keys.length === 0) return {};
  const list = keys.map(([partition, sort], at) => ({
    IndexName: `${kind}-${at}`,
    KeySchema: keySchema(partition, sort),
    Projection: projection(random),
  }));
  return { [member]: list };
}

function projection(random) {
  const ProjectionType = random.pick(["ALL", "KEYS_ONLY", "INCLUDE"]);
  if (ProjectionType !== "INCLUDE") return { ProjectionType };
  const names = random.some([...plainNames, ...indexKeyNames], random.between(1, 4));
  return { ProjectionType, NonKeyAttributes: names };
}
