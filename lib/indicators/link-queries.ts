import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { indicatorAddress, type Owner, ownerOf } from "./owner.ts";
import { listAdopted, listCatalogue } from "./queries.ts";
import type { BasisView, CatalogueLine } from "./shapes.ts";
import { pathOf, shownVersion, versionView } from "./version-reads.ts";

/** An indicator that stands on a clause. */
export interface ClauseIndicator {
  clauseKey: string;
  code: string;
  owner: Owner;
  name: string;
  nameUk: string;
  href: string;
}

/** The indicators in sight that stand on clauses of a regulation; with a key, on that clause alone. */
export async function listClauseIndicators(
  viewer: Viewer,
  regulationId: number,
  today: string,
  clauseKey?: string,
): Promise<ClauseIndicator[]> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.indicatorBasis.findMany({
      where: { regulationId, clauseKey: clauseKey ?? { not: null } },
      include: { indicator: { include: { versions: true } } },
      orderBy: { id: "asc" },
    });
    const seen = new Set<string>();
    return rows.flatMap(({ clauseKey: key, indicator }): ClauseIndicator[] => {
      const version = shownVersion(indicator.versions.map(versionView), today);
      const once = `${key} ${indicator.id}`;
      if (version === null || key === null || seen.has(once)) return [];
      seen.add(once);
      const owner = ownerOf(indicator);
      const { name, nameUk } = version;
      const { code } = indicator;
      return [
        { clauseKey: key, code, owner, name, nameUk, href: `/indicators/${indicatorAddress(code, owner)}` },
      ];
    });
  });
}

/** Every clause on which an indicator in sight stands, each once; for the report of clauses that stand alone. */
export async function listLinkedClauses(
  viewer: Viewer,
): Promise<{ regulationId: number; clauseKey: string }[]> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.indicatorBasis.findMany({
      where: { regulationId: { not: null } },
      distinct: ["regulationId", "clauseKey"],
      select: { regulationId: true, clauseKey: true },
    });
    return rows.flatMap(({ regulationId, clauseKey }) =>
      regulationId === null || clauseKey === null ? [] : [{ regulationId, clauseKey }],
    );
  });
}

export interface OrphanIndicators {
  /** How many indicators were looked at: those that the viewer's unit measures, or the whole catalogue for who belongs to no unit. */
  looked: number;
  adoptedOnly: boolean;
  withoutClause: (CatalogueLine & { citations: string[] })[];
  withoutData: CatalogueLine[];
}

/** The orphan halves: indicators that stand on no clause of the portal's library, and indicators without any value. Headings are neither. */
export async function listOrphanIndicators(viewer: Viewer, today: string): Promise<OrphanIndicators> {
  permit(viewer, "indicators.read");
  const adoptedOnly = pathOf(viewer).length > 0;
  const all = adoptedOnly ? await listAdopted(viewer, today) : await wholeCatalogue(viewer, today);
  const lines = all.filter(({ version }) => version.unit !== "heading");
  const basis = await basisOf(
    viewer,
    lines.map(({ id }) => id),
  );
  const withoutClause = lines
    .filter(({ id }) => !(basis.get(id) ?? []).some(({ regulationId }) => regulationId !== null))
    .map((line) => ({ ...line, citations: (basis.get(line.id) ?? []).map(({ citation }) => citation) }));
  return {
    looked: lines.length,
    adoptedOnly,
    withoutClause,
    withoutData: lines.filter(({ hasData }) => !hasData),
  };
}

async function wholeCatalogue(viewer: Viewer, today: string): Promise<CatalogueLine[]> {
  const nothing = {
    q: "",
    family: undefined,
    object: undefined,
    rule: undefined,
    adopted: undefined,
    data: undefined,
  };
  const first = await listCatalogue(viewer, { ...nothing, owner: "portal", page: 1 }, today);
  const rest = Array.from({ length: first.pages - 1 }, (_, i) => i + 2);
  const pages = await Promise.all(
    rest.map((page) => listCatalogue(viewer, { ...nothing, owner: "portal", page }, today)),
  );
  return [first, ...pages].flatMap(({ lines }) => lines);
}

function basisOf(
  viewer: Viewer,
  ids: readonly number[],
): Promise<Map<number, Pick<BasisView, "regulationId" | "citation">[]>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.indicatorBasis.findMany({
      where: { indicatorId: { in: [...ids] } },
      select: { indicatorId: true, regulationId: true, citation: true },
    });
    return Map.groupBy(rows, ({ indicatorId }) => indicatorId);
  });
}
