import { describe, expect, it } from "vitest";
import { clausesOf } from "#lib/acts/clauses.ts";
import { composeAct } from "#lib/acts/compose.ts";
import type { Clause, Heading, Table } from "#lib/acts/document.ts";
import { translator } from "#messages/translate.ts";
import { facts } from "./sample.ts";

const say = translator("ru", "acts");
const act = composeAct(facts, say, "ru");
const headings = (document = act) => document.blocks.filter((one): one is Heading => one.kind === "heading");
const clauses = (document = act) => document.blocks.filter((one): one is Clause => one.kind === "clause");

describe("the act composed from a school's catalogue", () => {
  it("numbers its sections in order and names seven appendices", () => {
    const numbers = headings()
      .filter((one) => !one.appendix)
      .map((one) => one.number);
    expect(numbers).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    expect(
      headings()
        .filter((one) => one.appendix)
        .map((one) => one.text.split(".")[0]),
    ).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Приложение ${n}`));
  });

  it("lists every indicator under the clause of its object and nowhere else among the clauses of indicators", () => {
    const listed = clauses().filter((one) => one.key.startsWith("indicators."));
    expect(listed.map((one) => [one.key, one.items])).toEqual([
      ["indicators.content", ["A3. Выполнение учебного плана (%)"]],
      ["indicators.conditions", ["B1. Укомплектованность кадрами (%)"]],
      ["indicators.process", ["C5. Посещаемость (%)"]],
      ["indicators.result", ["D2. Качество знаний (%)"]],
    ]);
  });

  it("names each performer and each addressee once", () => {
    const items = (key: string) => clauses().find((one) => one.key === key)?.items;
    expect(items("structure.6")).toEqual(["заместитель директора", "директор"]);
    expect(items("addressees.2")).toEqual(["директор", "педагогический совет"]);
    const performers = act.blocks.find((one): one is Table => one.key === "performerTable.table");
    expect(performers?.rows).toEqual([
      ["заместитель директора", "A3, C5, D2", "директор, педагогический совет"],
      ["директор", "B1", "директор, педагогический совет"],
    ]);
  });

  it("keeps the keys of other clauses when a section is left out, and closes the gap in numbers", () => {
    const without = composeAct(
      { ...facts, sections: new Map([["terms", { included: false, text: "" }]]) },
      say,
      "ru",
    );
    const keys = new Set(clauses().map((one) => one.key));
    for (const clause of clauses(without)) expect(keys.has(clause.key)).toBe(true);
    expect(headings(without).find((one) => one.key === "aims")?.number).toBe("2");
  });

  it("takes a school's own words in place of the portal's, a clause a paragraph", () => {
    const own = composeAct(
      {
        ...facts,
        sections: new Map([["aims", { included: true, text: "Первый.\nЕго строка.\n\n\nВторой." }]]),
      },
      say,
      "ru",
    );
    expect(clauses(own).filter((one) => one.key.startsWith("aims."))).toEqual([
      { kind: "clause", key: "aims.1", number: "3.1", text: "Первый.\nЕго строка.", items: [] },
      { kind: "clause", key: "aims.2", number: "3.2", text: "Второй.", items: [] },
    ]);
  });

  it("leaves blanks for the order until it is adopted", () => {
    expect(act.approved[2]).toMatch(/_+/);
    const adopted = composeAct({ ...facts, order: { number: "12", on: "28.08.2026" } }, say, "ru");
    expect(adopted.approved[2]).toBe("приказ от 28.08.2026 № 12");
  });

  it("makes clauses of an edition with a key of their own each", () => {
    const made = clausesOf(act);
    expect(made).toHaveLength(act.blocks.length);
    expect(new Set(made.map((one) => one.clauseKey)).size).toBe(made.length);
    expect(made.find((one) => one.clauseKey === "cycleTable.table")?.body).toBe(
      "Срок | Что делается | Кто | Что получается | Кому\nавгуст | утверждение плана | директор | приказ | педагоги",
    );
  });

  it("says the same in Ukrainian", () => {
    const ukrainian = composeAct(facts, translator("uk", "acts"), "uk");
    expect(ukrainian.blocks).toHaveLength(act.blocks.length);
    expect(
      clauses(ukrainian)
        .map((one) => one.text)
        .join(" "),
    ).not.toMatch(/[ыэъё]/i);
  });
});
