import { cache } from "react";
import type { BasisLine } from "#components/indicators/basis-list.tsx";
import { clauseHref } from "#components/regulations/words.ts";
import { getIndicator, type IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { indicatorAddress, sameOwner, unitOf } from "#lib/indicators/owner.ts";
import type { IndicatorWords } from "#lib/indicators/view.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { nameClauses } from "#lib/regulations/clause-queries.ts";
import { today } from "../page-words.ts";

/** The indicator of an address, once a request: title and page ask for the same. */
export const readIndicator = cache(async (code: string) => {
  const viewer = await requireViewer(`/indicators/${code}`);
  const indicator = await answered(() => getIndicator(viewer, code, today()));
  return { viewer, indicator, href: `/indicators/${indicatorAddress(indicator.code, indicator.owner)}` };
});

/** Its bases with the clauses they name, as the list shows them. */
export async function basisLines(
  viewer: Viewer,
  indicator: IndicatorPage,
  { t }: IndicatorWords,
): Promise<BasisLine[]> {
  const places = indicator.basis.flatMap(({ regulationId, clauseKey }) =>
    regulationId === null || clauseKey === null ? [] : [{ regulationId, clauseKey }],
  );
  const names = places.length === 0 ? [] : await answered(nameClauses(viewer, places, today()));
  const unit = unitOf(viewer);
  return indicator.basis.map((one) => {
    const clause = names.find(
      ({ regulationId, clauseKey }) => regulationId === one.regulationId && clauseKey === one.clauseKey,
    );
    const number = clause?.number ? t("indicators.page.clause", { number: clause.number }) : "";
    const words = clause ? [clause.regulation, number, clause.heading].filter(Boolean).join(", ") : "";
    return {
      id: one.id,
      text: words || one.citation || t("indicators.page.basisGone"),
      href: clause ? clauseHref(clause.slug, clause.clauseKey) : null,
      excerpt: clause ? clause.body.slice(0, 240) : "",
      ...{ citation: one.citation, ruleKind: one.ruleKind, needsCheck: one.needsCheck },
      mine: unit !== null && sameOwner(one.owner, unit),
    };
  });
}
