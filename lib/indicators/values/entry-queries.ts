import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { may, permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { readMeasured } from "./measured-reads.ts";
import { type EntryForm, type EntryGroup, entryForms, partsAskedBy } from "./needed-facts.ts";
import { periodOf, type ValuePeriod, wholeYear, type YearPart } from "./period.ts";

export interface EnteredFact {
  code: string;
  value: number;
  note: string;
  version: number;
  who: string | null;
  at: Date;
}

export interface Duty {
  group: EntryGroup;
  personId: number;
  name: string | null;
  dueOn: string;
}

export interface EntryPage {
  school: { id: number; name: string };
  schoolYear: number;
  period: ValuePeriod;
  /** Parts of the year that indicators of the school ask for, the whole year first; in order of time. */
  parts: ValuePeriod[];
  forms: EntryForm[];
  facts: Map<string, EnteredFact>;
  duties: Map<string, Duty>;
  /** Names of indicators without a formula, by the code of their entered value. */
  names: Map<string, { code: string; name: string; nameUk: string; unit: string }>;
  people: { id: number; name: string }[];
  /** Which forms this person may fill in; assigning is asked apart. */
  mayEnter: (group: EntryGroup) => boolean;
  mayAssign: boolean;
}

/** The forms of a school for a year or a part of it with what has been entered, by whom, and whose they are. */
export function getEntry(
  viewer: Viewer,
  schoolId: number,
  schoolYear: number,
  part: YearPart = wholeYear,
): Promise<EntryPage> {
  permit(viewer, "indicators.enter");
  return asViewer(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, include: { municipality: true } }),
    );
    const placed = {
      ...{ id: schoolId, municipalityId: school.municipalityId, regionId: school.municipality.regionId },
    };
    const { all, measured } = await readMeasured(tx, placed, schoolYear);
    const duties = await readDuties(tx, schoolId, schoolYear, part);
    const mayAssign = may(viewer, "indicators.assign");
    return {
      school: { id: schoolId, name: school.name },
      schoolYear,
      period: periodOf(schoolYear, part),
      parts: partsAskedBy(all).map((one) => periodOf(schoolYear, one)),
      forms: entryForms(all, measured, part).filter(({ codes }) => codes.length > 0),
      facts: await readFactsEntered(tx, schoolId, schoolYear, part),
      duties,
      names: await namesOf(
        tx,
        all.map(({ versionId }) => versionId),
      ),
      people: mayAssign ? await peopleOf(tx, schoolId) : [],
      mayEnter: (group) => viewer.role !== "teacher" || duties.get(group)?.personId === viewer.personId,
      mayAssign,
    };
  });
}

export async function readFactsEntered(
  tx: ReadTx,
  schoolId: number,
  schoolYear: number,
  part: YearPart = wholeYear,
): Promise<Map<string, EnteredFact>> {
  const rows = await tx.$queryRaw<EnteredFact[]>`
    SELECT f.code, f.value, f.note, f.version, p.name AS who, f.entered_at AS at FROM indicator_fact f LEFT JOIN person p ON p.id = f.entered_by
    WHERE f.school_id = ${schoolId} AND f.school_year = ${schoolYear} AND f.part = ${part} ORDER BY f.code`;
  return new Map(rows.map((row) => [row.code, row]));
}

export async function readDuties(
  tx: ReadTx,
  schoolId: number,
  schoolYear: number,
  part: YearPart = wholeYear,
): Promise<Map<string, Duty>> {
  const rows = await tx.$queryRaw<Duty[]>`
    SELECT d.fact_group AS "group", d.person_id AS "personId", p.name, d.due_on::text AS "dueOn" FROM indicator_duty d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.school_id = ${schoolId} AND d.school_year = ${schoolYear} AND d.part = ${part}`;
  return new Map(rows.map((row) => [row.group, row]));
}

async function namesOf(tx: ReadTx, versionIds: number[]): Promise<EntryPage["names"]> {
  const rows = await tx.$queryRaw<{ code: string; name: string; nameUk: string; unit: string }[]>`
    SELECT i.code, v.name, v.name_uk AS "nameUk", v.unit FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id WHERE v.id = ANY (${versionIds}::int[])`;
  return new Map(rows.map((row) => [`value:${row.code}`, row]));
}

function peopleOf(tx: ReadTx, schoolId: number): Promise<{ id: number; name: string }[]> {
  return tx.$queryRaw`
    SELECT id, name FROM person WHERE school_id = ${schoolId} AND role IN ('head', 'deputy', 'teacher') ORDER BY name, id`;
}
