import { describe, expect, it } from "vitest";
import { analysisView } from "#lib/insights/analysis-view.ts";
import { figuresOf } from "#lib/insights/figures.ts";
import { howView } from "#lib/insights/how-view.ts";
import { PARTS_A_PAGE } from "#lib/insights/parts-view.ts";
import type { Sources } from "#lib/insights/source-queries.ts";
import type { UnitPart } from "#lib/insights/summary-reads.ts";
import { analysis, areaWith, classOf24, nobody, plain, words, wordsUk, work } from "./sample-analysis.ts";

const keysOf = (found = analysis()) => analysisView(words, found).notices.map(({ key }) => key);

describe("the page of analysis", () => {
  it("answers first: marks, twos, scores, tasks", () => {
    expect(analysisView(words, analysis()).findings.map(({ text }) => plain(text))).toEqual([
      "«4» и «5» — у 14 из 24 участников, это 58 %. В другом классе такого же размера могло быть от 39 до 76 %.",
      "«2» — у 2 из 24 участников, это 8 %.",
      // 386 of 576 points
      "24 участника набрали от 7 до 23 баллов из 24, половина — не меньше 16,5. В среднем выполнено 67 % работы.",
      "На недостаточном уровне — 1 задание из 3: № 2К1.",
    ]);
  });

  it("says what ВПР are for, and only of ВПР", () => {
    expect(analysisView(words, analysis()).purpose).toBe(
      "ВПР показывают, над чем поработать. По ним не оценивают учителей и школы.",
    );
    expect(analysisView(words, analysis({ work: { ...work, kind: "school" } })).purpose).toBeNull();
  });

  it("tells three silences apart: no results, nobody took part, no marks", () => {
    const none = analysisView(words, analysis({ summary: null }));
    expect([none.people, none.marks, none.findings]).toEqual([null, null, []]);
    const absent = analysisView(words, analysis({ summary: { ...nobody, absent: 3 } }));
    expect(absent.notices[0]).toMatchObject({ key: "noParticipants", kind: "none" });
    expect(absent.notices[0]?.text).toMatch(/^В файле 3 ученика, и все не участвовали\./);
    expect(absent.people?.sentence).toBe("Работу никто не писал: 3 ученика не участвовали.");
    expect(keysOf(analysis({ summary: { ...classOf24, marks: [0, 0, 0, 0] } }))).toEqual(["noMarks"]);
  });

  it("warns of what the description of the work lacks", () => {
    expect(keysOf(analysis({ work: { ...work, scale: null, origin: "file" } }))).toEqual([
      "workFromFile",
      "noScale",
    ]);
    expect(keysOf(analysis({ work: { ...work, scale: { ...work.scale!, needsCheck: true } } }))).toEqual([
      "scaleNeedsCheck",
    ]);
    const tasks = work.tasks.map((task) => ({ ...task, difficulty: null }));
    expect(keysOf(analysis({ work: { ...work, tasks } }))).toEqual(["noLevels"]);
    expect(keysOf()).toEqual([]);
  });

  it("can be said in Ukrainian without a missing word", () => {
    const part: UnitPart = { kind: "class", id: null, name: "4Б", summary: classOf24 };
    const found = analysis({
      unit: { ...analysis().unit, classLabel: null },
      parts: [part, { ...part, name: "", summary: { ...nobody, participants: 3 } }],
      areas: [areaWith("municipality", [58, 242, 290, 118]), areaWith("region", [1500, 5000, 2500, 1000])],
    });
    const view = analysisView(wordsUk, found);
    expect(plain(view.findings[0]?.text)).toBe(
      "«4» і «5» — у 14 із 24 учасників, це 58 %. В іншій школі такого самого розміру могло бути від 39 до 76 %.",
    );
    expect(view.parts?.rows[1]?.name).toBe("клас не вказано");
  });
});

describe("the list of parts", () => {
  const parts = Array.from({ length: 120 }, (_, i): UnitPart => {
    const summary = i === 1 ? { ...classOf24, participants: 9 } : classOf24;
    return { kind: "school", id: i + 1, name: `Школа № ${i + 1}`, summary };
  });
  const found = analysis({
    unit: { ...analysis().unit, kind: "municipality", id: 3, classLabel: null, name: "Озёрный округ" },
    parts,
  });

  it("keeps the order of names, page by page, and never renders more than a page", () => {
    const first = analysisView(words, found).parts!;
    expect(first.rows).toHaveLength(PARTS_A_PAGE);
    expect(first.rows.slice(0, 2).map(({ name }) => plain(name))).toEqual(["Школа № 1", "Школа № 2"]);
    const last = analysisView(words, found, 99).parts!;
    expect([last.page, last.pages, last.rows.length]).toEqual([3, 3, 20]);
    expect(last.rows[0]?.href).toBe("/insights/school-101/5");
  });

  it("marks a part of fewer than ten, and counts such parts", () => {
    const { rows, fewCount } = analysisView(words, found).parts!;
    expect([rows[0]?.few, rows[1]?.few, fewCount]).toEqual([false, true, 1]);
  });

  it("has nothing for a part where nobody took part, and does not call it small", () => {
    const part: UnitPart = { kind: "school", id: 7, name: "Школа № 7", summary: nobody };
    const [row] = analysisView(words, { ...found, parts: [part] }).parts!.rows;
    expect(row?.few).toBe(false);
    expect(row?.figures.map(({ text }) => text.kind)).toEqual([
      "absent",
      "absent",
      "absent",
      "absent",
      "absent",
    ]);
  });
});

describe("«Как это посчитано»", () => {
  const sources: Sources = {
    files: [
      {
        school: null,
        name: "Ф1.xlsx",
        sha256: "0123456789abcdef",
        role: "deputy",
        at: "2026-04-22T07:42:00.000Z",
        rows: 25,
        held: 2,
      },
    ],
    schools: 1,
    firstAt: "2026-04-22T07:42:00.000Z",
    lastAt: "2026-04-22T07:42:00.000Z",
  };
  const how = (key: string, found = analysis()) => howView(words, found, sources, key);

  it.each([
    ["quality", "(10 + 4) / 24 × 100 = 58,3 %"],
    ["pass", "(8 + 10 + 4) / 24 × 100 = 91,7 %"],
    ["sou", "(4 × 100 + 10 × 64 + 8 × 36 + 2 × 16) / 24 = 56,7 %"],
    ["meanMark", "(4 × 5 + 10 × 4 + 8 × 3 + 2 × 2) / 24 = 3,67"],
    ["medianMark", "места 12 и 13 из 24: отметки 4 и 4, посередине 4"],
    ["meanScore", "386 / 24 = 16,1 из 24"],
    ["medianScore", "места 12 и 13 из 24: баллы 16 и 17, посередине 16,5 из 24"],
    ["completion", "386 / (24 × 24) × 100 = 67,0 %"],
    ["confirmed", "17 / 24 × 100 = 70,8 %"],
    ["task-3", "27 / (24 × 3) × 100 = 37,5 %"],
    ["task-3-taught", "27 / ((24 − 4) × 3) × 100 = 45,0 %"],
    ["task-4-x", "2 / 22 × 100 = 9,1 %"],
    ["level-basic", "заданий 2: 38 / 72 × 100 = 52,8 %"],
    ["participants", "25 − 1 = 24"],
  ])("puts the numbers into the formula of %s", (key, numbers) => {
    expect(plain(how(key)?.numbers)).toBe(numbers);
  });

  it("names edition, rows left out, rows held, file and who loaded it", () => {
    const view = how("quality")!;
    expect(view.edition).toBe("редакция 1");
    expect(view.leftOut).toEqual(["не участвовали — 1", "2 строки файла отложены: ждут ответа на замечание"]);
    expect(view.files).toEqual([
      { key: "0", title: "Ф1.xlsx", lines: ["отпечаток 0123456789ab", "из него 25 строк"] },
    ]);
    // 07:42 UTC is 10:42 by the clock of the centre
    expect(view.people).toEqual(["заместитель директора: Ф1.xlsx, 22.04.2026, 10:42"]);
    expect(view.rowsHref).toBe("/results/5/12?class=4%D0%90");
  });

  it("gives equal fingerprints for equal inputs and another for any change", () => {
    const print = (found = analysis()) => how("quality", found)?.fingerprint;
    expect(print()).toBe(print());
    expect(print(analysis({ summary: { ...classOf24, marks: [2, 8, 9, 5] } }))).not.toBe(print());
    expect(how("pass")?.fingerprint).not.toBe(print());
  });

  it("is not there for a figure that the work has not, and shows no number of nobody", () => {
    expect(how("task-9")).toBeNull();
    expect(how("quality", analysis({ summary: null }))).toBeNull();
    expect(how("quality", analysis({ summary: nobody }))).toMatchObject({ numbers: null, value: null });
  });

  it("can be said of every figure in both languages", () => {
    for (const key of figuresOf(work).keys())
      for (const spoken of [words, wordsUk]) expect(howView(spoken, analysis(), sources, key)).not.toBeNull();
  });
});
