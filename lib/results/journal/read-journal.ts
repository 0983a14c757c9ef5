import { readSubject, type Subject } from "../../assessments/subjects.ts";
import { plain } from "../../platform/text/plain.ts";
import type { Finding } from "../../platform/workbook/finding.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { readClassLabel } from "../cells/class-label.ts";
import { headerKey } from "../cells/header-key.ts";
import { isParticipantCode } from "../cells/participant-code.ts";
import { formFinding } from "../form-findings.ts";
import { type JournalKind, type JournalStatus, readJournalCell, readJournalHeading } from "./journal-cell.ts";

export interface JournalColumn {
  sheet: string;
  column: number;
  heading: string;
  kind: JournalKind;
  /** Cells by what they say; marks by the mark. */
  counts: Record<string, number>;
}
export interface JournalCellReading {
  sheet: string;
  row: number;
  classLabel: string;
  code: string;
  subject: Subject;
  kind: JournalKind;
  heading: string;
  marks: readonly number[];
  status: JournalStatus;
  raw: string;
}
/** An export of an electronic journal: who, which subject, and a mark or a word for each column. */
export interface JournalReading {
  /** First year of the school year that the heading states; null = it states none. */
  schoolYear: number | null;
  columns: JournalColumn[];
  cells: JournalCellReading[];
  findings: Finding[];
  /** Every filled line by what became of it; the sum is `total`. */
  lines: { total: number; taken: number; refused: number; notData: Record<string, number> };
}

const FIRST_ROWS = 30;
const YEAR = /(20\d\d)\s*[-–/]\s*(20\d\d)/;
const HEADS = {
  class: ["класс"],
  code: ["код обучающегося", "код участника", "код ученика", "код"],
  subject: ["предмет"],
} as const;

/** Where the columns that name a line stand, from 0. */
interface Heads {
  class: number;
  code: number;
  subject: number;
}

/** Reads every sheet that has the three columns of a journal's export: class, code of the pupil, subject. */
export function readJournal(sheets: readonly TextSheet[], fileName: string): JournalReading {
  const reading: JournalReading = {
    schoolYear: schoolYearIn(fileName),
    columns: [],
    cells: [],
    findings: [],
    lines: { total: 0, taken: 0, refused: 0, notData: {} },
  };
  for (const sheet of sheets) readSheet(sheet, reading);
  return reading;
}

function readSheet(sheet: TextSheet, reading: JournalReading): void {
  const at = sheet.rows.findIndex((row, i) => i < FIRST_ROWS && headsOf(row) !== null);
  const heads = headsOf(sheet.rows[at] ?? []);
  if (heads === null) return;
  const columns = (sheet.rows[at] ?? []).flatMap((text, i): JournalColumn[] => {
    const printed = plain(text);
    if (printed === "" || Object.values(heads).includes(i)) return [];
    const heading = unusedHeading(printed, reading.columns);
    const column = {
      sheet: sheet.name,
      column: i + 1,
      heading,
      kind: readJournalHeading(printed),
      counts: {},
    };
    reading.columns.push(column);
    return [column];
  });
  const count = (kind: string) => {
    reading.lines.notData[kind] = (reading.lines.notData[kind] ?? 0) + 1;
  };
  const seen = new Set<string>();
  for (const [i, row] of sheet.rows.entries()) {
    if (!row.some((text) => text !== "")) continue;
    reading.lines.total++;
    if (i < at) reading.schoolYear ??= schoolYearIn(row.join(" "));
    if (i <= at) count(i === at ? "header" : "heading");
    else readLine(row, { sheet: sheet.name, row: i + 1 }, heads, columns, seen, reading);
  }
}

function readLine(
  row: readonly string[],
  place: { sheet: string; row: number },
  heads: Heads,
  columns: readonly JournalColumn[],
  seen: Set<string>,
  reading: JournalReading,
): void {
  const code = plain(row[heads.code] ?? "");
  const subject = readSubject(row[heads.subject] ?? "");
  const refused = refusalOf(code, subject, seen);
  if (refused !== null || subject === null) {
    const column = refused === "journalSubject" ? heads.subject : heads.code;
    reading.lines.refused++;
    reading.findings.push(
      formFinding(refused ?? "journalSubject", { ...place, column: column + 1, raw: row[column] ?? "" }),
    );
    return;
  }
  seen.add(`${subject} ${code}`);
  reading.lines.taken++;
  const classLabel = readClassLabel(row[heads.class] ?? "", 0).label ?? "";
  for (const { column, heading, kind, counts } of columns) {
    const raw = row[column - 1] ?? "";
    const value = readJournalCell(raw, kind);
    const said = value === null ? "blank" : value.status === "mark" ? String(value.marks[0]) : value.status;
    counts[said] = (counts[said] ?? 0) + 1;
    if (value === null) continue;
    const { status, marks } = value;
    reading.cells.push({ ...place, classLabel, code, subject, kind, heading, marks, status, raw });
    if (status === "rejected")
      reading.findings.push(formFinding("journalCell", { ...place, column, raw }, { heading }));
  }
}

/** Why a line is not taken: no code, an unknown subject, or the code stands for this subject already; null = it is. */
function refusalOf(code: string, subject: Subject | null, seen: ReadonlySet<string>) {
  if (!isParticipantCode(code)) return "journalCode";
  if (subject === null) return "journalSubject";
  return seen.has(`${subject} ${code}`) ? "journalTwice" : null;
}

function headsOf(row: readonly string[]): Heads | null {
  const keys = row.map(headerKey);
  const find = (names: readonly string[]) => {
    const wanted = names.map(headerKey);
    return keys.findIndex((key) => wanted.includes(key));
  };
  const heads = { class: find(HEADS.class), code: find(HEADS.code), subject: find(HEADS.subject) };
  return Object.values(heads).includes(-1) ? null : heads;
}

/** A heading that stands twice gets a number, so that no cell takes the place of another. */
function unusedHeading(printed: string, before: readonly JournalColumn[]): string {
  let heading = printed;
  for (let n = 2; before.some((column) => column.heading === heading); n++) heading = `${printed} (${n})`;
  return heading;
}

/** «2024/2025» or «2024-2025»: the first of two years that follow each other. */
function schoolYearIn(text: string): number | null {
  const years = YEAR.exec(text);
  const [first, second] = [Number(years?.[1]), Number(years?.[2])];
  return second === first + 1 ? first : null;
}
