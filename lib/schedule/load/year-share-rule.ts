import { conflict } from "./conflict.ts";
import type { Conflict, LoadContext, SubjectLoad } from "./shapes.ts";
import { type Item, parallelKey, type Year } from "./year.ts";

/**
 * Time that procedures of a subject take in a parallel. A procedure counts once for the parallel, at its longest placement,
 * however many classes write it; with `reading: "class"` the class with the most counts instead.
 */
export function subjectLoad(
  context: LoadContext,
  grade: number,
  subject: string,
  items: readonly Item[],
): SubjectLoad {
  const { parameters } = context;
  const hours = context.hours[String(grade)]?.[subject] ?? null;
  const sum =
    parameters.reading === "parallel"
      ? once(items)
      : [...new Set(items.flatMap((item) => item.work.classes))]
          .map((label) => once(items.filter((item) => item.work.classes.includes(label))))
          .reduce((most, of) => (of.counted > most.counted ? of : most), { counted: 0, minutes: 0 });
  return {
    grade,
    subject,
    procedures: new Set(items.map((item) => item.procedure)).size,
    minutes: sum.minutes,
    countedMinutes: sum.counted,
    hours,
    // Whole minutes against whole minutes: rounding down changes no comparison.
    allowedMinutes:
      hours === null
        ? null
        : Math.floor((hours * parameters.lessonMinutes * parameters.yearSharePercent) / 100),
  };
}

function once(items: readonly Item[]): { counted: number; minutes: number } {
  const longest = new Map<string, Item>();
  for (const item of items) {
    const known = longest.get(item.procedure);
    if (!known || item.work.minutes > known.work.minutes) longest.set(item.procedure, item);
  }
  let counted = 0;
  let minutes = 0;
  for (const item of longest.values()) {
    counted += item.counted;
    minutes += item.work.minutes;
  }
  return { counted, minutes };
}

/** All loads of the year, by parallel and subject. */
export function subjectLoads(year: Year): SubjectLoad[] {
  return [...year.byParallel]
    .map(([key, items]) => {
      const [grade, subject] = parallelOf(key);
      return subjectLoad(year.context, grade, subject, items);
    })
    .sort((a, b) => a.grade - b.grade || (a.subject < b.subject ? -1 : 1));
}

/**
 * «Не более 10 % всего объёма учебного времени предмета в параллели в текущем учебном году» (letter of 06.08.2021). No other
 * day helps: a work has to go, to be shortened, or to be replaced by the result of a work from above.
 */
export function yearShareConflicts(year: Year): Conflict[] {
  return [...year.byParallel].flatMap(([key, items]) => {
    const [grade, subject] = parallelOf(key);
    return over(year.context, grade, subject, items);
  });
}

/** The same of one work that may not stand in the schedule yet. */
export function yearShareConflictsOf(year: Year, item: Item): Conflict[] {
  if (item.notProcedure !== null) return [];
  return item.grades.flatMap((grade) => {
    const others = year.byParallel.get(parallelKey(grade, item.work.subject)) ?? [];
    return over(year.context, grade, item.work.subject, [...others, item]);
  });
}

function over(context: LoadContext, grade: number, subject: string, items: readonly Item[]): Conflict[] {
  const load = subjectLoad(context, grade, subject, items);
  if (load.allowedMinutes === null || load.countedMinutes <= load.allowedMinutes) return [];
  return [
    conflict("overTenPercent", parallelKey(grade, subject), items, {
      classes: [...new Set(items.flatMap((item) => item.work.classes))].sort(),
      grade,
      subject,
      params: {
        grade,
        used: load.countedMinutes,
        allowed: load.allowedMinutes,
        hours: load.hours ?? 0,
        percent: context.parameters.yearSharePercent,
      },
    }),
  ];
}

function parallelOf(key: string): [number, string] {
  const bar = key.indexOf("|");
  return [Number(key.slice(0, bar)), key.slice(bar + 1)];
}
