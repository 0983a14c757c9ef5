import type { WorkFacts } from "../assessments/rules.ts";
import { readWorkFacts } from "../assessments/work-facts.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { EntryKey } from "./schema.ts";

/** A school, its class and a work that can be typed. */
export interface EntryPlace {
  work: WorkFacts;
  school: { id: number; name: string; login: string; municipalityId: number };
  /** First year of the school year in which the work was written. */
  schoolYear: number;
  /** The classes of the writing grade, in the order of the list of classes. */
  classes: readonly { label: string; pupils: number | null }[];
}

/**
 * The place of an entry. Not found: a school out of scope, a work without tasks, a class that is not in the school's list
 * of that year (a teacher, who types nothing, finds none).
 */
export async function findPlace(tx: ReadTx, key: EntryKey): Promise<EntryPlace> {
  const school = found(
    await tx.school.findUnique({
      where: { id: key.schoolId },
      select: { id: true, name: true, login: true, municipalityId: true, closedOn: true },
    }),
  );
  const work = found((await readWorkFacts(tx, { ids: [key.workId] }))[0]);
  found(work.tasks[0]);
  const schoolYear = schoolYearOf(work.year, work.season);
  const classes = await tx.schoolClass.findMany({
    where: { schoolId: school.id, year: schoolYear, grade: work.gradeWriting },
    select: { label: true, pupils: true },
    orderBy: { label: "asc" },
  });
  found(classes.find(({ label }) => label === key.classLabel));
  const { id, name, login, municipalityId } = school;
  return { work, school: { id, name, login, municipalityId }, schoolYear, classes };
}

/** A draft as it is stored. */
export interface StoredEntry {
  id: number;
  version: number;
  twice: boolean;
  compared: boolean;
  /** people who typed values (not only codes) in the first typing */
  firstTypists: number[];
}

/** The draft of a class, or null when nobody has typed yet; `lock` = until the transaction ends, nobody else changes it. */
export async function storedEntry(tx: ReadTx, key: EntryKey, lock: boolean): Promise<StoredEntry | null> {
  const where = { schoolId: key.schoolId, workId: key.workId, classLabel: key.classLabel };
  if (lock)
    await tx.$queryRaw`SELECT id FROM entry WHERE school_id = ${key.schoolId} AND work_id = ${key.workId} AND class_label = ${key.classLabel} FOR UPDATE`;
  const entry = await tx.entry.findUnique({ where: { schoolId_workId_classLabel: where } });
  if (!entry) return null;
  const typists = entry.twice
    ? await tx.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT changed_by AS id FROM entry_cell WHERE entry_id = ${entry.id} AND pass = 1 AND col <> 'code' AND value <> ''`
    : [];
  return {
    id: entry.id,
    version: entry.version,
    twice: entry.twice,
    compared: entry.comparedAt !== null,
    firstTypists: typists.map(({ id }) => id),
  };
}

/** The id of a signed-in person; nobody else types. */
export function personOf(viewer: { personId: number | null }): number {
  if (viewer.personId === null) throw new RefusedError("notSignedIn");
  return viewer.personId;
}
