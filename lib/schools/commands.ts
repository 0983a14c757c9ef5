import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { cardValues } from "./card-values.ts";
import { classesFingerprint } from "./class-rules.ts";
import { slugFor } from "./name-rules.ts";
import { lockRegistry, takenLogins, takenSchoolSlugs } from "./registry-lock.ts";
import type { AddSchoolInput, ClassInput, EditSchoolInput, SetClassesInput } from "./schema.ts";

/** Adds a school to a municipality of the viewer's and makes its permanent public address. Refused when the login is taken. */
export async function addSchool(
  viewer: Viewer,
  input: AddSchoolInput,
  now: Date,
): Promise<{ schoolId: number; slug: string }> {
  permit(viewer, "schools.edit");
  return inTransaction(viewer, async (tx) => {
    await lockRegistry(tx);
    const mine = await tx.$queryRaw<
      { id: number }[]
    >`SELECT id FROM visible_municipality_ids() AS id WHERE id = ${input.municipalityId}`;
    found(mine[0]);
    if ((await takenLogins(tx, [input.login])).size > 0)
      throw new RefusedError("conflict", "schools.refused.loginTaken");
    const slug = slugFor(input.name, input.login, await takenSchoolSlugs(tx));
    const school = await tx.school.create({ data: { ...input, slug } });
    const event = {
      action: "schools.add",
      subject: `school:${school.id}`,
      municipalityId: school.municipalityId,
      schoolId: school.id,
    };
    await record(tx, viewer, { ...event, details: { login: input.login, name: input.name } }, now);
    return { schoolId: school.id, slug };
  });
}

/**
 * Changes the card of a school. An edit that was made on an older version is refused with the values that stand now
 * (as params), so that the form can show both and a person chooses.
 */
export async function editSchool(
  viewer: Viewer,
  input: EditSchoolInput,
  now: Date,
): Promise<{ version: number }> {
  permit(viewer, "schools.edit");
  const { schoolId, version, ...card } = input;
  return inTransaction(viewer, async (tx) => {
    const before = await lockSchool(tx, schoolId);
    if (before.version !== version)
      throw new RefusedError("conflict", "schools.refused.stale", cardValues(before));
    const changes = changesOf(before, card);
    if (Object.keys(changes).length === 0) return { version };
    await tx.school.update({ where: { id: schoolId }, data: { ...card, version: { increment: 1 } } });
    const event = {
      action: "schools.edit",
      subject: `school:${schoolId}`,
      municipalityId: before.municipalityId,
      schoolId,
    };
    await record(tx, viewer, { ...event, details: { changes } }, now);
    return { version: version + 1 };
  });
}

/**
 * Makes the list of classes of one school year exactly the given one. Results keep their class whatever the list says.
 * Refused when somebody changed the list since `base` was read; the list as it stands now comes with the refusal.
 */
export async function setClasses(
  viewer: Viewer,
  input: SetClassesInput,
  now: Date,
): Promise<{ added: number; changed: number; removed: number }> {
  permit(viewer, "classes.edit");
  const { schoolId, year, base, classes } = input;
  return inTransaction(viewer, async (tx) => {
    const school = await lockSchool(tx, schoolId);
    if (school.closedOn !== null) throw new RefusedError("invalid", "schools.refused.alreadyClosed");
    const before = await tx.schoolClass.findMany({ where: { schoolId, year } });
    const standing = classesFingerprint(before);
    if (standing !== base)
      throw new RefusedError("conflict", "schools.refused.staleClasses", {
        base: standing,
        classes: listed(before),
      });
    const kept = new Map(before.map((one) => [one.label, one]));
    const added = classes.filter((one) => !kept.has(one.label));
    const changed = classes.filter(
      (one) => kept.has(one.label) && kept.get(one.label)?.pupils !== one.pupils,
    );
    const labels = new Set(classes.map((one) => one.label));
    const removed = before.filter((one) => !labels.has(one.label));
    if (added.length + changed.length + removed.length === 0) return { added: 0, changed: 0, removed: 0 };
    await tx.schoolClass.deleteMany({ where: { id: { in: removed.map((one) => one.id) } } });
    await tx.schoolClass.createMany({ data: added.map((one) => ({ ...one, schoolId, year })) });
    for (const one of changed)
      await tx.schoolClass.update({
        where: { schoolId_year_label: { schoolId, year, label: one.label } },
        data: { pupils: one.pupils },
      });
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    const event = {
      action: "schools.setClasses",
      subject: `school:${schoolId}`,
      municipalityId: school.municipalityId,
      schoolId,
    };
    await record(
      tx,
      viewer,
      { ...event, details: { year, ...counts, before: listed(before), after: listed(classes) } },
      now,
    );
    return counts;
  });
}

/** The school as it stands, locked until the transaction ends; not found when it is out of scope. */
export async function lockSchool(tx: WriteTx, schoolId: number) {
  await tx.$queryRaw`SELECT id FROM school WHERE id = ${schoolId} FOR UPDATE`;
  return found(await tx.school.findUnique({ where: { id: schoolId } }));
}

type Card = Omit<EditSchoolInput, "schoolId" | "version">;

/** Old and new value of each field that a card changes. */
function changesOf(before: Record<keyof Card, unknown>, after: Card): Record<string, [unknown, unknown]> {
  const fields = Object.keys(after) as (keyof Card)[];
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, [before[field], after[field]]]),
  );
}

function listed(classes: readonly ClassInput[]): string {
  return classes.map((one) => (one.pupils === null ? one.label : `${one.label} (${one.pupils})`)).join(", ");
}
