import type { ClauseLink } from "#components/regulations/clause-links.tsx";
import { listLinkedClauses, listOrphanIndicators } from "#lib/indicators/link-queries.ts";
import { indicatorAddress } from "#lib/indicators/owner.ts";
import { may } from "#lib/platform/access/permissions.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { ClausePlace } from "#lib/regulations/clause-queries.ts";
import { listLinkedClauses as listClausesOfWorks } from "#lib/schedule/link-queries.ts";

/**
 * What the features above know: every pair of regulation and clause to which something of theirs is linked, and the
 * indicators that stand on no clause (null for who may not see indicators).
 */
export async function linksOfAll(
  viewer: Viewer,
  locale: "ru" | "uk",
  today: string,
): Promise<{ linked: ClausePlace[]; indicators: ClauseLink[] | null }> {
  const ofWorks = may(viewer, "schedule.read") ? await listClausesOfWorks(viewer) : [];
  if (!may(viewer, "indicators.read")) return { linked: ofWorks, indicators: null };
  const { withoutClause } = await listOrphanIndicators(viewer, today);
  return {
    linked: [...(await listLinkedClauses(viewer)), ...ofWorks],
    indicators: withoutClause.map(({ id, code, owner, version, citations }) => ({
      key: String(id),
      href: `/indicators/${indicatorAddress(code, owner)}`,
      label: `${code} ${locale === "uk" && version.nameUk !== "" ? version.nameUk : version.name}`,
      note: citations.filter((text) => text !== "").join("; "),
    })),
  };
}
