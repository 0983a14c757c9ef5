import { classLabelParts } from "../schools/class-rules.ts";
import type { ClassWeek, SubjectHours } from "./facts.ts";
import { readScheduleSubject } from "./subjects.ts";

/** A line that could not be read: its number and its text. */
export interface WrongLine {
  line: number;
  text: string;
}
export type Lines<T> = { ok: true; rows: T[] } | { ok: false; wrong: WrongLine };

const SEPARATOR = /\s*[;\t]\s*/;

/**
 * Hours of subjects as a person types or pastes them, a line each: parallel; subject; lessons in the year; lessons a week.
 * «5; Математика; 170; 5». The week may be left out: then it is the year by 34 weeks, in halves of a lesson.
 */
export function readHours(text: string): Lines<SubjectHours> {
  return readLines(text, (cells) => {
    const grade = whole(cells[0], 1, 12);
    const subject = readScheduleSubject(cells[1] ?? "");
    const hours = whole(cells[2], 1, 1000);
    const week =
      cells[3] === undefined || cells[3] === "" ? (hours === null ? null : weekOf(hours)) : part(cells[3]);
    if (grade === null || subject === null || hours === null || week === null) return null;
    return { key: `${grade} ${subject}`, row: { grade, subject, hours, lessonsPerWeek: week } };
  });
}

/** Weeks of classes, a line each: class; lessons on Monday; … «5А; 5; 6; 6; 5; 6; 0»; days left out have none. */
export function readWeeks(text: string): Lines<ClassWeek> {
  return readLines(text, (cells) => {
    const label = classLabelParts(cells[0] ?? "")?.label;
    const days = cells.slice(1).map((cell) => (cell === "" ? 0 : whole(cell, 0, 12)));
    if (label === undefined || days.length === 0 || days.length > 7 || days.includes(null)) return null;
    const lessons = Array.from({ length: 7 }, (_, index) => days[index] ?? 0);
    return { key: label, row: { label, lessons } };
  });
}

/** The same as texts for the field. */
export function writeHours(rows: readonly SubjectHours[], name: (code: string) => string): string {
  return rows
    .map(({ grade, subject, hours, lessonsPerWeek }) =>
      [grade, name(subject), hours, String(lessonsPerWeek).replace(".", ",")].join("; "),
    )
    .join("\n");
}

export function writeWeeks(rows: readonly ClassWeek[]): string {
  return rows.map(({ label, lessons }) => [label, ...lessons.slice(0, 6)].join("; ")).join("\n");
}

/** Every line is read or the first wrong one is told; a line that repeats another's key is wrong too. */
function readLines<T>(text: string, read: (cells: string[]) => { key: string; row: T } | null): Lines<T> {
  const rows: T[] = [];
  const keys = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const one = read(line.trim().split(SEPARATOR));
    if (one === null || keys.has(one.key))
      return { ok: false, wrong: { line: index + 1, text: line.trim().slice(0, 80) } };
    keys.add(one.key);
    rows.push(one.row);
  }
  return { ok: true, rows };
}

function whole(text: string | undefined, from: number, to: number): number | null {
  if (text === undefined || !/^\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return value >= from && value <= to ? value : null;
}

/** Lessons a week: 5, 2.5, «0,5». */
function part(text: string): number | null {
  if (!/^\d{1,2}([.,]\d{1,2})?$/.test(text)) return null;
  const value = Number(text.replace(",", "."));
  return value > 0 && value <= 20 ? value : null;
}

/** A school year of 34 weeks; halves, because a lesson every second week is the smallest that timetables know. */
function weekOf(hours: number): number {
  return Math.max(1, Math.floor((hours + 8) / HALF_LESSONS_A_YEAR)) * 0.5;
}

/** A lesson every second week is given 17 times in 34 weeks. */
const HALF_LESSONS_A_YEAR = 17;
