"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "../../platform/access/form-action.ts";
import { found } from "../../platform/errors.ts";
import { freezeBank } from "./bank-commands.ts";
import { assignDuty, enterFacts } from "./entry-commands.ts";
import { dutySchema, entrySchema, freezeSchema } from "./schema.ts";

export const enterFactsAction = formAction(entrySchema, async (viewer, input, now) => {
  const { changed } = await enterFacts(viewer, input, now);
  revalidatePath("/indicators", "layout");
  return { messageKey: "indicatorValues.entry.done", params: { count: changed } };
});

export const assignDutyAction = formAction(dutySchema, async (viewer, input, now) => {
  await assignDuty(viewer, input, now);
  revalidatePath("/indicators", "layout");
  return { messageKey: "indicatorValues.entry.assigned" };
});

export const freezeBankAction = formAction(
  freezeSchema,
  async (viewer, { unit, title, ...question }, now) => {
    const { slug } = await freezeBank(viewer, { unit: found(unit), question, title }, now);
    redirect(`/indicators/bank/${slug}`);
  },
);
