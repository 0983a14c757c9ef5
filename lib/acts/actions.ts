"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { adoptAct } from "./adopt-commands.ts";
import { addMeasure, deleteAct, editAct, editSection, removeMeasure, startAct } from "./commands.ts";
import {
  addMeasureSchema,
  adoptActSchema,
  deleteActSchema,
  editActSchema,
  editSectionSchema,
  removeMeasureSchema,
  startActSchema,
} from "./schema.ts";

export const startActAction = formAction(startActSchema, async (viewer, input, now) => {
  const { actId } = await startAct(viewer, input, now);
  redirect(`/acts/${actId}`);
});

export const editActAction = formAction(editActSchema, async (viewer, input, now) => {
  await editAct(viewer, input, now);
  revalidatePath(`/acts/${input.actId}`);
  return { messageKey: "acts.done.saved" };
});

export const editSectionAction = formAction(editSectionSchema, async (viewer, input, now) => {
  await editSection(viewer, input, now);
  revalidatePath(`/acts/${input.actId}`);
  return { messageKey: "acts.done.sectionSaved" };
});

export const addMeasureAction = formAction(addMeasureSchema, async (viewer, input, now) => {
  await addMeasure(viewer, input, now);
  revalidatePath(`/acts/${input.actId}`);
  return { messageKey: "acts.done.measureAdded" };
});

export const removeMeasureAction = formAction(removeMeasureSchema, async (viewer, input, now) => {
  await removeMeasure(viewer, input, now);
  revalidatePath(`/acts/${input.actId}`);
  return { messageKey: "acts.done.measureRemoved" };
});

export const deleteActAction = formAction(deleteActSchema, async (viewer, input, now) => {
  await deleteAct(viewer, input, now);
  redirect("/acts");
});

export const adoptActAction = formAction(adoptActSchema, async (viewer, input, now) => {
  await adoptAct(viewer, input, now);
  revalidatePath(`/acts/${input.actId}`);
  return { messageKey: "acts.done.adopted" };
});
