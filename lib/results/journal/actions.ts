"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../../platform/access/form-action.ts";
import { undoImport } from "../apply-commands.ts";
import { importIdSchema, journalAnswerSchema } from "../schema.ts";
import { answerJournal } from "./answer-commands.ts";
import { applyJournal } from "./commands.ts";

export const applyJournalAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  const { filled } = await applyJournal(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "journals.done", params: { filled } };
});

export const undoJournalAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  await undoImport(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "journals.undoneDone" };
});

export const answerJournalAction = formAction(
  journalAnswerSchema,
  async (viewer, { importId, ...given }, now) => {
    await answerJournal(viewer, importId, given, now);
    redirect(`/results/imports/${importId}`);
  },
);
