"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "../platform/access/form-action.ts";
import { adoptFlagRule } from "./commands.ts";
import { ruleSchema } from "./schema.ts";

export const adoptFlagRuleAction = formAction(ruleSchema, async (viewer, input, now) => {
  const { version } = await adoptFlagRule(viewer, input, now);
  revalidatePath("/flags");
  return { messageKey: "flags.done.adopted", params: { version } };
});
