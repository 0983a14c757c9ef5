import "server-only";
import { schoolYearOn, wholeYear } from "../../indicators/values/period.ts";
import { type FactTask, readFactTasks } from "../../indicators/values/task-queries.ts";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { type Day, dateToDay } from "../../platform/clock.ts";
import { found } from "../../platform/errors.ts";
import { readUnread, type UnreadDocument } from "../../regulations/unread-reads.ts";
import type { StoredWords } from "../cycle/words.ts";

/** A line of a school's cycle whose day has passed without it being done. */
export interface OverdueLine extends StoredWords {
  readonly id: number;
  readonly dueOn: Day;
}

/** Values that a school owes: a form, how many of its numbers are missing, and by when. Who was to enter them stays in the school. */
export type OwedValues = Pick<FactTask, "schoolYear" | "part" | "group" | "missing" | "dueOn" | "overdue">;

/** What one school owes: lines of its cycle, values, and documents unread. */
export interface SchoolDebts {
  readonly id: number;
  readonly name: string;
  readonly lines: readonly OverdueLine[];
  readonly values: readonly OwedValues[];
  readonly documents: readonly Omit<UnreadDocument, "schoolId">[];
}

export interface Owed {
  /** Schools of one municipality, by name: this is a list of what to ask for, and no ranking. */
  readonly schools: readonly SchoolDebts[];
  readonly municipality: { readonly id: number; readonly name: string };
  /** Those that the viewer can choose among. */
  readonly municipalities: readonly { readonly id: number; readonly name: string }[];
}

/** True when a school owes nothing of all this. */
export function owesNothing({ lines, values, documents }: SchoolDebts): boolean {
  return lines.length + values.length + documents.length === 0;
}

/** What the schools of a municipality owe today; without one asked for, the viewer's own or the first by name. */
export function getOwed(viewer: Viewer, municipalityId: number | null, today: Day): Promise<Owed> {
  permit(viewer, "schedule.announce");
  return asViewer(viewer, async (tx) => {
    const municipalities = await tx.$queryRaw<{ id: number; name: string; regionId: number }[]>`
      SELECT id, name, region_id AS "regionId" FROM municipality WHERE id IN (SELECT visible_municipality_ids())
      ORDER BY name COLLATE "natural_order", id`;
    const asked = municipalityId ?? viewer.municipalityId;
    const municipality = found(
      asked === null ? municipalities[0] : municipalities.find(({ id }) => id === asked),
    );
    const schools = await tx.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM school WHERE municipality_id = ${municipality.id} AND closed_on IS NULL
      ORDER BY name COLLATE "natural_order", id`;
    const ids = schools.map(({ id }) => id);
    const lines = await readOverdue(tx, ids, today);
    const documents = Map.groupBy(await readUnread(tx, ids, today), ({ schoolId }) => schoolId);
    const owed: SchoolDebts[] = [];
    for (const { id, name } of schools) {
      const placed = { id, municipalityId: municipality.id, regionId: municipality.regionId };
      owed.push({
        ...{ id, name, lines: lines.get(id) ?? [] },
        values: await readOwedValues(tx, placed, today),
        documents: (documents.get(id) ?? []).map(({ schoolId: _, ...document }) => document),
      });
    }
    return { schools: owed, municipality, municipalities };
  });
}

async function readOverdue(
  tx: ReadTx,
  schoolIds: readonly number[],
  today: Day,
): Promise<Map<number, OverdueLine[]>> {
  const rows = await tx.cycleItem.findMany({
    where: {
      schoolId: { in: [...schoolIds] },
      status: { in: ["planned", "underway"] },
      dueOn: { lt: new Date(`${today}T00:00:00Z`) },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const bySchool = new Map<number, OverdueLine[]>();
  for (const { schoolId, id, code, title, output, basis, dueOn } of rows) {
    const line = { id, code, title, output, basis, dueOn: dateToDay(dueOn) as Day };
    bySchool.set(schoolId, [...(bySchool.get(schoolId) ?? []), line]);
  }
  return bySchool;
}

/** The year that is over, and the parts of the running one that have begun: what the desk of the school asks for as well. */
async function readOwedValues(
  tx: ReadTx,
  school: { id: number; municipalityId: number; regionId: number },
  today: Day,
): Promise<OwedValues[]> {
  const running = schoolYearOn(today);
  const tasks = [
    ...(await readFactTasks(tx, school, running - 1, today)),
    ...(await readFactTasks(tx, school, running, today)).filter(({ part }) => part !== wholeYear),
  ];
  return tasks
    .map(({ schoolYear, part, group, missing, dueOn, overdue }) => ({
      ...{ schoolYear, part, group, missing, dueOn, overdue },
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
