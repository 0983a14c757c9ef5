import { columnLetters } from "../../platform/spreadsheet-export/xlsx-text.ts";
import { plain } from "../../platform/text/plain.ts";
import type { Finding } from "../../platform/workbook/finding.ts";
import { readWorkbook, shownName } from "../../platform/workbook/workbook.ts";
import { classLabelParts } from "../../schools/class-rules.ts";
import { MOST_LESSONS } from "./week.ts";

/** A lesson of a file: its place in the week, its text, and the cell that it stands in. */
export interface FileLesson {
  day: number;
  lesson: number;
  text: string;
  cell: string;
}

/** A column of a file: a class with its week. */
export interface FileTimetable {
  label: string;
  lessons: FileLesson[];
}

/** A line that has lessons and no day or number: nobody knows where they belong. */
export interface LostLine {
  row: number;
  text: string;
}

export interface TimetableReading {
  file: string;
  classes: FileTimetable[];
  lost: LostLine[];
  findings: Finding[];
  /** The file has no table of days, lessons and classes. */
  unknown: boolean;
}

const DAYS: readonly RegExp[] = [
  /^(пн|пон)/,
  /^(вт|вів)/,
  /^(ср|сер)/,
  /^(чт|чет)/,
  /^(пт|пят|п.?ят)/,
  /^(сб|суб)/,
  /^(вс|вос|нд|нед)/,
];
const DAY_HEADERS = /^(день|день недели|день тижня|дни|дні)$/;
const LESSON_HEADERS = /^(№|урок|уроки|№ урока|№ уроку|номер урока)$/;

/** Reads a file of timetables: a column for the day, one for the number of the lesson, one for each class. Never throws for what a file holds. */
export function readTimetableFile(bytes: Uint8Array, fileName: string): TimetableReading {
  const file = shownName(fileName);
  const outcome = readWorkbook(bytes, fileName);
  const nothing = { file, classes: [], lost: [] };
  if (!outcome.ok) return { ...nothing, findings: [outcome.refusal], unknown: false };
  const { sheets, notes } = outcome.workbook;
  for (const { rows, hidden } of sheets) {
    if (hidden) continue;
    const header = rows.slice(0, 20).findIndex((texts) => columnsOf(texts) !== null);
    const columns = header < 0 ? null : columnsOf(rows[header] ?? []);
    if (columns === null) continue;
    return { file, ...lessonsOf(rows, header, columns), findings: [...notes], unknown: false };
  }
  return { ...nothing, findings: [...notes], unknown: true };
}

interface Columns {
  day: number;
  lesson: number;
  classes: { label: string; column: number }[];
}

function columnsOf(texts: readonly string[]): Columns | null {
  const names = texts.map((text) => plain(text).toLowerCase());
  const day = names.findIndex((name) => DAY_HEADERS.test(name));
  const lesson = names.findIndex((name) => LESSON_HEADERS.test(name));
  const classes = texts.flatMap((text, column) => {
    const label = classLabelParts(text)?.label;
    return label === undefined || column === day || column === lesson ? [] : [{ label, column }];
  });
  return day < 0 || lesson < 0 || classes.length === 0 ? null : { day, lesson, classes };
}

function lessonsOf(
  rows: readonly (readonly string[])[],
  header: number,
  { day, lesson, classes }: Columns,
): Pick<TimetableReading, "classes" | "lost"> {
  const found = classes.map(({ label }): FileTimetable => ({ label, lessons: [] }));
  const lost: LostLine[] = [];
  // The name of the day stands once over its lessons, as merged cells leave it.
  let current: number | null = null;
  rows.slice(header + 1).forEach((texts, index) => {
    const row = header + 2 + index;
    const named = plain(texts[day] ?? "").toLowerCase();
    if (named !== "") {
      const weekday = DAYS.findIndex((pattern) => pattern.test(named));
      current = weekday < 0 ? null : weekday + 1;
    }
    const number = numberOf(plain(texts[lesson] ?? ""));
    const filled = classes.filter(({ column }) => plain(texts[column] ?? "") !== "");
    if (filled.length === 0) return;
    if (current === null || number === null) {
      lost.push({ row, text: texts.map(plain).filter(Boolean).join(" · ").slice(0, 120) });
      return;
    }
    const at = { day: current, lesson: number };
    classes.forEach(({ column }, order) => {
      const text = plain(texts[column] ?? "");
      if (text !== "")
        found[order]?.lessons.push({
          ...at,
          text: text.slice(0, 200),
          cell: `${columnLetters(column + 1)}${row}`,
        });
    });
  });
  return { classes: found, lost };
}

/** «3», «3.», «3 урок»; null for anything else. */
function numberOf(text: string): number | null {
  const digits = /^(\d{1,2})(\.0+)?\s*(\.|-?й)?\s*(урок)?$/i.exec(text)?.[1];
  const value = Number(digits);
  return digits !== undefined && value >= 1 && value <= MOST_LESSONS ? value : null;
}
