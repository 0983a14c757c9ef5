import type { Analysis, ComparedArea } from "#lib/insights/queries.ts";
import type { Words } from "#lib/insights/words.ts";
import type { AnalysedWork } from "#lib/insights/works.ts";
import type { MarkCounts } from "#lib/statistics/marks.ts";
import { emptySummary, type Summary } from "#lib/statistics/summary.ts";
import { emptyTaskSums } from "#lib/statistics/task-sums.ts";
import { translator } from "#messages/translate.ts";

export const words: Words = { t: translator("ru", ""), locale: "ru", timeZone: "Europe/Moscow" };
export const wordsUk: Words = { t: translator("uk", ""), locale: "uk", timeZone: "Europe/Moscow" };

/** A text with its no-break spaces made plain, so that expectations can be typed. */
export const plain = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");

export const work: AnalysedWork = {
  id: 5,
  code: "VPR-2026-RU-4",
  kind: "vpr",
  year: 2026,
  season: "spring",
  subject: "RU",
  gradeTested: 4,
  gradeWriting: 4,
  level: "base",
  maxScore: 24,
  origin: "centre",
  tasks: [
    { code: "1", max: 1, difficulty: "Б", skill: "Однородные члены", codifier: "" },
    { code: "2К1", max: 2, difficulty: "Б", skill: "Основная мысль", codifier: "" },
    { code: "3", max: 3, difficulty: "П", skill: "Значение слова", codifier: "" },
    { code: "4", max: 1, difficulty: null, skill: "", codifier: "" },
  ],
  scale: { edition: 2, min3: 10, min4: 16, min5: 21, needsCheck: false, source: "" },
};

/** The scores of the class: two below 10, eight in 10–15, ten in 16–20, four from 21 on. */
const scores = [7, 9, 10, 11, 12, 12, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 22, 22, 23];

/** 24 pupils who took part and one who did not; the class that design.md draws in 5.9. */
export const classOf24: Summary = {
  participants: 24,
  absent: 1,
  scored: 24,
  scoreSum: 386,
  scoreSquareSum: 6652,
  histogram: Array.from({ length: 25 }, (_, score) => scores.filter((one) => one === score).length),
  marks: [2, 8, 10, 4],
  scaleMarks: [2, 8, 10, 4],
  markDifferences: 0,
  // journal «3»: 2, 6, 2, 0 by mark of the work; «4»: 0, 2, 8, 1; «5»: 0, 0, 0, 3
  journal: [0, 2, 0, 0, 0, 6, 2, 0, 0, 2, 8, 0, 0, 0, 1, 3],
  tasks: [
    { ...emptyTaskSums(), counted: 24, sum: 14 },
    { ...emptyTaskSums(), counted: 24, sum: 24 },
    { ...emptyTaskSums(), counted: 24, sum: 27, notTaught: 4 },
    { ...emptyTaskSums(), counted: 22, sum: 11, notAttempted: 2, blank: 1, rejected: 1 },
  ],
};

export const nobody = emptySummary(24, 4);

/** An area that holds the class and, besides it, pupils with these marks. */
export function areaWith(kind: ComparedArea["kind"], rest: MarkCounts): ComparedArea {
  const marks = classOf24.marks.map((count, i) => count + rest[i]!) as unknown as MarkCounts;
  return {
    kind,
    name: kind === "region" ? "Верхняя область" : "Озёрный округ",
    summary: { ...classOf24, participants: 24 + rest[0] + rest[1] + rest[2] + rest[3], marks },
    reason: null,
  };
}

/** The analysis of the class 4А; give what differs. */
export function analysis(change: Partial<Analysis> = {}): Analysis {
  return {
    unit: {
      kind: "school",
      id: 12,
      classLabel: "4А",
      name: "Школа № 12",
      municipality: { id: 3, name: "Озёрный округ" },
      region: { id: 1, name: "Верхняя область" },
    },
    work,
    summary: classOf24,
    schools: 1,
    parts: [],
    areas: [],
    otherYears: [],
    source: {
      fileName: "Ф1 русский 4.xlsx",
      sha256: "0123456789abcdef0123",
      role: "deputy",
      receivedAt: "2026-04-22T07:42:00.000Z",
      changedAt: "2026-04-22T07:42:00.000Z",
      version: 1,
    },
    ...change,
  };
}
