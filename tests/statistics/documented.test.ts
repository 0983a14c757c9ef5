import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = "lib/statistics";
const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
const page = readFileSync("docs/statistics.md", "utf8");

/** Rows of the tables: the names in the first cell, the file in the second. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| name \|/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map(([, names = "", file = "", ...rest]) => ({
    names: names.replaceAll("`", "").split(/, */),
    file: file.replaceAll("`", ""),
    cells: rest.length + 2,
  }));
const inner = new Set(
  [...page.slice(page.indexOf("## Inner parts")).matchAll(/`([^`]+\.ts)`/g)].map(([, file]) => file),
);

const exported = (file: string) =>
  [
    ...readFileSync(join(ROOT, file), "utf8").matchAll(
      /^export (?:async )?(?:function\*?|const|class) (\w+)/gm,
    ),
  ].map(([, name]) => name);

describe("docs/statistics.md", () => {
  it("names only functions that there are, where they are", () => {
    const wrong = rows.flatMap(({ names, file }) =>
      names
        .filter((name) => !files.includes(file) || !exported(file).includes(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has every column of every row", () => {
    expect(rows.filter(({ cells }) => cells !== 8).map(({ names }) => names)).toEqual([]);
  });

  it("has a row for every file of the folder, or names it among the inner parts", () => {
    const told = new Set([...rows.map(({ file }) => file), ...inner]);
    expect(files.filter((file) => !told.has(file)).sort()).toEqual([]);
    expect([...inner].filter((file) => !files.includes(file ?? ""))).toEqual([]);
  });
});

/** What house §9 asks of a docstring beside its words. */
const parts: Readonly<Record<string, RegExp>> = {
  units: /\bUnits\b/,
  "when it is null": /\b[Nn]ull\b|\b[Nn]ever\b|`converged: false`/,
  "the R equivalent": /\bR( for| of|, )?[^:.]*:|\bR's\b|\bR (refuses|prints|gives)\b/,
  "the source": /\bsource\b|handbook|forms\.md|ФИОКО|ФИПИ|Рособрнадзор/i,
  "an example": /@example/,
};

/** Functions of the table with their docstrings; guards, which only refuse, and constants say what they are in words. */
const told = rows.flatMap(({ names, file }) =>
  names
    .filter((name) => !name.startsWith("check"))
    .flatMap((name) => {
      const docstring = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport function\\*? ${name}\\b`);
      const found = docstring.exec(readFileSync(join(ROOT, file), "utf8"))?.[1];
      return found === undefined ? [] : [{ name, file, found }];
    }),
);

describe("a function of the table", () => {
  it.each(Object.entries(parts))("says in its docstring %s", (_, pattern) => {
    const silent = told
      .filter(({ found }) => !pattern.test(found))
      .map(({ name, file }) => `${file}: ${name}`);
    expect(told.length).toBeGreaterThan(250);
    expect(silent).toEqual([]);
  });
});

describe("a file of lib/statistics", () => {
  it.each(files)("%s explains each function that it gives away", (file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    const bare = [...source.matchAll(/^(.*)\nexport (?:async )?function\*? (\w+)/gm)]
      .filter(([, above = ""]) => !above.endsWith("*/") && !/^export function/.test(above))
      .map(([, , name]) => name);
    expect(bare).toEqual([]);
  });
});
