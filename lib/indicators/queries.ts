import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { filterCatalogue } from "./catalogue-rules.ts";
import { columnsOf, type Owner, ownerOf, portalOwner, sameOwner, unitOf } from "./owner.ts";
import type { CatalogueFilter } from "./schema.ts";
import type { CatalogueLine } from "./shapes.ts";
import { ownedBy, pathOf, shownVersion, versionView } from "./version-reads.ts";
import { families } from "./vocabulary.ts";

export const linesPerPage = 60;

export interface CataloguePage {
  lines: CatalogueLine[];
  /** How many fit the question, and how many there are without it. */
  total: number;
  all: number;
  page: number;
  pages: number;
}

/**
 * The catalogue as the viewer sees it, in the order of its families: what came with the portal, what the units above the
 * viewer and the own unit have made; with `owner: "below"` what the units below have made. `today` is `YYYY-MM-DD`.
 */
export async function listCatalogue(
  viewer: Viewer,
  filter: CatalogueFilter,
  today: string,
): Promise<CataloguePage> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const lines = await catalogueLines(tx, viewer, today, filter.owner === "below");
    const found = filterCatalogue(lines, filter, unitOf(viewer));
    const pages = Math.max(1, Math.ceil(found.length / linesPerPage));
    const page = Math.min(Math.max(1, filter.page), pages);
    const from = (page - 1) * linesPerPage;
    return {
      lines: found.slice(from, from + linesPerPage),
      ...{ total: found.length, all: lines.length, page, pages },
    };
  });
}

/** Every indicator that a unit has adopted or that was adopted for it from above, as of today; for acts and forms. */
export async function listAdopted(viewer: Viewer, today: string): Promise<CatalogueLine[]> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) =>
    (await catalogueLines(tx, viewer, today, false)).filter(({ adopted }) => adopted !== null),
  );
}

async function catalogueLines(
  tx: ReadTx,
  viewer: Viewer,
  today: string,
  below: boolean,
): Promise<CatalogueLine[]> {
  const path = pathOf(viewer);
  const units: Owner[] = [portalOwner, ...path];
  // The administrator belongs to no unit and sees what all have made.
  const everywhere = path.length === 0 && viewer.scope.kind === "all";
  const here: Prisma.IndicatorWhereInput = { OR: units.map(columnsOf) };
  const where = below ? { NOT: here } : everywhere ? {} : here;
  const rows = await tx.indicator.findMany({ where, include: { versions: true } });
  const adoptions = await tx.indicatorAdoption.findMany({
    where: { ...ownedBy(path), endedOn: null },
    orderBy: { adoptedOn: "asc" },
  });
  const own = unitOf(viewer) ?? path.at(-1) ?? null;
  const withData = await indicatorsWithData(tx, viewer);
  const byIndicator = Map.groupBy(adoptions, ({ indicatorId }) => indicatorId);
  const lines = rows.flatMap((row): CatalogueLine[] => {
    const versions = row.versions.map(versionView);
    const version = shownVersion(versions, today);
    if (version === null) return [];
    const adopted = byIndicator.get(row.id) ?? [];
    const mine = adopted.find((one) => own !== null && sameOwner(ownerOf(one), own));
    const first = mine ?? adopted[0];
    return [
      {
        ...{ id: row.id, code: row.code, owner: ownerOf(row), family: row.family, version },
        adopted: first ? { own: mine !== undefined, on: dateToDay(first.adoptedOn) ?? "" } : null,
        hasData: withData.has(row.id),
        hasDraft: versions.some(({ status }) => status === "draft"),
      },
    ];
  });
  const place = new Map(rows.map(({ id, position }) => [id, position]));
  const order = (line: CatalogueLine) => (families as readonly string[]).indexOf(line.family);
  return lines.sort(
    (a, b) =>
      order(a) - order(b) ||
      (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0) ||
      a.code.localeCompare(b.code) ||
      a.id - b.id,
  );
}

/** Indicators of which the viewer's unit has a value in any period; a viewer of no unit counts every value in sight. */
async function indicatorsWithData(tx: ReadTx, viewer: Viewer): Promise<Set<number>> {
  const unit = unitOf(viewer) ?? pathOf(viewer).at(-1) ?? null;
  const rows = await tx.indicatorValue.findMany({
    where: { state: "value", ...(unit ? { unitKind: unit.kind, unitId: unit.id } : {}) },
    distinct: ["indicatorId"],
    select: { indicatorId: true },
  });
  return new Set(rows.map(({ indicatorId }) => indicatorId));
}
