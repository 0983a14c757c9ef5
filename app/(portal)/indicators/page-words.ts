import { getLocale, getTranslations } from "next-intl/server";
import type { IndicatorWords } from "#lib/indicators/view.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { toLocale } from "#messages/load.ts";

/** How the pages of this request speak. */
export async function pageWords(): Promise<IndicatorWords> {
  return { t: await getTranslations(), locale: toLocale(await getLocale()) };
}

/** The calendar day at the centre. */
export function today() {
  return dayOf(currentInstant(), env.TIME_ZONE);
}
