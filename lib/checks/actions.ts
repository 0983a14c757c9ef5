"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { actOnFinding } from "./finding-commands.ts";
import { adoptDraft, dropDraft, saveDraft, switchOff } from "./rule-commands.ts";
import { actSchema, adoptSchema, draftSchema, dropDraftSchema, switchOffSchema } from "./schema.ts";

export const saveDraftAction = formAction(draftSchema, async (viewer, input, now) => {
  const { code } = await saveDraft(viewer, input, now);
  redirect(`/checks/rules/${code}/preview`);
});

export const dropDraftAction = formAction(dropDraftSchema, async (viewer, input) => {
  await dropDraft(viewer, input);
  redirect("/checks/rules");
});

export const adoptDraftAction = formAction(adoptSchema, async (viewer, input, now) => {
  const { code } = await adoptDraft(viewer, input, now);
  redirect(`/checks/rules/${code}?adopted=1`);
});

export const switchOffAction = formAction(switchOffSchema, async (viewer, input, now) => {
  const { version } = await switchOff(viewer, input, now);
  revalidatePath(`/checks/rules/${input.code}`);
  return { messageKey: "checks.done.switchedOff", params: { version } };
});

export const actOnFindingAction = formAction(actSchema, async (viewer, input, now) => {
  const { schoolId, workId } = await actOnFinding(viewer, input, now);
  revalidatePath(`/checks/${workId}/${schoolId}`);
  return { messageKey: `checks.done.${input.act}` };
});
