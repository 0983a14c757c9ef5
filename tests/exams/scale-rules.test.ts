import { describe, expect, it } from "vitest";
import { type MarkYear, markYear, scoreYear } from "#lib/exams/persons.ts";
import { type AppliedScale, resultByScale } from "#lib/exams/scale-rules.ts";
import { subjectOf } from "#lib/exams/subjects.ts";

const maths: AppliedScale = {
  ...{ maxPrimary: 31, min3: 8, min4: 15, min5: 22, testScores: [] },
  rule: { geometry: { tasks: [15, 16, 17, 18, 19, 23, 24, 25], min: 2 } },
};
const russian: AppliedScale = {
  ...{ maxPrimary: 33, min3: 15, min4: 23, min5: 29, testScores: [] },
  rule: { literacy: { extended: [8, 9, 10, 11], min4: 4, min5: 6 } },
};
/** 25 tasks: so many points of algebra and of geometry, and tasks that could not be read. */
const tasks = (geometry: number, unread: readonly number[] = []) => ({
  short: 19,
  items: Array.from({ length: 25 }, (_, i) => (unread.includes(i + 1) ? -4 : i + 1 === 15 ? geometry : 0)),
});

describe("mathematics of ОГЭ (handbook §2.1: at least 2 points of geometry for any positive mark)", () => {
  it.each([
    [7, 5, 2],
    [8, 2, 3],
    [8, 1, 2],
    [22, 1, 2],
    [22, 2, 5],
  ])("%i points, %i of geometry: «%i»", (primary, geometry, mark) => {
    expect(resultByScale(maths, true, primary, tasks(geometry))).toBe(mark);
  });

  it("says nothing while an unread task could change the mark", () => {
    expect(resultByScale(maths, true, 10, tasks(1, [16]))).toBeNull();
    expect(resultByScale(maths, true, 10, tasks(2, [16]))).toBe(3);
    expect(resultByScale(maths, true, 3, tasks(0, [16]))).toBe(2);
  });
});

describe("Russian of ОГЭ (2023: «4» needs 4 points of ГК1–ГК4, «5» needs 6)", () => {
  const answers = (literacy: number) => ({
    short: 1,
    items: [0, ...Array.from({ length: 12 }, (_, i) => (i === 7 ? literacy : 0))],
  });
  it.each([
    [33, 6, 5],
    [33, 5, 4],
    // «5» falls to «4», and «4» to «3».
    [33, 3, 3],
    [25, 4, 4],
    [25, 3, 3],
    [20, 0, 3],
    [14, 8, 2],
  ])("%i points, %i for literacy: «%i»", (primary, literacy, mark) => {
    expect(resultByScale(russian, true, primary, answers(literacy))).toBe(mark);
  });

  it("is not computed for «4» and «5» when nobody knows which criteria they are", () => {
    const unknown = { ...russian, rule: { literacy: { extended: null, min4: 6, min5: 9 } } };
    expect(resultByScale(unknown, true, 33, answers(8))).toBeNull();
    expect(resultByScale(unknown, true, 20, answers(8))).toBe(3);
  });
});

it.each([
  ["oge", 2, "Математика", "MA"],
  ["ege", 2, "Математика", "MAP"],
  ["ege", 22, "Математика", "MAB"],
  ["ege", 22, "Математика базовая", "MAB"],
  ["ege", 2, "Математика профильная", "MAP"],
  ["ege", 99, "Математика", null],
  ["gve9", 51, "Русский язык", "RU"],
  ["ege", 25, "Информатика и ИКТ (КЕГЭ)", "INF"],
  ["oge", 77, "Черчение", null],
] as const)("%s, code %i «%s» is %s", (kind, code, name, subject) => {
  expect(subjectOf(kind, code, name)).toBe(subject);
});

const exams = new Map([
  [1, { kind: "ege", subject: "RU", attestat: 24 }],
  [2, { kind: "ege", subject: "MAP", attestat: 27 }],
  [3, { kind: "ege", subject: "FI", attestat: 36 }],
  [4, { kind: "ege", subject: "MAB", attestat: null }],
] as const);
const person = (...results: (readonly [number, number])[]) => ({
  known: true,
  results: results.map(([examId, score]) => ({ examId, score })),
});

it("works with 100 points are counted as works and as persons, sums only of those with three subjects", () => {
  const year = scoreYear(
    [
      person([1, 100], [2, 100], [3, 60]),
      person([1, 70], [2, 80], [3, 70]),
      person([1, 20], [4, 5]),
      { known: false, results: [{ examId: 1, score: 100 }] },
    ],
    exams,
  );
  expect(year).toMatchObject({
    ...{ persons: 3, unknown: 1, hundredWorks: 3, hundredPersons: 1, withThree: 2 },
    // 260 and 220; base mathematics is a mark and enters no sum. 20 < 24 in Russian.
    sums: [
      { cut: 160, count: 2 },
      { cut: 220, count: 2 },
      { cut: 250, count: 1 },
    ],
    ...{ mandatory: 3, mandatoryFailed: 1 },
  });
});

it("who has «2» in one or two subjects and who in more are told apart", () => {
  const year: MarkYear = markYear([
    person([1, 2], [2, 4]),
    person([1, 2], [2, 2], [3, 2]),
    person([1, 5]),
    { known: false, results: [] },
  ]);
  expect(year).toEqual({ persons: 3, unknown: 1, failedFew: 1, failedMany: 1 });
});
