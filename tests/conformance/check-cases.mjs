// node tests/conformance/check-cases.mjs
// Reads every case file without playing it and names what README.md does not allow: unknown members,
// a call that the service model lacks, a pattern that does not compile. Prints how many cases there
// are per operation; exits non-zero when it had something to name.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const kFolder = fileURLToPath(new URL(".", import.meta.url));
const kNotCases = ["given", "hosts"];
const kCaseMembers = ["shows", "source", "given", "steps"];
const kStepMembers = ["call", "target", "saved", "request", "body"];
const kOutcomeMembers = ["answer", "error", "status", "message", "extra"];
const kRequestWords = ["$repeat", "$times", "$saved"];
const kOutcomeWords = ["$type", "$match", "$unordered", "$includes", "$save", "$collect"];
const kTypes = ["string", "number", "boolean", "object", "array"];
const kFileName = /^\d\d-[a-z0-9]+(-[a-z0-9]+)*\.json$/;

// The operations of DynamoDB_20120810 as the service model of 2026-08 lists them.
const kOperations = new Set(
  `BatchExecuteStatement BatchGetItem BatchWriteItem CreateBackup CreateGlobalTable CreateTable
  DeleteBackup DeleteItem DeleteResourcePolicy DeleteTable DescribeBackup
  DescribeContinuousBackups DescribeContributorInsights DescribeEndpoints DescribeExport
  DescribeGlobalTable DescribeGlobalTableSettings DescribeImport
  DescribeKinesisStreamingDestination DescribeLimits DescribeTable
  DescribeTableReplicaAutoScaling DescribeTimeToLive DisableKinesisStreamingDestination
  EnableKinesisStreamingDestination ExecuteStatement ExecuteTransaction
  ExportTableToPointInTime GetItem GetResourcePolicy ImportTable ListBackups
  ListContributorInsights ListExports ListGlobalTables ListImports ListTables
  ListTagsOfResource PutItem PutResourcePolicy Query RestoreTableFromBackup
  RestoreTableToPointInTime Scan SearchVectors TagResource TransactGetItems TransactWriteItems
  UntagResource UpdateContinuousBackups UpdateContributorInsights UpdateGlobalTable
  UpdateGlobalTableSettings UpdateItem UpdateKinesisStreamingDestination UpdateTable
  UpdateTableReplicaAutoScaling UpdateTimeToLive`.split(/\s+/),
);

const faults = [];
const givens = jsonFiles("given").map((name) => name.slice(0, -".json".length));
main();

function main() {
  for (const name of givens) checkSteps(readJson(`given/${name}.json`), `given/${name}.json`);
  const counts = caseFolders().map((folder) => [folder, checkFolder(folder)]);
  faults.forEach((fault) => console.error(fault));
  counts.forEach(([folder, count]) => console.log(`${String(count).padStart(5)} ${folder}`));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  console.log(`${String(total).padStart(5)} cases, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function checkFolder(folder) {
  let count = 0;
  for (const name of jsonFiles(folder)) {
    const file = `${folder}/${name}`;
    if (!kFileName.test(name)) fault(file, "is not named <nn>-<what-it-shows>.json");
    const cases = [readJson(file) ?? []].flat();
    cases.forEach((one, i) => checkCase(one, `${file}, case ${i + 1}`));
    if (cases.length === 0) fault(file, "holds no case");
    count += cases.length;
  }
  return count;
}

function checkCase(one, where) {
  if (!isObject(one)) return fault(where, "is not an object");
  checkMembers(one, kCaseMembers, where);
  for (const member of ["shows", "source"]) {
    if (typeof one[member] !== "string" || one[member] === "") fault(where, `lacks "${member}"`);
  }
  for (const name of one.given ?? []) {
    if (!givens.includes(name)) fault(where, `given/${name}.json does not exist`);
  }
  return checkSteps(one.steps, where);
}

function checkSteps(steps, where) {
  if (!Array.isArray(steps) || steps.length === 0) return fault(where, "has no steps");
  const saved = new Set();
  return steps.forEach((step, i) => checkStep(step, `${where}, step ${i + 1}`, saved));
}

function checkStep(step, where, saved) {
  if (!isObject(step)) return fault(where, "is not an object");
  checkMembers(step, [...kStepMembers, ...kOutcomeMembers], where);
  const ways = ["call", "target", "saved"].filter((member) => step[member] !== undefined);
  if (ways.length !== 1) fault(where, "needs one of call, target and saved");
  if (step.call !== undefined && !kOperations.has(step.call)) {
    fault(where, `${step.call} is no operation of DynamoDB_20120810`);
  }
  checkOutcome(step, where);
  checkValue(step.request, kRequestWords, saved, `${where}, request`);
  checkValue(step.body, kRequestWords, saved, `${where}, body`);
  for (const member of kOutcomeMembers) {
    checkValue(step[member], [...kRequestWords, ...kOutcomeWords], saved, `${where}, ${member}`);
  }
}

function checkOutcome(step, where) {
  if (step.request !== undefined && step.body !== undefined) fault(where, "has request and body");
  if (step.answer !== undefined && step.error !== undefined) fault(where, "has answer and error");
  for (const member of ["message", "extra"]) {
    if (step[member] !== undefined && step.error === undefined) {
      fault(where, `has ${member} without error`);
    }
  }
  if (step.error !== undefined && !/^[A-Z][A-Za-z]+$/.test(step.error)) {
    fault(where, `${step.error} is no error name`);
  }
  if (step.status !== undefined && !(step.status >= 200 && step.status <= 599)) {
    fault(where, `${step.status} is no status`);
  }
}

function checkValue(value, words, saved, where) {
  if (value === null || typeof value !== "object") return;
  for (const [key, member] of Object.entries(value)) {
    if (key.startsWith("$")) checkWord(key, member, value, words, saved, where);
    checkValue(member, words, saved, where);
  }
}

function checkWord(word, argument, holder, words, saved, where) {
  if (!words.includes(word)) fault(where, `${word} has no meaning here`);
  if (Object.keys(holder).length !== 1) fault(where, `${word} has company`);
  if (word === "$save" || word === "$collect") saved.add(argument);
  if (word === "$saved" && !saved.has(argument)) fault(where, `nothing was saved as ${argument}`);
  if (word === "$type" && !kTypes.includes(argument)) fault(where, `${argument} is no type`);
  if (word === "$match" && !compiles(argument)) fault(where, `${argument} does not compile`);
  if (word === "$repeat" && !isPair(argument, "string", "number")) fault(where, "bad $repeat");
  if (word === "$times" && typeof argument?.[0] !== "number") fault(where, "bad $times");
}

function checkMembers(value, known, where) {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) fault(where, `has the unknown member ${key}`);
  }
}

function caseFolders() {
  return readdirSync(kFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !kNotCases.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function jsonFiles(folder) {
  return readdirSync(`${kFolder}${folder}`)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(`${kFolder}${file}`, "utf8"));
  } catch (error) {
    return fault(file, error.message);
  }
}

function compiles(pattern) {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isPair(value, first, second) {
  return Array.isArray(value) && typeof value[0] === first && typeof value[1] === second;
}

function fault(where, what) {
  faults.push(`${where}: ${what}`);
}
