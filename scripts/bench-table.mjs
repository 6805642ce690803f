// The table of `npm run bench`: what each row has to reach, and how a measured row is shown. A row
// whose target is here is judged; one without is shown for what it tells beside the others.

/** How a row is judged: a ratio to its limit, or what it takes beyond it. */
const atMost = (ratio) => ({
  ratio,
  text: `at most ${ratio}x`,
  reached: (r) => r.ours <= ratio * r.limit,
});
const atLeast = (ratio) => ({
  text: `at least ${ratio}x`,
  reached: (r) => r.ours >= ratio * r.limit,
});
const adds = (most) => ({
  text: `adds at most ${most} µs`,
  reached: (r) => r.ours - r.limit <= most,
});
const within = { text: "within it", reached: (r) => r.ours <= r.limit };
const faster = { text: "faster", reached: (r) => r.ours < r.limit };

/** Row, what the limit is, and the target. The first whose pattern fits counts. */
const targets = [
  [/^Call GetItem/, "simdjson's parse and a memcpy", atMost(4)],
  [/^Call PutItem/, "simdjson's parse and a memcpy", atMost(3)],
  [/^GetItem of 1 M items that will/, "the same without expiry", atMost(1.01)],
  [/^PutItem of 1 M items that will/, "the same without expiry", { text: "" }],
  [/^(Get|Put)Item, metered/, "a build without meters", atMost(1.05)],
  [/^(Get|Put)Item, enforced/, "a build without meters", atMost(1.1)],
  [/^PutItem with a stream/, "the same without a stream", atMost(1.4)],
  [/^an expiry/, "DeleteItem of such an item", atMost(0.7)],
  [/^PutItem with two GSIs/, "PutItem without indexes", atMost(2.2)],
  [/^UpdateItem with a condition/, "PutItem, one map change too", { text: "" }],
  [/^BatchWriteItem of 25/, "25 PutItems", { text: "" }],
  [/^TransactWriteItems of 4/, "one PutItem", atMost(4.5)],
  [/^PartiQL SELECT by key/, "GetItem of the same item", atMost(1.5)],
  [/^Scan, COUNT, nested filter/, "the same without filter", atMost(2)],
  [/^(Query|Scan) of a 1 MB page/, "a plain loop that writes it", atMost(1.5)],
  [/^db\.call .* Map/, "JSON text in a Map", atMost(1.4)],
  [/^db\.call .* better-sqlite3/, "JSON text in SQLite", faster],
  [/^SDK /, "prepared bodies", adds(15)],
  [/^HTTP .* item/, "bare node:http", atLeast(0.8)],
  [/^HTTP .* processor time/, "bare node:http", { text: "" }],
  [/^fork of/, "a budget of 20 µs", within],
  [/^memory of an idle fork/, "a budget of 4 KB", within],
  [/^GetItem on 10 M/, "on 10 k, and 4 cold reads", atMost(2)],
  [/^memory of/, "1.3x billed + 64 bytes an item", within],
  [/^WebAssembly/, "the native build", atMost(2.5)],
  [/^wasm and glue/, "a budget of 450 KB", within],
  [/^open\(\)/, "a budget of 5 ms", within],
  [/^page ready/, "a budget of 150 ms", within],
  [/^empty page/, "the same budget", { text: "" }],
];

const heads = ["", "pixii", "limit", "ratio", "limit is", "target", "reached"];

/** All rows under one another, columns aligned. */
export function formatTable(rows) {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  return lines.join("\n");
}

function cellsOf(result) {
  const { row, skipped, ours, limit, unit } = result;
  if (skipped !== undefined) return [row, "not measured", "", "", skipped, "", ""];
  const [, limitIs, target] = targets.find(([pattern]) => pattern.test(row)) ?? [
    undefined,
    "",
    { text: "" },
  ];
  const ratio = target.text.startsWith("adds")
    ? show(ours - limit, unit)
    : `${(ours / limit).toFixed(2)}x`;
  const reached = target.reached === undefined ? "" : target.reached(result) ? "yes" : "NO";
  return [row, show(ours, unit), show(limit, unit), ratio, limitIs, target.text, reached];
}

/** A measured number with a unit that suits its size. */
function show(value, unit) {
  if (unit === "ns" && value >= 1000) return show(value / 1000, "µs");
  if (unit === "µs" && value >= 1000) return show(value / 1000, "ms");
  if (unit === "bytes" && value >= 1e6) return show(value / 1e6, "MB");
  if (unit === "bytes" && value >= 1e4) return show(value / 1e3, "KB");
  return `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
}
