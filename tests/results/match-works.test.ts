import { describe, expect, it } from "vitest";
import type { WorkFacts } from "#lib/assessments/rules.ts";
import { matchWorks, type WorkMatch } from "#lib/results/match-works.ts";
import { book, pupil, read, SMALL_HEADER, sheet, smallF1, smallWork } from "./sheets.ts";

const work2026 = smallWork();
const work2025 = smallWork({ id: 8, code: "VPR-2025-RU-5", year: 2025 });
const other = smallWork({
  id: 9,
  code: "VPR-2026-MA-5",
  subject: "MA",
  tasks: [{ code: "1", max: 5, difficulty: null }],
});
const titled = read(smallF1([pupil()])).works[0]!;
const untitled = read(
  book(
    sheet("Протокол", [
      ["Код участника", "Вариант", ...SMALL_HEADER, "Порядковый номер класса", "Итого баллов"],
    ]),
  ),
).works[0]!;

const answer = (match: WorkMatch) =>
  match.kind === "one"
    ? [match.by, match.work.code]
    : [match.finding.code, match.works.map(({ code }) => code)];

describe("a file that states year, subject and grade", () => {
  it("has the one work that agrees", () => {
    expect(answer(matchWorks(titled, [other, work2025, work2026]))).toEqual(["title", "VPR-2026-RU-5"]);
  });

  it("has it also when the tasks differ: that is said by column, not by taking another work", () => {
    const changed = smallWork({ tasks: [{ code: "1", max: 5, difficulty: null }] });
    expect(answer(matchWorks(titled, [changed, work2025]))).toEqual(["title", "VPR-2026-RU-5"]);
  });

  it("of an unknown work asks and offers the nearest by tasks", () => {
    expect(answer(matchWorks(titled, [work2025, other]))).toEqual(["workUnknown", ["VPR-2025-RU-5"]]);
  });

  it("with two levels is decided by the tasks, and asked when they are the same", () => {
    const advanced = smallWork({ id: 10, code: "VPR-2026-RU-5-U", level: "advanced" });
    const harder = {
      ...advanced,
      tasks: [...advanced.tasks.slice(0, 2), { code: "4", max: 1, difficulty: null }],
    };
    expect(answer(matchWorks(titled, [work2026, harder]))).toEqual(["title", "VPR-2026-RU-5"]);
    expect(answer(matchWorks(titled, [work2026, advanced]))).toEqual([
      "workAmbiguous",
      ["VPR-2026-RU-5", "VPR-2026-RU-5-U"],
    ]);
  });

  it("and a level has no work of the other level", () => {
    const advanced = read(smallF1([pupil()], [["ВПР 2026 Русский язык (углублённый уровень) 5 класс"]]))
      .works[0]!;
    expect(answer(matchWorks(advanced, [work2026]))[0]).toBe("workUnknown");
    expect(answer(matchWorks(advanced, [work2026, { ...work2025, year: 2026, level: "advanced" }]))[1]).toBe(
      "VPR-2025-RU-5",
    );
  });

  it("in autumn may name the grade that writes", () => {
    const autumn = smallWork({ gradeTested: 4, gradeWriting: 5, season: "autumn", code: "VPR-2026A-RU-4" });
    expect(answer(matchWorks(titled, [autumn]))).toEqual(["title", "VPR-2026A-RU-4"]);
  });
});

describe("a file that states none of them", () => {
  it("has the one work with the same tasks and maxima", () => {
    expect(answer(matchWorks(untitled, [other, work2026]))).toEqual(["tasks", "VPR-2026-RU-5"]);
  });

  it("is a question when two works have them", () => {
    const match = matchWorks(untitled, [work2025, work2026]);
    expect(answer(match)).toEqual(["workAmbiguous", ["VPR-2025-RU-5", "VPR-2026-RU-5"]]);
    expect(match.kind !== "one" && match.finding.params.codes).toBe("VPR-2025-RU-5, VPR-2026-RU-5");
  });

  it("is settled by the year or the work that a person states", () => {
    expect(answer(matchWorks(untitled, [work2025, work2026], { year: 2025 }))).toEqual([
      "tasks",
      "VPR-2025-RU-5",
    ]);
    expect(answer(matchWorks(untitled, [work2025, other], { workId: 9 }))).toEqual([
      "given",
      "VPR-2026-MA-5",
    ]);
  });

  it("never takes a work that is nearly the same", () => {
    const nearly: WorkFacts = {
      ...work2026,
      tasks: work2026.tasks.map((task) => ({ ...task, max: task.max + 1 })),
    };
    const shorter: WorkFacts = { ...work2025, tasks: work2025.tasks.slice(0, 2), maxScore: 4 };
    expect(answer(matchWorks(untitled, [nearly, shorter]))).toEqual(["workNotRecognised", ["VPR-2025-RU-5"]]);
  });

  it("offers works whose tasks are not described yet, when the maximum agrees", () => {
    const bare = smallWork({ tasks: [] });
    expect(
      answer(matchWorks(untitled, [bare, smallWork({ id: 2, code: "X", tasks: [], maxScore: 6 })])),
    ).toEqual(["workNotRecognised", ["VPR-2026-RU-5"]]);
  });
});
