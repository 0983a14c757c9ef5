import type { Day } from "../platform/clock.ts";
import { candidateOf, type Draft, othersOf } from "./candidate.ts";
import { loadContextOf } from "./context.ts";
import type { AnnouncedWork, ScheduledWork, SchoolYear } from "./facts.ts";
import { readClasses, readDayCell, readKind, readLevel, readWhole } from "./import-cells.ts";
import { type ImportRow, mostImportRows } from "./import-file.ts";
import { checkOne } from "./load/check.ts";
import type { Conflict, WorkLevel } from "./load/shapes.ts";
import { isFixed } from "./placed.ts";
import { readScheduleSubject } from "./subjects.ts";

/** What keeps a row out; its sentence is `schedule.import.problem.<code>`. */
export interface RowProblem {
  code: string;
  params: Record<string, string | number>;
}

/** A row of the review. `add`: it will stand in the schedule; `there`: it stands already; `out`: it is left out for `problem`. */
export interface CheckedRow {
  row: number;
  state: "add" | "there" | "out";
  problem: RowProblem | null;
  draft: (Draft & { note: string }) | null;
  /** What the load rules say of it beside everything else, rows above it included. */
  conflicts: Conflict[];
}

/**
 * Judges the rows of a file against the school's year, in their order: each sees those above it as placed. Pure: the review and
 * the command that applies it come to the same answer or the command refuses.
 */
export function checkImport(facts: SchoolYear, rows: readonly ImportRow[], today: Day): CheckedRow[] {
  const context = loadContextOf(facts, today);
  const seen = new Map<string, number>();
  let growing = facts;
  return rows.map((row, index) => {
    const out = (code: string, params: RowProblem["params"] = {}): CheckedRow => ({
      ...{ row: row.row, state: "out", problem: { code, params }, draft: null, conflicts: [] },
    });
    if (index >= mostImportRows) return out("tooManyRows", { most: mostImportRows });
    const read = readRow(facts, row, today);
    if ("code" in read) return out(read.code, read.params);
    const key = [
      read.draft.on,
      read.draft.classes.join(),
      read.draft.subject,
      read.draft.title.toLowerCase(),
    ].join("|");
    const twin = seen.get(key);
    if (twin !== undefined) return out("duplicate", { row: twin });
    seen.set(key, row.row);
    if (read.there || stands(facts, read.draft))
      return { row: row.row, state: "there", problem: null, draft: read.draft, conflicts: [] };
    const draft = { ...read.draft, id: -(index + 1) };
    const conflicts = checkOne(context, othersOf(growing, draft), candidateOf(growing, draft));
    growing = { ...growing, works: [...growing.works, workOf(draft)] };
    return { row: row.row, state: "add", problem: null, draft, conflicts };
  });
}

type ReadRow = { draft: Draft & { note: string }; there: boolean } | RowProblem;

const problem = (code: string, params: RowProblem["params"] = {}): RowProblem => ({ code, params });

function readRow(facts: SchoolYear, { cells }: ImportRow, today: Day): ReadRow {
  const text = (field: keyof typeof cells) => cells[field] ?? "";
  if (text("on") === "") return problem("dayMissing");
  const on = readDayCell(text("on"));
  if (on === null) return problem("dayWrong", { text: text("on") });
  const classes = readClasses(text("classes"), facts.classes);
  if (!classes.ok) return problem(classes.code, { text: classes.text });
  const unknown = classes.labels.filter((label) => !facts.classes.some((one) => one.label === label));
  if (unknown.length > 0) return problem("classUnknown", { text: unknown.join(", ") });
  const subject = readScheduleSubject(text("subject"));
  if (subject === null) return problem("subjectUnknown", { text: text("subject") });
  const lesson = readWhole(text("lesson"), 1, 12);
  if (lesson === null) return problem("lessonWrong", { text: text("lesson") });
  const minutes = readWhole(text("minutes"), 1, 600);
  if (minutes === null) return problem("minutesWrong", { text: text("minutes") });
  const level = readLevel(text("level"));
  if (level === null) return problem("levelWrong", { text: text("level") });
  const kind = readKind(text("kind") || text("title"));
  const title = text("title") || text("kind");
  if (title.length < 2) return problem("titleMissing");
  const day = dayProblem(facts, on, today);
  const base = { on, lesson: lesson ?? null, subject, grade: classes.grade, classes: classes.labels };
  const rest = { id: null, kind, title: title.slice(0, 200), note: text("note") };
  const draft = {
    ...base,
    ...rest,
    level,
    windowId: null,
    minutes: minutes ?? facts.plan.lessonMinutes,
    wholeClass: true,
  };
  if (level !== "school") return ofOffice(facts, draft, level);
  return day ?? { draft, there: false };
}

/** A day on which nothing can be placed, whatever the rules of load say. */
function dayProblem(facts: SchoolYear, on: Day, today: Day): RowProblem | null {
  const { plan, breaks } = facts;
  if (on < plan.startsOn || plan.endsOn < on) return problem("dayOutsideYear", { day: on });
  const worked = breaks.some(({ kind, from }) => kind === "workday" && from === on);
  const holiday = breaks.find(({ kind, from, to }) => kind === "holiday" && from <= on && on <= to);
  if (holiday && !worked) return problem("dayHoliday", { day: on, title: holiday.title });
  return on < today ? problem("dayPast", { day: on }) : null;
}

/** A work of an office stands in the office's window, or it is not known to the portal. */
function ofOffice(facts: SchoolYear, draft: Draft & { note: string }, level: WorkLevel): ReadRow {
  const matches = facts.announced.filter(
    (one) =>
      one.level === level &&
      one.grade === draft.grade &&
      (one.subject === draft.subject || one.options.includes(draft.subject)),
  );
  const announced = matches.find(({ opensOn, closesOn }) => opensOn <= draft.on && draft.on <= closesOn);
  if (announced === undefined) {
    const [nearest] = matches;
    return nearest
      ? problem("outsideWindow", { from: nearest.opensOn, to: nearest.closesOn, day: draft.on })
      : problem("noWindow");
  }
  return { draft: inWindow(draft, announced), there: isFixed(announced) };
}

function inWindow(draft: Draft & { note: string }, announced: AnnouncedWork): Draft & { note: string } {
  const { kind, title, minutes, wholeClass } = announced;
  return { ...draft, windowId: announced.id, kind, title, minutes, wholeClass };
}

/** The same work on the same day for the same classes. */
function stands(facts: SchoolYear, draft: Draft): boolean {
  return facts.works.some(
    (work) =>
      work.on === draft.on &&
      work.subject === draft.subject &&
      work.windowId === draft.windowId &&
      draft.classes.every((label) => work.classes.includes(label)) &&
      (draft.windowId !== null || work.title.toLowerCase() === draft.title.toLowerCase()),
  );
}

function workOf(draft: Draft & { note: string }): ScheduledWork {
  return { ...draft, id: draft.id ?? 0, uid: "", options: [], workId: null, clause: null, version: 0 };
}
