import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tasksOfStrings } from "#lib/exams/protocol/answers.ts";
import { checkProtocol } from "#lib/exams/protocol/check-protocol.ts";
import { kindOf } from "#lib/exams/protocol/heading.ts";
import { readProtocol, withoutPersons } from "#lib/exams/protocol/read-protocol.ts";
import type { AppliedScale } from "#lib/exams/scale-rules.ts";
import { subjectOf } from "#lib/exams/subjects.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { allTasks, summarizeExam } from "#lib/statistics/exams/exam-summary.ts";

interface Expected {
  file: string;
  exam: string;
  subject_code: string;
  subject: string;
  date: string;
  header_row: number;
  lines: { total: number; taken: number; not_data: Record<string, number> };
  short_max: number[];
  extended_max: number[];
  scale: { marks?: Record<"3" | "4" | "5", number>; test_score_of_primary?: number[] };
  max: number;
  sum_primary: number;
  sum_score: number;
  marks_file: Record<string, number> | null;
  marks_by_scale: Record<string, number> | null;
  tasks_short: { n: number; sum: number }[];
  tasks_extended: { n: number; sum: number }[];
  dirt: { row: number; column: string; raw: string | number; kind: string }[];
}

const folder = path.join("tests", "fixtures", "exams");
// Copied from the reference of simulated files: what an importer should find in each of them.
const expected = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Expected[];

/** Names of defects in the reference and ours. */
const KINDS: Record<string, string> = {
  string_length: "examStringLength",
  string_symbol: "examStringSymbol",
  points_over_max: "examPointsOverMax",
  total_wrong: "examTotalWrong",
  mark_not_by_scale: "examScoreNotByScale",
  document_missing: "examDocumentMissing",
};

describe.each(expected)("$file", (file) => {
  const name = path.basename(file.file);
  const read = readWorkbook(readFileSync(path.join(folder, name)), name);
  if (!read.ok) throw new Error("unreadable");
  const reading = readProtocol(read.workbook, "secret")!;
  const marked = file.marks_file !== null;
  const { marks, test_score_of_primary } = file.scale;
  const scale: AppliedScale = {
    maxPrimary: file.max,
    min3: marks?.["3"] ?? null,
    min4: marks?.["4"] ?? null,
    min5: marks?.["5"] ?? null,
    testScores: test_score_of_primary ?? [],
    rule: {},
  };
  const check = checkProtocol(reading, {
    marked,
    shortMax: file.short_max,
    extendedMax: file.extended_max,
    scale,
  });
  const summary = summarizeExam(check.rows, () => 0);

  it("says which examination it is, and when", () => {
    const [day, month, year] = file.date.split(".");
    expect(reading.heading).toEqual({
      code: Number(file.subject_code),
      name: file.subject,
      day: `${year}-${month}-${day}`,
    });
    const kind = kindOf(
      reading.rows.map(({ classText }) => classText),
      name,
      Number(file.subject_code),
      undefined,
    );
    expect(kind).toBe(file.exam === "ОГЭ" ? "oge" : "ege");
    expect(subjectOf(kind!, Number(file.subject_code), file.subject)).toBe(marked ? "MA" : "RU");
  });

  it("accounts for every line", () => {
    expect(reading.headerRow).toBe(file.header_row);
    expect(reading.lines).toEqual({ total: file.lines.total, notData: file.lines.not_data });
    expect(check.rows).toHaveLength(file.lines.taken);
  });

  it("finds the number of tasks and the printed greatest points by itself", () => {
    const tasks = tasksOfStrings(reading.rows);
    expect(tasks.extendedMax).toEqual(file.extended_max);
    expect(tasks.shortMax).toEqual(file.short_max.map((max) => (max === 1 ? 1 : 0)));
  });

  it("finds every planted defect in its cell, and no other", () => {
    const letter = (column: number | null) => String.fromCharCode(64 + (column ?? 0));
    const found = check.findings.map(({ code, row, column, raw }) => ({
      code,
      row,
      column: letter(column),
      raw,
    }));
    const planted = file.dirt.map(({ row, column, raw, kind }) => ({
      code: KINDS[kind],
      row,
      column,
      raw: String(raw),
    }));
    const order = (a: { row: number | null }, b: { row: number | null }) => (a.row ?? 0) - (b.row ?? 0);
    expect(found.sort(order)).toEqual(planted.sort(order));
  });

  it("has the sums of totals, results and tasks of the reference", () => {
    const sum = (histogram: readonly number[]) =>
      histogram.reduce((all, count, value) => all + count * value, 0);
    expect(sum(summary.primary)).toBe(file.sum_primary);
    expect(sum(summary.score)).toBe(file.sum_score);
    expect(allTasks(summary).map((task) => ({ n: task.counted, sum: task.sum }))).toEqual([
      ...file.tasks_short,
      ...file.tasks_extended,
    ]);
    expect(summary.differences).toBe(1);
    if (!file.marks_file || !file.marks_by_scale) return;
    const byMark = (read: (row: (typeof check.rows)[number]) => number | null) =>
      Object.fromEntries(
        [2, 3, 4, 5].map((mark) => [mark, check.rows.filter((row) => read(row) === mark).length]),
      );
    expect(byMark(({ score }) => score)).toEqual(file.marks_file);
    expect(byMark(({ scoreByScale }) => scoreByScale)).toEqual(file.marks_by_scale);
  });

  it("keeps no name and no document", () => {
    const kept = JSON.stringify([reading, withoutPersons(read.workbook, reading)]);
    const rows = read.workbook.sheets[0]!.rows.slice(file.header_row);
    for (const row of rows)
      for (const text of row.slice(6, 11))
        if (text !== "" && text !== "0000") expect(kept).not.toContain(`"${text}"`);
    expect(reading.nameColumns).toEqual([7, 8, 9]);
    expect(new Set(reading.rows.map(({ personKey }) => personKey)).size).toBe(60);
  });
});
