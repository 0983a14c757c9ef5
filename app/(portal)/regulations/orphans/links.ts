import type { ClauseLink } from "#components/regulations/clause-links.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { ClausePlace } from "#lib/regulations/clause-queries.ts";

/**
 * What the features above know: every pair of regulation and clause to which something of theirs is linked, and the indicators
 * that have no basis (null while nobody keeps indicators).
 */
export async function linksOfAll(
  _viewer: Viewer,
  _t: Translate,
): Promise<{ linked: ClausePlace[]; indicators: ClauseLink[] | null }> {
  return { linked: [], indicators: null };
}
