import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { Words } from "#components/results/words.ts";
import { env } from "#lib/platform/env.ts";
import { idParam } from "#lib/results/schema.ts";
import { toLocale } from "#messages/load.ts";

/** How the pages of results speak to this reader. */
export async function readWords(): Promise<Words> {
  const t = await getTranslations();
  return { t, locale: toLocale(await getLocale()), timeZone: env.TIME_ZONE };
}

/** A number of an address; anything else is a page that does not exist. */
export function idOrNotFound(text: string): number {
  const id = idParam.safeParse(text);
  if (!id.success) notFound();
  return id.data;
}
