import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEditions, countChanges } from "#lib/regulations/compare.ts";
import type { Clause } from "#lib/regulations/schema.ts";
import { wordDiff } from "#lib/regulations/word-diff.ts";

const clause = (key: string, body: string, number = key): Clause => ({
  key,
  number,
  heading: "",
  body,
  depth: 1,
});
const shown = (before: Clause[], after: Clause[]) =>
  compareEditions(before, after).map(({ key, change, moved }) => `${key} ${change}${moved ? " moved" : ""}`);

describe("two texts word by word", () => {
  it("mark only the words that differ", () => {
    expect(wordDiff("готовят за десять рабочих дней", "готовят за пять рабочих дней")).toEqual([
      { kind: "same", text: "готовят за " },
      { kind: "removed", text: "десять" },
      { kind: "added", text: "пять" },
      { kind: "same", text: " рабочих дней" },
    ]);
  });

  it("join neighbouring words into one change", () => {
    expect(wordDiff("один раз", "каждую четверть")).toEqual([
      { kind: "removed", text: "один раз" },
      { kind: "added", text: "каждую четверть" },
    ]);
  });

  it("are whole again on both sides", () => {
    const words = fc.array(fc.constantFrom("план", "школы", " ", ", ", "год", "№", "2026", "\n"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(""), b.join("")];
        const parts = wordDiff(before, after);
        const side = (not: string) =>
          parts
            .filter(({ kind }) => kind !== not)
            .map(({ text }) => text)
            .join("");
        expect(side("added")).toBe(before);
        expect(side("removed")).toBe(after);
      }),
    );
  });

  it("of thousands of words are answered at once", () => {
    const long = Array.from({ length: 5_000 }, (_, i) => `слово${i}`).join(" ");
    const kinds = (after: string) => wordDiff(long, after).map(({ kind }) => kind);
    expect(wordDiff(long, `${long} ещё`).at(-1)?.text).toBe(" ещё");
    expect(kinds(`${long} ещё`)).toEqual(["same", "added"]);
    expect(kinds(long.replaceAll("слово", "дело"))).toEqual(["removed", "added"]);
  });
});

describe("two editions clause by clause", () => {
  it("tell changed, added and removed ones, in the order of the new edition", () => {
    const before = [clause("1", "а"), clause("2", "б"), clause("3", "в")];
    const after = [clause("1", "а"), clause("4", "г"), clause("3", "вв")];
    expect(shown(before, after)).toEqual(["1 same", "2 removed", "4 added", "3 changed"]);
  });

  it("call moved as few as can be", () => {
    const before = ["1", "2", "3", "4"].map((key) => clause(key, key));
    const after = ["4", "1", "2", "3"].map((key) => clause(key, key));
    expect(shown(before, after)).toEqual(["4 same moved", "1 same", "2 same", "3 same"]);
  });

  it("a clause that only got another number has moved", () => {
    expect(shown([clause("2.3", "т", "2.3")], [clause("2.3", "т", "2.4")])).toEqual(["2.3 same moved"]);
  });

  it("are counted", () => {
    const diffs = compareEditions(
      [clause("1", "а"), clause("2", "б")],
      [clause("2", "б", "1"), clause("3", "в")],
    );
    expect(countChanges(diffs)).toEqual({ same: 1, changed: 0, added: 1, removed: 1, moved: 1 });
  });

  it("lose no clause of either", () => {
    const keys = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5", "6"));
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const diffs = compareEditions(
          a.map((key) => clause(key, key)),
          b.map((key) => clause(key, key)),
        );
        expect(diffs.map(({ key }) => key).sort()).toEqual([...new Set([...a, ...b])].sort());
        expect(diffs.filter(({ after }) => after !== null).map(({ key }) => key)).toEqual(b);
      }),
    );
  });
});
