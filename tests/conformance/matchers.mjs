// How an expected value is held against what came back, and how requests are written out in full.
// Pure: no imports, so that the same file serves in Node and in a browser page. The words
// ($type, $match, $unordered, $includes, $save, $saved, $collect, $repeat, $times) are those of README.md.

const kSetTypes = ["SS", "NS", "BS"];

/** Returns the first difference as "path: expected ..., got ...", or undefined when `got` fits.
 *  What $save and $collect find is put into `saved`, and only if the whole value fits. */
export function compare(expected, got, saved = {}) {
  const found = [];
  const difference = differ(expected, got, "$", found);
  if (difference === undefined) for (const note of found) keep(note, saved);
  return difference;
}

/** A request or an expected value with $repeat, $times and $saved put in their places. */
export function expand(value, saved = {}) {
  if (Array.isArray(value)) return value.map((member) => expand(member, saved));
  if (value === null || typeof value !== "object") return value;
  const word = soleKey(value);
  if (word === "$repeat") return value.$repeat[0].repeat(value.$repeat[1]);
  if (word === "$times") return times(value.$times, saved);
  if (word === "$saved") return recall(value.$saved, saved);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, expand(member, saved)]),
  );
}

/** A short text of any value, for reports. */
export function brief(value, length_max = 300) {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > length_max
    ? `${text.slice(0, length_max)}... (${text.length} characters)`
    : text;
}

function differ(expected, got, path, found) {
  if (expected === null || typeof expected !== "object") {
    return Object.is(expected, got) || expected === got ? undefined : unlike(path, expected, got);
  }
  if (Array.isArray(expected)) return differInOrder(expected, got, path, found);
  switch (soleKey(expected)) {
    case "$type":
      return typeOf(got) === expected.$type ? undefined : unlike(path, expected, got);
    case "$match":
      return typeof got === "string" && new RegExp(expected.$match, "u").test(got)
        ? undefined
        : unlike(path, expected, got);
    case "$unordered":
      return differInAnyOrder(expected.$unordered, got, path, found);
    case "$includes":
      return differObject(expected.$includes, got, path, found, true);
    case "$save":
      found.push({ name: expected.$save, value: got });
      return got === undefined ? unlike(path, expected, got) : undefined;
    case "$collect":
      found.push({ name: expected.$collect, value: got, collect: true });
      return Array.isArray(got) ? undefined : unlike(path, expected, got);
    default:
      return isSet(expected) && isSet(got) && soleKey(expected) === soleKey(got)
        ? differInAnyOrder(Object.values(expected)[0], Object.values(got)[0], path, found)
        : differObject(expected, got, path, found, false);
  }
}

function differInOrder(expected, got, path, found) {
  if (!Array.isArray(got)) return unlike(path, expected, got);
  if (expected.length !== got.length) {
    return `${path}: expected ${expected.length} members, got ${got.length}: ${brief(got)}`;
  }
  for (let i = 0; i < expected.length; i++) {
    const difference = differ(expected[i], got[i], `${path}[${i}]`, found);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function differObject(expected, got, path, found, more_allowed) {
  if (typeOf(got) !== "object") return unlike(path, expected, got);
  for (const [key, value] of Object.entries(expected)) {
    if (!Object.hasOwn(got, key)) return `${path}: expected a member ${key}, got ${brief(got)}`;
    const difference = differ(value, got[key], `${path}.${key}`, found);
    if (difference !== undefined) return difference;
  }
  const extra = Object.keys(got).find((key) => !Object.hasOwn(expected, key));
  return extra === undefined || more_allowed
    ? undefined
    : `${path}: unexpected member ${extra}: ${brief(got[extra])}`;
}

// Pairs every expected member with a member of its own: augmenting paths, as one found member may
// fit several expected ones when matchers are among them.
function differInAnyOrder(expected, got, path, found) {
  if (!Array.isArray(got)) return unlike(path, expected, got);
  if (expected.length !== got.length) {
    return `${path}: expected ${expected.length} members in any order, got ${got.length}: ${brief(got)}`;
  }
  const owner = new Array(got.length).fill(-1);
  for (let i = 0; i < expected.length; i++) {
    if (!place(i, expected, got, owner, new Set())) {
      return `${path}: no member fits ${brief(expected[i])} in ${brief(got)}`;
    }
  }
  owner.forEach((i, j) => differ(expected[i], got[j], path, found));
  return undefined;
}

function place(i, expected, got, owner, tried) {
  for (let j = 0; j < got.length; j++) {
    if (tried.has(j) || differ(expected[i], got[j], "", []) !== undefined) continue;
    tried.add(j);
    if (owner[j] < 0 || place(owner[j], expected, got, owner, tried)) {
      owner[j] = i;
      return true;
    }
  }
  return false;
}

function keep({ name, value, collect }, saved) {
  saved[name] = collect ? [...(saved[name] ?? []), ...value] : value;
}

function recall(name, saved) {
  if (!Object.hasOwn(saved, name)) throw new Error(`nothing was saved as ${name}`);
  return saved[name];
}

// The innermost $times owns {i}: members are written out before the index is put in.
function times([count, value], saved) {
  const member = expand(value, saved);
  return Array.from({ length: count }, (_, i) => withIndex(member, String(i)));
}

function withIndex(value, index) {
  if (typeof value === "string") return value.replaceAll("{i}", index);
  if (Array.isArray(value)) return value.map((member) => withIndex(member, index));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replaceAll("{i}", index),
      withIndex(member, index),
    ]),
  );
}

function isSet(value) {
  return (
    typeOf(value) === "object" &&
    kSetTypes.includes(soleKey(value)) &&
    Array.isArray(Object.values(value)[0])
  );
}

function soleKey(value) {
  const keys = Object.keys(value);
  return keys.length === 1 ? keys[0] : undefined;
}

function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function unlike(path, expected, got) {
  return `${path}: expected ${brief(expected)}, got ${brief(got)}`;
}
