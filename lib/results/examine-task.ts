import { gzipSync } from "node:zlib";
import type { Finding } from "../platform/workbook/finding.ts";
import { readTable } from "../platform/workbook/table.ts";
import { readWorkbook, type TextSheet, type Workbook } from "../platform/workbook/workbook.ts";
import type { WorkShape } from "../statistics/summary.ts";
import { checkForm, type FormCheck, type WorkFacts } from "./check.ts";
import type { SchoolFacts } from "./check-schools.ts";
import { formFinding } from "./form-findings.ts";
import type { FormReading } from "./layouts/layout.ts";
import { recogniseLayout, refuseUnknown } from "./layouts/recognise.ts";
import { type ReportCode, recogniseReport } from "./layouts/report-forms.ts";
import { guessPlace } from "./mapping/guess-mapping.ts";
import { headerFingerprints } from "./mapping/header-fingerprint.ts";
import type { Preset } from "./mapping/mapping.ts";
import { readMapped, recognisePreset } from "./mapping/read-mapped.ts";
import { withoutPersons } from "./mapping/without-persons.ts";
import { matchWorks, type WorkMatch } from "./match-works.ts";
import { batchesOf, type RowColumns } from "./row-columns.ts";
import { blockingFindings } from "./rules.ts";
import type { Given } from "./schema.ts";
import type { Understood } from "./understood.ts";
import { understoodWork } from "./understood-work.ts";

/** What the check relies on; plain data, because it is copied into the thread that reads the file. Asked for when it is known of which schools the file speaks. */
export interface ExamineFacts {
  works: readonly WorkFacts[];
  /** Those of the asked schools that are in the viewer's scope, by six digits, each with its classes by school year. */
  schools: readonly (readonly [
    string,
    { id: number; name: string; classes: Readonly<Record<number, readonly string[]>> },
  ])[];
  /** The viewer's own school, when there is one; it is among the schools. */
  ownLogin: string | null;
}

/** The named layouts that have one of the asked headers, the nearest unit and the newest version first. */
export interface KnownPresets {
  presets: readonly Preset[];
}

/** A worksheet ready to be kept: gzip of its texts, without the columns that hold names. */
export interface PackedSheet {
  name: string;
  cells: Uint8Array;
}

export type ExaminePiece =
  | { kind: "question"; logins: readonly string[] }
  | { kind: "read"; rows: number }
  | { kind: "unknown"; fingerprints: readonly string[] }
  | { kind: "rows"; columns: RowColumns }
  | { kind: "findings"; findings: Finding[] }
  | { kind: "sheet"; sheet: PackedSheet };
export type ExamineResult =
  /** `unmapped` = a table whose columns a person can name: its cells are kept without names of persons. */
  | { refusal: Finding; unmapped: boolean }
  /** A report with ready totals: nothing of it is a pupil, its cells are kept and read by who knows such reports. */
  | { refusal: null; report: ReportCode; understood: null }
  | { refusal: null; understood: Understood };

const ZERO = "0".charCodeAt(0);
const pieceSize = 500;
/** Rows of one piece, about as many as one statement takes: a whole form. */
const rowsAtOnce = 1_500;
/** Refusals of a table that is sound but for its headers: a person can say what its columns are. */
const mappable: ReadonlySet<string> = new Set(["unknownForm", "duplicateHeader", "ambiguousHeader"]);

/**
 * Reads a file (or the kept sheets of one), recognises the form, finds the works and checks every row. Runs in a thread
 * of its own; its pieces are small, so that whoever takes them over is never held up. The one piece that is a question
 * must be answered with the facts.
 */
export function* examineTask(
  source: Uint8Array | TextSheet[],
  fileName: string,
  stated: Given,
): Generator<ExaminePiece, ExamineResult, ExamineFacts | KnownPresets | undefined> {
  const outcome = Array.isArray(source)
    ? { ok: true as const, workbook: { format: "xlsx" as const, encoding: null, sheets: source, notes: [] } }
    : readWorkbook(source, fileName);
  if (!outcome.ok) return { refusal: outcome.refusal, unmapped: false };
  let book = outcome.workbook;
  const layout = recogniseLayout(book);
  const report = layout ? null : recogniseReport(book);
  if (report) {
    for (const sheet of book.sheets) yield { kind: "sheet", sheet: pack(sheet) };
    if (book.notes.length > 0) yield { kind: "findings", findings: [...book.notes] };
    return { refusal: null, report, understood: null };
  }
  let reading: FormReading;
  let preset: Preset | null = null;
  if (layout) reading = layout.read(book, fileName);
  else {
    const { refusal, notes } = notAForm(book);
    const clean = book.sheets.map((sheet) => withoutPersons(sheet));
    book = { ...book, sheets: clean.map(({ sheet }) => sheet) };
    const isTable = mappable.has(refusal.code) && guessPlace(book.sheets) !== null;
    const answer = isTable
      ? yield { kind: "unknown", fingerprints: headerFingerprints(book.sheets) }
      : undefined;
    preset = answer && "presets" in answer ? recognisePreset(book, answer.presets) : null;
    if (!preset) {
      if (notes.length > 0) yield { kind: "findings", findings: notes };
      if (isTable) for (const sheet of book.sheets) yield { kind: "sheet", sheet: pack(sheet) };
      return { refusal: isTable ? refuseUnknown(book) : refusal, unmapped: isTable };
    }
    reading = readMapped(
      book,
      preset,
      fileName,
      clean.flatMap(({ sheet, columns }) =>
        columns.map((column) => ({ sheet: sheet.name, column, reason: "names" as const })),
      ),
    );
    const said = preset.mapping.columns.flatMap(({ column, meaning }) =>
      meaning === "names" ? [column] : [],
    );
    const ofWorks = new Set(reading.works.map((work) => work.sheet));
    book = {
      ...book,
      sheets: book.sheets.map((sheet) =>
        ofWorks.has(sheet.name) ? withoutPersons(sheet, said).sheet : sheet,
      ),
    };
  }
  yield { kind: "read", rows: reading.rows.length };
  const facts = yield { kind: "question", logins: loginsOf(reading, fileName, stated) };
  if (!facts || !("works" in facts)) throw new Error("The check was not told what it relies on");
  const { given, schoolFrom } = completeGiven(reading, fileName, stated, facts.ownLogin);
  const matches = reading.works.map((work) => matchWorks(work, facts.works, given));
  const works = matches.map((match) => (match.kind === "one" ? match.work : null));
  const schools = schoolsOfYear(facts, works[0] ?? null);
  const check = checkForm(reading, { works, schools, inScope: new Set(schools.keys()), given });
  const findings = [...book.notes, ...origin(schoolFrom, given), ...questions(matches), ...check.findings];
  const blocked = blockingFindings(findings).length > 0;

  for (const sheet of preset ? book.sheets : withoutNames(book, reading))
    yield { kind: "sheet", sheet: pack(sheet) };
  for (let at = 0; at < findings.length; at += pieceSize)
    yield { kind: "findings", findings: findings.slice(at, at + pieceSize) };
  const rows = blocked ? [] : check.rows;
  const schoolIds = new Map([...schools].map(([login, { id }]) => [login, id]));
  for (const columns of batchesOf(rows, schoolIds, shapesOf(works), rowsAtOnce))
    yield { kind: "rows", columns };
  return {
    refusal: null,
    understood: understand(reading, matches, check, {
      schoolFrom,
      blocked,
      ...(preset ? { preset: { id: preset.id, name: preset.name, version: preset.version } } : {}),
    }),
  };
}

/**
 * Why a file is no form: when it is not even a sound table (a header twice, names that became dates, no rows), that is
 * said; otherwise which headers were expected and found. What was noticed on the way is told beside it.
 */
function notAForm(book: Workbook): { refusal: Finding; notes: Finding[] } {
  const table = readTable(book);
  const unknown = refuseUnknown(book);
  const refusal = table.ok || unknown.code === "otherForm" ? unknown : table.refusal;
  return { refusal, notes: [...book.notes, ...table.findings].filter((finding) => finding !== refusal) };
}

/** Every school that the rows can be about, beside the viewer's own. */
function loginsOf(reading: FormReading, fileName: string, given: Given): string[] {
  const stated = [...reading.rows.map((row) => row.login), given.login, loginInName(fileName)];
  return [...new Set(stated.flatMap((login) => login ?? []))];
}

function loginInName(fileName: string): string | undefined {
  return /(?:edu|sch)(\d{6})(?!\d)/i.exec(fileName)?.[1];
}

/** What the form leaves open is taken from the person, the person's own school, or a login in the file's name; nothing else. */
function completeGiven(
  reading: FormReading,
  fileName: string,
  given: Given,
  ownLogin: string | null,
): { given: Given; schoolFrom: Understood["schoolFrom"] } {
  if (reading.rows.some((row) => row.login !== null)) return { given, schoolFrom: "file" };
  if (given.login) return { given, schoolFrom: "person" };
  const named = loginInName(fileName);
  // A name that speaks of another school than one's own is not overruled: the check will say that the school is not ours.
  if (named && named !== ownLogin) return { given: { ...given, login: named }, schoolFrom: "name" };
  if (ownLogin) return { given: { ...given, login: ownLogin }, schoolFrom: "own" };
  return { given, schoolFrom: "missing" };
}

function origin(schoolFrom: Understood["schoolFrom"], given: Given): Finding[] {
  return schoolFrom === "name"
    ? [formFinding("schoolFromName", {}, { login: `edu${given.login ?? ""}` })]
    : [];
}

function questions(matches: readonly WorkMatch[]): Finding[] {
  return matches.flatMap((match) => (match.kind === "one" ? [] : [match.finding]));
}

/** Class lists are those of the school year in which the work was written. */
function schoolsOfYear(facts: ExamineFacts, work: WorkFacts | null): Map<string, SchoolFacts> {
  const year = work ? (work.season === "spring" ? work.year - 1 : work.year) : null;
  return new Map(
    facts.schools.map(([login, school]) => [
      login,
      { id: school.id, name: school.name, classes: year === null ? [] : (school.classes[year] ?? []) },
    ]),
  );
}

function shapesOf(works: readonly (WorkFacts | null)[]): Map<number, WorkShape> {
  return new Map(
    works.flatMap((work) =>
      work ? [[work.id, { maxScore: work.maxScore, taskMaxima: work.tasks.map(({ max }) => max) }]] : [],
    ),
  );
}

function withoutNames(book: Workbook, reading: FormReading): readonly TextSheet[] {
  if (reading.refusedColumns.length === 0) return book.sheets;
  return book.sheets.map((sheet) => {
    const refused = new Set(
      reading.refusedColumns
        .filter((column) => column.sheet === sheet.name)
        .map((column) => column.column - 1),
    );
    return refused.size === 0
      ? sheet
      : { ...sheet, rows: sheet.rows.map((row) => row.map((text, i) => (refused.has(i) ? "" : text))) };
  });
}

function pack(sheet: TextSheet): PackedSheet {
  const kept = {
    hidden: sheet.hidden,
    rows: sheet.rows,
    kinds: sheet.kinds.map(digits),
  };
  // The lightest level makes a form a tenth larger, in half the time.
  return { name: sheet.name, cells: gzipSync(JSON.stringify(kept), { level: 1 }) };
}

/** Kinds of cells as one digit each. */
function digits(kinds: Uint8Array): string {
  return Buffer.from(kinds.map((kind) => kind + ZERO)).toString("latin1");
}

function understand(
  reading: FormReading,
  matches: readonly WorkMatch[],
  check: FormCheck,
  rest: Pick<Understood, "schoolFrom" | "blocked" | "preset">,
): Understood {
  const logins = [...new Set(check.perSchool.map((school) => school.login).filter(Boolean))];
  const refused =
    Object.values(check.lines.refused).reduce((sum, count) => sum + count, 0) + check.lines.unmatched;
  return {
    layout: reading.layout,
    works: reading.works.map((work, i) => understoodWork(work, matches[i] ?? null)),
    schools: logins.length,
    logins: logins.slice(0, 100),
    taken: check.lines.present,
    absent: check.lines.absent,
    held: check.lines.held,
    refused,
    lines: check.lines.total,
    notData: check.lines.notData,
    cells: check.cells,
    cellAccount: check.cellAccount,
    nameColumns: reading.refusedColumns.length,
    ...rest,
  };
}
