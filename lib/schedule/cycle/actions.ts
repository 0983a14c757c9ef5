"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../../platform/access/form-action.ts";
import { addCycleItem, editCycleItem, reportCycleItem, startCycle } from "./commands.ts";
import { addItemSchema, editItemSchema, reportItemSchema, startCycleSchema } from "./schema.ts";

export const startCycleAction = formAction(startCycleSchema, async (viewer, input, now) => {
  await startCycle(viewer, input, now);
  revalidatePath("/", "layout");
  redirect(`/schedule/cycle?year=${input.year}`);
});

export const addCycleItemAction = formAction(addItemSchema, async (viewer, input, now) => {
  const { id } = await addCycleItem(viewer, input, now);
  revalidatePath("/", "layout");
  redirect(`/schedule/cycle/${id}`);
});

export const editCycleItemAction = formAction(editItemSchema, async (viewer, input, now) => {
  await editCycleItem(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: "cycle.done.edited" };
});

export const reportCycleItemAction = formAction(reportItemSchema, async (viewer, input, now) => {
  await reportCycleItem(viewer, input, now);
  revalidatePath("/", "layout");
  return { messageKey: `cycle.done.${input.status}` };
});
