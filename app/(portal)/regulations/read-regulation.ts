import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { type Words, wordsOf } from "#components/regulations/words.ts";
import { type Permission, permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant, type Day } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { getRegulation } from "#lib/regulations/queries.ts";
import { regulationIdSchema, slugSchema } from "#lib/regulations/schema.ts";
import { toLocale } from "#messages/load.ts";

/** Today by the centre's clock. */
export function today(): Day {
  return dayOf(currentInstant(), env.TIME_ZONE);
}

/** The words of this request. */
export async function pageWords(): Promise<Words> {
  return wordsOf(await getTranslations(), toLocale(await getLocale()));
}

/** Title and page ask for the same regulation: once a request. */
const once = cache(async (slug: string, place: string) => {
  const viewer = await requireViewer(`/regulations/${encodeURIComponent(slug)}${place}`);
  if (!slugSchema.safeParse(slug).success) notFound();
  return { viewer, regulation: await answered(getRegulation(viewer, slug, today())) };
});

/** The regulation of an address for the viewer of this request. With `needed` the page is for its makers only. */
export async function readRegulation(slug: string, place = "", needed?: Permission) {
  const read = await once(slug, place);
  if (needed) await answered(async () => permit(read.viewer, needed));
  if (needed && !read.regulation.own) notFound();
  return read;
}

/** An id of the address. */
export function idOf(text: string): number {
  const id = regulationIdSchema.safeParse(text);
  return id.success ? id.data : notFound();
}

/** The way to a page of a regulation. */
export function regulationCrumbs(
  { t }: Words,
  { slug, title, shortTitle }: { slug: string; title: string; shortTitle: string },
  ...here: string[]
) {
  return [
    { label: t("regulations.title"), href: "/regulations" },
    {
      label: shortTitle === "" ? title : shortTitle,
      ...(here.length > 0 ? { href: `/regulations/${slug}` } : {}),
    },
    ...here.map((label) => ({ label })),
  ];
}
