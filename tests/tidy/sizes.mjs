// Sizes: at most 500 lines a file and 60 lines a function. Tables are exempt, by the list below.
// Functions of TypeScript are measured by oxlint, which parses it; C++ is measured here by its
// indentation, which clang-format guarantees.

const linesMax = 500;
const functionLinesMax = 60;
/** Files that are one table or one long text. */
const tables = [
  /(^|\/)package-lock\.json$/,
  /^tests\/conformance\/.*\.json$/,
  /^LICENSE$/,
  /^docs\//,
];
tables.push(
  /^tests\/.*\/data\//,
  /^tests\/model\/.*\.json$/,
  /^core\/expressions\/reserved_words\.cc$/,
);
tables.push(/^web-playground\/samples\//, /^client\/operations\.ts$/);

export function findLongFiles(files) {
  const limited = files.filter(({ path }) => !tables.some((each) => each.test(path)));
  const measured = limited.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  return measured
    .filter(({ lines }) => lines > linesMax)
    .map(({ path, lines }) => `${path}: ${lines}`);
}

export function findLongFunctions(files) {
  const isCpp = ({ path }) => /\.(cc|h)$/.test(path) && !tables.some((each) => each.test(path));
  return files.filter(isCpp).flatMap(longBlocks);
}

const opensBlock = /^(?!\s*(namespace|class|struct|enum|union|extern|\/\/)).*[^=]\{$/;
const isTable = /=\s*\{$|\breturn\b.*\{$|\b(struct|class) /;
const tableRow = /^\s*\{.*\},?$/;

function longBlocks({ path, text }) {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    if (!opensBlock.test(line) || isTable.test(line)) return [];
    const start = startOfStatement(lines, at);
    const indent = lines[start].match(/^\s*/)[0];
    const end = lines.findIndex((each, index) => index > at && each.startsWith(`${indent}}`));
    const counted = lines.slice(start, end + 1).filter((each) => !tableRow.test(each));
    return counted.length > functionLinesMax
      ? [`${path}:${start + 1}: ${counted.length} lines`]
      : [];
  });
}

/** Walks back from the line that opens a block over its initialisers and wrapped parameters. */
function startOfStatement(lines, at) {
  let start = at;
  while (/^\s+(: )?\w+_[({]/.test(lines[start]) && start > 0) start -= 1;
  const open = (line) => line.split("(").length - line.split(")").length;
  for (let balance = open(lines[start]); balance < 0 && start > 0; balance += open(lines[start])) {
    start -= 1;
  }
  return start;
}
