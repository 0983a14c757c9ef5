import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { formatDay } from "../platform/format/day.ts";
import {
  clausesOf,
  dateOrNull,
  ownRegulation,
  recordRegulation,
  takeDraft,
  toEdition,
  writeClauses,
} from "./draft-writes.ts";
import { isOwn } from "./ownership.ts";
import { type AdoptionIssue, adoptionPlan } from "./rules.ts";
import type {
  AddEditionInput,
  EditEditionInput,
  EditionVersionInput,
  EndEditionInput,
  Level,
} from "./schema.ts";

/** Starts a draft of an edition; `copyText` begins with the text of the newest adopted one, so that its clauses keep their keys. */
export async function addEdition(
  viewer: Viewer,
  input: AddEditionInput,
  now: Date,
): Promise<{ editionId: number; slug: string }> {
  permit(viewer, "regulations.edit");
  return sayDuplicate(input.number, () =>
    inTransaction(viewer, async (tx) => {
      const regulation = await ownRegulation(tx, viewer, input.regulationId);
      const newest = await tx.regulationEdition.findFirst({
        where: { regulationId: regulation.id, status: "adopted" },
        orderBy: { effectiveFrom: "desc" },
      });
      const { id: editionId } = await tx.regulationEdition.create({
        data: {
          regulationId: regulation.id,
          ...factsOf(input),
          replacesId: newest?.id ?? null,
          createdAt: now,
          createdBy: viewer.personId,
        },
      });
      if (input.copyText && newest) await writeClauses(tx, editionId, await clausesOf(tx, newest.id));
      await recordRegulation(
        tx,
        viewer,
        "draft",
        { ...regulation, regulationId: regulation.id },
        { editionId, number: input.number },
        now,
      );
      return { editionId, slug: regulation.slug };
    }),
  );
}

/** Changes the facts of a draft. */
export async function editEdition(viewer: Viewer, input: EditEditionInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  await sayDuplicate(input.number, () =>
    inTransaction(viewer, async (tx) => {
      const draft = await takeDraft(tx, viewer, input);
      if (
        input.effectiveFrom !== null &&
        input.effectiveTo !== null &&
        input.effectiveTo < input.effectiveFrom
      )
        throw new RefusedError("invalid", "regulations.adopt.endBeforeStart");
      await tx.regulationEdition.update({ where: { id: draft.id }, data: factsOf(input) });
      await recordRegulation(
        tx,
        viewer,
        "editDraft",
        { ...draft.regulation, regulationId: draft.regulationId },
        { editionId: draft.id },
        now,
      );
    }),
  );
}

/** Throws a draft away, its text and files with it. */
export async function dropEdition(
  viewer: Viewer,
  input: EditionVersionInput,
  now: Date,
): Promise<{ slug: string }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    await tx.regulationEdition.delete({ where: { id: draft.id } });
    await recordRegulation(
      tx,
      viewer,
      "dropDraft",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, number: draft.number },
      now,
    );
    return { slug: draft.regulation.slug };
  });
}

/**
 * Adopts a draft: from here on nothing of it changes. The edition that it follows is ended the day before it begins. Refused
 * with the first error of the adoption plan; two adoptions of one regulation wait for each other.
 */
export async function adoptEdition(
  viewer: Viewer,
  input: EditionVersionInput,
  now: Date,
): Promise<{ slug: string; number: string; ended: string | null }> {
  permit(viewer, "regulations.adopt");
  return sayOverlap(() => inTransaction(viewer, (tx) => adoptDraftEdition(tx, viewer, input, now)));
}

/** The same inside a transaction of a feature above, which has asked for its own permission. */
export async function adoptDraftEdition(
  tx: WriteTx,
  viewer: Viewer,
  input: EditionVersionInput,
  now: Date,
): Promise<{ slug: string; number: string; ended: string | null }> {
  const draft = await takeDraft(tx, viewer, input);
  await tx.$queryRaw`SELECT id FROM regulation WHERE id = ${draft.regulationId} FOR UPDATE`;
  const others = await tx.regulationEdition.findMany({
    where: { regulationId: draft.regulationId, status: "adopted" },
  });
  const plan = adoptionPlan(
    {
      ...toEdition(draft),
      clauses: await tx.regulationClause.count({ where: { editionId: draft.id } }),
      files: await tx.regulationFile.count({ where: { editionId: draft.id } }),
    },
    others.map(toEdition),
  );
  const error = plan.issues.find(({ severity }) => severity === "error");
  if (error) throw new RefusedError("conflict", `regulations.adopt.${error.key}`, shownParams(error));
  if (plan.ends)
    await tx.regulationEdition.update({
      where: { id: plan.ends.id },
      data: { effectiveTo: dayToDate(plan.ends.on) },
    });
  await tx.regulationImport.updateMany({
    where: { editionId: draft.id, state: "ready" },
    data: { state: "dropped" },
  });
  await tx.regulationEdition.update({
    where: { id: draft.id },
    data: { status: "adopted", ...(plan.ends ? { replacesId: plan.ends.id } : {}) },
  });
  await tx.regulation.updateMany({
    where: { id: draft.regulationId, firstAdoptedAt: null },
    data: { firstAdoptedAt: now },
  });
  const details = { editionId: draft.id, number: draft.number, ended: plan.ends };
  await recordRegulation(
    tx,
    viewer,
    "adopt",
    { ...draft.regulation, regulationId: draft.regulationId },
    details,
    now,
  );
  return { slug: draft.regulation.slug, number: draft.number, ended: plan.ends?.number ?? null };
}

/** Writes the last day of an adopted edition that had none: the act is repealed and nothing replaces it. */
export async function endEdition(
  viewer: Viewer,
  input: EndEditionInput,
  now: Date,
): Promise<{ slug: string }> {
  permit(viewer, "regulations.adopt");
  return inTransaction(viewer, async (tx) => {
    const row = found(
      await tx.regulationEdition.findUnique({
        where: { id: input.editionId },
        include: { regulation: true },
      }),
    );
    const { regulation } = row;
    if (!isOwn(viewer, { ...regulation, level: regulation.level as Level }))
      throw new RefusedError("forbidden");
    const edition = toEdition(row);
    if (edition.status !== "adopted" || edition.effectiveTo !== null)
      throw new RefusedError("conflict", "regulations.refused.alreadyEnded");
    if (edition.effectiveFrom !== null && input.effectiveTo < edition.effectiveFrom)
      throw new RefusedError("invalid", "regulations.adopt.endBeforeStart");
    const { count } = await tx.regulationEdition.updateMany({
      where: { id: row.id, effectiveTo: null },
      data: { effectiveTo: dayToDate(input.effectiveTo) },
    });
    if (count !== 1) throw new RefusedError("conflict", "regulations.refused.alreadyEnded");
    const details = { editionId: row.id, number: row.number, effectiveTo: input.effectiveTo };
    await recordRegulation(tx, viewer, "end", { ...regulation, regulationId: regulation.id }, details, now);
    return { slug: regulation.slug };
  });
}

/** The days in the words of an issue are written as people write them; figures read the same in both languages. */
export function shownParams({ params }: Pick<AdoptionIssue, "params">): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === "from" || name === "to") && value !== "none"
        ? formatDay(String(value), { locale: "ru" })
        : value,
    ]),
  );
}

function factsOf(input: Omit<EditEditionInput, "editionId" | "version">) {
  const { number, adoptedBy, note } = input;
  return {
    number,
    adoptedBy,
    note,
    adoptedOn: dateOrNull(input.adoptedOn),
    effectiveFrom: dateOrNull(input.effectiveFrom),
    effectiveTo: dateOrNull(input.effectiveTo),
  };
}

async function sayDuplicate<T>(number: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "regulations.adopt.sameNumber", { number });
    throw error;
  }
}

/** The constraint of the database, should two adoptions ever come past the lock. */
async function sayOverlap<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (
      error instanceof Error &&
      /regulation_edition_one_in_force/.test(`${error.message} ${String(error.cause)}`)
    )
      throw new RefusedError("conflict", "regulations.refused.overlaps");
    throw error;
  }
}
