import { describe, expect, it } from "vitest";
import { readSubject, subjects } from "#lib/assessments/subjects.ts";
import { readTaskLines, taskLines } from "#lib/assessments/task-text.ts";
import { readWorkQuery } from "#lib/assessments/work-query.ts";
import { loadMessages } from "#messages/load.ts";

describe("tasks typed or pasted, one a line", () => {
  it("reads tabs, semicolons, Latin K, brackets and words for difficulty", () => {
    const text = "1K1; 3; Б\n2\t2\tповышенный\t1.1\tЧитать текст\n\n9(1);1;B";
    expect(readTaskLines(text)).toEqual({
      ok: true,
      tasks: [
        { code: "1К1", max: 3, difficulty: "Б", codifier: "", skill: "" },
        { code: "2", max: 2, difficulty: "П", codifier: "1.1", skill: "Читать текст" },
        { code: "9.1", max: 1, difficulty: "В", codifier: "", skill: "" },
      ],
    });
  });
  it("writes lines that read back the same", () => {
    const tasks = [
      { code: "1К1", max: 3, difficulty: "Б" as const, codifier: "", skill: "" },
      { code: "2", max: 2, difficulty: null, codifier: "1.1", skill: "Читать текст" },
    ];
    expect(readTaskLines(taskLines(tasks))).toEqual({ ok: true, tasks });
  });
  it.each([
    ["1; 2\nзадание; 2", 2],
    ["1; 0", 1],
    ["1; 1,5", 1],
    ["1", 1],
    ["\n1; 2; трудное", 2],
    ["1; 101", 1],
  ])("names the first line that cannot be read: %j", (text, line) => {
    expect(readTaskLines(text)).toMatchObject({
      ok: false,
      problem: { messageKey: "assessments.refused.taskLine", params: { line } },
    });
  });
});

describe("a work asked for by a code", () => {
  it.each([
    ["VPR-2024-MA-4", { code: "VPR-2024-MA-4" }],
    [" vpr-2020a-ma-4 ", { code: "VPR-2020A-MA-4" }],
    ["MA4", { subject: "MA", gradeTested: 4 }],
    ["ma-4", { subject: "MA", gradeTested: 4 }],
    ["МА4", { subject: "MA", gradeTested: 4 }], // Cyrillic
    ["РУ4", { subject: "RU", gradeTested: 4 }],
    ["MA4-2024", { subject: "MA", gradeTested: 4, year: 2024, season: "spring" }],
    ["RU-4-2026", { subject: "RU", gradeTested: 4, year: 2026, season: "spring" }],
    ["MA-4-2020A", { subject: "MA", gradeTested: 4, year: 2020, season: "autumn" }],
    ["MA-7-2026-U", { subject: "MA", gradeTested: 7, year: 2026, season: "spring", level: "advanced" }],
    ["INF8", { subject: "INF", gradeTested: 8 }],
  ])("%s", (text, query) => expect(readWorkQuery(text)).toEqual(query));

  it.each(["", "MA", "XX4", "4MA", "2024", "VPR-MA-4", "'; DROP TABLE work"])("is no code: %j", (text) =>
    expect(readWorkQuery(text)).toBeNull(),
  );
});

describe("subjects", () => {
  const russian = loadMessages("ru").assessments as { subject: Record<string, string> };
  it.each([...subjects])("%s is found by its code and by its name", (subject) => {
    expect(readSubject(subject)).toBe(subject);
    expect(readSubject(russian.subject[subject] ?? "")).toBe(subject);
  });
  it("reading and literature are two subjects", () => {
    expect([readSubject("Литературное чтение"), readSubject("литература")]).toEqual(["LC", "LI"]);
  });
  it("an unknown name is none", () => expect(readSubject("труд")).toBeNull());
});
