import { notFound } from "next/navigation";
import { cache } from "react";
import { getRule } from "#lib/checks/rule-queries.ts";
import { codeSchema } from "#lib/checks/schema.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";

/** The rule that an address names, for the viewer of this request; a page below the rule passes its own name. */
export const readRule = cache(async (text: string, page = "") => {
  const code = codeSchema.safeParse(text);
  if (!code.success) notFound();
  const viewer = await requireViewer(`/checks/rules/${code.data}${page}`);
  return { viewer, ...(await answered(() => getRule(viewer, code.data))) };
});

/** Today in the centre's time zone: the first day from which a rule can be adopted. */
export function today(): string {
  return dayOf(currentInstant(), env.TIME_ZONE);
}
