import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Definition } from "./definitions.ts";
import { readDuties, readFactsEntered } from "./entry-queries.ts";
import { readMeasured } from "./measured-reads.ts";
import { type EntryGroup, entryForms, partsAskedBy } from "./needed-facts.ts";
import { isOfKind, periodOf, schoolYearOn, type ValuePeriod, wholeYear, type YearPart } from "./period.ts";
import type { NamedValueUnit } from "./unit.ts";

/** What is missing is a task: a form of a school that somebody owes. */
export interface FactTask {
  schoolId: number;
  schoolYear: number;
  part: YearPart;
  group: EntryGroup;
  /** Facts that measured indicators need and nobody has entered. */
  missing: number;
  /** Codes of indicators that wait for them. */
  waiting: string[];
  /** Null: the head, because nobody was named. */
  owner: { personId: number; name: string | null } | null;
  dueOn: string;
  overdue: boolean;
}

/** Tasks of a school for a year and for those of its parts that have begun. The day: as assigned, else the soonest that the indicators ask for. */
export async function readFactTasks(
  tx: ReadTx,
  school: Pick<NamedValueUnit, "municipalityId" | "regionId"> & { id: number },
  schoolYear: number,
  today: string,
): Promise<FactTask[]> {
  const placed = { id: school.id, municipalityId: school.municipalityId ?? 0, regionId: school.regionId };
  const { all, measured } = await readMeasured(tx, placed, schoolYear);
  const days = await dueDays(
    tx,
    measured.map(({ versionId }) => versionId),
  );
  const tasks: FactTask[] = [];
  for (const part of partsAskedBy(measured)) {
    const period = periodOf(schoolYear, part);
    // What has not begun is owed by nobody.
    if (part !== wholeYear && period.start > today) continue;
    tasks.push(...(await tasksOf(tx, school.id, period, today, all, measured, days)));
  }
  return tasks;
}

async function tasksOf(
  tx: ReadTx,
  schoolId: number,
  { schoolYear, part, end }: ValuePeriod,
  today: string,
  all: readonly Definition[],
  measured: readonly Definition[],
  days: ReadonlyMap<number, number>,
): Promise<FactTask[]> {
  const entered = await readFactsEntered(tx, schoolId, schoolYear, part);
  const duties = await readDuties(tx, schoolId, schoolYear, part);
  // A part that was over before the indicator began is owed by nobody.
  const ofPart = measured.filter(
    ({ period, effectiveFrom }) => isOfKind(part, period) && (part === wholeYear || effectiveFrom <= end),
  );
  return entryForms(all, ofPart, part).flatMap(({ group, needed }) => {
    const missing = [...needed].filter((code) => !entered.has(code));
    if (missing.length === 0) return [];
    const waiting = ofPart.filter(({ facts }) => facts.some((code) => missing.includes(code)));
    const duty = duties.get(group);
    const soonest = Math.min(...waiting.map(({ versionId }) => days.get(versionId) ?? 0));
    const dueOn = duty?.dueOn ?? dayAfter(end, soonest);
    return [
      {
        ...{ schoolId, schoolYear, part, group, missing: missing.length },
        waiting: waiting.map(({ code }) => code),
        owner: duty ? { personId: duty.personId, name: duty.name } : null,
        ...{ dueOn, overdue: dueOn < today },
      },
    ];
  });
}

async function dueDays(tx: ReadTx, versionIds: number[]): Promise<Map<number, number>> {
  const rows = await tx.$queryRaw<{ id: number; days: number }[]>`
    SELECT id, due_days::int AS days FROM indicator_version WHERE id = ANY (${versionIds}::int[])`;
  return new Map(rows.map(({ id, days }) => [id, days]));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What this person owes for indicators, for the desk: a teacher's own forms, of head and deputies also those that nobody was named for. */
export function listFactTasks(viewer: Viewer, schoolYear: number, today: string): Promise<FactTask[]> {
  permit(viewer, "indicators.read");
  const { schoolId, municipalityId, regionId, role, personId } = viewer;
  const enters = role === "head" || role === "deputy" || role === "teacher";
  if (schoolId === null || regionId === null || !enters) return Promise.resolve([]);
  return asViewer(viewer, async (tx) => {
    const school = { id: schoolId, municipalityId, regionId };
    const tasks = await readFactTasks(tx, school, schoolYear, today);
    // The year itself is owed when it is over, its parts as they pass.
    const running = schoolYearOn(today);
    if (running > schoolYear)
      tasks.push(
        ...(await readFactTasks(tx, school, running, today)).filter(({ part }) => part !== wholeYear),
      );
    return tasks.filter(
      ({ owner, overdue }) =>
        owner?.personId === personId || (role === "head" && (owner === null || overdue)),
    );
  });
}
