import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { examParams, idParam } from "#lib/exams/schema.ts";
import { type ExamUnit, ownUnit } from "#lib/exams/units.ts";
import type { ExamWords } from "#lib/exams/words.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { env } from "#lib/platform/env.ts";
import { toLocale } from "#messages/load.ts";

/** What stands after the question mark. */
export type Query = Record<string, string | string[] | undefined>;

/** How the pages of state examinations speak to this reader. */
export async function examWords(): Promise<ExamWords> {
  return { t: await getTranslations(), locale: toLocale(await getLocale()), timeZone: env.TIME_ZONE };
}

/** What an address asks for; the viewer's own unit when it names none, null for who has none. */
export function askedOf(
  viewer: Viewer,
  query: Query,
): { unit: ExamUnit | null; year: number | null; high: number } {
  const {
    unit,
    class: label,
    year,
    high,
  } = examParams.parse({
    unit: query.unit ?? null,
    class: query.class ?? null,
    year: query.year ?? null,
    high: query.high,
  });
  const asked = unit ? { ...unit, classLabel: unit.kind === "school" ? label : null } : ownUnit(viewer);
  return { unit: asked, year, high };
}

/** A number of an address; anything else is a page that does not exist. */
export function idOrNotFound(text: string): number {
  const id = idParam.safeParse(text);
  if (!id.success) notFound();
  return id.data;
}
