import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { analysisHref, unitHref } from "#lib/insights/addresses.ts";
import { analysisState } from "#lib/insights/analysis-state.ts";
import { getAnalysis, listUnitWorks } from "#lib/insights/queries.ts";
import { type Unit, unitTextSchema } from "#lib/insights/schema.ts";
import type { Words } from "#lib/insights/words.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { toLocale } from "#messages/load.ts";
import { offerReading } from "../../door/reading.ts";

const workIdSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
// A class is only looked for: a label that nobody has gives an empty analysis, not an error.
const classSchema = z.string().trim().min(1).max(20).nullable().catch(null);
const numberSchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .nullable()
  .catch(null);

/** What stands after the question mark. */
export type Query = Record<string, string | string[] | undefined>;

/** The unit of an address, or the page “not found”. A class belongs to a school only. */
export function unitOf(text: string, query: Query): Unit {
  const unit = unitTextSchema.safeParse(text);
  if (!unit.success) notFound();
  const label = classSchema.parse(query.class ?? null);
  return { ...unit.data, classLabel: unit.data.kind === "school" ? label : null };
}

/** A whole number of the address; null when there is none. */
export function numberIn(query: Query, name: string): number | null {
  return numberSchema.parse(query[name] ?? null);
}

/** How the views of this request speak. */
export async function requestWords(): Promise<Words> {
  return { t: await getTranslations(), locale: toLocale(await getLocale()), timeZone: env.TIME_ZONE };
}

// Title and page ask for the same: once a request, so the parameters are plain values. The page may be kept for its reader; what stands
// on it beside the analysis (name, role, links) hangs on the viewer alone.
const analysisOnce = cache(
  async (kind: Unit["kind"], id: number, classLabel: string | null, workId: number) => {
    const unit = { kind, id, classLabel };
    const viewer = await requireViewer(analysisHref(unit, workId));
    if (may(viewer, "insights.read")) await offerReading(viewer, () => analysisState(viewer, unit, workId));
    return { viewer, unit, analysis: await answered(getAnalysis(viewer, unit, workId)) };
  },
);

/** The analysis that an address asks for, for the viewer of this request. */
export function readAnalysis(params: { unit: string; workId: string }, query: Query) {
  const { kind, id, classLabel } = unitOf(params.unit, query);
  const workId = workIdSchema.safeParse(params.workId);
  if (!workId.success) notFound();
  return analysisOnce(kind, id, classLabel, workId.data);
}

const worksOnce = cache(async (kind: Unit["kind"], id: number, classLabel: string | null) => {
  const unit = { kind, id, classLabel };
  const viewer = await requireViewer(unitHref(unit));
  return { viewer, ...(await answered(listUnitWorks(viewer, unit))) };
});

/** The works of the unit that an address names. */
export function readWorks(params: { unit: string }, query: Query) {
  const { kind, id, classLabel } = unitOf(params.unit, query);
  return worksOnce(kind, id, classLabel);
}
