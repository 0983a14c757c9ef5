import { pastConflicts } from "./calendar-rule.ts";
import { byTime } from "./conflict.ts";
import { dayConflicts, dayConflictsOf } from "./day-rule.ts";
import { gapConflicts, gapConflictsOf } from "./gap-rule.ts";
import { ownConflicts } from "./own-rules.ts";
import type { Conflict, LoadContext, PlacedWork, YearReport } from "./shapes.ts";
import { unchecked } from "./unchecked.ts";
import { type Item, indexYear, itemOf, type Year } from "./year.ts";
import { subjectLoads, yearShareConflicts, yearShareConflictsOf } from "./year-share-rule.ts";

/**
 * All conflicts of a school's year, what in it is no procedure, how much of each subject's year is used, and what could not
 * be checked. The same works in another order give the same report; one more work never takes a conflict away.
 */
export function checkYear(context: LoadContext, placed: readonly PlacedWork[]): YearReport {
  const year = indexYear(context, placed);
  const conflicts = [
    ...year.items.flatMap((item) => ownConflicts(context, item)),
    ...gapConflicts(year),
    ...dayConflicts(year),
    ...yearShareConflicts(year),
  ].sort(byTime);
  return {
    conflicts,
    notProcedures: year.items.flatMap(({ work, notProcedure: reason }) =>
      reason === null ? [] : [{ work: work.id, reason }],
    ),
    loads: subjectLoads(year),
    unchecked: unchecked(year),
  };
}

/**
 * Conflicts of one work with the rest of the schedule, for the moment in which its place is chosen. `placed` may hold the work
 * itself at its old place: that is passed over. Beside what `checkYear` would say, a day before today is refused.
 */
export function checkOne(
  context: LoadContext,
  placed: readonly PlacedWork[],
  candidate: PlacedWork,
): Conflict[] {
  const year = withoutWork(context, placed, candidate.id);
  return conflictsOf(year, itemOf(context, year.position, candidate));
}

/** The schedule without one of its works. */
export function withoutWork(context: LoadContext, placed: readonly PlacedWork[], id: string): Year {
  return indexYear(
    context,
    placed.filter((work) => work.id !== id),
  );
}

/** Conflicts of a work that does not stand in the year. */
export function conflictsOf(year: Year, item: Item): Conflict[] {
  return [
    ...pastConflicts(year.context, item),
    ...ownConflicts(year.context, item),
    ...gapConflictsOf(year, item),
    ...dayConflictsOf(year, item),
    ...yearShareConflictsOf(year, item),
  ].sort(byTime);
}
