import { inLanguage } from "#components/public/reader.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { listPublicRegulationSlugs } from "#lib/regulations/public-queries.ts";
import { listPublished } from "#lib/reports/public-queries.ts";
import { listPublishedSchedules } from "#lib/schedule/public-queries.ts";
import { listPublicSlugs } from "#lib/schools/public-queries.ts";
import { locales } from "#messages/load.ts";

/** A sitemap may name 50,000 addresses; each page has two. */
const most = 24_000;

/** Next would answer a file of this name once, while building, when there is no database yet. */
export const dynamic = "force-dynamic";

/** Every public page in both languages. */
export async function GET(_request: Request): Promise<Response> {
  const schools = await listPublicSlugs(most);
  const reports = await listPublished("all", most);
  const regulations = await listPublicRegulationSlugs(dayOf(currentInstant(), env.TIME_ZONE), most);
  const calendars = await listPublishedSchedules("", most);
  const paths = [
    "/",
    "/schools",
    "/reports",
    "/families",
    "/method",
    "/regulations/public",
    "/calendar",
    ...calendars.map(({ slug }) => `/calendar/${slug}`),
    ...regulations.map((slug) => `/regulations/public/${slug}`),
    ...reports.map(({ slug }) => `/reports/${slug}`),
    ...schools.map((slug) => `/schools/${slug}`),
  ].slice(0, most);
  const urls = paths.flatMap((path) =>
    locales.map((locale) => `<url><loc>${env.PORTAL_URL}${inLanguage(path, locale)}</loc></url>`),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
