"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { assignAbsence, explainAbsence } from "./absence-commands.ts";
import {
  acceptMany,
  closeCampaign,
  extendCampaign,
  giveException,
  lockAccepted,
  openCampaign,
} from "./campaign-commands.ts";
import { moveSubmission } from "./commands.ts";
import { chooseMail } from "./mail-commands.ts";
import {
  acceptManySchema,
  campaignSchema,
  closeSchema,
  exceptionSchema,
  explainSchema,
  extendSchema,
  lockAllSchema,
  mailChoiceSchema,
  moveSchema,
  ownerSchema,
} from "./schema.ts";

export const moveSubmissionAction = formAction(moveSchema, async (viewer, input, now) => {
  await moveSubmission(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: `submissions.done.${input.verb}` };
});

export const acceptManyAction = formAction(acceptManySchema, async (viewer, { chosen }, now) => {
  const outcome = await acceptMany(viewer, chosen, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.acceptMany", params: { ...outcome } };
});

export const openCampaignAction = formAction(campaignSchema, async (viewer, input, now) => {
  const { id } = await openCampaign(viewer, input, now);
  revalidatePath("/", "layout");
  redirect(`/results/submissions/campaigns/${id}`);
});

export const extendCampaignAction = formAction(extendSchema, async (viewer, input, now) => {
  await extendCampaign(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.extended" };
});

export const closeCampaignAction = formAction(closeSchema, async (viewer, input, now) => {
  await closeCampaign(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: `submissions.done.${input.closed === "yes" ? "closed" : "reopened"}` };
});

export const giveExceptionAction = formAction(exceptionSchema, async (viewer, input, now) => {
  await giveException(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.exception" };
});

export const lockAcceptedAction = formAction(lockAllSchema, async (viewer, { campaignId }, now) => {
  const outcome = await lockAccepted(viewer, campaignId, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.lockAll", params: { ...outcome } };
});

export const assignAbsenceAction = formAction(ownerSchema, async (viewer, input, now) => {
  await assignAbsence(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.assigned" };
});

export const explainAbsenceAction = formAction(explainSchema, async (viewer, input, now) => {
  await explainAbsence(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: "submissions.done.explained" };
});

export const chooseMailAction = formAction(mailChoiceSchema, async (viewer, { digest }) => {
  await chooseMail(viewer, digest === "yes");
  revalidatePath("/results/submissions/reminders");
  return { messageKey: `submissions.done.${digest === "yes" ? "mailOn" : "mailOff"}` };
});
