import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { schoolYearOn, type YearPart } from "#lib/indicators/values/period.ts";
import { idText, valueParams } from "#lib/indicators/values/schema.ts";
import { ownUnit, type ValueUnit } from "#lib/indicators/values/unit.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { toLocale } from "#messages/load.ts";

/** What stands after the question mark. */
export type Query = Record<string, string | string[] | undefined>;

/** How the pages of values speak to this reader. */
export async function valueWords(): Promise<ValueWords> {
  return { t: await getTranslations(), locale: toLocale(await getLocale()), timeZone: env.TIME_ZONE };
}

/** What an address asks for; the viewer's own unit when it names none, null for who has none. */
export function askedOf(
  viewer: Viewer,
  query: Query,
): { unit: ValueUnit | null; year: number | null; part: YearPart; all: boolean } {
  const { unit, year, part, all } = valueParams.parse({
    unit: query.unit ?? null,
    year: query.year ?? null,
    part: query.part ?? "",
    all: query.all ?? "",
  });
  return { unit: unit ?? ownUnit(viewer), year, part, all };
}

/** The school year of today, by the clock of the centre. */
export const thisSchoolYear = (): number => schoolYearOn(today());

/** Today's day, by the clock of the centre. */
export const today = (): string => dayOf(currentInstant(), env.TIME_ZONE);

/** A number of an address; anything else is a page that does not exist. */
export function idOrNotFound(text: unknown): number {
  const id = idText.safeParse(text);
  if (!id.success) notFound();
  return id.data;
}
