import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { differenceFrom, readPrinted } from "#tests/support/printed-value.ts";

const ROOT = "lib/statistics";
/** Examples that tell without being run: what they need stands in the test of their own file. */
const untold: Readonly<Record<string, readonly string[]>> = {
  "the data of schools, works or pupils do not fit into a line": [
    ...["assessRisk", "expectedLowShare", "lowMarkRisk", "contextScore", "noko"],
    ...["logisticDif", "mantelHaenszelDif", "lowResults"],
    ...["cohortDrop", "conventionColumns", "invertedDifficulty"],
    ...["meanExcess", "objectivityIndex", "officialMarkers"],
    ...["varianceCollapse", "randomSlope"],
  ],
  "a table is drawn by its cells and sums, not as code": [
    ...["auditSuppression", "isSafe", "feasibleIntervals", "undecided", "recoverable", "deductions"],
    ...["suppress", "checkTable"],
  ],
};
const untoldNames = new Set(Object.values(untold).flat());
/** A call without a value behind it shows how to call and promises nothing. */
const promising = ({ printed }: { printed: string }) => printed !== "";
const nameOf = (expression: string) => /^(?:const \w+ = )?\w+/.exec(expression)?.[0] ?? "";

const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
const modules = new Map<string, Readonly<Record<string, unknown>>>();
for (const file of files) modules.set(file, await import(`../../${ROOT}/${file}`));
/** Examples may make their arguments with other functions of the folder; a file's own names come first. */
const everything = Object.assign({}, ...modules.values());

const examples = files.flatMap((file) =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(/^ *\* @example (.*)\n(?: *\* (\/\/ .*)\n)?/gm)].map(
    ([, line = "", next = ""]) => {
      const [expression = "", ...rest] = `${line} ${next}`.split(" // ");
      return { file, expression: expression.trim(), printed: rest.join(" // ").trim() };
    },
  ),
);

function evaluate(file: string, expression: string): unknown {
  const scope = { ...everything, ...modules.get(file) };
  // Node strips types from files, not from text: the only ones here are assertions that something is not null.
  const plain = expression.replace(/(?<=[\w)\]])!(?!=)/g, "");
  const last = plain.lastIndexOf("; ") + 1;
  const body = `${plain.slice(0, last)} return (${plain.slice(last)});`;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}

/** The value, after words that say what it is of: «of 2, 4, 9: { n: 3, … }». */
const printedValue = (printed: string) =>
  readPrinted(printed) ?? readPrinted(printed.replace(/^[^:]*: /, ""));

/** What does not hold in an example; null when everything does. */
function wrongWith({ file, expression, printed }: (typeof examples)[number]): string | null {
  const value = printedValue(printed);
  if (value === null) return `no value is printed: ${printed}`;
  try {
    return differenceFrom(value, evaluate(file, expression));
  } catch (error) {
    return String(error);
  }
}

describe("an example of a docstring", () => {
  it.each(examples.filter((one) => promising(one) && !untoldNames.has(nameOf(one.expression))))(
    "$file: $expression",
    (example) => {
      expect(wrongWith(example)).toBeNull();
    },
  );

  it.each([...untoldNames])("%s cannot be run as it stands, or it would be", (name) => {
    const told = examples.filter(({ expression }) => nameOf(expression) === name);
    expect(told.length).toBeGreaterThan(0);
    for (const example of told) expect(wrongWith(example)).not.toBeNull();
  });
});

describe("a printed value", () => {
  it.each([
    ["0.17…", 0.1793, true],
    ["0.17…", 0.1593, false],
    ["0.1793", 0.17930001, false],
    ["3 of 5", 3, true],
    ["−0.5", -0.5, true],
    ['"weak": nearly', "weak", true],
    ["null", 0, false],
    ["[1, 2]", [1, 2, 3], false],
    ["[1, …]", [1, 2, 3], true],
    ["{ n: 3, … }", { n: 3, mean: 5 }, true],
    ["{ n: 3 }", { n: 3, mean: 5 }, false],
    ["Float64Array [1, 0.5]", Float64Array.of(1, 0.5), true],
    ["NaN", Number.NaN, false],
  ])("%s holds for %j: %s", (printed, actual, holds) => {
    const value = readPrinted(printed);
    expect(value !== null && differenceFrom(value, actual) === null).toBe(holds);
  });
});
