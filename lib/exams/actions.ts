"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { answerProtocol } from "./answer-commands.ts";
import { applyProtocol, undoProtocol } from "./apply-commands.ts";
import { adoptScale, enterRegister, enterSubjectRegister } from "./register-commands.ts";
import {
  examAnswerSchema,
  importIdSchema,
  registerSchema,
  scaleSchema,
  subjectRegisterSchema,
} from "./schema.ts";

export const applyProtocolAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  const { added, changed, unchanged, gone } = await applyProtocol(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "exams.done.applied", params: { added, changed, unchanged, gone } };
});

export const answerProtocolAction = formAction(
  examAnswerSchema,
  async (viewer, { importId, ...given }, now) => {
    await answerProtocol(viewer, importId, given, now);
    redirect(`/exams/imports/${importId}`);
  },
);

export const undoProtocolAction = formAction(importIdSchema, async (viewer, { importId }, now) => {
  await undoProtocol(viewer, importId, now);
  revalidatePath("/", "layout");
  return { messageKey: "exams.done.undone" };
});

export const enterRegisterAction = formAction(registerSchema, async (viewer, input, now) => {
  await enterRegister(viewer, input, now);
  revalidatePath("/exams", "layout");
  return { messageKey: "exams.done.saved" };
});

export const enterSubjectRegisterAction = formAction(subjectRegisterSchema, async (viewer, input, now) => {
  await enterSubjectRegister(viewer, input, now);
  revalidatePath("/exams", "layout");
  return { messageKey: "exams.done.saved" };
});

export const adoptScaleAction = formAction(scaleSchema, async (viewer, input, now) => {
  await adoptScale(viewer, input, now);
  revalidatePath("/exams", "layout");
  return { messageKey: "exams.done.adopted" };
});
