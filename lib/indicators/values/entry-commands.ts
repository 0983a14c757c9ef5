import { translator } from "#messages/translate.ts";
import { inTransaction, type WriteTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { record } from "../../platform/audit/record.ts";
import { dayToDate } from "../../platform/clock.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import { factOf, facts } from "../formula/facts.ts";
import { type EntryGroup, groupOf } from "./needed-facts.ts";
import { isPart, wholeYear, type YearPart } from "./period.ts";

/** One value as a person wants it; null: it is not known any more. */
export interface EnteredValue {
  code: string;
  value: number | null;
  /** The version that the form showed, 0 for none; null: a file, which replaces what is there. */
  version: number | null;
  /** On what grounds. */
  note: string;
}

export interface EntryInput {
  schoolId: number;
  schoolYear: number;
  /** Of which part of the year; nothing: of the whole. */
  part?: YearPart;
  values: readonly EnteredValue[];
  origin: "entered" | "imported";
}

interface Stored {
  code: string;
  value: number;
  version: number;
}

/**
 * Stores what a school knows and no table does. Only what changed is written, with author and grounds; values of
 * indicators follow in a job that the same transaction sets in motion. Answers how many changed.
 */
export async function enterFacts(viewer: Viewer, input: EntryInput, now: Date): Promise<{ changed: number }> {
  permit(viewer, "indicators.enter");
  const { schoolId, schoolYear, part = wholeYear, values, origin } = input;
  if (!isPart(part)) throw new RefusedError("invalid", "indicatorValues.refused.partOfYear");
  return inTransaction(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } }),
    );
    await checkDuty(tx, viewer, input);
    const stored = await readStored(tx, schoolId, schoolYear, part);
    const changes = values.filter(({ code, value }) => (stored.get(code)?.value ?? null) !== value);
    for (const { code, version } of changes)
      if (version !== null && version !== (stored.get(code)?.version ?? 0))
        throw new RefusedError("conflict", "indicatorValues.refused.changed");
    checkParts(viewer, stored, changes);
    if (changes.length === 0) return { changed: 0 };
    await write(tx, viewer, input, changes, origin, now);
    await record(
      tx,
      viewer,
      {
        action: "indicators.enterFacts",
        subject: `school:${schoolId}`,
        municipalityId: school.municipalityId,
        schoolId,
        details: {
          schoolYear,
          ...(part === wholeYear ? {} : { part }),
          origin,
          changes: changes.map(({ code, value, note }) => ({
            ...{ code, from: stored.get(code)?.value ?? null, to: value, note },
          })),
        },
      },
      now,
    );
    return { changed: changes.length };
  });
}

/** A teacher enters only what was given to do. */
async function checkDuty(tx: WriteTx, viewer: Viewer, input: EntryInput) {
  const { schoolId, schoolYear, part = wholeYear, values } = input;
  if (viewer.role !== "teacher") return;
  const rows = await tx.$queryRaw<{ group: string }[]>`
    SELECT fact_group AS "group" FROM indicator_duty
    WHERE school_id = ${schoolId} AND school_year = ${schoolYear} AND part = ${part} AND person_id = ${viewer.personId}::int`;
  const own = new Set(rows.map(({ group }) => group));
  if (values.some(({ code }) => !own.has(groupOf(code) ?? "")))
    throw new RefusedError("forbidden", "indicatorValues.refused.notYours");
}

async function readStored(
  tx: WriteTx,
  schoolId: number,
  schoolYear: number,
  part: YearPart,
): Promise<Map<string, Stored>> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT code, value, version FROM indicator_fact WHERE school_id = ${schoolId} AND school_year = ${schoolYear} AND part = ${part} FOR UPDATE`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** A part is never more than its whole, whichever of the two was entered last. */
function checkParts(
  viewer: Viewer,
  stored: ReadonlyMap<string, Stored>,
  changes: readonly EnteredValue[],
): void {
  const after = new Map<string, number | null>([...stored].map(([code, { value }]) => [code, value]));
  for (const { code, value } of changes) after.set(code, value);
  const touched = new Set(changes.map(({ code }) => code));
  for (const { code, within } of facts) {
    if (within === null || !(touched.has(code) || touched.has(within))) continue;
    const [part, whole] = [after.get(code) ?? null, after.get(within) ?? null];
    if (part === null || whole === null || part <= whole) continue;
    const name = translator(viewer.locale, "formulas.facts");
    throw new RefusedError("invalid", "indicatorValues.refused.part", {
      part: name(code),
      whole: name(within),
    });
  }
}

async function write(
  tx: WriteTx,
  viewer: Viewer,
  { schoolId, schoolYear, part = wholeYear }: EntryInput,
  changes: readonly EnteredValue[],
  origin: EntryInput["origin"],
  now: Date,
): Promise<void> {
  const gone = changes.filter(({ value }) => value === null).map(({ code }) => code);
  const kept = changes.filter(({ value }) => value !== null);
  if (gone.length > 0)
    await tx.$executeRaw`
      DELETE FROM indicator_fact WHERE school_id = ${schoolId} AND school_year = ${schoolYear} AND part = ${part} AND code = ANY (${gone}::text[])`;
  if (kept.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO indicator_fact (school_id, school_year, part, code, value, note, origin, entered_by, entered_at, version)
    SELECT ${schoolId}, ${schoolYear}, ${part}, code, value, note, ${origin}, ${viewer.personId ?? 0}, ${now}, 1
    FROM unnest(${kept.map(({ code }) => code)}::text[], ${kept.map(({ value }) => value)}::float8[], ${kept.map(({ note }) => note)}::text[]) AS t(code, value, note)
    ON CONFLICT (school_id, school_year, part, code) DO UPDATE SET value = EXCLUDED.value, note = EXCLUDED.note, origin = EXCLUDED.origin,
      entered_by = EXCLUDED.entered_by, entered_at = EXCLUDED.entered_at, version = indicator_fact.version + 1`;
}

/** True for a code that people enter: a fact of the registry, or an indicator's own value. */
export const isEnteredCode = (code: string): boolean =>
  code.startsWith("value:") || factOf(code)?.source === "entered";

export interface DutyInput {
  schoolId: number;
  schoolYear: number;
  part?: YearPart;
  group: EntryGroup;
  personId: number;
  dueOn: string;
}

/** Gives a form of a school to a person, with the day until which it is due. */
export async function assignDuty(viewer: Viewer, input: DutyInput, now: Date): Promise<void> {
  permit(viewer, "indicators.assign");
  const { schoolId, schoolYear, part = wholeYear, group, personId, dueOn } = input;
  if (!isPart(part)) throw new RefusedError("invalid", "indicatorValues.refused.partOfYear");
  await inTransaction(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } }),
    );
    const person = await tx.person.findUnique({ where: { id: personId }, select: { schoolId: true } });
    if (person?.schoolId !== schoolId) throw new RefusedError("invalid", "indicatorValues.refused.person");
    await tx.$executeRaw`
      INSERT INTO indicator_duty (school_id, school_year, part, fact_group, person_id, due_on, set_by, set_at)
      VALUES (${schoolId}, ${schoolYear}, ${part}, ${group}, ${personId}, ${dayToDate(dueOn)}::date, ${viewer.personId ?? 0}, ${now})
      ON CONFLICT (school_id, school_year, part, fact_group) DO UPDATE SET person_id = EXCLUDED.person_id, due_on = EXCLUDED.due_on, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at`;
    await record(
      tx,
      viewer,
      {
        action: "indicators.assignDuty",
        subject: `school:${schoolId}`,
        municipalityId: school.municipalityId,
        schoolId,
        details: { schoolYear, ...(part === wholeYear ? {} : { part }), group, personId, dueOn },
      },
      now,
    );
  });
}
