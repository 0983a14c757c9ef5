import type { Day } from "../platform/clock.ts";
import { loadContextOf } from "./context.ts";
import type { SchoolYear } from "./facts.ts";
import { checkYear } from "./load/check.ts";
import type { SubjectLoad, WorkKind, WorkLevel } from "./load/shapes.ts";
import { fixedWorks, placedWorks } from "./placed.ts";

/** A work as everybody reads it. `uid` and `sequence` are those of a calendar's event: a change counts the sequence up. */
export interface EditionWork {
  uid: string;
  sequence: number;
  level: WorkLevel;
  kind: WorkKind;
  title: string;
  grade: number;
  subject: string;
  options: readonly string[];
  classes: readonly string[];
  on: Day;
  lesson: number | null;
  minutes: number;
  note: string;
}

/** What an edition says: the snapshot that public pages and feeds read, and nothing else. */
export interface EditionContent {
  format: 1;
  school: { id: number; name: string; slug: string };
  year: number;
  startsOn: Day;
  endsOn: Day;
  lessonMinutes: number;
  bells: readonly string[];
  classes: readonly string[];
  works: readonly EditionWork[];
  /** Works of earlier editions that do not take place; calendars must hear of it. */
  cancelled: readonly EditionWork[];
  loads: readonly SubjectLoad[];
  holidays: readonly { from: Day; to: Day; title: string }[];
  yearSharePercent: number;
}

/**
 * The next edition of a school's year after `previous`. The same facts give the same content; sequences go on from those of
 * the previous edition, and what is gone since then is said to be cancelled.
 */
export function editionOf(facts: SchoolYear, previous: EditionContent | null): EditionContent {
  const context = loadContextOf(facts, null);
  const bare = [
    ...facts.works.map((work) => bareWork(work, work.classes, work.on, work.uid)),
    ...fixedWorks(facts).map(({ announced, classes }) =>
      bareWork(announced, classes, announced.opensOn, announced.uid),
    ),
  ].sort(byDay);
  const before = new Map(
    [...(previous?.cancelled ?? []), ...(previous?.works ?? [])].map((one) => [one.uid, one]),
  );
  const standing = new Set((previous?.works ?? []).map(({ uid }) => uid));
  const works = bare.map((work) => {
    const old = before.get(work.uid);
    const same = old !== undefined && standing.has(work.uid) && sameEvent(old, work);
    return { ...work, sequence: old === undefined ? 0 : old.sequence + (same ? 0 : 1) };
  });
  const now = new Set(works.map(({ uid }) => uid));
  const gone = [...before.values()].filter(({ uid }) => !now.has(uid));
  return {
    format: 1,
    school: { id: facts.school.id, name: facts.school.name, slug: facts.school.slug },
    year: facts.year,
    startsOn: facts.plan.startsOn,
    endsOn: facts.plan.endsOn,
    lessonMinutes: facts.plan.lessonMinutes,
    bells: facts.plan.bells,
    classes: facts.classes.map(({ label }) => label),
    works,
    cancelled: gone.map((work) => (standing.has(work.uid) ? { ...work, sequence: work.sequence + 1 } : work)),
    loads: checkYear(context, placedWorks(facts)).loads,
    holidays: facts.breaks
      .filter(({ kind }) => kind === "holiday")
      .map(({ from, to, title }) => ({ from, to, title })),
    yearSharePercent: context.parameters.yearSharePercent,
  };
}

/** Does the draft say anything else to families than the newest edition? */
export function differs(draft: EditionContent, newest: EditionContent | null): boolean {
  if (newest === null) return true;
  const said = ({ works, bells, holidays }: EditionContent) =>
    JSON.stringify([
      works.map((work) => [work.uid, ...eventOf(work)]),
      bells,
      holidays.map(({ from, to, title }) => [from, to, title]),
    ]);
  return said(draft) !== said(newest);
}

/** What is told of a change: works added, moved or otherwise changed, and cancelled since `newest`. */
export function changesSince(
  draft: EditionContent,
  newest: EditionContent | null,
): { added: EditionWork[]; changed: { from: EditionWork; to: EditionWork }[]; gone: EditionWork[] } {
  const old = new Map((newest?.works ?? []).map((work) => [work.uid, work]));
  const now = new Set(draft.works.map(({ uid }) => uid));
  return {
    added: draft.works.filter(({ uid }) => !old.has(uid)),
    changed: draft.works.flatMap((to) => {
      const from = old.get(to.uid);
      return from !== undefined && !sameEvent(from, to) ? [{ from, to }] : [];
    }),
    gone: [...old.values()].filter(({ uid }) => !now.has(uid)),
  };
}

type Bare = Omit<EditionWork, "sequence">;

function bareWork(
  work: Omit<Bare, "uid" | "classes" | "on">,
  classes: readonly string[],
  on: Day,
  uid: string,
): Bare {
  const { level, kind, title, grade, subject, options, lesson, minutes, note } = work;
  return { uid, level, kind, title, grade, subject, options, classes, on, lesson, minutes, note };
}

function sameEvent(a: Bare, b: Bare): boolean {
  return JSON.stringify(eventOf(a)) === JSON.stringify(eventOf(b));
}

/** What an event says, in a fixed order: what comes back from the database has its own order of names. */
function eventOf(work: Bare): unknown[] {
  const { level, kind, title, grade, subject, options, classes, on, lesson, minutes, note } = work;
  return [level, kind, title, grade, subject, options, classes, on, lesson, minutes, note];
}

function byDay(a: Bare, b: Bare): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return (a.lesson ?? 99) - (b.lesson ?? 99) || a.grade - b.grade || (a.uid < b.uid ? -1 : 1);
}
