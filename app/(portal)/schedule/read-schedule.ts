import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant, type Day } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { nameClauses } from "#lib/regulations/clause-queries.ts";
import { idParam } from "#lib/schedule/schema.ts";
import { schoolYearOn } from "#lib/schools/class-rules.ts";
import { type Locale, toLocale } from "#messages/load.ts";

/** What stands after the question mark. */
export type Query = Record<string, string | string[] | undefined>;

/** Today by the centre's clock. */
export const today = (): Day => dayOf(currentInstant(), env.TIME_ZONE);

/** The school year of the address, or the one of today. */
export function yearOf(query: Query): number {
  const asked = typeof query.year === "string" && /^20\d\d$/.test(query.year) ? Number(query.year) : null;
  return asked ?? schoolYearOn(today());
}

/** The number in an address, or the page “not found”. */
export function idOf(text: string): number {
  const id = idParam.safeParse(text);
  return id.success ? id.data : notFound();
}

/** Who asks for a page of a school's schedule, of which school and year, in which words. */
export async function readSchool(params: Promise<{ schoolId: string }>, search: Promise<Query>, place = "") {
  const { schoolId: text } = await params;
  const viewer = await requireViewer(`/schedule/${encodeURIComponent(text)}${place}`);
  const schoolId = idOf(text);
  const query = await search;
  const t = await getTranslations();
  const locale: Locale = toLocale(await getLocale());
  return { viewer, schoolId, year: yearOf(query), query, t, locale };
}

/** Names of linked clauses by `regulationId:clauseKey`, with the address of the clause. */
export async function clauseNames(
  viewer: Viewer,
  rows: readonly { clause: { regulationId: number; clauseKey: string | null } | null }[],
): Promise<Map<string, { href: string; label: string }>> {
  const places = rows.flatMap(({ clause }) =>
    clause?.clauseKey ? [{ regulationId: clause.regulationId, clauseKey: clause.clauseKey }] : [],
  );
  if (places.length === 0) return new Map();
  const names = await answered(() => nameClauses(viewer, places, today()));
  return new Map(
    names.map(({ regulationId, clauseKey, slug, regulation, number, heading }) => [
      `${regulationId}:${clauseKey}`,
      {
        href: `/regulations/${slug}/clauses/${encodeURIComponent(clauseKey)}`,
        label: [regulation, number, heading].filter(Boolean).join(", "),
      },
    ]),
  );
}
