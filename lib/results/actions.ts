"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { undoImport } from "./apply-commands.ts";
import { applyOrStart } from "./applying-commands.ts";
import { describeFromHeader } from "./describe-commands.ts";
import { saveMapping } from "./mapping/commands.ts";
import { mappingFormSchema } from "./mapping/mapping-form.ts";
import { checkAgain } from "./receive-commands.ts";
import { rescale } from "./rescale-commands.ts";
import { answerSchema, importIdSchema, rescaleSchema } from "./schema.ts";
import { stopImport } from "./stop-commands.ts";

export const applyImportAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  const outcome = await applyOrStart(viewer, importId, now);
  revalidatePath("/", "layout");
  return outcome.kind === "applied"
    ? { messageKey: "results.done.applied", params: { ...outcome.applied } }
    : { messageKey: "results.done.started", params: { rows: outcome.rows } };
});

export const stopImportAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  const { stopped } = await stopImport(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: stopped ? "results.done.stopped" : "results.done.stopAsked" };
});

export const undoImportAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  await undoImport(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "results.done.undone" };
});

export const checkAgainAction = formAction(answerSchema, async (viewer, { importId, ...given }, now) => {
  await checkAgain(viewer, importId, given, now);
  redirect(`/results/imports/${importId}`);
});

export const describeFromHeaderAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  await describeFromHeader(viewer, importId, now);
  redirect(`/results/imports/${importId}`);
});

export const saveMappingAction = formAction(mappingFormSchema, async (viewer, input, now) => {
  await saveMapping(viewer, input, now);
  redirect(`/results/imports/${input.importId}`);
});

export const rescaleAction = formAction(rescaleSchema, async (viewer, input, now) => {
  const { marks, schools } = await rescale(viewer, input, now);
  revalidatePath("/", "layout");
  // Nothing is left to change, so the form goes; the page says what was done.
  redirect(`/assessments/${input.workId}/rescale?edition=${input.edition}&marks=${marks}&schools=${schools}`);
});
