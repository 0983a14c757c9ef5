import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bandsOf, sumOfTasks } from "#lib/assessments/rules.ts";
import { scaleText } from "#lib/assessments/scale-text.ts";
import { workFindingKey } from "#lib/assessments/works-file/findings.ts";
import { gatherWorks } from "#lib/assessments/works-file/gather.ts";
import { readWorksFile } from "#lib/assessments/works-file/read-works-file.ts";
import { locales } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";
import { scales2021 } from "./scales-2021.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string) => readFileSync(new URL(path, import.meta.url));
const gather = (files: [name: string, text: string | Uint8Array][], year: number | null = null) =>
  gatherWorks(
    files.map(([name, content]) =>
      readWorksFile(typeof content === "string" ? bytes(content) : content, name),
    ),
    year,
  );
/** Every finding has its sentence in every language: a missing parameter throws. */
const sentences = (findings: ReturnType<typeof gather>["findings"]) =>
  locales.flatMap((locale) =>
    findings.map(({ code, params }) => translatedAt(locale, workFindingKey(code), params)),
  );
const translatedAt = (locale: "ru" | "uk", key: string, params: Record<string, string | number>) => {
  const [namespace = "", ...rest] = key.split(".");
  return translator(locale, namespace)(rest.join("."), params);
};

describe("the lists of works and scales of the simulated district", () => {
  const works: [string, Uint8Array] = ["works.csv", file("../fixtures/own/works.csv")];
  const scale: [string, Uint8Array] = ["scale.csv", file("../fixtures/own/scale.csv")];

  it("together describe four works with tasks in their order and scales", () => {
    const { works: found, findings } = gather([works, scale]);
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    // Maxima, counts of items and borders as scale.csv and works.csv state them.
    expect(
      found.map(({ code, draft: { maxScore, tasks, scale: borders } }) => [
        code,
        maxScore,
        tasks?.length,
        borders?.min3,
        borders?.min4,
        borders?.min5,
      ]),
    ).toEqual([
      ["VPR-2024-MA-4", 20, 15, 5, 9, 14],
      ["VPR-2024-RU-4", 27, 16, 9, 15, 22],
      ["VPR-2025-MA-5", 22, 17, 6, 11, 16],
      ["VPR-2025-RU-5", 33, 18, 11, 18, 26],
    ]);
    expect(found[1]?.draft.tasks?.slice(0, 3)).toEqual([
      { code: "1К1", max: 3, difficulty: "Б", codifier: "", skill: "" },
      { code: "1К2", max: 3, difficulty: "Б", codifier: "", skill: "" },
      { code: "2", max: 2, difficulty: "Б", codifier: "", skill: "" },
    ]);
  });
  it("each describe what they hold when they come alone", () => {
    expect(gather([works]).works.map(({ draft }) => [draft.maxScore, draft.scale])).toEqual(
      [20, 27, 22, 33].map((max) => [max, null]),
    );
    expect(gather([scale]).works.map(({ draft }) => [draft.maxScore, draft.tasks])).toEqual(
      [20, 27, 22, 33].map((max) => [max, null]),
    );
  });
});

describe("what ships with the portal", () => {
  const shipped = gather([
    ["works-2021.csv", file("../../prisma/seed/works-2021.csv")],
    ["works-2026.csv", file("../../prisma/seed/works-2026.csv")],
  ]);
  it("is the 31 scales of 2021 as the handbook prints them, and nothing else of that year", () => {
    const scales = shipped.works
      .filter(({ draft }) => draft.year === 2021)
      .map(({ draft: { gradeTested, subject, maxScore, scale, tasks } }) => {
        expect(tasks).toBeNull();
        return [gradeTested, subject, maxScore, scale ? scaleText(bandsOf({ ...scale, max: maxScore })) : ""];
      });
    expect(scales).toEqual(scales2021);
  });
  it("keeps that the score 35 of geography, grade 8, was printed in two bands", () => {
    const scale = shipped.works.find(({ code }) => code === "VPR-2021-GG-8")?.draft.scale;
    expect(scale).toMatchObject({ disputed: [35], needsCheck: true });
    expect(shipped.findings.filter(({ severity }) => severity !== "note").map(({ code }) => code)).toEqual([
      "disputedScores",
    ]);
  });
  it("is ВПР 2026, Russian, grade 4, with the maxima of its 12 tasks and the word that columns are unchecked", () => {
    const work = shipped.works.find(({ code }) => code === "VPR-2026-RU-4")?.draft;
    expect(work).toMatchObject({
      maxScore: 24,
      tasksNeedCheck: true,
      opensOn: "2026-04-20",
      closesOn: "2026-05-20",
      scale: { min3: 10, min4: 16, min5: 21 },
    });
    expect(work?.tasks?.map(({ max }) => max)).toEqual([2, 1, 2, 3, 2, 1, 1, 2, 3, 3, 1, 3]);
    expect(sumOfTasks(work?.tasks ?? [])).toBe(24);
  });
});

describe("the published list of scales (forms.md F-01)", () => {
  const text =
    "grade,subject,min3,min4,min5,max,note\n4,MA,6,10,15,20,\n8,GG,13,27,35,40,published table overlaps at 35 (27-35 / 35-40)\n";
  it("states no year: the person does, the file's name only proposes", () => {
    const { works, yearMissing, findings } = gather([["scales-2021.csv", text]]);
    expect(works).toEqual([]);
    expect(yearMissing).toEqual([{ file: "scales-2021.csv", proposed: 2021 }]);
    expect(findings.map(({ code }) => code)).toEqual(["yearMissing"]);
    expect(gather([["scales-2021.csv", text]], 2021).works.map(({ code }) => code)).toEqual([
      "VPR-2021-MA-4",
      "VPR-2021-GG-8",
    ]);
  });
  it("a note that the published bands overlap keeps the score without a mark", () => {
    expect(gather([["a.csv", text]], 2021).works[1]?.draft.scale).toMatchObject({
      min5: 35,
      disputed: [35],
      needsCheck: true,
    });
  });
});

describe("our own form", () => {
  it("has Russian names for every column too, and words as people write them", () => {
    const { works, findings } = gather([
      [
        "работы.csv",
        "вид;год;сезон;класс;пишет класс;предмет;уровень работы;максимум;начало;окончание;задание;максимум за задание;уровень сложности;шкала;источник\n" +
          "ВПР;2026;осень;7;8;Математика;углублённый;3;20.04.2026;20.05.2026;;;;0 | 1 | 2 | 3;описание работы\n" +
          "ВПР;2026;осень;7;8;Математика;углублённый;;;;1;1;базовый;;\n" +
          "ВПР;2026;осень;7;8;Математика;углублённый;;;;2(1);2;П;;\n",
      ],
    ]);
    expect(findings).toEqual([]);
    expect(works.map(({ code }) => code)).toEqual(["VPR-2026A-MA-7-U"]);
    expect(works[0]?.draft).toMatchObject({
      gradeWriting: 8,
      maxScore: 3,
      opensOn: "2026-04-20",
      closesOn: "2026-05-20",
      tasks: [
        { code: "1", max: 1, difficulty: "Б" },
        { code: "2.1", max: 2, difficulty: "П" },
      ],
      scale: { min3: 1, min4: 2, min5: 3, source: "описание работы" },
    });
  });

  it.each([
    [
      "an overlap, by its range",
      "0-9 | 9-15 | 16-20 | 21-24",
      "scaleOverlap",
      { range: "9", lower: 2, upper: 3 },
    ],
    ["a gap, by its range", "0-9 | 11-15 | 16-20 | 21-24", "scaleGap", { range: "10", max: 24 }],
    ["a scale that ends too early", "0-9 | 10-15 | 16-20 | 21-23", "scaleGap", { range: "24", max: 24 }],
    ["what is no scale", "нет", "scaleUnreadable", {}],
  ])("refuses the work and names %s", (_what, scale, code, params) => {
    const { works, findings } = gather([
      ["a.csv", `year,grade,subject,max,scale\n2026,4,RU,24,${scale}\n2026,4,MA,20,0-5|6-9|10-14|15-20\n`],
    ]);
    expect(works.map((work) => work.code)).toEqual(["VPR-2026-MA-4"]);
    expect(findings).toEqual([
      expect.objectContaining({
        severity: "error",
        code,
        row: 2,
        params: { ...params, work: "VPR-2026-RU-4" },
      }),
    ]);
    sentences(findings);
  });

  it.each([
    ["год", "year,grade,subject,max\nв 2026,4,RU,24\n", "yearWrong"],
    ["a grade out of range", "year,grade,subject,max\n2026,12,RU,24\n", "gradeWrong"],
    ["no grade", "year,grade,subject,max\n2026,,RU,24\n", "gradeWrong"],
    ["an unknown subject", "year,grade,subject,max\n2026,4,труд,24\n", "subjectUnknown"],
    ["an unknown kind", "year,grade,subject,max,kind\n2026,4,RU,24,зачёт\n", "kindUnknown"],
    ["a maximum that is no number", "year,grade,subject,max\n2026,4,RU,2e1\n", "numberWrong"],
    ["half a scale", "year,grade,subject,max,min3,min4,min5\n2026,4,RU,24,10,,21\n", "scaleIncomplete"],
    [
      "borders out of order",
      "year,grade,subject,max,min3,min4,min5\n2026,4,RU,24,16,10,21\n",
      "scaleBandBackwards",
    ],
    ["a date that is none", "year,grade,subject,max,opens\n2026,4,RU,24,31.02.2026\n", "dayWrong"],
    [
      "a window that runs backwards",
      "year,grade,subject,max,opens,closes\n2026,4,RU,24,02.05.2026,01.05.2026\n",
      "windowWrong",
    ],
    ["two maxima of one work", "year,grade,subject,max\n2026,4,RU,24\n2026,4,RU,25\n", "valuesDiffer"],
    ["no maximum at all", "year,grade,subject,max\n2026,4,RU,\n", "maxMissing"],
    ["a task without a maximum", "year,grade,subject,task,task_max\n2026,4,RU,1,\n", "taskUnreadable"],
    ["a task twice", "year,grade,subject,task,task_max\n2026,4,RU,1K1,1\n2026,4,RU,1К1,1\n", "taskTwice"],
    [
      "tasks that do not add up",
      "year,grade,subject,max,task,task_max\n2026,4,RU,24,1,3\n2026,4,RU,,2,3\n",
      "tasksSum",
    ],
    ["a table about something else", "школа,адрес\nШкола 1,Центральная\n", "notAWorksFile"],
    ["an empty file", "", "emptyFile"],
  ])("says in words what is wrong: %s", (_what, text, code) => {
    const { works, findings } = gather([["a.csv", text]]);
    expect(works).toEqual([]);
    expect(findings.map((finding) => finding.code)).toContain(code);
    for (const sentence of sentences(findings)) expect(sentence).not.toBe("");
  });

  it("a column that nobody knows is named and left out", () => {
    const { works, findings } = gather([["a.csv", "year,grade,subject,max,учитель\n2026,4,RU,24,Иванова\n"]]);
    expect(works).toHaveLength(1);
    expect(findings).toEqual([
      expect.objectContaining({ severity: "note", code: "unknownColumn", raw: "учитель" }),
    ]);
    sentences(findings);
  });
});
