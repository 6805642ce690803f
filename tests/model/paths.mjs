// Document paths: lists of attribute names and list positions, ["m", "l", 2]. Finding what is there,
// and cutting an item down to some paths.

import { canonicalItem } from "./values.mjs";

/** The value under the path; undefined if there is none. */
export function find(item, path) {
  let value = item[path[0]];
  for (const step of path.slice(1)) value = value && child(value, step);
  return value;
}

function child(value, step) {
  if (typeof step === "number") return value.L?.[step];
  return value.M && Object.hasOwn(value.M, step) ? value.M[step] : undefined;
}

export const samePath = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** Whether one path leads through the other, or both treat one value as different containers. */
export function clash(left, right) {
  const length = Math.min(left.length, right.length);
  const parting = left.slice(0, length).findIndex((step, at) => step !== right[at]);
  return parting < 0 || (parting > 0 && typeof left[parting] !== typeof right[parting]);
}

/** Whether any two of the paths clash: no projection and no update may hold such. */
export const anyClash = (paths) =>
  paths.some((path, at) => paths.slice(0, at).some((other) => clash(path, other)));

/** The item cut down to the paths: names keep their nesting, list elements close up in order. */
export function project(item, paths) {
  const wanted = treeOf(paths.filter((path) => find(item, path) !== undefined));
  return canonicalItem(cutMembers(item, wanted));
}

/** Nested maps from step to what is wanted below; null: everything. */
function treeOf(paths) {
  const root = new Map();
  for (const path of paths) {
    let node = root;
    for (const step of path.slice(0, -1)) {
      if (!node.has(step)) node.set(step, new Map());
      node = node.get(step);
    }
    node.set(path.at(-1), null);
  }
  return root;
}

function cutMembers(members, wanted) {
  return Object.fromEntries(
    [...wanted].map(([name, below]) => [name, cutValue(members[name], below)]),
  );
}

function cutValue(value, wanted) {
  if (wanted === null) return value;
  if (value.M) return { M: cutMembers(value.M, wanted) };
  const positions = [...wanted.keys()].sort((left, right) => left - right);
  return { L: positions.map((at) => cutValue(value.L[at], wanted.get(at))) };
}
