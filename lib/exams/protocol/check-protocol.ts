import type { Finding } from "../../platform/workbook/finding.ts";
import { sumOfItems } from "../../statistics/exams/exam-summary.ts";
import { ITEM } from "../../statistics/task-sums.ts";
import { type ExamFindingCode, examFinding } from "../findings.ts";
import { type AppliedScale, resultByScale } from "../scale-rules.ts";
import { type AnswersReading, readExtendedAnswers, readShortAnswers } from "./answers.ts";
import type { ProtocolColumn, ProtocolReading, ProtocolRow } from "./read-protocol.ts";

/** A line of a protocol after the check, as it is stored. */
export interface CheckedExamRow {
  row: number;
  /** Text of the column «Код ОО». */
  school: string;
  personKey: string;
  classLabel: string;
  category: "" | "vtg" | "spo" | "vpl" | "ovz";
  /** Short answers, then extended ones; empty when no string could be read. */
  items: readonly number[];
  primary: number | null;
  primaryItems: number | null;
  score: number | null;
  scoreByScale: number | null;
  /** Two lines claim to be the same person and differ: neither counts. */
  held: boolean;
}

export interface ProtocolFacts {
  marked: boolean;
  shortMax: readonly number[];
  extendedMax: readonly number[];
  scale: AppliedScale | null;
}

export interface ProtocolCheck {
  rows: readonly CheckedExamRow[];
  findings: readonly Finding[];
  duplicates: number;
}

type Say = (
  code: ExamFindingCode,
  column: ProtocolColumn,
  raw: string,
  params?: Record<string, string | number>,
) => void;

/** Checks every line by forms.md F-16: a defect refuses its cell and never the row around it; printed totals are never mended. */
export function checkProtocol(reading: ProtocolReading, facts: ProtocolFacts): ProtocolCheck {
  const findings: Finding[] = [];
  const checked = reading.rows.map((row) =>
    checkRow(row, facts, (code, column, raw, params = {}) =>
      findings.push(
        examFinding(
          code,
          { sheet: reading.sheet, row: row.row, column: reading.columns[column] ?? null, raw },
          params,
        ),
      ),
    ),
  );
  const { rows, duplicates } = settleDuplicates(checked, reading, findings);
  return { rows, findings, duplicates };
}

function checkRow(row: ProtocolRow, facts: ProtocolFacts, say: Say): CheckedExamRow {
  const short = readShortAnswers(row.short, facts.shortMax);
  const extended = readExtendedAnswers(row.extended, facts.extendedMax);
  tell(short, "short", row.short, facts.shortMax.length, say);
  if (facts.extendedMax.length > 0 || row.extended !== "")
    tell(extended, "extended", row.extended, facts.extendedMax.length, say);
  const items = itemsOf(short.items, extended.items, facts);
  const primary = readPrimary(row.primary, facts, say);
  // Points of an oral part stand in the total and in no string.
  const primaryItems = row.oral === "" ? sumOfItems(items) : null;
  if (primary !== null && primaryItems !== null && primary !== primaryItems)
    say("examTotalWrong", "primary", row.primary, { printed: primary, sum: primaryItems });
  const score = readScore(row.score, facts.marked, say);
  const scoreByScale =
    facts.scale === null
      ? null
      : resultByScale(facts.scale, facts.marked, primary, { items, short: facts.shortMax.length });
  if (score !== null && scoreByScale !== null && score !== scoreByScale)
    say("examScoreNotByScale", "score", row.score, {
      printed: score,
      scale: scoreByScale,
      primary: primary ?? 0,
    });
  if (row.personKey === null) say("examDocumentMissing", "document", "");
  const classLabel = readClass(row.classText);
  if (classLabel === "" && row.classText !== "") say("examClassUnreadable", "class", row.classText);
  return {
    row: row.row,
    school: row.school,
    personKey: row.personKey ?? `r${row.row}`,
    classLabel,
    category: readCategory(row.category),
    items,
    ...{ primary, primaryItems, score, scoreByScale, held: false },
  };
}

function tell(
  reading: AnswersReading,
  column: "short" | "extended",
  raw: string,
  tasks: number,
  say: Say,
): void {
  for (const { code, task } of reading.defects) say(code, column, raw, { task, tasks });
}

/** A refused string leaves its tasks refused, so that the others keep their places. */
function itemsOf(
  short: readonly number[] | null,
  extended: readonly number[] | null,
  { shortMax, extendedMax }: ProtocolFacts,
): number[] {
  const refused = (count: number) => Array<number>(count).fill(ITEM.rejected);
  return [...(short ?? refused(shortMax.length)), ...(extended ?? refused(extendedMax.length))];
}

function readPrimary(text: string, { scale, shortMax, extendedMax }: ProtocolFacts, say: Say): number | null {
  if (text === "") {
    say("examPrimaryMissing", "primary", text);
    return null;
  }
  if (!/^\d{1,3}(?:[.,]0+)?$/.test(text)) {
    say("examPrimaryUnreadable", "primary", text);
    return null;
  }
  const value = Number.parseInt(text, 10);
  const maxima = [...shortMax, ...extendedMax];
  const known = maxima.length > 0 && !maxima.includes(0) ? maxima.reduce((sum, max) => sum + max, 0) : null;
  const max = scale?.maxPrimary ?? known ?? 100;
  if (value > max) {
    say("examPrimaryOutOfRange", "primary", text, { max });
    return null;
  }
  return value;
}

function readScore(text: string, marked: boolean, say: Say): number | null {
  if (text === "" || text === "-" || text === "—") {
    say("examScoreMissing", "score", text);
    return null;
  }
  const value = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : null;
  if (value !== null && (marked ? value >= 2 && value <= 5 : value <= 100)) return value;
  say("examScoreUnreadable", "score", text, { from: marked ? 2 : 0, to: marked ? 5 : 100 });
  return null;
}

/** «9А», «9 "А"», «9-а» → 9А; a bare grade stays a grade, anything else is unknown. */
function readClass(text: string): string {
  const match = /^(\d{1,2})\s*[-–]?\s*[«"']?\s*([А-ЯЁа-яёA-Za-zІіЇїЄєҐґ]?)\s*[»"']?$/.exec(text);
  if (!match) return "";
  const letter = (match[2] ?? "")
    .toUpperCase()
    .replace(/[ABEKMHOPCTX]/g, (latin) => "АВЕКМНОРСТХ"["ABEKMHOPCTX".indexOf(latin)]!);
  return `${Number(match[1])}${letter}`;
}

function readCategory(text: string): CheckedExamRow["category"] {
  const key = text.toLowerCase();
  if (/втг|текущего/.test(key)) return "vtg";
  if (/спо/.test(key)) return "spo";
  if (/впл|прошлых/.test(key)) return "vpl";
  return /овз/.test(key) ? "ovz" : "";
}

/** The same person twice: equal lines are one, different ones both wait for a decision (forms.md D-40). */
function settleDuplicates(
  rows: readonly CheckedExamRow[],
  { sheet, columns }: ProtocolReading,
  findings: Finding[],
): { rows: CheckedExamRow[]; duplicates: number } {
  const kept: CheckedExamRow[] = [];
  let duplicates = 0;
  for (const same of Map.groupBy(rows, ({ school, personKey }) => `${school}|${personKey}`).values()) {
    const [first, ...others] = same;
    if (!first) continue;
    const differs = others.some((other) => !isSameRow(first, other));
    for (const other of others)
      findings.push(
        examFinding(
          differs ? "examDuplicateDiffers" : "examDuplicateEqual",
          { sheet, row: other.row, column: columns.document ?? null },
          { first: first.row, second: other.row },
        ),
      );
    if (differs) kept.push(...same.map((row) => ({ ...row, held: true })));
    else {
      kept.push(first);
      duplicates += others.length;
    }
  }
  return { rows: kept, duplicates };
}

/** True when two lines say the same of a person; where they stood does not count. */
export function isSameRow(
  a: Omit<CheckedExamRow, "row" | "school">,
  b: Omit<CheckedExamRow, "row" | "school">,
): boolean {
  return (
    a.classLabel === b.classLabel &&
    a.category === b.category &&
    a.primary === b.primary &&
    a.score === b.score &&
    a.scoreByScale === b.scoreByScale &&
    a.items.length === b.items.length &&
    a.items.every((item, i) => item === b.items[i])
  );
}
