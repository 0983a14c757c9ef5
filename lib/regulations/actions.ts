"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { sentence } from "#messages/sentence.ts";
import { formAction } from "../platform/access/form-action.ts";
import type { FormState } from "../platform/access/form-state.ts";
import { currentLocale } from "../platform/access/session.ts";
import { RefusedError } from "../platform/errors.ts";
import { addClause, editClause, stepClause } from "./clause-commands.ts";
import { addRegulation, editRegulation } from "./commands.ts";
import { addEdition, adoptEdition, dropEdition, editEdition, endEdition } from "./edition-commands.ts";
import { removeFile } from "./file-commands.ts";
import { dropImport, takeImport } from "./import-commands.ts";
import { askToRead, closeReading, markRead } from "./reading-commands.ts";
import type { Clause } from "./schema.ts";
import * as schema from "./schema.ts";

export const addRegulationAction = formAction(schema.addRegulationSchema, async (viewer, input, now) => {
  const { slug } = await addRegulation(viewer, input, now);
  redirect(`/regulations/${slug}`);
});

export const editRegulationAction = formAction(schema.editRegulationSchema, async (viewer, input, now) => {
  const { slug } = await editRegulation(viewer, input, now);
  redirect(`/regulations/${slug}`);
});

export const addEditionAction = formAction(schema.addEditionSchema, async (viewer, input, now) => {
  const { slug, editionId } = await addEdition(viewer, input, now);
  redirect(`/regulations/${slug}/editions/${editionId}`);
});

export const editEditionAction = formAction(schema.editEditionSchema, async (viewer, input, now) => {
  await editEdition(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.saved" };
});

export const dropEditionAction = formAction(schema.editionVersionSchema, async (viewer, input, now) => {
  const { slug } = await dropEdition(viewer, input, now);
  redirect(`/regulations/${slug}`);
});

export const adoptEditionAction = formAction(schema.editionVersionSchema, async (viewer, input, now) => {
  const { slug } = await adoptEdition(viewer, input, now);
  redirect(`/regulations/${slug}?adopted=${input.editionId}`);
});

export const endEditionAction = formAction(schema.endEditionSchema, async (viewer, input, now) => {
  const { slug } = await endEdition(viewer, input, now);
  redirect(`/regulations/${slug}`);
});

export const addClauseAction = formAction(schema.addClauseSchema, async (viewer, input, now) => {
  await addClause(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.clauseAdded" };
});

/** The state of the form of a clause: beside the usual, what stands in the draft now when somebody else has changed it. */
export type EditClauseState = {
  form: FormState;
  stale: { theirs: Clause | null; version: number } | null;
};

export async function editClauseAction(previous: EditClauseState, form: FormData): Promise<EditClauseState> {
  // Taking their text into the fields changes nothing in the draft: the words come back to be worked on.
  if (form.get("take") === "theirs" && previous.stale?.theirs) {
    const { number, depth, heading, body } = previous.stale.theirs;
    const values = { number, depth: String(depth), heading, body };
    const words = sentence(await currentLocale(), "regulations.refused.takenOver");
    const refused = { status: "refused", messageKey: "regulations.refused.takenOver", params: {} } as const;
    return { form: { ...refused, words, values }, stale: previous.stale };
  }
  const stops: EditClauseState["stale"][] = [];
  const state = await formAction(schema.editClauseSchema, async (viewer, input, now) => {
    const edited = await editClause(viewer, input, now);
    if (!edited.done) {
      stops.push({ theirs: edited.theirs, version: edited.version });
      throw new RefusedError("conflict", `regulations.refused.${edited.theirs ? "bothTexts" : "clauseGone"}`);
    }
    revalidatePath("/regulations", "layout");
    return { messageKey: "regulations.done.saved" };
  })(previous.form, form);
  return { form: state, stale: stops[0] ?? null };
}

export const stepClauseAction = formAction(schema.clauseStepSchema, async (viewer, input, now) => {
  await stepClause(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.saved" };
});

export const removeFileAction = formAction(schema.fileIdSchema, async (viewer, input, now) => {
  await removeFile(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.saved" };
});

export const takeImportAction = formAction(schema.takeImportSchema, async (viewer, input, now) => {
  const { slug, editionId } = await takeImport(viewer, input, now);
  redirect(`/regulations/${slug}/editions/${editionId}?taken=1`);
});

export const dropImportAction = formAction(schema.dropImportSchema, async (viewer, input) => {
  const { slug, editionId } = await dropImport(viewer, input);
  redirect(`/regulations/${slug}/editions/${editionId}`);
});

export const askToReadAction = formAction(schema.askToReadSchema, async (viewer, input, now) => {
  await askToRead(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.asked" };
});

export const closeReadingAction = formAction(schema.closeReadingSchema, async (viewer, input, now) => {
  await closeReading(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.saved" };
});

export const markReadAction = formAction(schema.markReadSchema, async (viewer, input, now) => {
  await markRead(viewer, input, now);
  revalidatePath("/regulations", "layout");
  return { messageKey: "regulations.done.read" };
});
