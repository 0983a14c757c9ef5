import type { ClauseLinkGroup } from "#components/regulations/clause-links.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { ClausePlace } from "#lib/regulations/clause-queries.ts";

/**
 * Everything that stands on a clause. The one place where the features above regulations (indicators, the schedule, acts)
 * add their rows: each a query by the pair of regulation and clause key, each a group of its own.
 */
export async function linksOfClause(
  _viewer: Viewer,
  _place: ClausePlace,
  _t: Translate,
): Promise<ClauseLinkGroup[]> {
  return [];
}
