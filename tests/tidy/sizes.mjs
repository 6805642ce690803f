// Sizes: at most 500 lines a file and 60 lines a function. Tables are exempt, by the list below.
// Functions of TypeScript are measured by oxlint, which parses it; C++ is measured here by its
// indentation, which clang-format guarantees.

const linesMax = 500;
const functionLinesMax = 60;
/** Files that are one table or one long text. */
const tables = [/^package-lock\.json$/, /^tests\/conformance\/.*\.json$/, /^LICENSE$/, /^docs\//];
tables.push(
  /^tests\/.*\/data\//,
  /^tests\/model\/.*\.json$/,
  /^core\/expressions\/reserved_words\.cc$/,
);
tables.push(/^web-playground\/samples\//);

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

const opensBlock = /^(\s*)(?!namespace|class|struct|enum|union|extern|public:|\/\/).*[^=]\{$/;

function longBlocks({ path, text }) {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const indent = line.match(opensBlock)?.[1];
    if (
      indent === undefined ||
      /=\s*\{$|\breturn\b.*\{$/.test(line) ||
      /\b(struct|class) /.test(line)
    )
      return [];
    const end = lines.findIndex((each, index) => index > start && each.startsWith(`${indent}}`));
    const length = end - start + 1;
    return length > functionLinesMax ? [`${path}:${start + 1}: ${length} lines`] : [];
  });
}
