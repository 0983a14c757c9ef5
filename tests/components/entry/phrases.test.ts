import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clientPhrases } from "#app/(portal)/results/entry/entry-place.ts";
import { say } from "#components/entry/phrases.ts";
import { fieldKinds } from "#lib/entry/columns.ts";
import { locales } from "#messages/load.ts";

const sources = readdirSync("components/entry").map((name) =>
  readFileSync(`components/entry/${name}`, "utf8"),
);

describe.each(locales)("sentences made in the browser, %s", (locale) => {
  const phrases = clientPhrases(locale);

  it("every key that the code names is there", () => {
    const named = sources.flatMap((source) =>
      [...source.matchAll(/say\(\s*[\w.]*phrases,\s*"([\w.]+)"/g)].map(([, key]) => key ?? ""),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((key) => !(key in phrases))).toEqual([]);
  });

  it("every column, row state, saving state and problem has its words", () => {
    const kinds = [...fieldKinds, "task"];
    const keys = [
      ...kinds.flatMap((kind) => [`place.${kind}`, `hint.${kind}`, `cell.${kind}`]),
      ...[...fieldKinds, "number", "total", "mark", "state"].map((key) => `head.${key}`),
      ...["empty", "partial", "complete", "absent", "wrong"].map((key) => `row.${key}`),
      ...["idle", "saved", "saving", "offline", "signedOut", "refused", "conflict"].map(
        (key) => `state.${key}`,
      ),
      ...[
        "aboveMax",
        "notWhole",
        "symbol",
        "codeBad",
        "codeTwice",
        "codeTaken",
        "codeMissing",
        "journal",
        "sex",
        "absentWithPoints",
      ].map((key) => `problem.${key}`),
      ...["parallel", "class", "pupils"].map((key) => `earlier.${key}`),
    ];
    expect(keys.filter((key) => !(key in phrases))).toEqual([]);
  });

  it("patterns hold plain values only: nothing in the browser counts plurals", () => {
    expect(Object.entries(phrases).filter(([, text]) => /\{\w+,/.test(text))).toEqual([]);
  });
});

it("a sentence is filled in, and says so where a value is missing", () => {
  expect(say({ a: "из {max}, {other}" }, "a", { max: 3 })).toBe("из 3, {other}");
});
