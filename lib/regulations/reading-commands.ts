import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit, roles } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { recordRegulation } from "./draft-writes.ts";
import { readingUnit } from "./ownership.ts";
import type { AskToReadInput, CloseReadingInput, MarkReadInput } from "./schema.ts";

/** Says who of the viewer's unit must read an adopted edition, and until when. A later word of the same unit takes the place of the earlier. */
export async function askToRead(viewer: Viewer, input: AskToReadInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  const unit = readingUnit(viewer);
  if (!unit) throw new RefusedError("forbidden");
  await inTransaction(viewer, async (tx) => {
    const edition = found(
      await tx.regulationEdition.findUnique({
        where: { id: input.editionId },
        include: { regulation: true },
      }),
    );
    if (edition.status !== "adopted") throw new RefusedError("conflict", "regulations.refused.notAdopted");
    const known = await tx.person.count({ where: { ...ownPeople(unit), id: { in: input.people } } });
    if (known !== new Set(input.people).size) throw new RefusedError("notFound");
    const asked = input.roles.filter((role) => (roles as readonly string[]).includes(role));
    if (asked.length !== input.roles.length) throw new RefusedError("invalid");
    await tx.regulationReading.updateMany({
      where: { editionId: edition.id, ...unit, closedAt: null },
      data: { closedAt: now, version: { increment: 1 } },
    });
    await tx.regulationReading.create({
      data: {
        editionId: edition.id,
        ...unit,
        roles: asked,
        personIds: [...new Set(input.people)],
        dueOn: dayToDate(input.dueOn),
        createdAt: now,
        createdBy: viewer.personId,
      },
    });
    await recordRegulation(
      tx,
      viewer,
      "askToRead",
      { regulationId: edition.regulationId, schoolId: unit.schoolId, municipalityId: unit.municipalityId },
      { editionId: edition.id, roles: asked, people: input.people.length, dueOn: input.dueOn },
      now,
    );
  });
}

/** Takes the demand back; what was read stays read. */
export async function closeReading(viewer: Viewer, input: CloseReadingInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  await inTransaction(viewer, async (tx) => {
    const reading = found(
      await tx.regulationReading.findUnique({ where: { id: input.readingId }, include: { edition: true } }),
    );
    const { count } = await tx.regulationReading.updateMany({
      where: { id: reading.id, version: input.version, closedAt: null },
      data: { closedAt: now, version: { increment: 1 } },
    });
    if (count !== 1) throw new RefusedError("conflict", "regulations.refused.changedMeanwhile");
    await recordRegulation(
      tx,
      viewer,
      "closeReading",
      {
        regulationId: reading.edition.regulationId,
        schoolId: reading.schoolId,
        municipalityId: reading.municipalityId,
      },
      { editionId: reading.editionId },
      now,
    );
  });
}

/** «Ознакомлен»: the viewer has read an adopted edition. Said twice it is said once. */
export async function markRead(viewer: Viewer, input: MarkReadInput, now: Date): Promise<{ slug: string }> {
  permit(viewer, "regulations.acknowledge");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  return inTransaction(viewer, async (tx) => {
    const edition = found(
      await tx.regulationEdition.findUnique({
        where: { id: input.editionId },
        include: { regulation: true },
      }),
    );
    if (edition.status !== "adopted") throw new RefusedError("conflict", "regulations.refused.notAdopted");
    const { slug } = edition.regulation;
    const key = { editionId: edition.id, personId };
    if (await tx.regulationReadingMark.findUnique({ where: { editionId_personId: key } })) return { slug };
    const { schoolId } = viewer;
    const unit =
      schoolId !== null
        ? { schoolId }
        : viewer.scope.kind === "municipality"
          ? { municipalityId: viewer.municipalityId }
          : { regionId: viewer.regionId };
    await tx.regulationReadingMark.create({ data: { ...key, ...unit, readAt: now } });
    const place = { schoolId, municipalityId: viewer.municipalityId };
    await recordRegulation(
      tx,
      viewer,
      "read",
      { regulationId: edition.regulationId, ...place },
      { editionId: edition.id },
      now,
    );
    return { slug };
  });
}

/** People who work in the unit itself, not in the schools below it. */
export function ownPeople(unit: {
  schoolId: number | null;
  municipalityId: number | null;
  regionId: number | null;
}) {
  if (unit.schoolId !== null) return { schoolId: unit.schoolId };
  if (unit.municipalityId !== null) return { municipalityId: unit.municipalityId, schoolId: null };
  return { regionId: unit.regionId, municipalityId: null, schoolId: null };
}
