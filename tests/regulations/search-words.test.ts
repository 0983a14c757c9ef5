import { describe, expect, it } from "vitest";
import { plainWords, searchWords, snippetParts } from "#lib/regulations/search-words.ts";

describe("the words of a search", () => {
  it.each([
    ["показників", "показник"],
    ["оцінювання", "оцінюванн"],
    ["освіти", "освіт"],
    ["процедуры", "процедур"],
    ["план", "план"],
  ])("«%s» is met by its beginning «%s»", (word, stem) => {
    expect(searchWords(word)).toEqual([{ word, stem, prefix: `'${stem}':*` }]);
  });

  it("keep numbers of clauses whole", () => {
    expect(searchWords("п. 2.3.1 справка").map(({ word }) => word)).toEqual(["п", "2.3.1", "справка"]);
  });

  it("are letters and digits only, so nothing of a query can be injected", () => {
    for (const { prefix } of searchWords("'); DROP & | ! :* <-> ( школа'"))
      expect(prefix).toMatch(/^'[\p{L}\p{N}.]+':\*$/u);
  });

  it("are the same with every apostrophe and with ё", () => {
    expect(plainWords("Об’єкт отчёта")).toBe("обєкт отчета");
    expect(plainWords("об'єкт отчета")).toBe("обєкт отчета");
  });

  it("are at most eight, each once", () => {
    expect(searchWords("а б в г д е ж з и к а").length).toBe(8);
  });
});

it("an excerpt falls into what was met and the rest", () => {
  expect(snippetParts("ведёт \ue000график\ue001 работ")).toEqual([
    { text: "ведёт ", met: false },
    { text: "график", met: true },
    { text: " работ", met: false },
  ]);
});
