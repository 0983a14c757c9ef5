import { translator } from "#messages/translate.ts";
import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { type Change, type Draft, draftAt, writeDraft } from "./draft-writes.ts";
import type { AddMeasureInput, EditActInput, EditSectionInput } from "./schema.ts";

/** Begins the act of the viewer's own school for a year. A school has one draft at a time. */
export async function startAct(
  viewer: Viewer,
  { schoolYear }: { schoolYear: number },
  now: Date,
): Promise<{ actId: number }> {
  permit(viewer, "acts.draft");
  const { schoolId, personId } = viewer;
  if (schoolId === null) throw new RefusedError("forbidden");
  const say = translator(viewer.locale, "acts");
  try {
    return await inTransaction(viewer, async (tx) => {
      const school = found(
        await tx.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } }),
      );
      const { id } = await tx.localAct.create({
        data: {
          schoolId,
          schoolYear,
          title: say("starting.title"),
          approvedBy: say("starting.approvedBy"),
          consideredBy: say("starting.consideredBy"),
          ...{ createdAt: now, createdBy: personId, changedAt: now, changedBy: personId },
        },
      });
      const { municipalityId } = school;
      await record(
        tx,
        viewer,
        { action: "acts.start", subject: `act:${id}`, municipalityId, schoolId, details: { schoolYear } },
        now,
      );
      return { actId: id };
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "acts.refused.draftExists");
    throw error;
  }
}

type OfAct = { actId: number; revision: number };

/** Every change of a draft is made alike: what it was opened on, the change, the journal. */
async function changeDraft(
  viewer: Viewer,
  { actId, revision }: OfAct,
  now: Date,
  what: string,
  change: (draft: Draft) => Change,
): Promise<void> {
  permit(viewer, "acts.draft");
  await inTransaction(viewer, async (tx) => {
    const draft = await draftAt(tx, actId, revision);
    const { id, municipalityId, schoolId } = draft;
    await writeDraft(tx, { id, revision, personId: viewer.personId }, change(draft), now);
    const details = { what };
    await record(
      tx,
      viewer,
      { action: "acts.edit", subject: `act:${id}`, municipalityId, schoolId, details },
      now,
    );
  });
}

export async function editAct(viewer: Viewer, input: EditActInput, now: Date): Promise<void> {
  const { title, approvedBy, consideredBy } = input;
  await changeDraft(viewer, input, now, "head", () => ({ title, approvedBy, consideredBy }));
}

/** Own words of a section, or back to the portal's wording with an empty text; or the section left out. */
export async function editSection(viewer: Viewer, input: EditSectionInput, now: Date): Promise<void> {
  const { key, included, text } = input;
  await changeDraft(viewer, input, now, key, ({ sections }) => ({
    sections: new Map([...sections, [key, { included, text }]]),
  }));
}

export async function addMeasure(viewer: Viewer, input: AddMeasureInput, now: Date): Promise<void> {
  const { text, performer, due, output } = input;
  await changeDraft(viewer, input, now, "measures", ({ measures }) => {
    if (measures.length >= 200) throw new RefusedError("invalid", "acts.refused.tooManyMeasures");
    return { measures: [...measures, { text, performer, due, output }] };
  });
}

/** Takes the measure at a place (from 0) out of the plan. */
export async function removeMeasure(
  viewer: Viewer,
  input: OfAct & { position: number },
  now: Date,
): Promise<void> {
  await changeDraft(viewer, input, now, "measures", ({ measures }) => {
    found(measures[input.position]);
    return { measures: measures.filter((_, i) => i !== input.position) };
  });
}

/** Throws a draft away. What was adopted stays for ever. */
export async function deleteAct(viewer: Viewer, input: OfAct, now: Date): Promise<void> {
  permit(viewer, "acts.draft");
  await inTransaction(viewer, async (tx) => {
    const { id, municipalityId, schoolId } = await draftAt(tx, input.actId, input.revision);
    await tx.localAct.delete({ where: { id } });
    await record(tx, viewer, { action: "acts.delete", subject: `act:${id}`, municipalityId, schoolId }, now);
  });
}
