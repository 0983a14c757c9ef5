"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { dropSchema } from "../results/schema.ts";
import { answerReport } from "./answer-commands.ts";
import { applyReport, undoReport } from "./apply-commands.ts";
import { decideName } from "./name-commands.ts";
import { applyReadyDrop } from "./ready-commands.ts";
import { nameDecisionSchema, reportAnswerSchema, reportIdSchema } from "./schema.ts";

export const applyReportAction = formAction(reportIdSchema, async (viewer, { importId }, now) => {
  const { figures } = await applyReport(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "reported.done.applied", params: { figures } };
});

export const undoReportAction = formAction(reportIdSchema, async (viewer, { importId }, now) => {
  await undoReport(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "reported.done.undone" };
});

export const answerReportAction = formAction(
  reportAnswerSchema,
  async (viewer, { importId, ...answer }, now) => {
    await answerReport(viewer, importId, answer, now);
    redirect(`/results/imports/${importId}`);
  },
);

export const decideNameAction = formAction(nameDecisionSchema, async (viewer, decision, now) => {
  const { figures } = await decideName(viewer, decision, now);
  revalidatePath("/", "layout");
  return { messageKey: "reported.done.named", params: { figures } };
});

export const applyReadyDropAction = formAction(dropSchema, async (viewer, drop, now) => {
  const outcome = await applyReadyDrop(viewer, drop, now);
  revalidatePath("/", "layout");
  return { messageKey: "results.done.appliedReady", params: { ...outcome } };
});
