"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../platform/access/form-action.ts";
import { handOver } from "./hand-over-commands.ts";
import { entryKeySchema, handOverSchema, resolveSchema } from "./schema.ts";
import { takeStanding } from "./take-commands.ts";
import { compareTwice, resolveDifference, setTwice } from "./twice-commands.ts";

export const handOverAction = formAction(handOverSchema, async (viewer, { incomplete, ...key }, now) => {
  const { importId } = await handOver(viewer, key, { incomplete: incomplete === "yes" }, now);
  revalidatePath("/", "layout");
  redirect(`/results/imports/${importId}`);
});

export const typeTwiceAction = formAction(entryKeySchema, async (viewer, key, now) => {
  await setTwice(viewer, key, true, now);
  revalidatePath("/results/entry", "layout");
  return { messageKey: "entry.done.twice" };
});

export const typeOnceAction = formAction(entryKeySchema, async (viewer, key, now) => {
  await setTwice(viewer, key, false, now);
  revalidatePath("/results/entry", "layout");
  return { messageKey: "entry.done.once" };
});

export const compareAction = formAction(entryKeySchema, async (viewer, key, now) => {
  await compareTwice(viewer, key, now);
  redirect(`/results/entry/${key.workId}/${key.schoolId}/${encodeURIComponent(key.classLabel)}`);
});

export const resolveAction = formAction(resolveSchema, async (viewer, { cell, keep, ...key }, now) => {
  const { left } = await resolveDifference(viewer, key, { cell, keep }, now);
  revalidatePath("/results/entry", "layout");
  return { messageKey: "entry.done.resolved", params: { count: left } };
});

export const takeStandingAction = formAction(entryKeySchema, async (viewer, key, now) => {
  await takeStanding(viewer, key, now);
  redirect(`/results/entry/${key.workId}/${key.schoolId}/${encodeURIComponent(key.classLabel)}`);
});
