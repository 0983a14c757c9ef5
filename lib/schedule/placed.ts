import type { AnnouncedWork, ScheduledWork, SchoolYear } from "./facts.ts";
import { dayNumber } from "./load/days.ts";
import type { PlacedWork } from "./load/shapes.ts";

/** Classes of a parallel that write one work of the school do so within this many days; later it is another work. */
const SAME_WORK_DAYS = 10;

/** How a work of the school is called among the placements of the rules, and one that an office has set. */
export const ownId = (id: number) => `s${id}`;
export const announcedId = (id: number) => `w${id}`;

/** A work that an office has set on a day, for the classes of the school that have no placement of their own for it. */
export interface FixedWork {
  announced: AnnouncedWork;
  classes: readonly string[];
}

/** True when the office has set the day itself. */
export const isFixed = (one: { opensOn: string; closesOn: string }) => one.opensOn === one.closesOn;

/** Classes of the school that write an announced work and have no placement for it. */
export function classesWithout(facts: SchoolYear, announced: AnnouncedWork): string[] {
  const placed = new Set(
    facts.works.filter(({ windowId }) => windowId === announced.id).flatMap(({ classes }) => classes),
  );
  return facts.classes
    .filter(({ grade, label }) => grade === announced.grade && !placed.has(label))
    .map(({ label }) => label);
}

/** Works whose day an office has set: they stand in the school's schedule without anybody entering them. */
export function fixedWorks(facts: SchoolYear): FixedWork[] {
  return facts.announced.filter(isFixed).flatMap((announced) => {
    const classes = classesWithout(facts, announced);
    return classes.length > 0 ? [{ announced, classes }] : [];
  });
}

/** Windows in which some class of the school has no day yet. */
export function openWindows(facts: SchoolYear): FixedWork[] {
  return facts.announced
    .filter((one) => !isFixed(one))
    .flatMap((announced) => {
      const classes = classesWithout(facts, announced);
      return classes.length > 0 ? [{ announced, classes }] : [];
    });
}

/** Everything that stands in the school's schedule, as the load rules read it. */
export function placedWorks(facts: SchoolYear): PlacedWork[] {
  const announcedById = new Map(facts.announced.map((one) => [one.id, one]));
  const groups = ownGroups(facts.works);
  const own = facts.works.map((work): PlacedWork => {
    const announced = work.windowId === null ? undefined : announcedById.get(work.windowId);
    return {
      ...common(work, work.id),
      id: ownId(work.id),
      work: work.windowId === null ? (groups.get(work.id) ?? null) : announcedId(work.windowId),
      classes: work.classes,
      on: work.on,
      fixed: announced !== undefined && isFixed(announced),
      window:
        announced === undefined || isFixed(announced)
          ? null
          : { from: announced.opensOn, to: announced.closesOn },
    };
  });
  const fixed = fixedWorks(facts).map(
    ({ announced, classes }): PlacedWork => ({
      ...common(announced, -announced.id),
      id: announcedId(announced.id),
      work: announcedId(announced.id),
      classes,
      on: announced.opensOn,
      fixed: true,
      window: null,
    }),
  );
  return [...own, ...fixed];
}

/** A drawn subject that is not known yet is a subject of its own: nothing can be said of its gaps and hours. */
function common(work: ScheduledWork | AnnouncedWork, mark: number) {
  const { kind, level, lesson, minutes, wholeClass } = work;
  return { kind, level, lesson, minutes, wholeClass, subject: work.subject || `?${mark}` };
}

/**
 * Which of the school's own works are one work that classes of a parallel write on different days: the same kind, subject and
 * title, other classes, within ten days. The letter counts it once (load/shapes.ts).
 */
function ownGroups(works: readonly ScheduledWork[]): Map<number, string> {
  const open = new Map<string, { name: string; from: number; classes: Set<string> }>();
  const names = new Map<number, string>();
  const own = works.filter(({ windowId }) => windowId === null);
  for (const work of [...own].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id))) {
    const key = [work.grade, work.subject, work.kind, work.title.trim().toLowerCase()].join("|");
    const known = open.get(key);
    const from = dayNumber(work.on);
    const joins =
      known !== undefined &&
      from - known.from <= SAME_WORK_DAYS &&
      work.classes.every((label) => !known.classes.has(label));
    const group = joins ? known : { name: `own${work.id}`, from, classes: new Set<string>() };
    for (const label of work.classes) group.classes.add(label);
    open.set(key, group);
    names.set(work.id, group.name);
  }
  return names;
}
