import { notFound } from "next/navigation";
import { cache } from "react";
import { getAct } from "#lib/acts/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";

/** The act of an address; read once for the title and the page. */
export const readAct = cache(async (actId: string, below: string) => {
  const viewer = await requireViewer(`/acts/${actId}${below}`);
  if (!/^\d{1,9}$/.test(actId)) notFound();
  const today = dayOf(currentInstant(), env.TIME_ZONE);
  return { viewer, today, act: await answered(() => getAct(viewer, Number(actId), today)) };
});
