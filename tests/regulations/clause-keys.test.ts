import { describe, expect, it } from "vitest";
import { keepKeys, newKey, type UnkeyedClause } from "#lib/regulations/clause-keys.ts";
import type { Clause } from "#lib/regulations/schema.ts";

const row = (number: string, body: string): UnkeyedClause => ({ number, heading: "", body, depth: 1 });
const before: Clause[] = [
  { key: "1", ...row("1", "Школа ведёт график оценочных работ на учебный год") },
  { key: "2", ...row("2", "Справку о результатах готовят за десять рабочих дней") },
  { key: "3", ...row("3", "Итоги видят учителя и родители") },
];
const keysOf = (clauses: UnkeyedClause[], taken: string[] = []) =>
  keepKeys(clauses, before, taken).map(({ key }) => key);

describe("the clauses of a new text", () => {
  it("keep their keys when they read the same, under whatever number", () => {
    expect(
      keysOf([
        row("1", "Совсем новое начало документа"),
        row("2", before[0]!.body),
        row("3", before[2]!.body),
      ]),
    ).toEqual(["1-2", "1", "3"]);
  });

  it("keep them when a few words changed in their place", () => {
    expect(keysOf([row("2", "Справку о результатах готовят за пять рабочих дней")])).toEqual(["2"]);
  });

  it("keep them when they moved and changed a little", () => {
    expect(keysOf([row("7", "Школа ведёт график оценочных работ на учебный год и публикует")])).toEqual([
      "1",
    ]);
  });

  it("are new when another text stands under an old number", () => {
    expect(keysOf([row("3", "Пороги утверждает педагогический совет")])).toEqual(["3-2"]);
  });

  it("never take a key that the regulation has used before", () => {
    expect(keysOf([row("9", "Новый пункт о питании")], ["9", "9-2"])).toEqual(["9-3"]);
  });

  it("have keys of their own even without numbers", () => {
    expect(keysOf([row("", "Преамбула"), row("", "Подпись")])).toEqual(["x1", "x2"]);
  });
});

it.each([
  ["2.3.1", "2.3.1"],
  ["Приложение 1", "Приложение-1"],
  ["…", "x1"],
])("the number %s gives the key %s", (number, key) => {
  expect(newKey(number, new Set())).toBe(key);
});
